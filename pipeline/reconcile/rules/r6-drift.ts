import type { Candidate } from '../value-set.ts'
import { evidenceOf, onlyOne, type Rule } from './rule.ts'

const documentsOf = (candidate: Candidate): string[] => [
  ...new Set(evidenceOf(candidate).map(({ claim }) => claim.document)),
]

/** The text it stands in lies above the others' in nearly all figures that differ. Only agrees or stands against. */
export const driftRule: Rule = {
  name: 'R6',
  decides: false,
  opposes: true,
  choose: ({ candidates, driftBetween }) => {
    const documents = candidates.map(documentsOf)
    const isLater = (document: string, other: string): boolean => {
      const found = document === other ? null : driftBetween(document, other)
      return found?.isSignificant === true && found.higher === document
    }
    return onlyOne(candidates, (_, at) =>
      documents.every(
        (others, other) =>
          other === at || others.some((document) => documents[at]!.some((own) => isLater(own, document))),
      ),
    )
  },
}
