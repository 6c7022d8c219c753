import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { digest } from './print-digest.ts'

const program = fileURLToPath(new URL('print-digest.ts', import.meta.url))

const elsewhere = async (timeZone: string, locale: string): Promise<Record<string, string>> => {
  const env = { ...process.env, TZ: timeZone, LANG: locale, LC_ALL: locale }
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program, '--print'], { env })
  return JSON.parse(stdout) as Record<string, string>
}

describe('time zone and language of the machine change nothing', () => {
  it('in the East, in Turkey and in Newfoundland', async () => {
    const [here, ...others] = await Promise.all([
      digest(),
      elsewhere('Asia/Bangkok', 'vi_VN.UTF-8'),
      elsewhere('Europe/Istanbul', 'tr_TR.UTF-8'),
      elsewhere('America/St_Johns', 'de_DE.UTF-8'),
    ])
    expect(others.map(({ timeZone }) => timeZone)).toEqual(['Asia/Bangkok', 'Europe/Istanbul', 'America/St_Johns'])
    expect(others.map(({ locale }) => locale)).toEqual(['vi-VN', 'tr-TR', 'de-DE'])
    for (const other of others) expect(other.digest).toBe(here)
  })
})
