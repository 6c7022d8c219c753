import type { DocumentContext } from './context.ts'
import type { Draft } from './draft.ts'
import { inForceDay, ruleDay } from './in-force.ts'
import { natureOf } from './nature.ts'
import { take } from './take-date.ts'
import { pointsBack, tenseOf } from './tense.ts'

const namesLaw = ({ reading, sentence, mention }: Draft): boolean =>
  reading.mentions.some(
    (each) => each.kind === 'legal_document' && each.first >= sentence.first && each.first < mention.first,
  )

/** "Under Decree 146 the premium is 4.5% of the base salary": what a law sets is of no period that the text spoke of before. */
export const isByLaw = (draft: Draft): boolean =>
  draft.kind === 'percentage' && draft.measure === 'level' && namesLaw(draft)

/** "Under the Law on Employment the benefit is 60% of wages": a heading with a date does not date what a law sets. */
export const isLaw = (draft: Draft, context: DocumentContext): boolean =>
  draft.reading.passage.cell === null &&
  draft.status === 'actual' &&
  (isByLaw(draft) || natureOf(draft, context) === 'rate')

/** "You need 40 credits", "The reserve would cover four months": what holds, of nothing that the catalog dates. */
export const isHolding = (draft: Draft, context: DocumentContext): boolean => {
  const tense = tenseOf(draft)
  const nature = natureOf(draft, context)
  return (
    (tense === 'present' || tense === 'perfect') &&
    draft.status === 'actual' &&
    !pointsBack(draft) &&
    (nature === null || nature === 'rate')
  )
}

/** "From then on the allowance will be no less than VND500,000": what a new rule sets is of the day from which it holds. */
export const fromLaw = (draft: Draft, context: DocumentContext): boolean => {
  const nature = natureOf(draft, context)
  if (draft.kind === 'count' || draft.kind === 'quantity' || (nature !== null && nature !== 'rate')) return false
  if (draft.status !== 'actual' || tenseOf(draft) === 'past' || tenseOf(draft) === 'perfect' || isByLaw(draft))
    return false
  const found = inForceDay(context)
  if (found !== null) return take(draft, found.reading, found.when, context, 'in-force', false)
  // "Under Decree 24, from July 1 the base salary is 1.8 million dong": the sums that follow from it are of that day as well.
  const set = (draft.kind === 'money' || draft.measure === 'change') && !namesLaw(draft) ? ruleDay(context) : null
  return set !== null && take(draft, set.reading, set.when, context, 'in-force', false)
}
