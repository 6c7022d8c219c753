import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadCatalog } from '../../../catalog/load.ts'
import { packageRoot } from '../../../catalog/package-root.ts'
import { readSourceFacts } from '../../../pipeline/read/source-facts.ts'

let base: string
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'provenum-'))
  writeFileSync(join(base, 'a.txt'), 'text')
})
afterEach(() => rmSync(base, { recursive: true, force: true }))
const read = (yaml: string) => {
  writeFileSync(join(base, 'sources.yaml'), yaml)
  return readSourceFacts(base, new Set(['vss', 'government']))
}

describe('sources.yaml', () => {
  it('is not needed', async () => {
    expect(await readSourceFacts(base, new Set())).toEqual(new Map())
    expect(await readSourceFacts(join(base, 'a.txt'), new Set())).toEqual(new Map())
  })

  it('gives the facts of a file by its path, and null for what it leaves out', async () => {
    const facts = await read('a.txt:\n  publisher: Paper\n  origin: vss\n')
    expect([...facts.keys()]).toEqual([join(base, 'a.txt')])
    expect(facts.get(join(base, 'a.txt'))).toMatchObject({
      publisher: 'Paper',
      origin: 'vss',
      url: null,
      published: null,
    })
  })

  it.each([
    [
      'a field that does not exist',
      'a.txt:\n  publsher: Paper\n',
      /sources\.yaml:2:3 .*"publsher"; did you mean "publisher"\?/u,
    ],
    [
      'a file that does not exist',
      'b.txt:\n  publisher: Paper\n',
      /sources\.yaml:1:1 .*holds no such file; write its name with its ending/u,
    ],
    [
      'an authority that does not exist',
      'a.txt:\n  origin: vsss\n',
      /sources\.yaml:2:3 .*no authority "vsss"; did you mean "vss"\?/u,
    ],
    ['a date of another form', 'a.txt:\n  published: 6/3/2022\n', /sources\.yaml:2:3 /u],
    ['YAML that cannot be read', 'a.txt: [\n', /sources\.yaml:\d+:\d+/u],
  ])('refuses %s, with line and mend', async (_, yaml, message) => {
    await expect(read(yaml)).rejects.toMatchObject({ name: 'UserError', message: expect.stringMatching(message) })
  })

  it('of the seeds speaks of each of them, and of nobody the catalog does not know', async () => {
    const seeds = join(packageRoot(), 'seeds')
    const { authorities } = await loadCatalog()
    const facts = await readSourceFacts(seeds, new Set(authorities.keys()))
    const names = readdirSync(seeds).filter((name) => name.endsWith('.txt'))
    expect([...facts.keys()].sort()).toEqual(names.map((name) => join(seeds, name)).sort())
  })
})
