import { expect, test } from 'vitest'
import type { Claim } from '../../schemas/claim.ts'
import { knowledge, percent, reconciled } from './sample.ts'

test('a key with too many pairs has few rows, and they count every pair', () => {
  const count = 4 * Number(knowledge.reconciliation.most_pairs)
  const claims = Array.from({ length: Math.ceil(Math.sqrt(count)) }, (_, at): Claim => percent(`3${at % 7}.${at % 10}`))
  const documents = Object.fromEntries(claims.map((each, at) => [`text_${String(at).padStart(4, '0')}`, [each]]))
  const { relations } = reconciled(documents)
  const pairs = (claims.length * (claims.length - 1)) / 2
  expect(relations.length).toBeLessThan(pairs)
  expect(relations.reduce((sum, row) => sum + row.pairs, 0)).toBe(pairs)
})

test('of an estimate and the actual figure the pair prefers the actual, whichever text comes first', () => {
  const [estimate, actual] = [percent('33.10', { status: 'estimate' }), percent('33.75')]
  for (const documents of [
    { a: [estimate], b: [actual] },
    { a: [actual], b: [estimate] },
  ]) {
    expect(reconciled(documents).relations).toMatchObject([
      { relation: 'superseded', reason: 'estimate_then_actual', preferred: actual.id },
    ])
  }
})
