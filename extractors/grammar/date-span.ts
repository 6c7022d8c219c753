import type { CalendarMeaning } from '../../schemas/locale.ts'
import { type When, whens } from './calendar.ts'
import type { Scan } from './scan.ts'

const ends: ReadonlySet<CalendarMeaning> = new Set(['day', 'month', 'month_then', 'quarter', 'end'])
const starts: ReadonlySet<CalendarMeaning> = new Set(['day', 'month', 'quarter', 'beginning', 'so_far'])
const years: ReadonlySet<CalendarMeaning> = new Set(['year', 'this_year', 'last_year'])

const dashes: ReadonlySet<string> = new Set(['-', '–', '—'])

/** Words between the two dates: "to", "through to the end of" is taken with its date. */
const longest = 3

const isOpened = (scan: Scan, { first, last }: When): boolean => {
  for (const category of ['range_between', 'range_from', 'onset'] as const) {
    const inside = scan.from(category, first)
    if (scan.to(category, first - 1) !== undefined || (inside !== undefined && inside.last < last)) return true
  }
  return false
}

/** "từ năm 2020 | đến nay", "from March to date": a span up to the day of the text. */
const lasts: ReadonlySet<CalendarMeaning> = new Set(['day', 'month', 'quarter', 'year'])
const isUpToNow = (when: When, from: When): boolean => when.is === 'now' && lasts.has(from.is)

/** Whether the words between two dates say that the second ends what the first begins: "from March 2023 | to | the end of May". */
const isJoined = (scan: Scan, a: When, b: When): boolean => {
  const gap = b.first - a.last - 1
  if (gap < 0 || gap > longest || scan.breaks(b.first)) return false
  const isOpen = isOpened(scan, a)
  if (gap === 0) return isOpen && (scan.from('range_and', b.first) ?? scan.from('as_of', b.first)) !== undefined
  if (gap === 1 && dashes.has(scan.norm(a.last + 1))) return a.is === b.is
  if (!isOpen) return false
  return (['range_and', 'range_to', 'as_of'] as const).some((category) => {
    const hit = scan.from(category, a.last + 1)
    return hit !== undefined && hit.last === b.first - 1
  })
}

/** "the end of May", "hết tháng 9/2024" end a span; the end of a year only one from a day: "from January 1, 2018 to the end of last year". */
const mayEnd = (when: When, from: When): boolean =>
  ends.has(when.is) &&
  (when.is !== 'end' ||
    when.of?.is === 'month' ||
    (from.is === 'day' && when.of !== undefined && years.has(when.of.is)))

/**
 * Two dates that are the two ends of one span, as one: "between the first quarter of 2023 and the first quarter of 2024",
 * "từ tháng 9/2022 đến hết tháng 1/2023", "April–June 2023". Years alone are left to the patterns of the locale.
 */
export const joinSpans = (scan: Scan, dates: readonly When[]): When[] => {
  const joined: When[] = []
  for (const when of dates) {
    const before = joined.at(-1)
    if (
      before === undefined ||
      before.from !== undefined ||
      !(isUpToNow(when, before) || (starts.has(before.is) && mayEnd(when, before))) ||
      !isJoined(scan, before, when)
    ) {
      joined.push(when)
      continue
    }
    const [year, year2] = [before.year, when.year ?? when.of?.year]
    joined[joined.length - 1] = {
      is: 'span',
      first: before.first,
      last: when.last,
      from: before,
      of: when,
      ...(year === undefined ? {} : { year }),
      ...(year2 === undefined ? {} : { year2 }),
    }
  }
  return joined
}

/** All dates and periods of a passage in order, two ends of one span as one. `months`: see `whens`. */
export const datesIn = (scan: Scan, months: ReadonlySet<number>): When[] => joinSpans(scan, whens(scan, months))
