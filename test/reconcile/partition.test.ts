import { expect, test } from 'vitest'
import { fromRecord, type PlacedRecord, toRecord } from '../../pipeline/reconcile/partition.ts'
import { placeCorpus } from '../../pipeline/reconcile/place-corpus.ts'
import { goldSeeds } from './gold-claims.ts'
import { knowledge } from './sample.ts'
import { seedSources } from './seed-sources.ts'

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
