import type { When } from '../../extractors/grammar/calendar.ts'
import type { DocumentContext } from './context.ts'
import { edtfOf, isAsOf, isGeneric, isOnset } from './dates.ts'
import type { Draft } from './draft.ts'
import { natureOf } from './nature.ts'
import { isAhead, isEarlier } from './periods.ts'
import { take } from './take-date.ts'
import { inside, usable } from './usable-date.ts'

export const gapAfter = (draft: Draft, when: When): number =>
  when.first - Math.max(draft.mention.last, draft.mention.noun?.last ?? 0)
const gapBefore = (draft: Draft, when: When): number => draft.mention.first - when.last

/** Words within which a date stands beside a number, and within which a later date still speaks of it. */
export const beside = 6
const tight = 4
const near = 16

const isBeside = (draft: Draft, when: When): boolean =>
  (when.first > draft.mention.last ? gapAfter(draft, when) : gapBefore(draft, when)) <= beside

/** Whether a later date still speaks of the number: it is near, or an as-of date. A far "this year" is of the clause it stands in, a far "at the end of June" of the whole list. */
const isNear = (draft: Draft, when: When): boolean => {
  if (draft.reading.scan.words.slice(draft.mention.last + 1, when.first).some((word) => word.norm === ';')) return false
  const gap = gapAfter(draft, when)
  const isPoint = when.year !== undefined || when.is === 'end'
  return gap <= near || isAsOf(draft.reading, when) || (gap <= 2 * near && (isPoint || isOfOne(draft, when)))
}

/** "98,700 workers in Ho Chi Minh City took their insurance out in a lump sum in | the first eight months of this year, the agency said": of the one figure of its statement. */
const isOfOne = ({ reading: { scan }, mention, previous, next }: Draft, when: When): boolean =>
  spans.has(when.is) &&
  previous === null &&
  next === null &&
  scan.words.slice(mention.last + 1, when.first).every(({ kind }) => kind === 'word')

const firstOf = (draft: Draft): Draft => (draft.previous === null ? draft : firstOf(draft.previous))

const spans: ReadonlySet<When['is']> = new Set(['month', 'quarter', 'half', 'first_months', 'fiscal_year', 'year_to'])

/**
 * Of the dates of a sentence, those that may date this number: specific ones rather than "now", unless that stands right beside it;
 * years of a programme ("the plan for the period of 2021-2025") only beside it or alone.
 */
const candidates = (draft: Draft, context: DocumentContext): readonly When[] => {
  const dates = draft.reading.whens.filter((when) => inside(when, draft.sentence) && usable(draft, when, context))
  const now = dates.filter(
    (when) =>
      isGeneric(when) &&
      ((isAsOf(draft.reading, when) && inside(when, draft.head)) ||
        (gapAfter(draft, when) >= 0 ? gapAfter(draft, when) <= tight : gapBefore(draft, when) <= tight)),
  )
  const specific = dates.filter((when) => !isGeneric(when))
  // "which lost 30,000 jobs in 2020, now employs 168,000": a date of the number's own comes first.
  const isNearer = (when: When): boolean =>
    specific.some(({ first, last }) => first > draft.mention.last && last < when.first)
  if (now.some((when) => !isNearer(when))) return now
  // "Giai đoạn 2016-2022, bình quân mỗi năm có | 700 nghìn người": years that open the sentence are those of its first figure.
  const opens = (when: When): boolean => when.first <= draft.sentence.first + 1 && draft.previous === null
  // "spent A$7.3 billion on the rebate for health insurance in | 2023-24": one year of a country whose years run so.
  const isFiscal = ({ year, year2 }: When): boolean => context.anchor.fiscal !== undefined && year2 === year! + 1
  const narrow = specific.filter(
    (when) => when.is !== 'year_range' || isFiscal(when) || isBeside(draft, when) || opens(when),
  )
  const named = narrow.length > 0 ? narrow : specific.length > 0 ? specific : dates
  // "At a meeting on Wednesday the agency said 17.5 million were insured as of September 30": the day somebody spoke.
  // "added 14.58 lakh members in March 2025, up 1.15%, data released on Wednesday showed": months and years rather than the day of the news.
  const counted = named.some((when) => isAsOf(draft.reading, when) || spans.has(when.is))
    ? named.filter(({ is }) => is !== 'weekday' && is !== 'yesterday')
    : named
  return counted.length > 0 ? counted : named
}

/** "12.7m people draw a pension, which is to reach 14m by 2035": a day to come, in the words of another figure, dates no result. */
const isOfForecast = (draft: Draft, when: When, context: DocumentContext): boolean => {
  // "The budget | will | need VND 5.5 trillion in the second half": of the days to come itself.
  const { scan } = draft.reading
  const isToCome =
    scan.within('future', Math.max(draft.head.first, draft.sentence.first), draft.mention.first).length > 0
  const period = draft.status === 'actual' && !isToCome ? edtfOf(draft.reading, when, context, false) : null
  return period !== null && isAhead(period, context.anchor)
}

