import type { When } from '../../extractors/grammar/calendar.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import { isComparative } from './comparative.ts'
import type { DocumentContext } from './context.ts'
import { edtfOf } from './dates.ts'
import type { Draft } from './draft.ts'
import { natureOf } from './nature.ts'
import { earlierThan, isAhead, isEarlier, isFarAhead, isPast, lastDay, upToNow, yearBefore } from './periods.ts'
import { isToCome, tenseOf } from './tense.ts'

/** Months back to a month of which a text of some months later still says that a rule "will" hold from it. */
const monthsBack = 5

const isAnnounced = ({ reading: { scan }, sentence, mention }: Draft): boolean =>
  scan.within('future', sentence.first, mention.first - 1).length > 0

const yearAfter = (period: string): string => period.replace(/^\d{4}/u, (year) => String(Number(year) + 1))

const spanBefore = (draft: Draft): string | null => {
  for (let each = draft.before; each !== null; each = each.before)
    if (each.period?.includes('/') && each.status === draft.status && !isComparative(each)) return each.period
  return null
}

const isMonths = ({ from }: When): boolean => from!.is === 'month'

/** "from March 2023 to March 2024": one month of two years is compared with itself, and no span of thirteen. */
const isYearApart = ({ from, of }: When): boolean =>
  from!.month === of!.month && of!.year !== undefined && from!.year !== undefined && from!.year < of!.year

/**
 * The two dates that a change lies between: "from 2019 to 2021 it gained 47,500", "between the first quarter of 2023 and the
 * first quarter of 2024 agriculture lost 206,000 jobs". What changed from January to June did so in those months.
 */
const endsOf = ({ scan }: PassageReading, when: When): { from: When; to: When } | null => {
  if (when.is === 'span')
    return (isMonths(when) && !isYearApart(when)) || when.from!.is !== when.of!.is
      ? null
      : { from: when.from!, to: when.of! }
  if (when.is === 'month_range' && when.month === when.month2 && when.year !== undefined && when.year2 !== undefined) {
    const { first, last, month, year, year2 } = when
    return {
      from: { first, last, is: 'month', month: month!, year },
      to: { first, last, is: 'month', month: month!, year: year2 },
    }
  }
  // "giai đoạn 2018-2021" is one span; "từ năm 2018 đến năm 2021" names its two ends.
  const from = scan.words.findIndex(({ kind }, at) => at >= when.first && kind === 'number')
  const isFromTo = scan.words.slice(from + 1, when.last).some(({ kind }) => kind === 'word')
  if (when.is !== 'year_range' || !isFromTo) return null
  const { first, last, year, year2 } = when
  return { from: { first, last, is: 'year', year: year! }, to: { first, last, is: 'year', year: year2! } }
}

const isLedTo = ({ previous, reading }: Draft, when: When): boolean => {
  const ground = previous?.grounds.get('baseline')
  return previous?.period != null && ground?.reading === reading && ground.first === when.first
}

/** "Since January the fund has paid for 14 transplants": what has come about is of the time up to the text; a rate is of the day it began. */
const isSince = (draft: Draft, reading: PassageReading, when: When, context: DocumentContext): boolean =>
  (when.is === 'month' || when.is === 'past_month' || when.is === 'year' || when.is === 'last_month') &&
  reading.scan.to('since', when.first - 1) !== undefined &&
  draft.status === 'actual' &&
  natureOf(draft, context) !== 'rate' &&
  (draft.kind === 'count' || draft.kind === 'money' || draft.kind === 'quantity') &&
  // "Since April the full pension has been £230.25": a state that a rule set.
  draft.reading.scan.to('copula', draft.mention.first - 1) === undefined &&
  tenseOf(draft) === 'perfect'

const monthsPattern = /^(?<year>\d{4})(?:-01\/\d{4}-(?<last>\d\d))?$/u

/** "By the end of October 37 million had an account, shown 26.5 million times since the start of the year": up to the day the text counts to, not that of the page. */
const upToCount = (draft: Draft, value: string, { anchor }: DocumentContext): string => {
  const found = monthsPattern.exec(value)?.groups
  const counted = draft.before?.period
  if (found === undefined || counted == null || draft.before!.status !== 'actual') return value
  const [year, month] = lastDay(counted).split('-')
  const lag = Number(found.last ?? 12) - Number(month)
  const isRecent = year === found.year && Number(month) > 1 && lag > 0 && lag <= reportLag
  return isRecent && !isComparative(draft.before!) && !isAhead(counted, anchor) ? `${year}-01/${year}-${month}` : value
}

