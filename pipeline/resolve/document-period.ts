import type { When } from '../../extractors/grammar/calendar.ts'
import type { Mention } from '../../extractors/rule.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import type { DocumentContext } from './context.ts'
import { isBaseline, isGeneric, isLegalDate, isOnset } from './dates.ts'
import type { Draft } from './draft.ts'
import { isHolding } from './law-period.ts'
import { natureOf } from './nature.ts'
import { take } from './take-date.ts'
import { tenseOf } from './tense.ts'

/** Passages of a letter between its head and its name. */
const headPassages = 8

/**
 * What a text is called: its title, or in a letter, plan or decision what stands under the name of its kind ("KẾ HOẠCH | Phát triển
 * người tham gia BHXH năm 2024"); the head above it names who wrote it.
 */
const nameOf = ({ title, readings }: DocumentContext): PassageReading | null => {
  if (title === null || title.whens.some((when) => when.is === 'year')) return title
  const start = title.passage.index
  for (const reading of readings.slice(start, start + headPassages)) {
    const type = reading.scan.from('legal_type', 0)
    if (type === undefined || reading.passage.cell !== null || !reading.scan.isCapital(type.last)) continue
    const isKindAlone = type.last === reading.scan.words.length - 1
    if (isKindAlone) return readings[reading.passage.index + 1] ?? title
    if (reading.scan.breaks(type.last + 1)) return reading
  }
  return title
}

/** The date of a title, where it has one of its own. */
export const titleDate = (context: DocumentContext): When | undefined => {
  const { dateline } = context
  const title = nameOf(context)
  return title?.whens.find(
    (each) =>
      // "UBND TỈNH HÀ GIANG | Số: 87/KH-UBND | Hà Giang, ngày 12 tháng 3 năm 2024": the day of a letter says nothing of what it holds.
      each !== dateline?.when &&
      !isLegalDate(title, each) &&
      each.is !== 'bare_months' &&
      !isGeneric(each) &&
      each.is !== 'same_period' &&
      !isBaseline(title, each, false),
  )
}

/** The first figure of the text, where it narrows the year of the title: "half-year results 2024 ... in the first half of 2024". */
const leadPeriod = (title: When, before: readonly Draft[]): Draft | undefined => {
  const first = before.find(
    (each) => each.period !== null && each.status === 'actual' && each.reading.passage.role !== 'title',
  )
  const isNarrower =
    title.is === 'year' &&
    first?.period != null &&
    first.period.startsWith(`${title.year}-`) &&
    first.period.includes('/')
  return isNarrower ? first : undefined
}

const isFigure = ({ kind }: Mention): boolean => kind !== 'legal_document'

/** "Malaysian employees put in 11%" below "Fund pays 6.3% for 2024", "the second member pays 70%" below "What a card costs from July". */
const isRule = (draft: Draft, context: DocumentContext): boolean => {
  const nature = natureOf(draft, context)
  return draft.kind === 'percentage' && draft.measure === 'level' && tenseOf(draft) !== 'past' && nature === 'rate'
}

/** A title's date holds for results; for goals only where the title is that of a plan. */
export const fromTitle = (draft: Draft, context: DocumentContext, before: readonly Draft[]): boolean => {
  const title = nameOf(context)
  if (title === null) return false
  // A decision or plan sets goals for the years in its name; of a result they say less ("94 of the deputies were present").
  if (draft.status !== 'target' && title !== context.title) return false
  if (draft.status === 'target' && title === context.title && title.scan.all('target_strong').length === 0) return false
  const when = titleDate(context)
  if (
    when !== undefined &&
    draft.reading.passage.role !== 'title' &&
    isRule(draft, context) &&
    (isOnset(title, when) || title.mentions.some(isFigure))
  )
    return false
  // "What the 2025 increase means" says nothing of "You need 40 credits"; "What are the rates in 2024?" does.
  if (
    when !== undefined &&
    isHolding(draft, context) &&
    title.scan.to('during', when.first - 1) === undefined &&
    title.scan.from('during', when.first) === undefined
  )
    return false
  const lead = when === undefined ? undefined : leadPeriod(when, before)
  if (lead !== undefined) {
    draft.period = lead.period
    draft.grounds.set('period', { ...lead.grounds.get('period')!, rule: 'lead', stated: false })
    return true
  }
  return when !== undefined && take(draft, title, when, context, 'title', false)
}
