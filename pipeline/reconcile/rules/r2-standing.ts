import type { Placed } from '../placed.ts'
import { evidenceOf, onlyOne, type Rule } from './rule.ts'

const isActual = ({ claim }: Placed): boolean => claim.status !== 'estimate' && claim.status !== 'target'

/** Whether one goal was certainly adopted before another; days of unlike precision are compared as far as both go. */
const isBefore = (a: string, b: string): boolean => {
  const length = Math.min(a.length, b.length)
  return a.slice(0, length) < b.slice(0, length)
}

/** It has an actual figure where the others have estimates; of goals, it was adopted last. */
export const standingRule: Rule = {
  name: 'R2',
  decides: true,
  opposes: true,
  choose: ({ candidates }) => {
    const claims = candidates.map(evidenceOf)
    if (claims.flat().every(({ claim }) => claim.status === 'target')) {
      const isAfter = (later: readonly Placed[], earlier: readonly Placed[]): boolean =>
        later.some(
          (a) => a.adopted !== null && earlier.every((b) => b.adopted !== null && isBefore(b.adopted, a.adopted!)),
        )
      return onlyOne(candidates, (_, at) => claims.every((each, other) => other === at || isAfter(claims[at]!, each)))
    }
    return onlyOne(candidates, (_, at) => claims[at]!.some(isActual))
  },
}
