import type { Hit } from '../../catalog/lexicon.ts'
import type { When } from '../../extractors/grammar/calendar.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import { isOfCompared } from './comparative.ts'
import type { DocumentContext } from './context.ts'
import { isAhead, isEarlier, lastDay, periodOf } from './periods.ts'

const lawWords = 7

/** "Law on Social Insurance 2014", "Luật Việc làm năm 2013", "the 2019 Labour Code": the year is of the law's name. */
const isLawYear = (reading: PassageReading, when: When): boolean => {
  // "Kế hoạch 2023", "Plan 2024" over a column
  if (when.is !== 'year' || reading.passage.cell !== null) return false
  const { scan } = reading
  for (let at = when.first - 1; at >= Math.max(0, when.first - lawWords); at -= 1) {
    if ((scan.words[at]!.kind !== 'word' && scan.norm(at) !== ',') || scan.breaks(at + 1)) break
    const type = scan.to('legal_type', at) ?? scan.to('legal_named', at)
    if (type !== undefined && scan.isCapital(type.first)) return !isOfItsYear(type)
    if (scan.to('status', at) !== undefined || scan.to('as_of', at) !== undefined) break
  }
  const next = scan.from('legal_type', when.last + 1)
  if (next === undefined) return false
  // "What changes under the | 2024 law"
  const isNamed = !isOfItsYear(next) && scan.words[next.last + 1]?.kind !== 'number' && !scan.breaks(next.first)
  return scan.isCapital(next.first) || (isNamed && scan.to('stop', when.first - 1) !== undefined)
}

/** "Kế hoạch 2023", "Báo cáo năm 2023": a plan or a report is about the year that it names. */
const isOfItsYear = ({ value }: Hit): boolean => ownYear.has(value)
const ownYear: ReadonlySet<string> = new Set(['Plan', 'Program', 'Project', 'Report'])

const isAdopted = ({ scan }: PassageReading, when: When): boolean => {
  const before =
    scan.to('during', when.first - 1)?.first ?? (scan.norm(when.first - 1) === 'on' ? when.first - 1 : when.first)
  return scan.to('legal_issued', before - 1) !== undefined
}

/** "(No. 16 of | 2023)": the year of an act's number. */
const isOfNumber = ({ scan }: PassageReading, when: When): boolean =>
  when.is === 'year' &&
  scan.to('legal_dated', when.first - 1) !== undefined &&
  scan.words[when.first - 2]?.kind === 'number' &&
  scan.to('legal_number', when.first - 3) !== undefined

const documentWords = 8

/** Dates that stand with a legal document say nothing of a number: its date of issue, the year in its name. */
export const isLegalDate = (reading: PassageReading, when: When): boolean =>
  isLawYear(reading, when) ||
  // "anyone born in 1960 or later": a date in the life of the people counted.
  reading.scan.to('not_period', when.first - 1) !== undefined ||
  isOfNumber(reading, when) ||
  // "Resolution 68, passed in July", "được thông qua ngày 29/6/2024"
  isAdopted(reading, when) ||
  reading.mentions.some(
    ({ kind, first, last, legal }) =>
      kind === 'legal_document' &&
      ((when.first >= first && when.last <= last) ||
        legal?.issued === when ||
        (when.first > last &&
          when.first <= last + documentWords &&
          reading.scan.to('legal_dated', when.first - 1) !== undefined &&
          reading.scan.to('legal_dated', when.first - 1)!.value === 'dated' &&
          when.first <= last + 3)),
  )

/** Words of an aside before and behind its date: ", launched in | October 2022 | for the young ,". */
const asideWords = 6

/** "The pension scheme, launched in | October 2022, counted 1.41 million": between two commas, behind a participle, of what it stands behind alone. */
export const asideOf = ({ scan }: PassageReading, when: When): { first: number; last: number } | null => {
  let open = when.first - 1
  while (open > when.first - asideWords && scan.words[open]?.kind === 'word') open -= 1
  let close = when.last + 1
  while (close < when.last + asideWords && scan.words[close]?.kind === 'word') close += 1
  if (scan.norm(open) !== ',' || scan.norm(close) !== ',' || open >= when.first - 1) return null
  // "1.79 million people, or 91.5 percent, | had | health insurance at the end of March 2024, 21,000 fewer": the verb of the sentence.
  if (scan.from('perfect', open + 1) !== undefined || scan.from('copula', open + 1) !== undefined) return null
  const isParticiple =
    scan.from('participle', open + 1) !== undefined ||
    scan.language.locale.tense.past_ending.some((ending) => scan.norm(open + 1).endsWith(ending))
  return isParticiple ? { first: open, last: close } : null
}

