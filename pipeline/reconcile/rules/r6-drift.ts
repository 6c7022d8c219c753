import type { Candidate } from '../value-set.ts'
import { evidenceOf, type Rule, unbeaten } from './rule.ts'

const documentsOf = (candidate: Candidate): string[] => [
  ...new Set(evidenceOf(candidate).map(({ claim }) => claim.document)),
]

/** The text it stands in lies above the others' in nearly all figures that differ. Only agrees or stands against. */
export const driftRule: Rule = {
  name: 'R6',
  decides: false,
  opposes: true,
  keep: ({ candidates, driftBetween }) => {
    const isLater = (document: string, other: string): boolean => {
      const found = document === other ? null : driftBetween(document, other)
      return found?.isSignificant === true && found.higher === document
    }
    return unbeaten(candidates, (winner, loser) =>
      documentsOf(loser).some((other) => documentsOf(winner).some((own) => isLater(own, other))),
    )
  },
}
