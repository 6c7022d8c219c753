import type { CalendarPattern } from '../../catalog/calendar.ts'
import type { CalendarMeaning } from '../../schemas/locale.ts'
import type { Scan } from './scan.ts'

/** A date or period as the text gives it, not yet resolved: what is left out (the year of "March 4") stays undefined. */
export interface When {
  readonly first: number
  readonly last: number
  readonly is: CalendarMeaning
  readonly year?: number
  readonly year2?: number
  readonly month?: number
  readonly month2?: number
  readonly day?: number
  readonly day2?: number
  readonly n?: number
  readonly quarter?: number
  readonly half?: number
  /** Monday is 1. */
  readonly weekday?: number
  /** "of last year" inside the pattern: years to add to that of the document. */
  readonly yearShift?: number
  /** "last year's total": it dates the thing that it owns, and no other. */
  readonly owns?: true
  /** "the end of" what; of a span its end. */
  readonly of?: When
  /** What a span begins with. */
  readonly from?: When
}

type Fill = { -readonly [Key in keyof When]?: When[Key] }

const fourDigits = /^(?:1[89]|20|21)\d\d$/u
const twoDigits = /^\d\d$/u
const smallNumber = /^\d{1,2}$/u
const dotted = /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>(?:19|20)\d\d)$/u
const dottedMonth = /^(?<month>\d{1,2})\.(?<year>(?:19|20)\d\d)$/u

const inRange = (norm: string, low: number, high: number): number | null => {
  if (!smallNumber.test(norm)) return null
  const value = Number(norm)
  return value >= low && value <= high ? value : null
}

/** Fills one slot at words[at]; gives the word after it, or -1. */
const fillSlot = (scan: Scan, slot: string, at: number, fill: Fill): number => {
  const word = scan.words[at]
  if (word === undefined) return -1
  switch (slot) {
    case 'year':
    case 'year2': {
      if (word.kind !== 'number' || !fourDigits.test(word.norm)) return -1
      fill[slot] = Number(word.norm)
      return at + 1
    }
    case 'yy':
    case 'yy2': {
      if (word.kind !== 'number' || !twoDigits.test(word.norm)) return -1
      const short = Number(word.norm)
      if (fill.year === undefined) {
        fill.year = 2000 + short
        return at + 1
      }
      const full = Math.floor(fill.year / 100) * 100 + short
      if (full <= fill.year) return -1
      fill.year2 = full
      return at + 1
    }
    case 'day':
    case 'day2':
    case 'day#': {
      const day = word.kind === 'number' ? inRange(word.norm, 1, 31) : null
      if (day === null) return -1
      fill[slot === 'day2' ? 'day2' : 'day'] = day
      return at + 1
    }
    case 'month#': {
      const month = word.kind === 'number' ? inRange(word.norm, 1, 12) : null
      if (month === null) return -1
      fill.month = month
      return at + 1
    }
    case 'month':
    case 'month2': {
      const hit = scan.from('month', at)
      if (hit === undefined || (scan.language.locale.calendar.capitalised && !scan.isCapital(at))) return -1
      fill[slot] = Number(hit.value)
      // "Aug. 19, 2025"
      const isShort =
        scan.norm(hit.last + 1) === '.' &&
        scan.words[hit.last + 1]!.joined &&
        scan.words[hit.last + 2]?.kind === 'number'
      return hit.last + (isShort ? 2 : 1)
    }
    case 'quarter': {
      const hit = scan.from('quarter', at)
      if (hit === undefined) return -1
      fill.quarter = Number(hit.value)
      return hit.last + 1
    }
    case 'half': {
      const hit = scan.from('half_year', at)
      if (hit === undefined) return -1
      fill.half = Number(hit.value)
      return hit.last + 1
    }
    case 'n': {
      const hit = scan.from('number', at)
      const value = word.kind === 'number' ? inRange(word.norm, 1, 99) : hit === undefined ? null : Number(hit.value)
      if (value === null || value === 0) return -1
      fill.n = value
      return word.kind === 'number' ? at + 1 : hit!.last + 1
    }
    case 'th':
      return scan.from('ordinal_sign', at) === undefined ? -1 : at + 1
    case 'weekday': {
      const hit = scan.from('weekday', at)
      if (hit === undefined || !scan.isCapital(at)) return -1
      fill.weekday = Number(hit.value)
      return hit.last + 1
    }
    case 'when': {
      const inner = whenAt(scan, at, true)
      if (inner === null) return -1
      fill.of = inner
      return inner.last + 1
    }
    default:
      return -1
  }
}

/** Patterns write every dash "-": "April–June", "2023—24". */
const isSame = (norm: string, literal: string): boolean =>
  norm === literal || (literal === '-' && (norm === '–' || norm === '—'))

/** "last year's total": the last word of a pattern may own what follows. "the year's plan" is of any year. */
const isOwning = (scan: Scan, norm: string, literal: string): boolean =>
  norm.length > literal.length &&
  norm.startsWith(literal) &&
  scan.language.locale.possessive.includes(norm.slice(literal.length))