/** Words that may stand between the words of comparison and the date: "above | the level of | 2019". */
const skips = 5

/** "over the | previous quarter" compares; "over the | past year", "over the | same twelve months" last. */
const isPrevious: ReadonlySet<When['is']> = new Set(['last_year', 'last_quarter', 'last_month'])

/** The words of comparison right before a date: "compared to | the end of 2020". For a change also "since", "from"; "up 5% on 2023". */
export const isCompared = (reading: PassageReading, when: When, isChange: boolean): boolean => {
  const { scan } = reading
  // "fell by 42,000 | from | March 2023 to March 2024": the word that opens a span compares with nothing.
  const isSpan = when.is === 'span' || (when.is === 'month_range' && when.year2 !== undefined)
  if (isSpan && scan.to('range_from', when.first - 1) !== undefined) return false
  // "up 1.2% | over the | previous year": the phrase reaches into the date.
  const into = isChange && isPrevious.has(when.is) ? scan.to('change_baseline', when.first) : undefined
  if (into !== undefined && into.first < when.first) return true
  // "Tiến độ nhanh hơn | năm ngoái": in a language whose comparative is the word of "more than", it leads to no date of its own.
  if (!scan.language.locale.inflected && scan.to('modifier', when.first - 1)?.value === 'more_than') return true
  let at = when.first - 1
  for (let steps = 0; steps < skips && at >= 0; steps += 1) {
    if (scan.to('baseline', at) !== undefined) return true
    if (isChange && scan.to('change_baseline', at) !== undefined) return true
    if (isChange && when.is !== 'day' && when.is !== 'weekday' && scan.to('span_baseline', at) !== undefined)
      return true
    // "so với thời điểm | 31/12/2024": a phrase of two words is passed over whole.
    const skip = scan.to('baseline_skip', at)?.first ?? (scan.from('baseline_skip', at) === undefined ? null : at)
    if (skip === null) return false
    at = skip - 1
  }
  return false
}

/** Whether a date is what something is compared with, and so not the time of a figure. */
export const isBaseline = (reading: PassageReading, when: When, isChange: boolean): boolean =>
  (isEarlier(when) && isChange) || isCompared(reading, when, isChange)

/** "now", "today": they date a figure only where nothing else does. */
export const isGeneric = (when: When): boolean => when.is === 'now' || when.is === 'today'

/** "as of 31 December", "tính đến ngày 31/12": the day on which something was counted. */
export const isAsOf = ({ scan }: PassageReading, when: When): boolean =>
  scan.from('as_of', when.first) !== undefined ||
  scan.all('as_of').some(({ first, last }) => first < when.first && last >= when.first - 1 && last <= when.last)

const points: ReadonlySet<When['is']> = new Set([
  'day',
  'month',
  'year',
  'weekday',
  'yesterday',
  'today',
  'the_day',
  'start',
  'beginning',
  'past_month',
  'this_month',
  'last_month',
  'that_month',
])

/** "From July 1", "since 2014", "từ ngày 1/7": the day from which something holds. */
export const isOnset = ({ scan }: PassageReading, when: When): boolean => {
  if (!points.has(when.is)) return false
  // "từ ngày | 1/7": the phrase may reach into the date.
  for (let at = when.first - 1; at < when.last; at += 1) {
    const hit = scan.to('onset', at)
    if (hit !== undefined && hit.first <= when.first) return true
  }
  return false
}

/** "(first half of 2023: 4.62 million)": what stands in brackets is by the way. */
export const isBracketed = ({ scan }: PassageReading, when: When): boolean => {
  for (let at = when.first - 1; at >= 0; at -= 1) {
    if (scan.norm(at) === ')') return false
    if (scan.norm(at) === '(') return true
  }
  return false
}

const yearOf = (when: When, context: DocumentContext): number | undefined => {
  const year = when.year2 ?? when.year ?? when.of?.year
  if (year !== undefined || context.anchor.year === undefined) return year
  if (when.is === 'last_year') return context.anchor.year - 1
  return when.yearShift === undefined ? undefined : context.anchor.year + when.yearShift
}

