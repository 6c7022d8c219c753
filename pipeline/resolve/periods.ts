import { daysIn, type When } from '../../extractors/grammar/calendar.ts'

/** The document's own day, as far as it is known. */
export interface Anchor {
  readonly year?: number
  readonly month?: number
  readonly day?: number
  /** First month of the fiscal years of the text's country, where that is not January. */
  readonly fiscal?: number
}

const two = (value: number): string => String(value).padStart(2, '0')
const dayOf = (year: number, month: number, day: number): string => `${year}-${two(month)}-${two(day)}`
const monthOf = (year: number, month: number): string => `${year}-${two(month)}`
const monthsOf = (year: number, from: number, to: number): string =>
  from === 1 && to === 12
    ? String(year)
    : from === to
      ? monthOf(year, from)
      : `${monthOf(year, from)}/${monthOf(year, to)}`

/** The last day of a period written in EDTF: "2021" gives "2021-12-31", "2022-02" gives "2022-02-28". */
export const lastDay = (period: string): string => {
  const end = period.split('/').at(-1)!
  const [year, month, day] = end.split('-')
  if (day !== undefined) return end
  if (month !== undefined) return dayOf(Number(year), Number(month), daysIn(Number(year), Number(month)))
  return `${year}-12-31`
}

/** The first day of a period written in EDTF. */
export const firstDay = (period: string): string => {
  const [year, month, day] = period.split('/')[0]!.split('-')
  return dayOf(Number(year), Number(month ?? 1), Number(day ?? 1))
}

const dayOfAnchor = ({ year, month, day }: Anchor): string | null =>
  year === undefined ? null : dayOf(year, month ?? 12, day ?? 31)

/** Whether a period begins after the document's own day. */
export const isAhead = (period: string, anchor: Anchor): boolean => {
  const day = dayOfAnchor(anchor)
  return day !== null && firstDay(period) > day
}

/** Months before the end of a span up to which its first results are told. */
const earlyReport = 2

/** "in the first nine months of the year", on 5 January: months that are far from over on the document's own day. */
export const isFarAhead = (period: string, { year, month }: Anchor): boolean => {
  const [endYear, endMonth] = lastDay(period).split('-').map(Number)
  return month !== undefined && endYear === year && endMonth! - month > earlyReport
}

/** Whether a period ended before the document's own day. */
export const isPast = (period: string, anchor: Anchor): boolean => {
  const day = dayOfAnchor(anchor)
  return day !== null && !period.includes('X') && lastDay(period) < day
}

/** Whether a period ended in a year before that of the document. */
export const isOver = (period: string, anchor: Anchor): boolean =>
  anchor.year !== undefined && Number(lastDay(period).slice(0, 4)) < anchor.year

/** The same period one year earlier; what is known to the decade alone stays. */
export const yearBefore = (period: string): string =>
  period.includes('X')
    ? period
    : period
        .split('/')
        .map((text) => {
          const isAbout = text.endsWith('~')
          const part = isAbout ? text.slice(0, -1) : text
          const [year = '', ...rest] = part.split('-')
          const earlier = String(Number(year) - 1)
          if (rest[0] === '02' && (rest[1] === '29' || rest[1] === '28'))
            return `${earlier}-02-${two(daysIn(Number(earlier), 2))}`
          return [earlier, ...rest].join('-') + (isAbout ? '~' : '')
        })
        .join('/')

const monthCount = (part: string): number | null =>
  /^\d{4}-\d{2}$/u.test(part) ? Number(part.slice(0, 4)) * 12 + Number(part.slice(5)) - 1 : null

/** A day some months earlier; the end of a month stays one: 2024-04-30 -> 2024-03-31. */
const monthsBefore = (year: number, month: number, day: number, back: number): string => {
  const months = year * 12 + month - 1 - back
  const [to, at] = [Math.floor(months / 12), (months % 12) + 1]
  const last = daysIn(to, at)
  return dayOf(to, at, day === daysIn(year, month) ? last : Math.min(day, last))
}

/** The span of as many months right before a period of that many months, or a day so many months earlier; null where the period has another length: 2024-04/2024-06 -> 2024-01/2024-03. */
export const spanBefore = (period: string, length: number): string | null => {
  const day = /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)$/u.exec(period)?.groups
  if (day !== undefined) return monthsBefore(Number(day.year), Number(day.month), Number(day.day), length)
  const [first = '', last = first] = period.split('/')
  const [from, to] = [monthCount(first), monthCount(last)]
  if (from === null || to === null || to - from + 1 !== length) return null
  const named = (months: number): string => `${Math.floor(months / 12)}-${two((months % 12) + 1)}`
  return length === 1 ? named(from - 1) : `${named(from - length)}/${named(from - 1)}`
}

const earlierPeriods: ReadonlySet<When['is']> = new Set(['same_period', 'quarter_before', 'month_before'])

/** "the same period last year", "quarter on quarter": words that only compare, whatever stands before them. */
export const isEarlier = ({ is }: When): boolean => earlierPeriods.has(is)

