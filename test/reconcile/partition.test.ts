import { expect, test } from 'vitest'
import { fromRecord, type PlacedRecord, partOf, toRecord } from '../../pipeline/reconcile/partition.ts'
import { placeCorpus } from '../../pipeline/reconcile/place-corpus.ts'
import { type ReconciledTables, reconcilePlaced } from '../../pipeline/reconcile/reconcile-placed.ts'
import { groupedBy } from '../../pipeline/reconcile/restatement.ts'
import { plantCorpus } from './corpus.ts'
import { goldSeeds } from './gold-claims.ts'
import { knowledge } from './sample.ts'
import { seedSources } from './seed-sources.ts'

const sorted = (rows: readonly object[]): string[] => rows.map((row) => JSON.stringify(row)).sort()
const joined = (
  parts: readonly ReconciledTables[],
  table: 'observations' | 'relations' | 'conflicts' | 'checks' | 'hedges',
): string[] => sorted(parts.flatMap((part) => part[table] as readonly object[]))

test('a claim written out and read back is placed as before', () => {
  for (const placed of placeCorpus(goldSeeds(), seedSources, knowledge).placed) {
    const back = fromRecord(JSON.parse(JSON.stringify(toRecord(placed))) as PlacedRecord, knowledge)
    expect([back.key, back.parts, back.flags, back.adopted]).toEqual([
      placed.key,
      placed.parts,
      placed.flags,
      placed.adopted,
    ])
    expect(back.writing?.meant).toEqual(placed.writing?.meant)
  }
})

test('a corpus reconciled part by part gives the rows of the whole', () => {
  const { results, facts } = plantCorpus(300, 11)
  const { placed } = placeCorpus(results, facts, knowledge)
  const whole = reconcilePlaced(placed, knowledge)
  const parts = [...groupedBy(placed, partOf).values()].map((part) => reconcilePlaced(part, knowledge))
  expect(parts.length).toBeGreaterThan(3)
  for (const table of ['observations', 'relations', 'conflicts', 'checks', 'hedges'] as const) {
    expect(joined(parts, table)).toEqual(sorted(whole[table]))
  }
})
