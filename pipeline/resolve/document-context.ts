import type { CompiledCatalog } from '../../catalog/compile.ts'
import { words } from '../../catalog/words.ts'
import { datesIn } from '../../extractors/grammar/date-span.ts'
import { Scan } from '../../extractors/grammar/scan.ts'
import type { Passage } from '../../schemas/passage.ts'
import { languageCounts, languageOf } from '../extract/language.ts'
import { type PassageReading, readPassage } from '../extract/read-passage.ts'
import type { DocumentContext } from './context.ts'
import { findDateline, mastheadMonth } from './dateline.ts'
import type { Ground } from './draft.ts'
import { frontMatterDate } from './front-matter.ts'
import { homePlace } from './home-place.ts'
import { homeRegion, loneRegion } from './home-region.ts'
import { officialTitle } from './official-title.ts'
import { type Anchor, periodOf } from './periods.ts'
import { placeNamed } from './places.ts'
import { separatorProfile } from './separator-profile.ts'

const captionWords = 40
const headlineWords = 24

/** Cells of a first column that only numbers the rows: 1, 2, 3 ... from top to bottom. */
const rowNumbers = (passages: readonly Passage[]): ReadonlySet<number> => {
  const columns = new Map<number, number[]>()
  for (const { cell, index } of passages)
    if (cell !== null && cell.column === 0 && cell.row > 0)
      columns.set(cell.table, [...(columns.get(cell.table) ?? []), index])
  return new Set(
    [...columns.values()].flatMap((list) =>
      list.length > 1 && list.every((index, row) => passages[index]!.text.trim() === String(row + 1)) ? list : [],
    ),
  )
}

/**
 * Passages with those below a line such as "Related news" or "Tin liên quan" marked as furniture: a list of headlines of other
 * articles follows it, up to the next heading or full paragraph.
 */
const furnitureBelow = (passages: readonly Passage[], scans: readonly Scan[]): Passage[] => {
  let under = false
  const numbers = rowNumbers(passages)
  return passages.map((passage, index) => {
    const { words: list, hits } = scans[index]!
    const label = hits.find(
      ({ category, value, first }) => category === 'aside_line' && value === 'page_furniture' && first <= 1,
    )
    if (label !== undefined && list.length <= label.last + 3) under = true
    else if (passage.role === 'heading' || passage.role === 'title' || list.length > headlineWords) under = false
    // "Members wait for their turn. (File photo, 2023)"
    if (
      list.length <= captionWords &&
      (passage.role === 'paragraph' || passage.role === 'heading') &&
      scans[index]!.all('photo').length > 0
    )
      return { ...passage, role: 'caption' as const }
    if (passage.cell !== null && numbers.has(index)) return { ...passage, role: 'furniture' as const }
    return under && passage.role !== 'furniture' ? { ...passage, role: 'furniture' as const } : passage
  })
}

/** How often the text, its page furniture aside, names each subject. */
const countSubjects = ({
  readings,
  topics,
}: DocumentContext): ReadonlyMap<string, { count: number; ground: Ground }> => {
  const counts = new Map<string, { count: number; ground: Ground }>()
  for (const reading of readings) {
    if (reading.passage.role === 'furniture') continue
    for (const hit of reading.scan.all('term')) {
      if (!topics.has(hit.value)) continue
      const known = counts.get(hit.value)
      const ground = known?.ground ?? { reading, first: hit.first, last: hit.last, rule: 'main-topic', stated: false }
      counts.set(hit.value, { count: (known?.count ?? 0) + 1, ground })
    }
  }
  return counts
}

/** Uses of the catalog's subjects from which on a text is about them. */
const subjectHits = 6
const titleWeight = 3
const clearCount = 4

/** A text speaks of one subject where that is named more than once or twice and more often than all others together, or often and twice as often as the next; what its title names counts three times. */
const mainTopic = ({ readings, topics }: DocumentContext): DocumentContext['mainTopic'] => {
  const counts = new Map<string, { count: number; ground: Ground }>()
  let total = 0
  for (const reading of readings) {
    if (reading.passage.role === 'furniture') continue
    const weight = reading.passage.role === 'title' ? titleWeight : 1
    for (const hit of reading.scan.all('term')) {
      if (!topics.has(hit.value)) continue
      total += weight
      const known = counts.get(hit.value)
      if (known === undefined)
        counts.set(hit.value, {
          count: weight,
          ground: { reading, first: hit.first, last: hit.last, rule: 'main-topic', stated: false },
        })
      else known.count += weight
    }
  }
  const [first, second] = [...counts].sort((a, b) => b[1].count - a[1].count)
  if (first === undefined) return null
  const [term, { count, ground }] = first
  const isClear =
    (count >= titleWeight && count * 2 > total) || (count >= clearCount && count >= 2 * (second?.[1].count ?? 0))
  return isClear ? { ...ground, term } : null
}