/** What such words mean beside a figure of this period; null where the period is of another length. */
export const earlierThan = ({ is }: When, period: string): string | null =>
  is === 'quarter_before' ? spanBefore(period, 3) : is === 'month_before' ? spanBefore(period, 1) : yearBefore(period)

/** Day of the week of the Gregorian calendar, Monday is 1 (Sakamoto's method). */
const weekdayOf = (year: number, month: number, day: number): number => {
  const shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
  const y = month < 3 ? year - 1 : year
  const sunday = (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shifts[month - 1]! + day) % 7
  return sunday === 0 ? 7 : sunday
}

/** The day some days earlier, at most a month. */
const daysBefore = (year: number, month: number, day: number, back: number): string => {
  if (day > back) return dayOf(year, month, day - back)
  const before = month === 1 ? 12 : month - 1
  const earlier = month === 1 ? year - 1 : year
  return dayOf(earlier, before, daysIn(earlier, before) + day - back)
}

/** The year that is meant where the text leaves it out: that of the document, or the year before for a month still to come. */
const yearFor = (when: When, anchor: Anchor, future: boolean): number | null => {
  if (when.year !== undefined) return when.year
  if (anchor.year === undefined) return null
  if (when.yearShift !== undefined) return anchor.year + when.yearShift
  if (future || when.month === undefined || anchor.month === undefined) return anchor.year
  return when.month > anchor.month ? anchor.year - 1 : anchor.year
}

const fiscalYear = (year: number, start: number): string =>
  start === 1 ? String(year) : `${monthOf(year, start)}/${monthOf(year + 1, start - 1)}`

/** First months of fiscal years that the text does not name. */
const fiscalStart = 4

/** From a period to the day of the text, in years where it is a year, else in months: "since January", "từ năm 2020 đến nay". */
export const upToNow = (from: string | null, { year, month }: Anchor): string | null => {
  if (from === null || year === undefined || month === undefined) return null
  const [first, now] = /^\d{4}$/u.test(from)
    ? [from, String(year)]
    : [from.slice(0, 'YYYY-MM'.length), monthOf(year, month)]
  return first < now ? `${first}/${now}` : first === now ? now : null
}

/** A span in days where an end is a day, else in months: "from March 1 to the end of May", "from September to the end of May". */
const spanOf = ({ from, of }: When, anchor: Anchor, future: boolean): string | null => {
  const end = periodOf(of!, anchor, future)
  if (end === null) return null
  // "from 2020 to date"
  if (of!.is === 'now') return upToNow(periodOf(from!, anchor), anchor)
  const last = lastDay(end)
  const year = Number(last.slice(0, 4))
  // "from September to the end of May 2024": the start takes the year of the end, or the one before.
  const bare = from!.year === undefined && from!.yearShift === undefined
  const same = bare ? periodOf({ ...from!, year }, anchor, future) : periodOf(from!, anchor, future)
  const begin = bare && same !== null && firstDay(same) > last ? yearBefore(same) : same
  if (begin === null || firstDay(begin) > last) return null
  // "from January 1, 2018 to the end of last year": days that make whole months are those months.
  const isWhole = firstDay(begin).endsWith('-01') && last === lastDay(last.slice(0, 7))
  if ((from!.is === 'day' || of!.is === 'day') && !isWhole) return `${firstDay(begin)}/${last}`
  const [first, until] = [firstDay(begin), last].map((day) => day.slice(0, 7)) as [string, string]
  return first.slice(0, 4) === until.slice(0, 4)
    ? monthsOf(year, Number(first.slice(5)), Number(until.slice(5)))
    : `${first}/${until}`
}

/**
 * The EDTF period of a date as written, with what is left out taken from the document's own day.
 * Null where that is not known: "last year" in a text without a date.
 */
