import type { When } from '../../extractors/grammar/calendar.ts'
import type { Scan } from '../../extractors/grammar/scan.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import type { DocumentContext } from './context.ts'
import { isAsOf, isLegalDate, isOnset } from './dates.ts'
import { lastDay, periodOf } from './periods.ts'

const headLength = 8
const shortLine = 22
const dashes = ['–', '—', '-']
const bylineSigns = ['·', '|', '•', '–', '—']

/** Whether a passage is short enough, or begins with the date, so that the date is the text's own and not one of its story. */
const isDateline = (reading: PassageReading, when: When): boolean => {
  const { scan } = reading
  // "Members as of 31/12/2023" is no date of the text.
  if (isAsOf(reading, when) || scan.to('baseline', when.first - 1) !== undefined) return false
  // "- To enrol 150,700 workers by | December 31, 2025;" is the day of a goal.
  if (scan.to('by', when.first - 1) !== undefined) return false
  // "Hỏi: Từ | 1/7/2025 mức đóng thay đổi thế nào?" is that of a rule.
  if (isOnset(reading, when)) return false
  return lengthOf(reading) <= shortLine || leadsStory(reading, when)
}

/** Words of a line; of a line of facts about the page ("Labour » Advice | 09:47, 14/11/2025 | Question 60418") its signs do not count. */
const lengthOf = ({ scan: { words } }: PassageReading): number => words.filter(({ kind }) => kind !== 'sign').length

const longestName = 6

/** "HO CHI MINH CITY, | Dec. 14, 2021 (VNA) -- More than": words in capitals and a comma. */
const isBehindName = (scan: Scan, { first }: When): boolean =>
  first <= longestName &&
  scan.norm(first - 1) === ',' &&
  scan.words.slice(0, first - 1).every(({ kind }, at) => kind !== 'number' && (kind === 'sign' || scan.isCapital(at)))

/** Whether a date stands before the story that begins in its line: "MANILA, July 30, 2024 – The insurer paid". */
export const leadsStory = ({ scan }: PassageReading, when: When): boolean => {
  // "HANOI, March 5, 2022 - ...", "(VNA) Hà Nội, ngày 10/1/2022 - ..."
  const after = scan.norm(when.last + 1)
  // "Bergen, 22 August 2024, 07:00 CEST – ..."
  const dash = [2, 3, 4, 5, 6, 7].some(
    (step) => dashes.includes(scan.norm(when.last + step)) && !scan.words[when.last + step]!.joined,
  )
  if ((when.first <= 4 || isBehindName(scan, when)) && (dash || dashes.includes(scan.norm(when.last)))) return true
  return when.first <= 8 && (bylineSigns.includes(after) || after === '-' || after === ')' || after === ':')
}

/** "TOKYO, 2/4 - From this month ... fiscal 2024": a dateline without its year takes the first that the text then names. */
const withFirstYear = (readings: readonly PassageReading[], reading: PassageReading, when: When): When | null => {
  if (when.is !== 'day' || when.year !== undefined || !(when.first <= 4 || isBehindName(reading.scan, when)))
    return null
  for (const each of readings.slice(readings.indexOf(reading)))
    for (const { first, is, year } of each.whens)
      if (
        year !== undefined &&
        is !== 'year_range' &&
        (each !== reading || first > when.last) &&
        // "Those who retired before | 1995 will get more": a date in the life of the people counted.
        each.scan.to('not_period', first - 1) === undefined
      )
        return { ...when, year }
  return null
}

/** "By Marta Quiroga · 14 May 2024 · 8 min · Photo: M. Levi": a line of facts about the page, though it credits a picture. */
const isByline = ({ scan }: PassageReading, when: When): boolean =>
  bylineSigns.includes(scan.norm(when.first - 1)) && bylineSigns.includes(scan.norm(when.last + 1))

const placeWords = 4

/** "Can Tho, April 16, 2024" right above a table: a name, a comma and a day, and nothing more. */
const isPlaceAndDay = ({ scan }: PassageReading, { first, last, is }: When): boolean =>
  is === 'day' &&
  last === scan.words.length - 1 &&
  scan.norm(first - 1) === ',' &&
  first <= placeWords + 1 &&
  scan.words.slice(0, first - 1).every(({ kind }, at) => kind === 'word' && scan.isCapital(at))

/** "On March 17, 2022 the province issued", "(Ghi nhanh) Chiều 7/8/2025, Bộ Nội vụ tổ chức": where no line is a dateline, the day that opens the story is the text's. */
const openingDay = (readings: readonly PassageReading[]): DocumentContext['dateline'] => {
  const reading = readings.find(({ passage, scan }) => passage.role === 'paragraph' && scan.words.length > shortLine)
  const when = reading?.whens[0]
  if (
    reading === undefined ||
    when?.is !== 'day' ||
    when.year === undefined ||
    when.first > headLength ||
    isLegalDate(reading, when) ||
    isOnset(reading, when) ||
    isAsOf(reading, when) ||
    // "By December 31, 2022, the district had ..."
    reading.scan.to('by', when.first - 1) !== undefined
  )
    return null
  const period = periodOf(when, {})
  return period === null
    ? null
    : { when, period, ground: { reading, first: when.first, last: when.last, rule: 'dateline', stated: false } }
}

/** "Số: 87/KH-UBND | Hà Giang, ngày 12 tháng 3 năm 2024": the number of a letter and its day stand in lines of their own. */
const isOnLineAbove = ({ scan }: PassageReading, { last }: { last: number }, { first }: When): boolean =>
  scan.words.some((_, at) => at > last && at <= first && scan.breaks(at))

