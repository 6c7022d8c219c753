import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DecisionError } from '../../pipeline/reconcile/decision-error.ts'
import { draftChoice } from '../../pipeline/reconcile/draft-decision.ts'
import type { Claim, ClaimRow } from '../../schemas/claim.ts'
import { runs } from './runs.ts'
import { observationOf, percent, plain, reconciled } from './sample.ts'

const ruler = { id: 'd_001', reason: 'Seen in the register.', by: 'reviewer', on: '2026-11-22' }

/** Texts with a figure or two each, of two keys, and values near enough to rival. */
const texts: fc.Arbitrary<Record<string, Claim[]>> = fc
  .array(
    fc.tuple(
      fc.integer({ min: 290, max: 298 }).map((n) => percent(`${Math.floor(n / 100)}.${n % 100}`)),
      fc.option(fc.integer({ min: 160, max: 166 }).map((n) => plain(`${n},100`))),
    ),
    { minLength: 2, maxLength: 3 },
  )
  .map((all) =>
    Object.fromEntries(
      all.map(([share, count], at) => [
        `text_${at}`,
        [share, ...(count === null ? [] : [count])].map((each, order) => ({
          ...each,
          selector: { ...each.selector, prefix: `text ${at} figure ${order} is `, suffix: ' as said' },
        })),
      ]),
    ),
  )

const rowsOf = (documents: Record<string, Claim[]>): ClaimRow[] => {
  const { placements } = reconciled(documents)
  return Object.entries(documents).flatMap(([document, own]) =>
    own.map((each) => ({ ...each, document, ...placements.get(each.id)!, page: '' })),
  )
}

test('P12 a ruling survives another run, goes stale on new evidence, and stops the run when it is orphaned', () => {
  let [survived, stale, orphaned] = [0, 0, 0]
  fc.assert(
    fc.property(texts, fc.nat(), (documents, pick) => {
      const rows = rowsOf(documents)
      const row = rows[pick % rows.length]!
      const decision = draftChoice(observationOf(reconciled(documents), row), row.id, rows, ruler)
      const runWith = (all: Record<string, Claim[]>) => observationOf(reconciled(all, {}, [decision]), row)

      const again = runWith(Object.fromEntries(Object.entries(documents).reverse()))
      expect(again.decision_id).toBe('d_001')
      expect(again.flags).not.toContain('decision_stale')
      if (again.n_values > 1) expect(again.decided_by === 'R0' || again.candidates.length > again.n_values).toBe(true)
      survived += 1

      // The same value again, in a text of its own: the guard holds, the evidence does not.
      const more = runWith({ ...documents, text_9: [{ ...row, id: 'c_again' }] })
      expect(more.decision_id).toBe('d_001')
      expect(more.flags).toContain('decision_stale')
      expect(more.value).toBe(again.value)
      stale += 1

      const without = Object.fromEntries(
        Object.entries(documents).map(([name, own]) => [name, own.filter(({ id }) => id !== row.id)]),
      )
      expect(() => reconciled(without, {}, [decision])).toThrow(DecisionError)
      orphaned += 1
    }),
    runs(),
  )
  expect([survived, stale, orphaned]).toEqual([runs().numRuns, runs().numRuns, runs().numRuns])
})
