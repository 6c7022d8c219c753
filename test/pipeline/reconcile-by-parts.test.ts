import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reconcileParts, spreadClaims } from '../../pipeline/index.ts'
import { placeCorpus } from '../../pipeline/reconcile/place-corpus.ts'
import { reconcilePlaced } from '../../pipeline/reconcile/reconcile-placed.ts'
import { plantCorpus } from '../reconcile/corpus.ts'
import { knowledge } from '../reconcile/sample.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parts-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const sorted = (rows: readonly object[]): string[] => rows.map((row) => JSON.stringify(row)).sort()

test('a corpus spread over files in batches and reconciled file by file gives the rows of the whole', () => {
  const batches = [1, 2, 3].map((at) =>
    plantCorpus(60, at, { typo: 4, scale: 1, stale: 15 }, { prefix: `text_${at}`, firstPlace: 20 * at }),
  )
  const parts = { folder: join(folder, 'parts'), files: 3 }
  const count = spreadClaims(batches, parts, knowledge)
  expect(count).toBe(batches.flatMap(({ results }) => results.flatMap(({ claims }) => claims)).length)
  expect(readdirSync(parts.folder).length).toBeGreaterThan(1)

  const tables = [...reconcileParts(parts, knowledge)]
  const all = {
    results: batches.flatMap(({ results }) => results),
    facts: Object.assign({}, ...batches.map(({ facts }) => facts)),
  }
  const whole = reconcilePlaced(placeCorpus(all.results, all.facts, knowledge).placed, knowledge)
  for (const table of ['observations', 'relations', 'conflicts', 'checks', 'hedges'] as const) {
    const rows: readonly object[] = tables.flatMap((each) => [...each[table]])
    expect(rows.length, table).toBeGreaterThan(table === 'hedges' ? 5 : 50)
    expect(sorted(rows)).toEqual(sorted(whole[table]))
  }
  expect(new Map(tables.flatMap(({ placements }) => [...placements]))).toEqual(whole.placements)
})
