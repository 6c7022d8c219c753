import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { commandLine } from '../../../pipeline/command-line.ts'
import { localStages } from '../../../pipeline/local-stages.ts'
import { recorder } from '../doubles.ts'

const folder = mkdtempSync(join(tmpdir(), 'provenum-report-command-'))
const [articles, dataset, cache] = [join(folder, 'articles'), join(folder, 'dataset'), join(folder, 'cache')]
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = async (...argv: string[]): Promise<{ code: number; out: string; error: string }> => {
  const io = recorder(localStages)
  const code = await commandLine(argv, io)
  return { code, out: io.outText(), error: io.errorText() }
}
const files = (of: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(of, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(of.length), readFileSync(path, 'utf8')]),
  )

beforeAll(async () => {
  mkdirSync(join(articles, 'news'), { recursive: true })
  writeFileSync(
    join(articles, 'news', 'one.txt'),
    'News\n\nBy the end of 2021, 37.5% of the workforce in Viet Nam took part in social insurance.\n',
  )
  await run('extract', articles, '--out', dataset, '--cache', cache, '--quiet')
})

it('writes the report that extract wrote, byte for byte, and leaves the tables', async () => {
  const before = files(dataset)
  rmSync(join(dataset, 'report'), { recursive: true })
  const { code, out, error } = await run('report', dataset, '--sources', articles, '--cache', cache)
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(out).toMatch(/^\d+ pages; open .*index\.html\n$/u)
  expect(files(dataset)).toEqual(before)
})

it('finds the texts also where a folder above or below is given', async () => {
  expect((await run('report', dataset, '--sources', join(articles, 'news'), '--cache', cache)).error).toBe('')
  expect((await run('report', dataset, '--sources', folder, '--cache', cache)).error).toBe('')
})

it('says which text it does not find, and shows the sentences of its claims', async () => {
  const changed = join(folder, 'changed')
  cpSync(articles, changed, { recursive: true })
  writeFileSync(join(changed, 'news', 'one.txt'), 'News\n\nBy the end of 2021, 99% of nothing.\n')
  const { code, error } = await run('report', dataset, '--sources', changed, '--cache', cache)
  expect(code).toBe(0)
  expect(error).toMatch(/^provenum: no text of one with the same bytes in .*; name its folder with --sources\n$/u)
  const page = readFileSync(join(dataset, 'report', 'documents', 'one.html'), 'utf8')
  expect(page).toContain('was not found again')
  expect(page).toMatch(/<mark id="c-c_[\da-f]+"[^>]*>37\.5%<\/mark>/u)
  expect(page).not.toContain('99%')
})

it('wants a dataset', async () => {
  const { code, error } = await run('report', articles, '--cache', cache)
  expect(code).toBe(2)
  expect(error).toMatch(/holds no dataset \(no datapackage\.json\)/u)
  expect(existsSync(join(articles, 'report'))).toBe(false)
})