/** "20.3 million were insured as of 15 March 2025. Collection since the beginning of the year: ...", in a text that has no day: up to the day counted to. */
const upToLast = ({ before }: Draft): string | null => {
  const { period, status } = before ?? {}
  if (period == null || status !== 'actual') return null
  const [year, month] = lastDay(period).split('-')
  return month === '01' ? `${year}-01` : month === '12' ? year! : `${year}-01/${year}-${month}`
}

/** "In October 13,986 left. In the same | ten months of 2023 | it was 131,880": as many months as it says, whatever the figure before is of. */
const sameMonths = ({ n, year }: When): string | null =>
  n === undefined || year === undefined || n < 2 || n > 11 ? null : `${year}-01/${year}-${String(n).padStart(2, '0')}`

/** Days of a month on which a report is of the month before. */
const newMonthDays = 10

/** Months after which a report of some months of the year comes out. */
const reportLag = 2

export const take = (
  draft: Draft,
  reading: PassageReading,
  when: When,
  context: DocumentContext,
  rule: string,
  stated = true,
): boolean => {
  let value = edtfOf(reading, when, context, isToCome(draft))
  // "The pension will go up to | 350 cedis in January", said in November: the next one.
  const isYearless =
    (when.is === 'month' || when.is === 'day') && when.year === undefined && when.yearShift === undefined
  const isLongAgo = isYearless && (context.anchor.month ?? 0) - (when.month ?? 12) > monthsBack
  if (isLongAgo && value !== null && isPast(value, context.anchor) && isAnnounced(draft)) value = yearAfter(value)
  // "registered 371,000 participants at year-end", told on 18 January: of the year that has just ended.
  const isEndOfYear =
    when.is === 'end' && when.of === undefined && when.year === undefined && when.yearShift === undefined
  if (
    isEndOfYear &&
    value !== null &&
    isFarAhead(value, context.anchor) &&
    draft.status === 'actual' &&
    !isToCome(draft)
  )
    value = yearBefore(value)
  // "In the same month last year it was 1.4 million": the period of the figure before, a year earlier.
  // "three ferries in the period": that of the figures before.
  if (when.is === 'the_period') value = spanBefore(draft) ?? value
  if (isEarlier(when))
    value = sameMonths(when) ?? (draft.before?.period == null ? null : earlierThan(when, draft.before.period))
  // "paid VND57 billion to | 4,150 people since January": both up to now.
  const isBoth = draft.previous?.grounds.get('period')?.first === when.first && draft.kind === 'count'
  if (isSince(draft, reading, when, context) || (isBoth && isSince(draft.previous!, reading, when, context)))
    value = upToNow(value, context.anchor) ?? value
  // "until now", said on 26 October, is up to that day; said on 5 December, it is up to the end of November that is reported on.
  const isSoFar = when.is === 'so_far' || (when.is === 'until_now' && (context.anchor.day ?? 0) <= newMonthDays)
  if (isSoFar && value !== null) value = upToCount(draft, value, context)
  if (isSoFar) value ??= upToLast(draft)
  if (value === null) return false
  draft.period = value
  draft.grounds.set('period', { reading, first: when.first, last: when.last, rule, stated })
  // "tripled between 2019 and 2023, | to 19.4 billion": what a change led to is of its end.
  // "up 6.4 percent from | 230.5 billion in 2022": what it started from is of its own date.
  if (draft.measure !== 'change' && !isComparative(draft) && !isEarlier(when) && isLedTo(draft, when))
    draft.period = draft.previous!.period
  const ends = rule.startsWith('same-') && draft.measure === 'change' ? endsOf(reading, when) : null
  if (ends === null) return true
  const [from, to] = [edtfOf(reading, ends.from, context, false), edtfOf(reading, ends.to, context, isToCome(draft))]
  if (from === null || to === null) return true
  draft.period = to
  draft.baseline = from
  draft.grounds.set('baseline', { reading, first: when.first, last: when.last, rule: 'same-sentence', stated: true })
  return true
}