const fillPattern = (
  scan: Scan,
  { is, elements }: CalendarPattern,
  first: number,
): { end: number; fill: Fill } | null => {
  const fill: Fill = {}
  let at = first
  for (const [index, element] of elements.entries()) {
    if ('literal' in element) {
      const norm = scan.norm(at)
      const isSaid = isSame(norm, element.literal)
      const owns =
        !isSaid && is !== 'the_year' && index === elements.length - 1 && isOwning(scan, norm, element.literal)
      if (owns) fill.owns = true
      if (!(isSaid || owns) || (at > first && scan.breaks(at) && element.literal !== ',')) return null
      at += 1
    } else {
      if (at > first && scan.breaks(at)) return null
      at = fillSlot(scan, element.slot, at, fill)
      if (at < 0) return null
    }
  }
  return { end: at, fill }
}

const bareDigits = /^\d{4,6}$/u

const calendarNumber = /^\d{1,4}$/u

/** Phrases in words that may begin a date. */
const slotsAt = (scan: Scan, at: number): readonly string[] => {
  const slots: string[] = []
  if (scan.from('number', at) !== undefined) slots.push('n')
  if (scan.from('month', at) !== undefined) slots.push('month')
  if (scan.from('quarter', at) !== undefined) slots.push('quarter')
  if (scan.from('half_year', at) !== undefined) slots.push('half')
  if (scan.from('weekday', at) !== undefined) slots.push('weekday')
  return slots
}

/** A day, month or month number that stands in one numeral: "31.12.2021", "12.2021". */
const dottedAt = (scan: Scan, at: number): When | null => {
  const norm = scan.norm(at)
  if (!norm.includes('.')) return null
  const day = dotted.exec(norm)?.groups
  if (day !== undefined) {
    const [d, m] = [inRange(day.day!, 1, 31), inRange(day.month!, 1, 12)]
    return d === null || m === null
      ? null
      : { first: at, last: at, is: 'day', day: d, month: m, year: Number(day.year) }
  }
  const month = dottedMonth.exec(norm)?.groups
  if (month === undefined || scan.norm(at - 1) === '') return null
  return null
}

const countsBehind = (scan: Scan, at: number): boolean => {
  const unit = scan.from('unit', at)
  return unit !== undefined && scan.language.units.get(unit.value)?.kind === 'count'
}

/** Words of a day written 9/11. */
const slashedDay = 3

/** Parts of another date, which none of them is in turn. */
const edges: ReadonlySet<CalendarMeaning> = new Set(['end', 'start', 'beginning', 'middle'])

/** The month that a span of months or a year ends with: of its own, or of the day or the end of a month in it. */
export const monthOf = ({ month, of }: Pick<When, 'month' | 'of'>): number | undefined =>
  month ?? of?.month ?? of?.of?.month

/** The longest date or period that begins at words[at], or null. Inside "the end of ..." a bare year will do. */
export const whenAt = (scan: Scan, at: number, inner = false): When | null => {
  const word = scan.words[at]
  if (word === undefined) return null
  const { byWord, bySlot, byNumber, numbered } = scan.language.calendar
  const isNumber = word.kind === 'number'
  let best: When | null = isNumber ? dottedAt(scan, at) : null
  const attempt = (pattern: CalendarPattern): void => {
    if (inner && edges.has(pattern.is)) return
    const found = fillPattern(scan, pattern, at)
    if (found === null || (best !== null && found.end - 1 <= best.last)) return
    const { fill } = found
    // "The drive takes | 2h": hours, where neither a year nor another word follows.
    if (isNumber && fill.half !== undefined && fill.year === undefined && found.end - at <= 2) return
    // "có | 9/11 huyện đạt kế hoạch": a part of what there is; "đến | 30/9 huyện có" is a day.
    const isBareDay = pattern.is === 'day' && fill.year === undefined && found.end - at === slashedDay
    if (
      isBareDay &&
      fill.day! <= fill.month! &&
      scan.to('copula', at - 1) !== undefined &&
      countsBehind(scan, found.end)
    )
      return
    // "For the first | 36 months of contributions": of no year.
    if (pattern.is === 'first_months' && fill.n !== undefined && fill.n > 12) return
    if (fill.year2 !== undefined && fill.year !== undefined && (fill.year2 <= fill.year || fill.year2 - fill.year > 60))
      return
    if (
      pattern.is === 'day' &&
      fill.day !== undefined &&
      fill.month !== undefined &&
      fill.day > daysIn(fill.year ?? 2000, fill.month)
    )
      return
    // "the year ended 30 June 2025" is of its month; "the year to last year" is nothing.
    if ((pattern.is === 'year_to' || pattern.is === 'months_to') && monthOf(fill) === undefined) return
    if (pattern.is === 'month_pair' && fill.month2 !== (fill.month! % 12) + 1) return
    const yearShift = fill.year === undefined && fill.of === undefined ? pattern.shift : undefined
    best = {
      ...fill,
      ...(yearShift === undefined ? {} : { yearShift }),
      first: at,
      last: found.end - 1,
      is: pattern.is,
    }
  }
  for (const pattern of byWord.get(word.norm) ?? []) attempt(pattern)
  // "1H 2024", "1st quarter of 2024" begin with a numeral.
  for (const slot of slotsAt(scan, at))
    if (!isNumber || slot === 'quarter' || slot === 'half')
      for (const pattern of bySlot.get(slot) ?? []) attempt(pattern)
  if (isNumber && calendarNumber.test(word.norm)) {
    for (const pattern of byNumber.get(scan.norm(at + 1)) ?? numbered) attempt(pattern)
  }
  if (best === null && word.kind === 'number' && fourDigits.test(word.norm) && (inner || isYear(scan, at))) {
    best = { first: at, last: at, is: 'year', year: Number(word.norm) }
  }
  return best
}

