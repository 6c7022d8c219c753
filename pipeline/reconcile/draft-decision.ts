import type { ClaimRow } from '../../schemas/claim.ts'
import { Decision } from '../../schemas/decision.ts'
import type { Observation } from '../../schemas/observation.ts'
import { evidenceHash } from './decisions.ts'

/** Who rules, why, and on which day (ISO 8601); `id` is the ruling's own. */
export interface Ruler {
  readonly id: string
  readonly reason: string
  readonly by: string
  readonly on: string
}

const anchorOf = ({ document, selector: { prefix, exact, suffix } }: ClaimRow) => ({ document, prefix, exact, suffix })

const onKey = (observation: string, claims: readonly ClaimRow[]): ClaimRow[] =>
  claims.filter(({ observation_id }) => observation_id === observation)

/**
 * The line by which a reviewer chooses a claim of an observation, ready for `decisions.jsonl`: with the claim's words,
 * the evidence that the reviewer saw and the values on offer as its guard. Takes the rows of the dataset that was seen.
 *
 * Throws RangeError where the claim is not one of the observation.
 */
export const draftChoice = (
  observation: Observation,
  choose: string,
  claims: readonly ClaimRow[],
  ruler: Ruler,
): Decision => {
  const seen = onKey(observation.id, claims)
  const claim = seen.find(({ id }) => id === choose)
  if (claim === undefined) {
    const ids = seen.map(({ id }) => id).join(', ')
    throw new RangeError(`${choose} is no claim of ${observation.id}; choose one of ${ids}.`)
  }
  return Decision.parse({
    ...ruler,
    action: 'choose',
    key: observation.id,
    choose,
    quote: anchorOf(claim),
    evidence: evidenceHash(seen.map(({ id }) => id)),
    expect: { candidates: observation.candidates },
  })
}
