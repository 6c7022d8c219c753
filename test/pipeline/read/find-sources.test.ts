import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findSources } from '../../../pipeline/read/find-sources.ts'

let folder: string
const put = (...names: string[]) => {
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), 'In 2021, 5 people')
  }
}
const find = async (...names: string[]) => {
  const { sources, problems } = await findSources(names.map((name) => join(folder, name)))
  return { found: sources.map(({ path, name }) => `${name} = ${path}`), problems }
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'provenum-find-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('findSources', () => {
  it('takes the texts of a folder at any depth, in code-unit order', async () => {
    put('b.txt', 'a.md', 'Z.html', 'x/y/c.markdown', 'x/d.HTM')
    expect((await find('.')).found).toEqual([
      'Z = Z.html',
      'a = a.md',
      'b = b.txt',
      'c = x/y/c.markdown',
      'd = x/d.HTM',
    ])
  })

  it('leaves out hidden files, other endings and what is known of the sources', async () => {
    put('a.txt', '.hidden.txt', '.git/b.txt', 'sources.yaml', 'decisions.jsonl', 'c.csv', 'txt')
    expect((await find('.')).found).toEqual(['a = a.txt'])
  })

  it('looks into no dataset of an earlier run, at any depth, and says which', async () => {
    put('a.txt', 'old/datapackage.json', 'old/claims.json', 'old/report/b.html', 'x/datapackage.json', 'x/c.txt')
    const { sources, datasets } = await findSources([folder])
    expect(sources.map(({ path }) => path)).toEqual(['a.txt', 'x/c.txt'])
    expect(datasets).toEqual([join(folder, 'old')])
    expect((await findSources([join(folder, 'old')])).datasets).toEqual([join(folder, 'old')])
    expect((await find('old/report/b.html')).found).toEqual(['b = b.html'])
  })

  it('takes a file that is named itself, whatever its ending', async () => {
    put('report.dat', '.hidden')
    expect((await find('report.dat', '.hidden')).found).toEqual(['.hidden = .hidden', 'report = report.dat'])
  })

  it('reads globs, and shows paths from their fixed part', async () => {
    put('2021/a.txt', '2021/q1/b.txt', '2021/q1/c.csv', '2022/d.txt')
    expect((await find('2021/**/*.txt')).found).toEqual(['a = a.txt', 'b = q1/b.txt'])
  })

  it('takes a file named [1].txt for a file, not for a glob', async () => {
    put('[1].txt', '1.txt')
    expect((await find('[1].txt')).found).toEqual(['[1] = [1].txt'])
  })

  it('takes a file once, and shows the same path in any order of inputs', async () => {
    put('x/a.txt')
    const forwards = await find('.', 'x', 'x/a.txt', 'x/*.txt')
    expect(forwards.found).toEqual(['a = x/a.txt'])
    expect(await find('x/*.txt', 'x/a.txt', 'x', '.')).toEqual(forwards)
  })

  it('says which paths lead nowhere, and reads the others', async () => {
    put('a.txt')
    const { found, problems } = await find('a.txt', 'missing.txt', '*.pdf')
    expect(found).toEqual(['a = a.txt'])
    expect(problems).toEqual([
      { path: join(folder, '*.pdf'), reason: expect.stringContaining('no file matches') },
      { path: join(folder, 'missing.txt'), reason: expect.stringContaining('no such file') },
    ])
  })

  it.skipIf(process.platform === 'win32')('opens no pipe and follows no circle of links', async () => {
    put('good.txt')
    symlinkSync('.', join(folder, 'loop'))
    symlinkSync('nowhere', join(folder, 'broken.txt'))
    symlinkSync('good.txt', join(folder, 'link.txt'))
    symlinkSync('self.txt', join(folder, 'self.txt'))
    execFileSync('mkfifo', [join(folder, 'pipe.txt')])
    const { found, problems } = await find('.')
    expect(found).toEqual(['good = good.txt', 'link = link.txt'])
    expect(problems.map(({ path }) => path)).toEqual(['broken.txt', 'pipe.txt', 'self.txt'])
    expect((await find('pipe.txt')).problems[0]?.reason).toContain('a pipe')
  })

  it.runIf(process.platform === 'linux')('names a file whose name is not UTF-8', async () => {
    put('good.txt')
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/bad`), Buffer.from([0xff]), Buffer.from('.txt')]), '5')
    const { found, problems } = await find('.')
    expect(found).toEqual(['good = good.txt'])
    expect(problems).toEqual([{ path: 'bad\ufffd.txt', reason: expect.stringContaining('not UTF-8') }])
  })
})
