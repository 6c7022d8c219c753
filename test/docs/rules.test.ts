import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { compile } from '../../catalog/compile.ts'
import { loadCatalog } from '../../catalog/load.ts'
import { packageRoot } from '../../catalog/package-root.ts'
import { docsFile } from '../../docs/make/pages.ts'
import { rulesPage } from '../../docs/make/rules-page.ts'
import { rules } from '../../extractors/index.ts'
import { extractDocument } from '../../pipeline/extract-document.ts'

const page = rulesPage()
const catalog = compile(await loadCatalog())
const evidenceRules: Record<string, string> = parse(readFileSync(docsFile('method/evidence-rules.yaml'), 'utf8'))

const texts = ['seeds', 'test/articles'].flatMap((folder) =>
  readdirSync(join(packageRoot(), folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:txt|md|html)$/u.test(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(packageRoot(), folder, name), 'utf8') })),
)
const results = texts.map(({ name, text }) =>
  extractDocument({ name, path: name, sha256: '', bytes: 0, text }, catalog),
)

describe('the list of rules', () => {
  it('has every rule in the order in which they are asked', () => {
    const order = rules.map(({ name }) => page.indexOf(`| \`${name}\` | a `))
    expect(order.every((at, index) => at > (order[index - 1] ?? 0))).toBe(true)
  })

  it('has every rule that reads or sets aside a number in any article', () => {
    expect(texts.length).toBeGreaterThan(20)
    const used = new Set(
      results.flatMap(({ claims, unclaimed }) => [
        ...claims.map(({ rule }) => rule),
        ...unclaimed.map(({ rule }) => rule),
      ]),
    )
    expect([...used].filter((rule) => !page.includes(`\`${rule}\``))).toEqual([])
  })

  it('says what every rule of evidence in any article means', () => {
    const used = new Set(
      results.flatMap(({ claims }) =>
        claims.flatMap(({ evidence }) => Object.values(evidence).map((each) => each?.rule ?? '')),
      ),
    )
    expect(used.size).toBeGreaterThan(20)
    expect([...used].filter((rule) => !(rule in evidenceRules)).sort()).toEqual([])
  })

  it('names no rule of evidence that the code does not know', () => {
    const folder = join(packageRoot(), 'pipeline', 'resolve')
    const code = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n')
    expect(Object.keys(evidenceRules).filter((rule) => !code.includes(`'${rule}'`))).toEqual([])
  })

  it('tells the rules of the verdict from the first to the last', () => {
    for (const name of ['R0', 'R1', 'R8']) expect(page).toContain(`| \`${name}\` | `)
  })

  it('has no row without words', () => {
    expect(page.split('\n').filter((line) => /^\| .*\| {2}\| \[/u.test(line))).toEqual([])
  })
})