/** "By 20 December 1,036 firms had their rate cut to 0% for a year, from | October 1, 2021": a rate is of the day from which it holds. */
const onsetAfter = (draft: Draft, pool: readonly When[], context: DocumentContext): When | undefined =>
  (natureOf(draft, context) === 'rate' ||
    // "2,34 triệu đồng theo Nghị định 73/2024/NĐ-CP, áp dụng từ | ngày 1/7/2024": and so is an amount that a rule sets.
    (draft.kind === 'money' &&
      draft.indicator === null &&
      draft.measure === 'level' &&
      draft.next?.kind !== 'money')) &&
  draft.status === 'actual'
    ? pool.find((when) => when.is === 'day' && when.first > draft.mention.last && isOnset(draft.reading, when))
    : undefined

/** "In 2023 the town built 420 homes, | and in 2024 | it built as many again": a comma and a word that opens a clause part a date from a number. */
const isParted = ({ reading: { scan }, mention }: Draft, when: When): boolean => {
  for (let at = mention.last + 1; at < when.first; at += 1)
    if (scan.norm(at) === ',' && scan.from('clause', at + 1) !== undefined) return true
  return false
}

/** "42.9 million members, of whom | 12.1 million paid in the first quarter": a date behind a part is the part's. */
const isOfPart = ({ reading: { scan }, mention, next }: Draft, when: When): boolean =>
  next !== null &&
  next.mention.first < when.first &&
  next.kind === 'count' &&
  scan.within('group', mention.last + 1, next.mention.first - 1).length > 0

/** Dates of the sentence: in the number's own words, then the nearest before, then one that closes the sentence. */
export const fromSentence = (draft: Draft, context: DocumentContext): boolean => {
  const { reading, mention, tail, head } = draft
  // "HAI DUONG, April 18 (HDO) - ...": a day whose year nothing tells dates nothing, where another date does.
  const named = candidates(draft, context)
  const told = named.filter(
    (when) => when.is === 'untold' || isEarlier(when) || edtfOf(reading, when, context, false) !== null,
  )
  const pool = told.length > 0 ? told : named
  const onset = onsetAfter(draft, pool, context)
  if (onset !== undefined) return take(draft, reading, onset, context, 'same-sentence')
  const after = pool.find((when) => inside(when, tail) && isNear(draft, when))
  // "In 2019, before the pandemic, it was 7.36 percent": a time that no date tells says nothing beside one that does.
  const isIdle = (when: When): boolean =>
    when.is === 'untold' && pool.some((each) => each.is !== 'untold' && inside(each, head) && each.last < mention.first)
  const before = [...pool].reverse().find((when) => when.last < mention.first && !isIdle(when))
  const inHead = before !== undefined && inside(before, head) ? before : undefined
  // "ended 2024 with 16.22 million members, 8.78 million of them active over the past twelve months": what names no period gives way.
  const isAfter =
    inHead === undefined || (after !== undefined && gapAfter(draft, after) <= tight && !isParted(draft, after))
  if (after !== undefined && isAfter && take(draft, reading, after, context, 'same-clause')) return true
  if (after !== undefined && isAfter && draft.kind === 'duration') return false
  if (inHead !== undefined) return take(draft, reading, inHead, context, 'same-clause')
  if (before !== undefined) {
    // A date in the words of the number before may be that number's alone ("5.2 million in 2020 and 5.5 million"): the one that opens the sentence is for all.
    const isOthers = draft.previous !== null && inside(before, draft.previous.tail)
    // "The target is 90.1% for this year, which means that | 97,000 more people have to be enrolled": the year of a goal is not that of the gap.
    if (isOthers && draft.measure === 'gap' && draft.previous!.status === 'target') return false
    const opening = pool.find((when) => when.last < firstOf(draft).mention.first)
    return take(draft, reading, isOthers && opening !== undefined ? opening : before, context, 'same-sentence')
  }
  const later = pool.find((when) => when.first > mention.last)
  return (
    later !== undefined &&
    !isOfForecast(draft, later, context) &&
    !(draft.next !== null && inside(later, draft.next.head)) &&
    isNear(draft, later) &&
    !isOfPart(draft, later) &&
    // "61.3% of the plan, and 640 people left in the first half of the year": a date behind a clause with a figure of its own.
    (draft.next === null ||
      draft.next.kind === draft.kind ||
      (pool.length === 1 && !(draft.kind === 'percentage' && isParted(draft, later)))) &&
    take(draft, reading, later, context, 'same-sentence')
  )
}
