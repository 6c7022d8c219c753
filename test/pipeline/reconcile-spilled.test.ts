import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { CompiledCatalog } from '../../catalog/compile.ts'
import { localStages } from '../../pipeline/local-stages.ts'
import { apart } from '../../pipeline/reconcile/apart.ts'
import { reconcileSpilled } from '../../pipeline/reconcile-spilled.ts'
import { Shelves } from '../../pipeline/shelves.ts'
import { SpilledResults } from '../../pipeline/spilled-results.ts'
import type { Claim } from '../../schemas/claim.ts'
import type { SourceList } from '../../schemas/document.ts'
import type { DocumentResult } from '../../schemas/result.ts'
import { plantCorpus } from '../reconcile/corpus.ts'
import { claim, documentOf, knowledge, plain } from '../reconcile/sample.ts'

const catalog = await localStages.load()
/** A catalog in which the planted texts are known. */
const known = { catalog: knowledge } as unknown as CompiledCatalog
const shelves = new Shelves(mkdtempSync(join(tmpdir(), 'spilled-')))
afterAll(() => shelves.close())

const spilled = (results: readonly DocumentResult[]): SpilledResults => {
  const found = new SpilledResults(shelves.shelf())
  // The last first: documents come from the disk in no order.
  for (const each of [...results].reverse()) found.add(each)
  return found
}

const tablesOf = (results: readonly DocumentResult[], facts: SourceList, most: number) => {
  const sizes: number[] = []
  const corpus = { results: spilled(results), facts, catalog: known, decisions: [] }
  const reconcile: typeof localStages.reconcile = (figures, ...rest) => {
    sizes.push(figures.length)
    return localStages.reconcile(figures, ...rest)
  }
  const { placementsOf, sources, calibration, ...tables } = reconcileSpilled(corpus, reconcile, shelves, most)
  const rows = Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, [...table]]))
  const placements = results.map(({ document }) => [document, placementsOf(document)])
  return {
    sizes,
    found: { ...rows, calibration, placements, sources: [...sources].sort(([a], [b]) => (a < b ? -1 : 1)) },
  }
}

describe('results that lie on the disk', () => {
  const planted = [1, 2, 3].map((at) =>
    plantCorpus(40, at, { typo: 4, scale: 1, stale: 15 }, { prefix: `text_${at}`, firstPlace: 20 * at }),
  )
  // Each corpus numbers its texts from 0, and words them by that number: of three corpora they would be copies.
  const worded = (result: DocumentResult, corpus: number): DocumentResult => ({
    ...result,
    claims: result.claims.map((each) => ({
      ...each,
      sentence: { ...each.sentence, exact: each.sentence.exact.replace(/\d+/gu, `$&of${corpus}`) },
    })),
  })
  const results = planted.flatMap((each, corpus) => each.results.map((result) => worded(result, corpus)))
  const facts: SourceList = Object.assign({}, ...planted.map((each) => each.facts))

  it('are reconciled batch by batch into the rows of the whole, in the same order', () => {
    const whole = tablesOf(results, facts, Number.POSITIVE_INFINITY)
    const parted = tablesOf(results, facts, 100)
    expect(whole.sizes).toEqual([results.length])
    expect(parted.sizes.length).toBeGreaterThan(3)
    expect(parted.found).toEqual(whole.found)
    const { relations, checks, hedges } = whole.found as unknown as Record<string, readonly unknown[]>
    for (const rows of [relations, checks, hedges]) expect(rows!.length).toBeGreaterThan(5)
  })
})

describe('documents are apart', () => {
  const names = (documents: Readonly<Record<string, readonly Claim[]>>): string[][] =>
    apart(
      Object.entries(documents).map(([name, claims]) => documentOf(name, claims)),
      {},
      catalog.catalog,
    )
  const sentence = (text: string): Claim['sentence'] => ({ start: 0, end: text.length, exact: text })
  const at = (place: string | null, words: string, fields: Partial<Claim> = {}): Claim =>
    plain('5', { place, sentence: sentence(words), ...fields })

  it('where they name no place in common, also by way of a third', () => {
    const documents = { a: [at('VN-01', 'one')], b: [at('VN-02', 'two')], c: [at('VN-01', 'x'), at('VN-03', 'y')] }
    expect(names(documents)).toEqual([['a', 'c'], ['b']])
    expect(names({ ...documents, d: [at('VN-02', 'z'), at('VN-03', 'w')] })).toEqual([['a', 'b', 'c', 'd']])
    expect(names({ a: [at(null, 'one')], b: [at(null, 'two')] })).toEqual([['a'], ['b']])
  })

  it('and not where one gives a share of the place that the other is of', () => {
    const share = claim({
      place: 'VN-01',
      of: 'national_participants',
      kind: 'percentage',
      sentence: sentence('share'),
    })
    const whole = at('VN', 'whole')
    const wholes = catalog.catalog.relations.flatMap((each) => (each.type === 'place_share' ? [each.of] : []))
    expect(wholes.length).toBeGreaterThan(0)
    expect(names({ a: [{ ...share, of: wholes[0]! }], b: [whole] })).toEqual([['a', 'b']])
    expect(names({ a: [{ ...share, of: null }], b: [whole] })).toEqual([['a'], ['b']])
  })

  it('and not where both give amounts in two currencies', () => {
    const amounts = (place: string): Claim[] =>
      ['USD', 'VND'].map((unit) => at(place, `${place} ${unit}`, { kind: 'money', unit }))
    expect(names({ a: amounts('VN-01'), b: amounts('VN-02') })).toEqual([['a', 'b']])
    expect(names({ a: amounts('VN-01'), b: [amounts('VN-02')[0]!] })).toEqual([['a'], ['b']])
  })

  it('and not where they are copies of one report', () => {
    const report = 'the number of people who take part in social insurance rose again in the last quarter of the year'
    expect(names({ a: [at('VN-01', report)], b: [at('VN-02', report)] })).toEqual([['a', 'b']])
  })
})
