import type { Placed } from '../placed.ts'
import { evidenceOf, type Rule, unbeaten } from './rule.ts'

/** One origin said both, and this one certainly later. */
const isLater = (later: Placed, earlier: Placed): boolean =>
  later.source.origin !== null &&
  later.source.origin === earlier.source.origin &&
  later.source.asserted_not_before !== null &&
  earlier.source.asserted_not_after !== null &&
  earlier.source.asserted_not_after < later.source.asserted_not_before

/** Its origin is that of the others, and it said this after each of those. */
export const vintage: Rule = {
  name: 'R4',
  decides: true,
  opposes: true,
  keep: ({ candidates }) =>
    unbeaten(candidates, (winner, loser) =>
      evidenceOf(loser).every((earlier) => evidenceOf(winner).some((later) => isLater(later, earlier))),
    ),
}