/** "In nine months" in a text of October: the months of the year so far that are reported on then. */
const reported = (month: number | undefined): number[] =>
  month === undefined
    ? []
    : [2, 3, 4, 5, 6, 7, 8, 9, 10, 11].filter((n) => n === month - 1 || (n % 3 === 0 && n < month && month <= n + 2))

/** "Kim ngạch tháng 8/2025 đạt 1,05 tỷ USD, nâng tổng giá trị 8 tháng lên 7,22 tỷ USD": the months up to one that is named with its year. */
const monthsNamed = (readings: readonly PassageReading[]): number[] =>
  readings.flatMap(({ whens }) =>
    whens.flatMap((when) => {
      // "as of the end of August 2022 ... In eight months the hospitals treated"
      const { is, month, year } = when.is === 'end' ? (when.of ?? when) : when
      return is === 'month' && year !== undefined && month !== undefined ? [month] : []
    }),
  )

/** A passage read again, where the months that the document speaks of make a date of what was a duration. */
const withMonths = (reading: PassageReading, months: ReadonlySet<number>): PassageReading => {
  const dates = datesIn(reading.scan, months)
  const isSame =
    dates.length === reading.whens.length &&
    dates.every(({ first, last, is }, at) => {
      const before = reading.whens[at]!
      return first === before.first && last === before.last && is === before.is
    })
  return isSame ? reading : readPassage(reading.passage, reading.scan, dates)
}

/** Reads all passages, each in its language, and finds the document's own date and title. */
export const readDocument = (passages: readonly Passage[], catalog: CompiledCatalog, text = ''): DocumentContext => {
  const cut = passages.map((passage) => words(passage.text))
  const fallback = [...catalog.languages.values()][0]!
  const counts = cut.map((list) => languageCounts(list, catalog))
  const main = languageOf(counts, catalog) ?? languageOf(counts, catalog, 1) ?? fallback
  const languages = counts.map((each) => languageOf([each], catalog) ?? main)
  const scans = passages.map(({ text, role }, index) => new Scan(text, role, languages[index]!, cut[index]!))
  const first = furnitureBelow(passages, scans).map((passage, index) => {
    const scan = scans[index]!
    const { text, role, language, words: list, hits } = scan
    return readPassage(passage, role === passage.role ? scan : new Scan(text, passage.role, language, list, hits))
  })
  const months = new Set(
    first.flatMap(({ whens }) => whens.flatMap(({ is, n }) => (is === 'first_months' && n !== undefined ? [n] : []))),
  )
  const isTwice = (reading: PassageReading): boolean =>
    months.size > 0 && reading.mentions.some(({ kind }) => kind === 'duration')
  const stated = frontMatterDate(text)
  const month = stated?.month ?? findDateline(first)?.when.month
  for (const n of [...reported(month), ...monthsNamed(first)]) months.add(-n)
  const readings = first.map((reading) => (isTwice(reading) ? withMonths(reading, months) : reading))
  const dateline = stated === null ? findDateline(readings) : null
  const anchor: Anchor =
    stated ??
    (dateline === null
      ? (mastheadMonth(readings) ?? {})
      : { year: dateline.when.year!, month: dateline.when.month!, day: dateline.when.day! })
  const title = officialTitle(readings) ?? readings.find(({ passage }) => passage.role === 'title') ?? null
  const context: DocumentContext = {
    catalog,
    language: main,
    readings,
    dateline,
    anchor,
    title,
    home: null,
    region: null,
    loneRegion: null,
    people: catalog.people,
    separators: separatorProfile(readings),
    topics: catalog.topics,
    cueTerms: catalog.cueTerms,
    mainTopic: null,
    isOnSubject: false,
    subjects: new Map(),
  }
  const home = homePlace(context)
  const region = homeRegion(context, home)
  const fiscal = home === null ? null : (placeNamed(catalog.catalog, home.code)?.fiscal_start ?? null)
  return {
    ...context,
    anchor: fiscal === null ? anchor : { ...anchor, fiscal },
    home,
    region,
    loneRegion: region === null ? loneRegion(context, home) : null,
    mainTopic: mainTopic(context),
    subjects: countSubjects(context),
    isOnSubject:
      readings.reduce(
        (sum, { scan }) => sum + scan.all('term').filter(({ value }) => context.topics.has(value)).length,
        0,
      ) >= subjectHits,
  }
}

/** The day of a text in EDTF, from its dateline or its front matter. */
export const datelineOf = ({ anchor, dateline }: DocumentContext): string | null =>
  dateline?.period ?? (anchor.day === undefined ? null : periodOf({ first: 0, last: 0, is: 'today' }, anchor))
