import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Batch, reconcileParts, spreadClaims } from '../../pipeline/index.ts'
import { placeCorpus } from '../../pipeline/reconcile/place-corpus.ts'
import { type ReconciledTables, reconcilePlaced } from '../../pipeline/reconcile/reconcile-placed.ts'
import type { DocumentFigures } from '../../schemas/result.ts'
import { plantCorpus } from '../reconcile/corpus.ts'
import { knowledge, plain } from '../reconcile/sample.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parts-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const sorted = (rows: readonly object[]): string[] => rows.map((row) => JSON.stringify(row)).sort()

/** The tables of the parts hold the rows of the whole, and no other. */
const expectWhole = (batches: readonly Batch[], tables: readonly ReconciledTables[]): void => {
  const results = batches.flatMap((batch) => batch.results)
  const facts = Object.assign({}, ...batches.map((batch) => batch.facts))
  const whole = reconcilePlaced(placeCorpus(results, facts, knowledge).placed, knowledge)
  for (const table of ['observations', 'relations', 'conflicts', 'checks', 'hedges'] as const) {
    const rows: readonly object[] = tables.flatMap((each) => [...each[table]])
    expect(rows.length, table).toBeGreaterThan(table === 'hedges' ? 5 : 50)
    expect(sorted(rows)).toEqual(sorted(whole[table]))
  }
  expect(new Map(tables.flatMap(({ placements }) => [...placements]))).toEqual(whole.placements)
}

const planted = (): Batch[] =>
  [1, 2, 3].map((at) =>
    plantCorpus(60, at, { typo: 4, scale: 1, stale: 15 }, { prefix: `text_${at}`, firstPlace: 20 * at }),
  )

test('a corpus spread over files in batches and reconciled file by file gives the rows of the whole', () => {
  const batches = planted()
  const parts = { folder: join(folder, 'parts'), files: 3 }
  const count = spreadClaims(batches, parts, knowledge)
  expect(count).toBe(batches.flatMap(({ results }) => results.flatMap(({ claims }) => claims)).length)
  expect(readdirSync(parts.folder).length).toBeGreaterThan(1)
  expectWhole(batches, [...reconcileParts(parts, knowledge)])
})

describe('a place with too many claims', () => {
  /** Beside the register: two figures of a fund, which nothing joins to it, and one of no indicator. */
  const withOthers = (result: DocumentFigures): DocumentFigures => {
    const [first] = result.claims
    if (first === undefined) return result
    const { sentence, place, period } = first
    const others = [
      { indicator: 'fund.revenue', kind: 'money', unit: 'VND' },
      { indicator: 'fund.debt', kind: 'money', unit: 'VND' },
      { indicator: null },
    ] as const
    const figures = others.map((fields, at) =>
      plain(`${1_000 + at}`, { ...fields, document: result.document, sentence, place, period }),
    )
    return { ...result, claims: [...result.claims, ...figures] }
  }
  const batches = planted().map(({ results, facts }) => ({ results: results.map(withOthers), facts }))
  const read = (name: string, most: number): { tables: ReconciledTables[]; left: string[] } => {
    const parts = { folder: join(folder, name), files: 2, most }
    spreadClaims(batches, parts, knowledge)
    return { tables: [...reconcileParts(parts, knowledge)], left: readdirSync(parts.folder) }
  }
  test('is parted by what its indicators have to do with each other, and the rows stay those of the whole', () => {
    const { tables, left } = read('fine', 40)
    expectWhole(batches, tables)
    expect(tables.length).toBeGreaterThan(2 * read('coarse', 20_000).tables.length)
    expect(left.sort()).toEqual(['0', '1'])
  })
  test('can be read twice', () => {
    const parts = { folder: join(folder, 'fine'), files: 2, most: 40 }
    expect([...reconcileParts(parts, knowledge)].length).toBe([...reconcileParts(parts, knowledge)].length)
  })
})
