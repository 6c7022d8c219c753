import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandLine } from '../../pipeline/command-line.ts'
import { localStages } from '../../pipeline/local-stages.ts'
import { recorder } from '../pipeline/doubles.ts'

const folder = mkdtempSync(join(tmpdir(), 'review-command-'))
const [articles, dataset, other] = [join(folder, 'articles'), join(folder, 'dataset'), join(folder, 'other')]

const run = async (argv: readonly string[], untilStopped = () => Promise.resolve()) => {
  const io = { ...recorder(localStages), untilStopped }
  const code = await commandLine(argv, io)
  return { code, out: io.outText(), error: io.errorText() }
}
const review = (...more: string[]) => run(['review', dataset, '--cache', join(folder, 'cache'), ...more])

beforeAll(async () => {
  mkdirSync(articles)
  mkdirSync(other)
  writeFileSync(
    join(articles, 'one.txt'),
    'Health insurance coverage in Viet Nam reached 91% of the population in 2021.\n',
  )
  const made = await run(['extract', articles, '--out', dataset, '--cache', join(folder, 'cache'), '--quiet'])
  expect(made).toMatchObject({ code: 0 })
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('provenum review', () => {
  it('says where the report is and what is written, and ends when it is stopped', async () => {
    const { code, out, error } = await review('--sources', articles)
    expect(code).toBe(0)
    expect(out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}\/report\/index\.html\n$/u)
    expect(error).toContain(join(articles, 'decisions.jsonl'))
    expect(error).toContain('The review has ended.')
  })
  it('serves on the port that is asked for, and says where it is taken', async () => {
    const taken = createServer()
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, '127.0.0.1', () => resolve((taken.address() as { port: number }).port))
    })
    const refused = await review('--sources', articles, '--port', String(port))
    expect(refused).toMatchObject({ code: 2, error: expect.stringContaining(`port ${port} is taken`) })
    await new Promise((resolve) => taken.close(resolve))
    expect((await review('--sources', articles, '--port', String(port))).out).toContain(`127.0.0.1:${port}/`)
  })
  it.each(['65536', '-1', 'http', '1e3', '0x50'])('takes no port %s', async (port) => {
    expect(await review('--sources', articles, '--port', port)).toMatchObject({ code: 2, out: '' })
  })
  it('asks for the folder that the dataset was made from, since a run replaces it whole', async () => {
    expect(await review('--sources', other)).toMatchObject({
      code: 2,
      error: expect.stringContaining('1 of 1 documents'),
    })
    expect(await review('--sources', join(folder, 'none'))).toMatchObject({
      code: 2,
      error: expect.stringContaining('no such folder'),
    })
    expect(await run(['review', other, '--sources', articles])).toMatchObject({
      code: 2,
      error: expect.stringContaining('holds no report'),
    })
  })
  it('tells of a wrong line before anything is served, and of a link', async () => {
    const file = join(articles, 'decisions.jsonl')
    writeFileSync(file, '{"id":1}\n')
    expect(await review('--sources', articles)).toMatchObject({
      code: 1,
      out: '',
      error: expect.stringContaining('decisions.jsonl:1'),
    })
    expect(readFileSync(file, 'utf8')).toBe('{"id":1}\n')
    rmSync(file)
    writeFileSync(join(folder, 'elsewhere'), '')
    symlinkSync(join(folder, 'elsewhere'), file)
    expect(await review('--sources', articles)).toMatchObject({ code: 1, error: expect.stringContaining('is a link') })
    rmSync(file)
  })
})