const leadParagraphs = 2

/** Words between what says that somebody spoke and the day: "said at a meeting on | September 12, 2023". */
const sayingReach = 6

const isDayOfSaying = ({ scan }: PassageReading, first: number): boolean => {
  for (let at = first - 1; at >= Math.max(0, first - 1 - sayingReach); at -= 1) {
    if (scan.words[at]!.kind !== 'word') return false
    if (scan.to('not_period', at)?.value === 'said') return true
  }
  return false
}

const isFullDay = ({ is, year }: When): boolean => is === 'day' && year !== undefined

/** Whether a text names a day after this one that is none of a goal or a rule: what was said then is not the news of the text. */
const isOvertaken = (readings: readonly PassageReading[], period: string): boolean =>
  readings.some((reading) =>
    reading.whens.some(
      (when) =>
        isFullDay(when) &&
        (periodOf(when, {}) ?? '') > period &&
        !isLegalDate(reading, when) &&
        !isOnset(reading, when) &&
        reading.scan.to('by', when.first - 1) === undefined,
    ),
  )

/** Parts of a year that a report is of. */
const parts: ReadonlySet<When['is']> = new Set(['month', 'months_to', 'quarter', 'half', 'first_months', 'year_to'])

/**
 * "paid P132.4 billion in the first six months of 2024, 12.7 percent more than in the same months of 2023, its president said on
 * | Tuesday, July 23": a day without its year is the next behind the last part of a year that the lead is of.
 */
const withYearOfLead = (reading: PassageReading, when: When): When | null => {
  let last: string | null = null
  for (const each of reading.whens) {
    if (!parts.has(each.is) || each.year === undefined || reading.scan.to('by', each.first - 1) !== undefined) continue
    const period = periodOf(each, {})
    if (period !== null && (last === null || lastDay(period) > last)) last = lastDay(period)
  }
  if (last === null) return null
  const year = Number(last.slice(0, 4))
  const dated = { ...when, year }
  return (periodOf(dated, {}) ?? '') > last ? dated : { ...when, year: year + 1 }
}

/**
 * "Nearly 78,000 workers withdrew ..., the agency said on July 18, 2023": the day on which the lead was said is the text's. One further down
 * ("Speaking at a press briefing on October 12, 2023, ...") is so where no later day is named.
 */
const dayOfSaying = (readings: readonly PassageReading[]): DocumentContext['dateline'] => {
  const told = readings.filter(({ passage }) => passage.role === 'paragraph')
  for (const [index, reading] of told.entries()) {
    const said = reading.whens.find(
      (each) => each.is === 'day' && each.yearShift === undefined && isDayOfSaying(reading, each.first),
    )
    if (said === undefined) continue
    const when = isFullDay(said) ? said : index < leadParagraphs ? withYearOfLead(reading, said) : null
    const period = when === null ? null : periodOf(when, {})
    if (when === null || period === null) continue
    if (index < leadParagraphs || !isOvertaken(readings, period))
      return { when, period, ground: { reading, first: when.first, last: when.last, rule: 'dateline', stated: false } }
  }
  return null
}

/** The day of a text: in a line of its own, before its story, in a byline, else the day that opens the story, else that on which its lead was said. */
export const findDateline = (readings: readonly PassageReading[]): DocumentContext['dateline'] => {
  const own = readings.filter(
    (reading) =>
      reading.whens.length > 0 &&
      reading.passage.role !== 'cell' &&
      (reading.passage.role !== 'caption' ||
        reading.whens.some((when) => isByline(reading, when) || isPlaceAndDay(reading, when))),
  )
  const candidates = [...own.filter((reading) => reading.passage.index < headLength), ...own.slice(-3)]
  for (const reading of candidates) {
    for (const each of reading.whens) {
      const when = isFullDay(each) ? each : (withFirstYear(readings, reading, each) ?? each)
      if (
        !isFullDay(when) ||
        !isDateline(reading, when) ||
        // "29/4/2022 - Tại Quyết định số 546/QĐ-TTg, ...": a day that opens the story is its own, whatever that tells.
        (!(each.first === 0 && leadsStory(reading, when)) &&
          reading.mentions.some(
            (mention) => mention.kind === 'legal_document' && !isOnLineAbove(reading, mention, when),
          ))
      )
        continue
      const period = periodOf(when, {})
      if (period !== null)
        return { when, period, ground: { reading, first: when.first, last: when.last, rule: 'dateline', stated: true } }
    }
  }
  return openingDay(readings) ?? dayOfSaying(readings)
}

const mastheadPassages = 3
const mastheadWords = 6

/** "MEKONG REVIEW OF WORK | Issue 34, May 2025", "Monthly bulletin - May 2024", "May 2025": the month of an issue, in a line of the page that tells nothing else. */
export const mastheadMonth = (readings: readonly PassageReading[]): { year: number; month: number } | null => {
  for (const reading of readings.slice(0, mastheadPassages)) {
    const { passage, scan, whens } = reading
    const [when] = whens
    if (whens.length !== 1 || when?.is !== 'month' || when.year === undefined || passage.cell !== null) continue
    const isLast = scan.words.slice(when.last + 1).every(({ kind }) => kind === 'sign')
    const isAlone = when.first === 0
    const isParted = scan.words
      .slice(0, when.first)
      .some(({ norm, joined }) => bylineSigns.includes(norm) || (norm === '-' && !joined))
    const others = scan.words.slice(0, when.first).filter(({ kind }) => kind === 'word').length
    if (isLast && (isAlone || (isParted && others <= mastheadWords))) return { year: when.year, month: when.month! }
  }
  return null
}
