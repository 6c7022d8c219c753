import { beforeAll, describe, expect, test } from 'vitest'
import { type Accuracy, measure, type Score } from './accuracy.ts'
import { plantCorpus } from './corpus.ts'

/* A smaller corpus than that of docs/method/reconciliation.md (npm run accuracy), drawn in the same way. */
let found: Accuracy

beforeAll(() => {
  found = measure(plantCorpus(500, 20240229))
})

const share = (scores: readonly Score[], name: string): number => {
  const { right, published } = scores.find((each) => each.name === name)!
  return right / published
}

describe('a true world, written by honest, careless and late hands', () => {
  test('holds what the generator promises', () => {
    expect(found.documents).toBeGreaterThanOrEqual(500)
    expect(found.rivals).toBeGreaterThan(150)
    expect(found.errors).toBeGreaterThan(100)
    expect(found.honestPairs).toBeGreaterThan(1500)
  })
  test('no honest pair is called a conflict', () => expect(found.honestConflicts).toBe(0))
  test('what is published between rivals holds the truth more often than by vote, by date or by mean', () => {
    const own = share(found.contested, 'Provenum')
    expect(own).toBeGreaterThan(0.9)
    for (const other of ['majority vote', 'latest wins', 'mean'])
      expect(own).toBeGreaterThan(share(found.contested, other) + 0.05)
  })
  test('four of five planted errors are set before a reviewer, and few honest figures are set aside', () => {
    expect(found.errorsSeen / found.errors).toBeGreaterThan(0.75)
    expect(found.honestAside / found.honest).toBeLessThan(0.04)
  })
  test('the same seed gives the same corpus and the same results', () => {
    expect(measure(plantCorpus(120, 3))).toEqual(measure(plantCorpus(120, 3)))
  })
})
