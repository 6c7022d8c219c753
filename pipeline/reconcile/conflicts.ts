import type { Conflict, Relation } from '../../schemas/observation.ts'
import type { CheckFact } from './check-row.ts'
import type { Court } from './contest.ts'
import { intersect } from './interval.ts'
import type { Keyed } from './keyed.ts'
import type { LatentChecks } from './latent-checks.ts'
import { latent } from './ledger.ts'
import type { Placed } from './placed.ts'

/** What the rows of conflicts are written from. */
export interface Disputes {
  readonly court: Court
  readonly latents: LatentChecks
  readonly keyedOf: (observation: string) => Keyed | undefined
  readonly claim: (id: string) => Placed
  readonly factsOf: (claim: string) => readonly CheckFact[]
}

interface Dispute {
  readonly row: Relation
  readonly a: Placed
  readonly b: Placed
  readonly keyed: Keyed | null
}

const mustBeSeen = ({ relation, strength, comparability }: Relation): boolean =>
  relation === 'conflict' || relation === 'superseded' || strength === 'weak' || comparability === 'near'

/** The two texts take their shares of wholes that cannot be one. */
const isOfTwoWholes = ({ a, b }: Dispute, { latents }: Disputes): boolean => {
  if (a.parts === null || a.parts.of === null) return false
  const perText = latents.perText.get(latent(a.parts.of, a.parts.place, a.parts.period))
  const [first, second] = [perText?.get(a.claim.document), perText?.get(b.claim.document)]
  return first !== undefined && second !== undefined && intersect(first, second) === null
}

const loserOf = ({ a, b, keyed }: Dispute): Placed | null => {
  const winner = keyed?.winner
  if (!winner) return null
  const [hasA, hasB] = [winner.claims.includes(a), winner.claims.includes(b)]
  return hasA === hasB ? null : hasA ? b : a
}

/** A slip of one digit that its own text shows to be one. */
const isTypo = (dispute: Dispute, court: Court): boolean => {
  const loser = loserOf(dispute)
  if (loser === null || dispute.row.digit_distance === null || dispute.row.digit_distance > 1) return false
  return court.corpus.views.get(loser.claim.document)?.isConsistent() === false
}

/** An earlier figure that its own text bears out, replaced by a later one. */
const isRevision = (dispute: Dispute, court: Court): boolean => {
  const loser = loserOf(dispute)
  if (loser === null || !['R2', 'R4', 'R5'].includes(dispute.keyed?.verdict?.decidedBy ?? '')) return false
  return court.corpus.views.get(loser.claim.document)?.isConsistent() === true
}

const causeOf = (dispute: Dispute, disputes: Disputes): Conflict['cause'] => {
  const { court } = disputes
  const { row, a, b } = dispute
  if (row.comparability === 'near') return row.reason?.includes('near of') ? 'denominator' : 'unit'
  if (row.relation === 'superseded') return 'revision'
  if (row.relation === 'consistent_truncation') return 'truncation'
  if (row.hints.includes('scale_suspect')) return 'scale'
  if ([a, b].some(({ flags }) => flags.includes('facet_unknown'))) return 'facet'
  if (isOfTwoWholes(dispute, disputes)) return 'denominator'
  if (isTypo(dispute, court)) return 'typo'
  return isRevision(dispute, court) ? 'revision' : 'unknown'
}

/** Checks that refute either, or that bear out either within its own text; and the drift of the two texts. */
const evidenceFor = ({ a, b }: Dispute, { factsOf, court }: Disputes): string[] => {
  const ids = [a, b].flatMap(({ claim }) =>
    factsOf(claim.id)
      .filter(({ row }) => row.refutes.includes(claim.id) || (row.scope === 'document' && row.outcome === 'supports'))
      .map(({ row }) => row.id),
  )
  const found = a.claim.document === b.claim.document ? null : court.driftBetween(a.claim.document, b.claim.document)
  return [...[...new Set(ids)].sort(), ...(found?.isSignificant ? [`drift ${found.lower} ${found.higher}`] : [])]
}

/** What a level of two texts is called, so that what follows from it can be found. */
const levelName = ({ a, b }: Dispute): string =>
  [a.parts!.indicator, a.parts!.place, a.parts!.period, ...[a.claim.document, b.claim.document].sort()].join('\n')

/** The conflicts of levels, by what they are of. */
const levelConflicts = (disputes: readonly Dispute[]): ReadonlyMap<string, Dispute> =>
  new Map(
    disputes
      .filter(({ a, row }) => row.relation === 'conflict' && a.parts?.measure === 'level')
      .map((dispute) => [levelName(dispute), dispute]),
  )

/** The conflict that this one follows from: a gap or change of a level on which the same two texts disagree. */
const sourceOf = (dispute: Dispute, levels: ReadonlyMap<string, Dispute>): string | null => {
  if (dispute.a.parts === null || dispute.a.parts.measure === 'level') return null
  const above = levels.get(levelName(dispute))
  return above === undefined ? null : `${above.row.claim_a};${above.row.claim_b}`
}

const resolutionOf = (dispute: Dispute): string => {
  const { row, keyed, a } = dispute
  if (row.comparability === 'near')
    return row.preferred === null ? 'both_kept' : `two_observations_${row.preferred === a.claim.id ? 'a' : 'b'}_later`
  if (keyed?.winner == null) return 'unresolved'
  const loser = loserOf(dispute)
  if (loser !== null) return loser === a ? 'preferred_b' : 'preferred_a'
  return keyed.winner.claims.includes(a) ? 'both_fit' : 'preferred_neither'
}

/** The pairs that a reviewer must see: those that disagree, or that agree only weakly or nearly. In order of `rows`. */
export const conflictRows = (rows: readonly Relation[], disputes: Disputes): Conflict[] => {
  const seen = rows.filter(mustBeSeen).map(
    (row): Dispute => ({
      row,
      a: disputes.claim(row.claim_a),
      b: disputes.claim(row.claim_b),
      keyed: row.observation_id === null ? null : (disputes.keyedOf(row.observation_id) ?? null),
    }),
  )
  const levels = levelConflicts(seen)
  return seen.map((dispute) => ({
    ...dispute.row,
    cause: causeOf(dispute, disputes),
    cause_evidence: evidenceFor(dispute, disputes),
    depends_on: sourceOf(dispute, levels),
    resolution: resolutionOf(dispute),
    decided_by: dispute.keyed?.verdict?.decidedBy ?? null,
  }))
}