/** The day of the page, and what stands before it in its line. */
const isPageDate = (reading: PassageReading, when: When, { dateline }: DocumentContext): boolean =>
  reading === dateline?.ground.reading && when.first <= dateline.ground.last

const dating = new WeakMap<PassageReading, readonly When[]>()

/** Dates of a passage, the last first, that may date figures: no baseline, no law's, not that of the page. Every figure of a text may ask for them. */
const datesOf = (here: PassageReading, context: DocumentContext): readonly When[] => {
  const known = dating.get(here)
  if (known !== undefined) return known
  const dates = [...here.whens]
    .reverse()
    .filter(
      (each) =>
        !isPageDate(here, each, context) &&
        !isLegalDate(here, each) &&
        !isEarlier(each) &&
        !isBaseline(here, each, false) &&
        !isOfCompared(here, each) &&
        !isBracketed(here, each),
    )
  dating.set(here, dates)
  return dates
}

/** Dates before a place in the text, the nearest first. */
function* datesBefore(
  reading: PassageReading,
  first: number,
  context: DocumentContext,
): Generator<{ readonly here: PassageReading; readonly each: When }> {
  for (let index = reading.passage.index; index >= 0; index -= 1) {
    const here = context.readings[index]!
    if (here.passage.role === 'furniture' || here.passage.role === 'caption') continue
    for (const each of datesOf(here, context))
      if (index !== reading.passage.index || each.first < first) yield { here, each }
  }
}

const spans: ReadonlySet<When['is']> = new Set(['so_far', 'year_range', 'span'])

/**
 * "The debts stood at 4.7 trillion on 31 August 2023; 46 files were sent since the beginning of 2022", "652,000 in the first half of 2023
 * ... 4.85 million from 2016 to 2022", "612,000 more on April 2023": a later year may have been spoken of before.
 */
const looksBack = (here: PassageReading, each: When): boolean => spans.has(each.is) || isCompared(here, each, true)

/** Dates back within which a year is still spoken of. */
const spokenReach = 256

/** The year that the text speaks of at a place: the last written before it, no later than the text itself. */
const spokenYear = (reading: PassageReading, when: When, context: DocumentContext): number | null => {
  let began: number | null = null
  let steps = 0
  for (const { here, each } of datesBefore(reading, when.first, context)) {
    steps += 1
    if (steps > spokenReach) break
    const year = yearOf(each, context)
    // "Since 2021, when the list was redrawn, ...; by June this year": the year in which something began.
    if (isOnset(here, each) && here.scan.to('since', each.first - 1) !== undefined) continue
    if (year !== undefined && context.anchor.year === undefined && looksBack(here, each)) {
      began ??= year
      continue
    }
    // "wants 5 percent inside it by 2030. ... polled 1,200 riders in February": the year of a goal.
    if (each.is === 'year' && here.scan.to('by', each.first - 1) !== undefined) continue
    if (year === undefined || (context.anchor.year !== undefined && year > context.anchor.year)) continue
    // "more than four times as many as in 2019"
    if (!here.mentions.some(({ kind, last }) => kind === 'multiple' && last < each.first && each.first - last <= skips))
      return Math.max(began ?? year, year, context.anchor.year === undefined ? (yearOfLead(context) ?? year) : year)
  }
  return began ?? (context.anchor.year === undefined ? yearOfAct(context) : null)
}

const yearsOfLeads = new WeakMap<readonly PassageReading[], number | null>()

/**
 * "paid VND61.2 trillion in the first half of 2024 ... still owed 9.4 trillion for 2023. By | June 30": the year that the story of a text
 * without a day opens with; the day of a goal, "by June 2030", is none.
 */
const yearOfLead = (context: DocumentContext): number | null => {
  const known = yearsOfLeads.get(context.readings)
  if (known !== undefined) return known
  const lead = context.readings.find(
    ({ passage, mentions }) => passage.role === 'paragraph' && mentions.some(({ kind }) => kind !== 'legal_document'),
  )
  const first =
    lead === undefined
      ? undefined
      : [...datesOf(lead, context)]
          .reverse()
          .find((each) => isPartOfYear(each) && lead.scan.to('by', each.first - 1) === undefined)
  const year = first === undefined ? null : (yearOf(first, context) ?? null)
  yearsOfLeads.set(context.readings, year)
  return year
}
const isPartOfYear = ({ is, month, half, quarter, of }: When): boolean =>
  is !== 'year' && is !== 'year_range' && [month, half, quarter, of?.month, of?.half].some((each) => each !== undefined)

