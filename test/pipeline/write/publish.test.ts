import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { shortHash } from '../../../pipeline/write/lock.ts'
import { ownToken } from '../../../pipeline/write/owner.ts'
import { publish, recover } from '../../../pipeline/write/publish.ts'

let base: string
let out: string
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'provenum-'))
  out = join(base, 'output')
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

const put = (text: string): Promise<void> =>
  publish(out, async (write) => {
    await write('claims.csv', [text, '\n'])
    await write('claims.json', ['[]\n'])
  })
const read = (folder = out): string => readFileSync(join(folder, 'claims.csv'), 'utf8')

/** Token of a process that has ended. */
const dead = (): string => `${spawnSync(process.execPath, ['-e', '']).pid}-1`
const beside = (is: 'new' | 'old', token: string): string =>
  join(base, `.provenum-${shortHash('output')}-${is}-${token}`)
const folder = (path: string, text: string): void => {
  mkdirSync(path)
  writeFileSync(join(path, 'claims.csv'), text)
}

describe('publishing', () => {
  it('puts a dataset where nothing was, folders above included, and leaves nothing beside it', async () => {
    out = join(base, 'a', 'b', 'output')
    await put('one')
    expect(read()).toBe('one\n')
    expect(readdirSync(join(base, 'a', 'b'))).toEqual(['output'])
  })

  it('replaces the dataset that was there whole', async () => {
    await put('one')
    writeFileSync(join(out, 'stale.csv'), 'x')
    await put('two')
    expect(read()).toBe('two\n')
    expect(readdirSync(out).sort()).toEqual(['claims.csv', 'claims.json'])
    expect(readdirSync(base)).toEqual(['output'])
  })

  it('gives the size and the hash of what it wrote, in bytes of UTF-8', async () => {
    await publish(out, async (write) => {
      const file = await write('a.csv', ['ă', '😀'.repeat(200_000)])
      expect(file.bytes).toBe(2 + 800_000)
      expect(readFileSync(join(base, readdirSync(base)[0]!, 'a.csv')).length).toBe(file.bytes)
    })
  })

  it('leaves the old dataset where building the new one fails, and nothing beside it', async () => {
    await put('one')
    const failing = publish(out, async (write) => {
      await write('claims.csv', ['two'])
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(read()).toBe('one\n')
    expect(readdirSync(base)).toEqual(['output'])
  })

  it('says which folder cannot be written and why', async () => {
    writeFileSync(join(base, 'file'), '')
    await expect(publish(join(base, 'file', 'output'), async () => {})).rejects.toThrow(
      /cannot write .*output: .*\((?:ENOTDIR|EEXIST)\)/u,
    )
  })
})

describe('after a run that was killed', () => {
  it('an unfinished dataset is removed, and the old one stays', async () => {
    await put('one')
    folder(beside('new', dead()), 'half')
    await recover(out)
    expect(read()).toBe('one\n')
    expect(readdirSync(base)).toEqual(['output'])
  })

  it('between the two renames, the old dataset comes back', async () => {
    const token = dead()
    folder(beside('old', token), 'one\n')
    folder(beside('new', token), 'two\n')
    await recover(out)
    expect(read()).toBe('one\n')
    expect(readdirSync(base)).toEqual(['output'])
  })

  it('after the second rename, the new dataset stays', async () => {
    await put('two')
    folder(beside('old', dead()), 'one\n')
    await recover(out)
    expect(read()).toBe('two\n')
    expect(readdirSync(base)).toEqual(['output'])
  })

  it('what a living run is building is left to it', async () => {
    folder(beside('new', ownToken()), 'half')
    await recover(out)
    expect(readdirSync(base)).toHaveLength(1)
    await put('one')
    expect(readdirSync(base)).toEqual(['output'])
  })

  it('other hidden folders are nobody’s business', async () => {
    mkdirSync(join(base, '.provenum'))
    mkdirSync(join(base, '.provenum-other-new-1-1'))
    await recover(out)
    expect(readdirSync(base)).toHaveLength(2)
  })
})