export const periodOf = (when: When, anchor: Anchor, future = false): string | null => {
  const year = yearFor(when, anchor, future)
  const shift = (years: number): string | null => (anchor.year === undefined ? null : String(anchor.year + years))
  switch (when.is) {
    case 'day':
      return year === null || when.month === undefined || when.day === undefined
        ? null
        : dayOf(year, when.month, when.day)
    case 'day_range':
      return year === null ? null : `${dayOf(year, when.month!, when.day!)}/${dayOf(year, when.month!, when.day2!)}`
    case 'month':
    case 'month_then':
      return year === null ? null : monthOf(year, when.month!)
    case 'past_month': {
      if (anchor.year === undefined || anchor.month === undefined) return null
      return monthOf(when.month! < anchor.month ? anchor.year : anchor.year - 1, when.month!)
    }
    case 'month_pair':
    case 'month_range': {
      if (year === null) return null
      const end = when.year2 ?? year
      return end === year
        ? monthsOf(year, when.month!, when.month2!)
        : `${monthOf(year, when.month!)}/${monthOf(end, when.month2!)}`
    }
    case 'year':
      return year === null ? null : String(year)
    case 'decade':
      return year === null ? null : `${String(year).slice(0, 3)}X`
    case 'year_range':
      // "2023-24" is a fiscal year where a country has such.
      if (anchor.fiscal !== undefined && when.year2 === when.year! + 1) return fiscalYear(when.year!, anchor.fiscal)
      return `${when.year}/${when.year2}`
    case 'fiscal_year': {
      if (when.year === undefined) return null
      return fiscalYear(when.year2 === undefined ? when.year - 1 : when.year, anchor.fiscal ?? fiscalStart)
    }
    case 'quarter': {
      if (year === null) return null
      const named = monthsOf(year, when.quarter! * 3 - 2, when.quarter! * 3)
      // "4.5% in the third quarter", in February
      return when.year === undefined && when.yearShift === undefined && !future && isAhead(named, anchor)
        ? yearBefore(named)
        : named
    }
    case 'half':
      return year === null ? null : monthsOf(year, when.half === 1 ? 1 : 7, when.half === 1 ? 6 : 12)
    case 'first_months': {
      if (year === null) return null
      const named = monthsOf(year, 1, Math.min(when.n ?? when.month ?? 12, 12))
      // "earned 61.4 billion in the first nine months of the year", on 5 January
      return when.year === undefined && when.yearShift === undefined && !future && isFarAhead(named, anchor)
        ? yearBefore(named)
        : named
    }
    case 'last_half':
      return year === null || when.n === undefined || when.n > 11 ? null : monthsOf(year, 13 - when.n, 12)
    case 'bare_months':
      return year === null || when.n === undefined || when.n > 12 ? null : monthsOf(year, 1, when.n)
    case 'year_to':
    case 'months_to': {
      const { of, ...span } = when
      if (of !== undefined) {
        const end = periodOf(of, anchor, future)
        if (end === null) return null
        const [endYear, endMonth] = lastDay(end).split('-').map(Number)
        return periodOf({ ...span, year: endYear!, month: endMonth! }, anchor, future)
      }
      if (year === null || when.month === undefined) return null
      const first = when.month - (when.n ?? (when.is === 'year_to' ? 12 : 3)) + 1
      return first >= 1
        ? monthsOf(year, first, when.month)
        : `${monthOf(year - 1, first + 12)}/${monthOf(year, when.month)}`
    }
    case 'end': {
      if (when.of === undefined) return year === null ? null : `${year}-12-31`
      const inner = periodOf(when.of, anchor, future)
      return inner === null ? null : lastDay(inner)
    }
    case 'start':
    case 'beginning':
    case 'middle':
      return when.of === undefined ? null : periodOf(when.of, anchor, future)
    case 'span':
      return spanOf(when, anchor, future)
    case 'until_now':
    case 'so_far': {
      if (when.year !== undefined && when.year !== anchor.year) return String(when.year)
      return anchor.year === undefined || anchor.month === undefined ? null : monthsOf(anchor.year, 1, anchor.month)
    }
    case 'last_year':
    case 'past_year':
      return shift(-1)
    case 'year_before_last':
      return shift(-2)
    case 'years_ago':
      return when.n === undefined ? null : shift(-when.n)
    case 'months_ago': {
      if (anchor.year === undefined || anchor.month === undefined || when.n === undefined) return null
      const month = anchor.year * 12 + anchor.month - 1 - when.n
      return monthOf(Math.floor(month / 12), (month % 12) + 1)
    }
    case 'this_year':
    case 'the_year':
      return shift(0)
    case 'next_year':
      return shift(1)
    case 'this_month':
      return anchor.year === undefined || anchor.month === undefined ? null : monthOf(anchor.year, anchor.month)
    case 'last_month': {
      if (anchor.year === undefined || anchor.month === undefined) return null
      return anchor.month === 1 ? monthOf(anchor.year - 1, 12) : monthOf(anchor.year, anchor.month - 1)
    }
    case 'this_quarter':
    case 'last_quarter': {
      if (anchor.year === undefined || anchor.month === undefined) return null
      const quarter = Math.ceil(anchor.month / 3) - (when.is === 'last_quarter' ? 1 : 0)
      return quarter === 0 ? monthsOf(anchor.year - 1, 10, 12) : monthsOf(anchor.year, quarter * 3 - 2, quarter * 3)
    }
    case 'weekday': {
      if (anchor.year === undefined || anchor.month === undefined || anchor.day === undefined) return null
      const today = weekdayOf(anchor.year, anchor.month, anchor.day)
      const back = (today - when.weekday! + 7) % 7
      return daysBefore(anchor.year, anchor.month, anchor.day, back)
    }
    case 'yesterday':
    case 'today':
    case 'now': {
      if (anchor.year === undefined || anchor.month === undefined || anchor.day === undefined) return null
      return daysBefore(anchor.year, anchor.month, anchor.day, when.is === 'yesterday' ? 1 : 0)
    }
    default:
      return null
  }
}