const leadPassages = 4

/** "under Decree 75/2023/ND-CP issued on | October 19, 2023": a text without a day is no older than the act that its lead is about. */
const yearOfAct = ({ readings }: DocumentContext): number | null => {
  const known = yearsOfActs.get(readings)
  if (known !== undefined) return known
  const years = readings
    .slice(0, leadPassages)
    .flatMap((reading) =>
      reading.whens.flatMap((when) =>
        when.is === 'day' && when.year !== undefined && isLegalDate(reading, when) ? [when.year] : [],
      ),
    )
  const year = years.reduce<number | null>((latest, each) => (latest === null || each > latest ? each : latest), null)
  yearsOfActs.set(readings, year)
  return year
}
const yearsOfActs = new WeakMap<readonly PassageReading[], number | null>()

/** Passages back in which "the quarter" looks for its name. */
const partReach = 60

/**
 * "in the quarter", "in the month": of those that the text spoke of before, the latest that had begun; the others are what it was
 * compared with ("The rate for Q1 2025 has been revised. The labour force reached 2.96 million in the quarter", on Q2 2025).
 */
const spokenPart = (reading: PassageReading, when: When, context: DocumentContext): string | null => {
  let latest: string | null = null
  for (const { here, each } of datesBefore(reading, when.first, context)) {
    if (reading.passage.index - here.passage.index > partReach) break
    if ((when.is === 'the_quarter' ? each.quarter : each.month) === undefined) continue
    // "added 14.58 lakh in March 2025, up 1.15% on March 2024. Around 7.54 lakh enrolled in the month": not what it was compared with.
    if (when.is === 'the_month' && isCompared(here, each, true)) continue
    const period = edtfOf(here, each.quarter === undefined ? { ...each, is: 'month' } : each, context, false)
    if (when.is === 'the_month') return period
    if (period !== null && !isAhead(period, context.anchor) && (latest === null || period > latest)) latest = period
  }
  return latest
}

/** Twelve months that begin in one year and end in the next: "2023-04/2024-03". */
const isFiscal = (period: string): boolean => {
  const { from, start, to, end } =
    /^(?<from>\d{4})-(?<start>\d\d)\/(?<to>\d{4})-(?<end>\d\d)$/u.exec(period)?.groups ?? {}
  return from !== undefined && Number(to) === Number(from) + 1 && Number(end) === Number(start) - 1
}

/** Dates that say "the one named before", and what of a period in EDTF they take. */
const named: Partial<Record<When['is'], (period: string) => string | undefined>> = {
  the_day: (period) => (parts(period) === 3 ? period : undefined),
  that_month: (period) => (parts(period) >= 2 ? period.slice(0, 'YYYY-MM'.length) : undefined),
  // "settled 4.45 crore claims in the year 2023-24 ... in the same year"
  that_year: (period) => (isFiscal(period) ? period : parts(period) >= 1 ? period.slice(0, 'YYYY'.length) : undefined),
  the_period: (period) => (period.includes('/') ? period : undefined),
}

const isNamedBefore = ({ is }: When): boolean => is === 'the_quarter' || is === 'the_month' || named[is] !== undefined

/** Year, month and day of a period that is one; none of a span. */
const parts = (period: string): number => (period === '' || period.includes('/') ? 0 : period.split('-').length)

/** "the same day", "in the same month", "over the whole period": the last that the text named, else that of its title. */
const namedBefore = (reading: PassageReading, when: When, context: DocumentContext): string | null => {
  const take = named[when.is]!
  const read = (here: PassageReading, each: When): string | undefined =>
    // Another that names nothing itself would only ask again; "a meeting heard on | Tuesday. At the same date 14.4 million ..." is no day that was counted on.
    take(
      (isGeneric(each) ||
      (each.is === 'weekday' && here !== reading) ||
      isNamedBefore(each) ||
      (each.of !== undefined && isNamedBefore(each.of))
        ? null
        : edtfOf(here, each, context, false)) ?? '',
    )
  for (const { here, each } of datesBefore(reading, when.first, context)) {
    const found = read(here, each)
    if (found !== undefined) return found
  }
  for (const each of context.title?.whens ?? []) {
    const found = each === when ? undefined : read(context.title!, each)
    if (found !== undefined) return found
  }
  return null
}

