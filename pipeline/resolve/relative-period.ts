import type { DocumentContext } from './context.ts'
import { edtfOf, isLegalDate } from './dates.ts'
import type { Draft } from './draft.ts'

/**
 * "17,400 fewer than in the year ended May 2022, when consents stood at | 51,077": what a clause says of the date before it is of that
 * date, though another figure is compared with it.
 */
export const fromRelative = (draft: Draft, context: DocumentContext): boolean => {
  const { reading, sentence, mention } = draft
  const { scan, whens } = reading
  const opening = scan.within('at_date', sentence.first, mention.first - 1).at(-1)
  if (opening === undefined) return false
  const end = opening.first - (scan.norm(opening.first - 1) === ',' ? 2 : 1)
  const when = whens.find(({ last }) => last === end)
  if (when === undefined || when.first < sentence.first || isLegalDate(reading, when)) return false
  const isOwn = (at: number): boolean => scan.norm(at) === ',' || scan.norm(at) === ';'
  for (let at = opening.last + 1; at < mention.first; at += 1) if (isOwn(at)) return false
  if (whens.some(({ first }) => first > opening.last && first < mention.first)) return false
  // As written, and not what another figure was led to from there: "8.3 percent less than in 2023, when the number hit | 1.19 million".
  const period = edtfOf(reading, when, context, false)
  if (period === null) return false
  draft.period = period
  draft.grounds.set('period', { reading, first: when.first, last: when.last, rule: 'same-clause', stated: true })
  return true
}
