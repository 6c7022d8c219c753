import type { When } from '../../extractors/grammar/calendar.ts'
import type { Draft } from './draft.ts'

/** "against | P246.8 billion in 2023", "from | 20 hours": a figure that another is compared with. It leads nowhere, and its date is its own. */
export const isComparative = (draft: Draft): boolean => {
  if (draft.value === null) return false
  const { scan } = draft.reading
  const modifier = scan.to('modifier', draft.mention.first - 1)
  const before = (modifier?.first ?? draft.mention.first) - 1
  return scan.to('baseline', before) !== undefined || scan.to('range_from', before) !== undefined
}

const neighbours = function* (draft: Draft): Generator<Draft> {
  for (let each = draft.previous; each !== null; each = each.previous) yield each
  for (let each = draft.next; each !== null; each = each.next) yield each
}

/** Whether a date stands in the words of a compared figure other than this one. */
export const isOfComparative = (draft: Draft, when: When): boolean => {
  for (const each of neighbours(draft))
    if (when.first >= each.tail.first && when.last <= each.tail.last && isComparative(each)) return true
  return false
}
