import { expect, it } from 'vitest'
import { loadCatalog } from '../../catalog/load.ts'
import { reviewQueue } from '../../pipeline/report/overview/queue.ts'
import { siteOf } from '../../pipeline/report/site.ts'
import type { ClaimRow } from '../../schemas/claim.ts'
import type { ObservationRow } from '../../schemas/observation.ts'
import { claimRow, observationRow } from '../pipeline/write/sample.ts'

const catalog = await loadCatalog()
const none = {
  relations: [],
  conflicts: [],
  checks: [],
  documents: [],
  legal_documents: [],
  unclaimed: [],
  hedges: [],
  calibration: [],
}
const queueOf = (observations: readonly ObservationRow[], claims: readonly ClaimRow[] = []) =>
  reviewQueue(
    siteOf({
      dataset: { ...none, claims, observations },
      catalog,
      version: '0',
      decisions: [],
      method: { rules: new Map(), translated: new Map(), scores: null },
    }),
  ).map(({ reason, observation, claim }) => [reason, observation ?? claim])

it('has the gravest first, and each observation once', () => {
  const rows = [
    observationRow({ id: 'o_low', grade: 'D', decided_by: 'R8' }),
    observationRow({ id: 'o_refuted', grade: 'D', flags: ['refuted'] }),
    observationRow({ id: 'o_stale', grade: 'B', flags: ['decision_stale', 'refuted'], decision_id: 'd_1' }),
    observationRow({ id: 'o_open', grade: 'U', preferred_claim: null, value: null, flags: ['refuted'] }),
    observationRow({ id: 'o_good', grade: 'A' }),
  ]
  expect(queueOf(rows)).toEqual([
    ['unresolved', 'o_open'],
    ['decision_stale', 'o_stale'],
    ['refuted', 'o_refuted'],
    ['low_grade', 'o_low'],
  ])
})

it('leaves what a reviewer has ruled on, on the same evidence', () => {
  expect(queueOf([observationRow({ grade: 'D', flags: ['refuted'], decision_id: 'd_1' })])).toEqual([])
})

it('puts what many documents say before what one says', () => {
  const rows = [1, 3, 2].map((n) => observationRow({ id: `o_${n}`, grade: 'D', n_docs: n }))
  expect(queueOf(rows)).toEqual([
    ['low_grade', 'o_3'],
    ['low_grade', 'o_2'],
    ['low_grade', 'o_1'],
  ])
})

it('has numerals of which neither reading was chosen, and those that a bound alone decided', () => {
  const reading = (name: 'thousands' | 'decimal', chosen: boolean) => ({ name, value: '1', chosen, tests: [] })
  const claims = [
    claimRow({ id: 'c_open', readings: [reading('thousands', false), reading('decimal', false)], flags: [] }),
    claimRow({
      id: 'c_bound',
      readings: [reading('thousands', true), reading('decimal', false)],
      flags: ['format_by_bound'],
    }),
    claimRow({
      id: 'c_sure',
      readings: [reading('thousands', true), reading('decimal', false)],
      flags: ['format_by_profile'],
    }),
  ]
  expect(queueOf([], claims)).toEqual([
    ['ambiguous', 'c_bound'],
    ['ambiguous', 'c_open'],
  ])
})