/** "In 2024-25 it settled 6.01 crore claims. Its interest rate for the year was kept at 8.25%": the fiscal year that the passage named last. */
const fiscalBefore = (reading: PassageReading, when: When, context: DocumentContext): string | null => {
  for (const { here, each } of datesBefore(reading, when.first, context)) {
    if (here !== reading) return null
    if (isGeneric(each) || isNamedBefore(each) || isEarlier(each) || isCompared(here, each, true)) continue
    // Of dates without a year of their own none is fiscal.
    if (each.year === undefined) continue
    const period = edtfOf(here, each, context, false)
    if (period !== null) return isFiscal(period) ? period : null
  }
  return null
}

const partial: ReadonlySet<When['is']> = new Set([
  'the_year',
  'day',
  'month',
  'month_range',
  'month_pair',
  'quarter',
  'half',
  'first_months',
  'last_half',
])

const isYearless = ({ is, year, yearShift, of }: When): boolean =>
  year === undefined &&
  yearShift === undefined &&
  (is === 'end' ? of === undefined || (partial.has(of.is) && isYearless(of)) : partial.has(is) && of === undefined)

const dated: ReadonlySet<When['is']> = new Set(['year', 'month', 'quarter', 'half', 'first_months'])

/** "II. Targets for 2023 | 1. Coverage of 92.5% by the end of the year": the year that the points below a heading leave out. */
const sectionYear = ({ passage }: PassageReading, { readings }: DocumentContext): number | null => {
  for (const index of [passage.lead, passage.heading]) {
    const lead = index === null ? undefined : readings[index]
    if (lead === undefined || lead.passage.role === 'title') continue
    const years = new Set(
      lead.whens.flatMap((each) =>
        dated.has(each.is) && each.year !== undefined && !isLegalDate(lead, each) ? [each.year] : [],
      ),
    )
    if (years.size === 1) return [...years][0]!
  }
  return null
}

/** EDTF of a date as written, with what it leaves out taken from the text: its own day, or the year it speaks of. */
export const edtfOf = (
  reading: PassageReading,
  when: When,
  context: DocumentContext,
  future: boolean,
): string | null => {
  if (when.is === 'the_quarter' || when.is === 'the_month') return spokenPart(reading, when, context)
  // "at the end of the quarter", "at the close of the financial year"
  if (when.is === 'end' && when.of !== undefined && isNamedBefore(when.of)) {
    const whole = edtfOf(reading, { ...when.of, first: when.first }, context, future)
    return whole === null ? null : lastDay(whole)
  }
  if (named[when.is] !== undefined) return namedBefore(reading, when, context)
  // "### March 2022 | In this month alone": the month that the section is about.
  if (when.is === 'this_month') {
    const heading = reading.passage.heading === null ? undefined : context.readings[reading.passage.heading]
    const month = heading?.passage.role === 'title' ? undefined : heading?.whens.find(({ is }) => is === 'month')
    if (month !== undefined) return edtfOf(heading!, month, context, future)
  }
  const section = isYearless(when) ? sectionYear(reading, context) : null
  if (section !== null) return periodOf(when, { year: section }, true)
  const fiscal = when.is === 'the_year' && when.year === undefined ? fiscalBefore(reading, when, context) : null
  if (fiscal !== null) return fiscal
  const isYear = when.is === 'the_year' || (when.is === 'end' && when.of === undefined) || when.of?.is === 'the_year'
  if (isYear && when.year === undefined && (!future || context.anchor.year === undefined)) {
    const year = spokenYear(reading, when, context)
    if (year !== null) return periodOf(when, { year })
  }
  if (when.is === 'month_then') {
    const year = spokenYear(reading, when, context)
    if (year !== null) return periodOf({ ...when, year }, context.anchor)
  }
  // "around 1890"
  if (when.is === 'year' && reading.scan.to('modifier', when.first - 1)?.value === 'approximately')
    return `${when.year}~`
  const own = periodOf(when, context.anchor, future)
  if (own !== null || context.anchor.year !== undefined) return own
  // "20 years ago" is before the day of the text, not before a year that it speaks of.
  if (when.is === 'years_ago') return null
  const isPart = [when, when.of].some(
    (each) => each?.month !== undefined || each?.quarter !== undefined || each?.n !== undefined || each?.is === 'half',
  )
  const year = isPart ? spokenYear(reading, when, context) : null
  return year === null ? null : periodOf(when, { year }, true)
}
