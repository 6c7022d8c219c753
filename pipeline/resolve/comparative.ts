import type { When } from '../../extractors/grammar/calendar.ts'
import type { Scan } from '../../extractors/grammar/scan.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import type { Draft } from './draft.ts'

interface Numeral {
  readonly first: number
  readonly last: number
  readonly noun: { readonly last: number } | null
}

const verbReach = 30

/** "ranged from 3.8 per cent" compares nothing; "raised from", "slid 3.5% from" do. */
const followsChange = (scan: Scan, at: number): boolean => {
  for (let word = at; word >= Math.max(0, at - verbReach); word -= 1) {
    if (scan.norm(word) === '.' || scan.norm(word) === ';') return false
    const change = scan.to('change', word)
    if ((change !== undefined && change.value !== 'none') || scan.to('change_verb', word) !== undefined) return true
    if (scan.to('change_after', word) !== undefined) return true
  }
  return false
}

/** Whether a number stands after words of comparison: "against | P246.8 billion", "cut from | 20 hours". */
const isComparedAt = (scan: Scan, { first, last, noun }: Numeral): boolean => {
  const modifier = scan.to('modifier', first - 1)
  let before = (modifier?.first ?? first) - 1
  // "rose 9.6 percent from the | P309.2 billion booked in 2023"
  if (scan.to('baseline', before) !== undefined) return true
  // "tăng 30% so với mức | 1,8 triệu đồng trước đó"
  const skip = scan.language.locale.inflected ? undefined : scan.to('baseline_skip', before)
  if (skip !== undefined && scan.to('baseline', skip.first - 1) !== undefined) return true
  if (scan.to('range_between', before) !== undefined && leadsOn(scan, noun?.last ?? last)) return true
  const isStop = scan.to('range_from', before) === undefined && scan.from('stop', before)?.last === before
  if (isStop) before -= 1
  // "12.7 percent more than the | P117.5 billion disbursed in 2023"
  if (isStop && scan.to('baseline', before) !== undefined) return true
  const from = scan.to('range_from', before)
  return from !== undefined && (from.last > from.first || followsChange(scan, from.first - 1))
}

/** "kéo mức đóng thấp nhất từ 154.000 đồng | lên | 330.000 đồng": what leads from one figure to another says itself that it changed; "to" may as well close a range. */
const leadsOn = (scan: Scan, last: number): boolean =>
  scan.from('change_to', last + 1) !== undefined &&
  scan.from('range_to', last + 1) === undefined &&
  scan.from('range_from', last + 1) === undefined

const listWords = 3

/** "against | P246.8 billion in 2023", "from | ₱4,000 and | ₱30,000": a figure that another is compared with. It leads nowhere, and its date is its own. */
export const isComparative = (draft: Draft): boolean => {
  if (draft.value === null) return false
  const { scan } = draft.reading
  if (isComparedAt(scan, draft.mention)) return true
  const { previous } = draft
  if (previous === null || previous.kind !== draft.kind || previous.respective !== draft.respective) return false
  const between = draft.mention.first - previous.mention.last - 1
  return (
    between > 0 &&
    between <= listWords &&
    scan.from('list_and', draft.mention.first - 1) !== undefined &&
    between === 1 &&
    isComparative(previous)
  )
}

const beside = 6

/** Whether a date stands right after a figure that another is compared with: "against P246.8 billion in | 2023". */
export const isOfCompared = ({ scan, mentions, sentences }: PassageReading, when: When): boolean =>
  mentions.some(
    (mention) =>
      when.first > mention.last &&
      when.first - mention.last <= beside &&
      sentences.some(({ first, last }) => mention.first >= first && when.last <= last) &&
      isComparedAt(scan, mention),
  )

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
