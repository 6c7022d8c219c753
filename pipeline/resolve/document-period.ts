import type { When } from '../../extractors/grammar/calendar.ts'
import type { Mention } from '../../extractors/rule.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import type { DocumentContext } from './context.ts'
import { edtfOf, isBaseline, isGeneric, isLegalDate, isOnset } from './dates.ts'
import type { Draft } from './draft.ts'
import { isHolding } from './law-period.ts'
import { natureOf } from './nature.ts'
import { isOfAct, isOfPlan } from './official-title.ts'
import { isAhead, isEarlier } from './periods.ts'
import { isFulfilledTarget, statusHits } from './status-words.ts'
import { take } from './take-date.ts'
import { tenseOf } from './tense.ts'

/** "Bac Giang strives to cover 96.5% of its people in | 2025": the year of a goal says nothing of the results below. */
const isOfGoal = (title: PassageReading, { first }: When): boolean =>
  statusHits(title).some((hit) => hit.value === 'target' && hit.last < first && !isFulfilledTarget(title, hit))

/** The date of a title that a figure below can be of, where it has one of its own. */
export const titleDate = ({ status }: Draft, context: DocumentContext): When | undefined => {
  const { dateline, title } = context
  return title?.whens.find(
    (each) =>
      // "UBND TỈNH HÀ GIANG | Số: 87/KH-UBND | Hà Giang, ngày 12 tháng 3 năm 2024": the day of a letter says nothing of what it holds.
      each !== dateline?.when &&
      !isLegalDate(title, each) &&
      each.is !== 'bare_months' &&
      !isGeneric(each) &&
      !isEarlier(each) &&
      !isBaseline(title, each, false) &&
      !(status === 'actual' && isOfGoal(title, each)),
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

const spans: ReadonlySet<When['is']> = new Set([
  'first_months',
  'bare_months',
  'half',
  'last_half',
  'quarter',
  'month',
  'month_range',
])

/** A title's date holds for results; for goals only where the title is that of a plan. */
export const fromTitle = (draft: Draft, context: DocumentContext, before: readonly Draft[]): boolean => {
  const { title } = context
  if (title === null) return false
  if (draft.status === 'target' && !isOfPlan(title, context.readings)) return false
  if (draft.status === 'actual' && isOfAct(title, context.readings)) return false
  const when = titleDate(draft, context)
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
  // "Under the Employment Law, jobless people receive | 60%" below "Claims hit record in first half": what holds is of no months of a year.
  if (when !== undefined && spans.has(when.is) && (isHolding(draft, context) || isRule(draft, context))) return false
  // "How many will have a pension in 2030?", asked in 2024: a year to come dates no result.
  const asked = when === undefined ? null : edtfOf(title, when, context, false)
  // "Contributions to rise from 2026", said in 2025: the day of a new rule is that of rates, and of nothing that is counted.
  const nature = natureOf(draft, context)
  const isCounted = nature === 'stock' || nature === 'flow' || nature === 'share'
  if (
    draft.status === 'actual' &&
    asked !== null &&
    isAhead(asked, context.anchor) &&
    (isCounted || !isOnset(title, when!))
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
