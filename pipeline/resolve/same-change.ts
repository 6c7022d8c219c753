import type { Draft } from './draft.ts'
import { outerFirst } from './measure-edges.ts'
import { isEarlier } from './periods.ts'

const restatedWords = 8

/** "down VND27 billion, or | 3.2 percent of receivables": a share of a whole of its own is no change. */
const isOfOwnWhole = ({ kind, mention, reading: { scan } }: Draft): boolean => {
  const of = scan.from('noun_skip', mention.last + 1)
  return kind === 'percentage' && of !== undefined && scan.from('of', of.last + 1) !== undefined
}

/** "a rise of 310,000 dong or 20.8 percent", "9,316 người (7,8%)": the second says the same change once more. */
const isRestated = (draft: Draft): boolean => {
  const { scan } = draft.reading
  const before = draft.previous
  if (before === null || before.measure === 'level' || before.kind === draft.kind || isOfOwnWhole(draft)) return false
  const start = Math.max(before.mention.last, before.mention.noun?.last ?? 0) + 1
  const end = outerFirst(draft)
  if (end <= start) return false
  // "còn thiếu 1.250 người so với chỉ tiêu, tức | 2,1 điểm phần trăm"
  if (end - start > 3) {
    const again = scan.to('equivalent', end - 1)
    return (
      end - start <= restatedWords &&
      again !== undefined &&
      scan.words[again.first]!.kind === 'word' &&
      scan.norm(again.first - 1) === ','
    )
  }
  let at = start
  if (scan.norm(at) === ',') at += 1
  const said = scan.from('equivalent', at)
  if (said === undefined) return false
  // "increasing 2,035 people (equivalent to | 3.1%)"
  return (scan.from('equivalent', said.last + 1)?.last ?? said.last) >= end - 2
}

/** Only signs and joining words between two numbers: they stand in one list and are of one measure. */
const isListed = (draft: Draft): boolean => {
  const { scan } = draft.reading
  const before = draft.previous
  if (before === null) return false
  // "mỗi năm thêm 2%, tối đa | 75%": a bound is of the whole.
  if (draft.modifier !== before.modifier && (draft.modifier === 'at_most' || draft.modifier === 'at_least'))
    return false
  const start = Math.max(before.mention.last, before.mention.noun?.last ?? 0) + 1
  const end = outerFirst(draft)
  if (end - start > 3) return false
  for (let at = start; at < end; at += 1) {
    const word = scan.words[at]!
    // "increased by 1,870; | 1,642 and 3,215 people", but "tăng 9.214 người; | 48.112 người tham gia BHXH tự nguyện"
    if (
      word.kind === 'sign'
        ? !(before.mention.noun === null ? [',', ';', '/'] : [',', '/']).includes(word.norm)
        : scan.from('range_and', at) === undefined &&
          scan.from('clause', at)?.value !== 'weak' &&
          scan.within('negation', at, at).length === 0
    )
      return false
  }
  return before.kind === draft.kind && before.measure !== 'level'
}

const parallelWords = 9

/** "rose 6.2% for men, | 7.1% for women", "giảm 0,3 điểm so với quý trước và | 0,1 điểm so với cùng kỳ": built as the change before it, without a verb. */
const isParallel = (draft: Draft): boolean => {
  const { scan } = draft.reading
  const before = draft.previous
  if (before === null || before.measure !== 'change' || before.kind !== draft.kind || before.unit !== draft.unit)
    return false
  const first = before.mention.last + 1
  const end = outerFirst(draft)
  const link = scan.norm(first)
  if (
    end - first > parallelWords ||
    scan.from('stop', first) === undefined ||
    link !== scan.norm(draft.mention.last + 1)
  )
    return false
  const joined = scan.norm(end - 1) === ',' || scan.to('list_and', end - 1) !== undefined
  return joined && ['tense', 'change', 'gap', 'status'].every((each) => scan.within(each, first, end - 1).length === 0)
}

/** "up 148,600 on the previous quarter and | 217,300 people over the same period last year": the next change of the same thing, each with what it is measured against. */
const isNextOfTwo = (draft: Draft): boolean => {
  const { scan, whens } = draft.reading
  const before = draft.previous
  if (before === null || before.measure !== 'change' || before.kind !== draft.kind || before.unit !== draft.unit)
    return false
  const first = Math.max(before.mention.last, before.mention.noun?.last ?? 0) + 1
  const end = outerFirst(draft)
  const after = Math.max(draft.mention.last, draft.mention.noun?.last ?? 0) + 1
  const compares = scan.from('baseline', after) ?? scan.from('change_baseline', after)
  const next = compares === undefined ? after : compares.last + 1
  const isCompared = whens.some(
    (when) => when.first >= after && when.first <= next && (compares !== undefined || isEarlier(when)),
  )
  return (
    isCompared &&
    end - first <= parallelWords &&
    scan.to('list_and', end - 1) !== undefined &&
    ['tense', 'change', 'gap', 'status'].every((each) => scan.within(each, first, end - 1).length === 0)
  )
}

/** Whether a number without a word of change of its own goes on about the change or gap before it. */
export const goesOnAboutChange = (draft: Draft): boolean =>
  isListed(draft) || isRestated(draft) || isParallel(draft) || isNextOfTwo(draft)
