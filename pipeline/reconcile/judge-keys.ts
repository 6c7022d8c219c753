import type { Court } from './contest.ts'
import type { Ruled } from './decisions.ts'
import { observationId } from './key.ts'
import type { Keyed } from './keyed.ts'
import { groupedBy } from './restatement.ts'
import { valueSet } from './value-set.ts'
import { judgeContest } from './verdict.ts'

/** The claims of each key with their candidate values, and the value that is published; keys as they first come. */
export const judgeKeys = (ruled: Ruled, court: Court): Keyed[] => {
  const keyed = ruled.placed.filter(({ key }) => key !== null)
  return [...groupedBy(keyed, ({ key }) => key!)].map(([key, claims]): Keyed => {
    const values = valueSet(claims)
    const chosen = ruled.chosen.get(key)
    const rivals = values.candidates.length > 1
    const verdict = rivals ? judgeContest(court.contest(key, values.candidates, chosen?.claim ?? null)) : null
    return {
      key,
      id: observationId(key),
      parts: claims[0]!.parts!,
      claims,
      values,
      verdict,
      winner: verdict === null ? values.candidates[0]! : verdict.winner,
      decision: chosen === undefined ? null : { id: chosen.decision, isStale: chosen.isStale },
      flagged: ruled.flags.get(key) ?? [],
    }
  })
}
