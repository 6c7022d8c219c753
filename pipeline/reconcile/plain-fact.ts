import type { Check } from '../../schemas/observation.ts'
import { type CheckFact, endsOf, scopeOf } from './check-row.ts'
import type { Interval } from './interval.ts'
import { observationId, shortId } from './key.ts'
import type { Placed } from './placed.ts'

/** A check that is no equation: a band, a path, a comparison of two days. */
export interface PlainFact {
  readonly relation: string
  /** Role -> claims. */
  readonly inputs: readonly (readonly [string, readonly Placed[]])[]
  /** What is computed from them, and the band it is held against. */
  readonly observed: Interval | null
  readonly band: Interval | null
  readonly outcome: Check['outcome']
  readonly force: Check['force']
  readonly supports?: readonly Placed[]
  readonly refutes?: readonly Placed[]
  readonly margin?: string | null
  readonly text: string
}

const ids = (claims: readonly Placed[]): string[] => claims.map(({ claim }) => claim.id).sort()

export const plainFact = (fact: PlainFact): CheckFact => {
  const claims = fact.inputs.flatMap(([, each]) => each)
  const inputs = fact.inputs.flatMap(([role, each]) => ids(each).map((id) => `${role}:${id}`))
  const { scope, documents } = scopeOf(claims)
  const [band, observed] = [endsOf(fact.band), endsOf(fact.observed)]
  const key = fact.inputs[0]?.[1][0]?.key ?? null
  const row: Check = {
    id: shortId('k', [fact.relation, scope, documents.join(';'), inputs.join(';')].join('\n')),
    relation: fact.relation,
    scope,
    observation_id: key === null ? null : observationId(key),
    force: fact.force,
    documents,
    inputs,
    predicted_low: band.low,
    predicted_high: band.high,
    observed_low: observed.low,
    observed_high: observed.high,
    outcome: fact.outcome,
    margin: fact.margin ?? null,
    supports: ids(fact.supports ?? []),
    refutes: ids(fact.refutes ?? []),
    text: fact.text,
  }
  return {
    row,
    identity: null,
    role: null,
    operands: new Map(),
    predicted: fact.band,
    quantity: key,
    rests: new Set(claims.map(({ claim }) => claim.id)),
  }
}
