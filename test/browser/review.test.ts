import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect } from 'vitest'
import { packageRoot } from '../../catalog/package-root.ts'
import { readTable } from '../../pipeline/write/read-table.ts'
import { datasetOf, test } from './visit.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'provenum-review-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

interface Served {
  readonly url: string
  /** Presses Ctrl-C; gives the exit code and what was said. */
  readonly stop: () => Promise<{ readonly code: number | null; readonly said: string }>
}

/** What a user runs. */
const review = async (dataset: string, sources: string): Promise<Served> => {
  const cli = join(packageRoot(), 'dist', 'pipeline', 'cli.js')
  const child = spawn(process.execPath, [
    cli,
    'review',
    dataset,
    '--sources',
    sources,
    '--cache',
    join(folder, 'cache'),
  ])
  let said = ''
  child.stderr.on('data', (piece) => {
    said += piece
  })
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (piece) => resolve(String(piece).trim()))
    void ended.then(() => reject(new Error(said)))
  })
  return {
    url,
    stop: async () => {
      child.kill('SIGINT')
      return { code: await ended, said }
    },
  }
}

test('a reviewer rules on a claim in the served report, runs again, and sees the ruling applied', async ({
  browser,
}) => {
  const [dataset, sources] = [join(folder, 'dataset'), join(folder, 'sources')]
  cpSync(datasetOf('newsroom'), dataset, { recursive: true })
  cpSync(join(datasetOf('newsroom'), '..', 'sources'), sources, { recursive: true })
  const claim = (await readTable(dataset, 'claims')).find(
    ({ document, selector }) => document === 'paper' && selector.exact === '91.01%',
  )!
  const { url, stop } = await review(dataset, sources)
  const page = await browser.newPage()
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  try {
    await page.goto(url.replace('report/index.html', claim.page))
    const sheet = page.locator(`#sheet-${claim.id}`)
    await sheet.getByRole('button', { name: 'Review 91.01%' }).click()
    const form = page.getByRole('dialog', { name: 'Rule on 91.01%' })
    await form.getByRole('button', { name: 'Keep this ruling' }).click()
    // Without an answer, a reason and a name nothing is kept.
    await expect.poll(() => form.isVisible()).toBe(true)
    await form.getByLabel("This claim's value stands").check()
    await form.getByLabel('Why').fill('The agency corrected it later.')
    await form.getByLabel('Your name').fill('Nguyễn Văn A')
    await form.getByRole('button', { name: 'Keep this ruling' }).click()
    await page.getByText('1 ruling gathered').click()
    await page.getByRole('button', { name: 'Save and run again' }).click()
    await expect.poll(() => existsSync(join(sources, 'decisions.jsonl')), { timeout: 20_000 }).toBe(true)
    await expect.poll(() => page.getByText('1 ruling gathered').count(), { timeout: 20_000 }).toBe(0)
    const ruling = JSON.parse(readFileSync(join(sources, 'decisions.jsonl'), 'utf8'))
    expect(ruling).toMatchObject({ action: 'choose', choose: claim.id, by: 'Nguyễn Văn A' })
    const ruled = (await readTable(dataset, 'observations')).find(({ id }) => id === claim.observation_id)
    expect(ruled).toMatchObject({ value: '91.01', decided_by: 'R0', decision_id: ruling.id })
    expect(errors).toEqual([])
  } finally {
    await page.close()
    expect(await stop()).toEqual({ code: 0, said: expect.stringContaining('The review has ended.') })
  }
})