export const daysIn = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Whether four bare digits are a year: a count of as many is written in groups ("2,023 people", "2.023 người"). */
const isYear = (scan: Scan, at: number): boolean => {
  const next = scan.words[at + 1]
  if (next?.joined && next.kind === 'word') return false
  // "tổng đài | 1900 9068": a telephone number.
  if (next?.kind === 'number' && bareDigits.test(next.norm) && scan.from('unit', at + 2) === undefined) return false
  if (
    scan.from('percent', at + 1) !== undefined ||
    scan.from('scale', at + 1) !== undefined ||
    scan.to('sign_before', at - 1) !== undefined
  )
    return false
  const unit = scan.from('unit', at + 1) ?? scan.from('sign_after', at + 1)
  const kind = unit === undefined ? undefined : scan.language.units.get(unit.value)?.kind
  // "2022 people" after no word that a year follows is a count all the same.
  return (
    kind === undefined ||
    (kind === 'count' && (scan.to('year_before', at - 1) !== undefined || at === 0 || !scan.language.locale.inflected))
  )
}

/** Parts of a year whose year may follow in other words: "the fourth quarter | of last year". */
const open: ReadonlySet<CalendarMeaning> = new Set(['day', 'end', 'quarter', 'half', 'first_months', 'bare_months'])

const vague: ReadonlySet<CalendarMeaning> = new Set([
  'the_year',
  'the_quarter',
  'the_month',
  'the_day',
  'the_period',
  'that_month',
  'that_year',
])

/** A date that begins inside another and reaches past it: "quý I năm 2022" where "trong quý" was read. */
const overrunning = (scan: Scan, when: When): When | null => {
  for (let at = when.first + 1; at <= when.last; at += 1) {
    const later = whenAt(scan, at)
    if (later !== null && later.is !== 'bare_months' && later.last > when.last) return later
  }
  return null
}

const opensStatement = (scan: Scan, at: number): boolean => at === 0 || statementEnds.has(scan.norm(at - 1))
const statementEnds: ReadonlySet<string> = new Set(['.', ':', ';', '-', '–'])

/** Phrases that may begin a date: see `slotsAt`. */
const slotCategories = ['number', 'month', 'quarter', 'half_year', 'weekday'] as const

/**
 * All dates and periods of a passage, in order, without overlaps. `months` are the spans from the start of a year that the document speaks of:
 * after "the first nine months of 2023", "nine months" means them and is no duration. A negative number is a span that is reported on at the time of
 * the document: only "in nine months" means it.
 */
export const whens = (scan: Scan, months: ReadonlySet<number>): When[] => {
  const found: When[] = []
  const { byWord } = scan.language.calendar
  const slots = scan.starts(slotCategories)
  for (let at = 0; at < scan.words.length; ) {
    const { kind, norm } = scan.words[at]!
    if (kind !== 'number' && !slots.has(at) && !byWord.has(norm)) {
      at += 1
      continue
    }
    const when = whenAt(scan, at)
    if (when?.is === 'none') {
      at = when.last + 1
      continue
    }
    if (
      when === null ||
      (when.is === 'bare_months' &&
        !months.has(when.n!) &&
        // "Six-month revenue stood at VND 742 billion"
        !(scan.norm(when.last - 1) === '-' && scan.from('span_noun', when.last + 1) !== undefined) &&
        !(
          months.has(-when.n!) &&
          (scan.from('copula', when.last + 1) !== undefined ||
            scan.from('change', when.last + 1) !== undefined ||
            // "Results of | nine months"
            (scan.to('stop', at - 1) !== undefined && scan.to('span_noun', at - 2) !== undefined) ||
            // "10 tháng, số thu đạt 7.842 tỷ đồng"
            (opensStatement(scan, at) && scan.norm(when.last + 1) === ',') ||
            (scan.words[at]!.kind !== 'number' && scan.from('number', at) === undefined))
        ))
    ) {
      at += 1
      continue
    }
    const isOpen = when.year === undefined && when.of === undefined && open.has(when.is)
    const read = vague.has(when.is) || isOpen ? (overrunning(scan, when) ?? when) : when
    found.push(read)
    at = read.last + 1
  }
  return found
}
