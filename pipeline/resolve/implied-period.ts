import { type Carried, carriedPeriod, passagePeriod } from './carried-period.ts'
import { isComparative } from './comparative.ts'
import type { DocumentContext } from './context.ts'
import { edtfOf, isLegalDate, isOnset } from './dates.ts'
import { titleDate } from './document-period.ts'
import type { Draft, Ground } from './draft.ts'
import { inForceDay } from './in-force.ts'
import { isByLaw } from './law-period.ts'
import { isRateLike, natureOf } from './nature.ts'
import { isOver, lastDay, yearBefore } from './periods.ts'
import { pointsBack, tenseOf, wholeAtOpening } from './tense.ts'

/** What the text is not about: a figure of no indicator, or a rate that a law sets, where the title has a date of its own or no share is meant. */
const isByTheWay = (draft: Draft, context: DocumentContext): boolean => {
  if (tenseOf(draft) === 'past') return false
  const nature = natureOf(draft, context)
  if ((nature !== null && nature !== 'rate') || (!context.isOnSubject && titleDate(draft, context) === undefined))
    return false
  return draft.kind !== 'percentage' || titleDate(draft, context) !== undefined
}

/**
 * Whether the date of an earlier statement holds for this one. What happened goes on from what happened ("They repaid VND2 billion");
 * what holds ("Da Nang pays", "52% have signed up") only where it points back ("of these"), or reports on in the manner of
 * a report in the present ("By the end of June the scheme has 9,200 members. Health insurance covers ..."), or is the state of a known thing at the day just given.
 */
const holdsFor = (draft: Draft, found: Carried, context: DocumentContext): boolean => {
  const tense = tenseOf(draft)
  const isFar = found.ground.reading !== draft.reading
  // "It had 9,870 people on its books in July. Employers finance it with | 0.5 per cent": a rate is of no month that something else was counted in.
  const isBareRate = tense === null && natureOf(draft, context) === 'rate' && draft.measure === 'level'
  if (isBareRate && found.tense === 'past' && found.from !== null && !found.isLabel && !pointsBack(draft))
    return isSetBy(found)
  if (tense === 'past' || tense === null || draft.status !== 'actual' || found.isLabel || pointsBack(draft)) return true
  const nature = natureOf(draft, context)
  // "The sector has resolved | 67,312 dossiers", in a report on nine months: it came about in them.
  const isReport = dayPattern.test(found.period) || monthsPattern.test(found.period)
  if (tense === 'perfect' && found.tense !== 'present' && isReport && nature !== null && nature !== 'rate') return true
  if (nature === null || nature === 'rate')
    // "It takes effect on July 1, 2025. The allowance has been fixed at | VND500,000"
    return draft.kind !== 'count' && !isFar && (tense === 'present' || tense === 'perfect') && isSetBy(found)
  const when = found.ground.reading.whens.find(({ first }) => first === found.ground.first)
  if (when !== undefined && isOnset(found.ground.reading, when)) return false
  if (found.tense !== 'past') return found.isKnown || (!isFar && found.tense === 'present' && tense === 'present')
  // "As of May 31 the coverage rate was 89.2%." and, in the next paragraph, "The number of voluntary participants is | 19,246".
  return tense === 'present' && found.isKnown && isReport && (!isFar || nature === 'stock' || nature === 'share')
}

/** "From July 1 the allowance is", "On Saturday the base salary went up": a day from which a rule holds, and what it sets. */
const isSetBy = ({ ground: { reading, first } }: Carried): boolean => {
  const when = reading.whens.find((each) => each.first === first)
  if (when === undefined) return false
  const sentence = reading.sentences.find((each) => first >= each.first && first <= each.last)!
  const { scan } = reading
  const isIn = (hit: { first: number; last: number }): boolean =>
    hit.first >= sentence.first && hit.last <= sentence.last
  return (
    isOnset(reading, when) ||
    scan.all('change').some((hit) => hit.value !== 'none' && isIn(hit)) ||
    scan.all('change_verb').some(isIn)
  )
}

const dayPattern = /^\d{4}-\d\d-\d\d$/u
const monthPattern = /^\d{4}-\d\d$/u
const monthsPattern = /^\d{4}-\d\d\/\d{4}-\d\d$/u

/** "That is | 11.3 million members": what the sentence before said, in other words. */
const restates = ({ reading: { scan }, sentence }: Draft): boolean => {
  const points = scan.from('anaphora', sentence.first)
  // "Tổng số | tiền chậm đóng": the total of a thing that is named.
  return (
    points !== undefined && !scan.all('term').some(({ first, last }) => first <= points.last + 1 && last > points.last)
  )
}

/** "Riêng tháng 8 thu 41.300 tỷ đồng. Số tiền chậm đóng là | 14.870 tỷ đồng": a month as well as some months. */
const isSpan = (period: string, from: Draft | null): boolean =>
  monthsPattern.test(period) || (from !== null && monthPattern.test(period))

/** Whether a figure is a change since the year began, or told with one: "rose by 1.28 million in nine months, half of them children". */
const isOfChange = ({ measure, grounds, previous, period }: Draft): boolean =>
  period?.includes('-01/') === true &&
  (measure === 'change' ||
    (previous?.measure === 'change' && previous.grounds.get('period')?.first === grounds.get('period')?.first))

/** A state that is told after a flow of some months is of their last day: "In the first half revenue was VND3 trillion. The debt is VND286 billion." */
const asStock = (draft: Draft, { period, from }: Carried, context: DocumentContext): string => {
  // "The number rose by 1.28 million in nine months. Unemployment insurance had | 15.2 million members": what changed over some months, too.
  const isOfFlow = from === null || natureOf(from, context) === 'flow' || isOfChange(from)
  const nature = natureOf(draft, context)
  // "health insurance is 2,398,000 people, reaching a coverage rate of | 89.6%, | 2.4% lower than the target": shares go with their state.
  const isWithState = nature === 'share' && draft.previous?.period === (isSpan(period, from) ? lastDay(period) : null)
  const holds = tenseOf(draft) !== 'perfect' && draft.status === 'actual' && (nature === 'stock' || isWithState)
  return (isOfFlow || isWithState) && holds && isSpan(period, from) && !restates(draft) ? lastDay(period) : period
}

/** Whether a figure is of something that adds up over time; a share of it may be told as of a day. */
const isSum = (draft: Draft, context: DocumentContext): boolean =>
  natureOf(draft, context) === 'flow' && context.catalog.catalog.indicators.get(draft.indicator!)?.unit !== 'percent'

/**
 * A flow that is told after a state is of the months that end with its day, where the text names them: "results of the first half ... As of
 * June 30, 18.3 million took part. | Revenue was VND245 trillion."
 */
const asFlow = (
  draft: Draft,
  { period, from }: Carried,
  context: DocumentContext,
): { period: string; ground: Ground } | null => {
  const isOfStock = from === null || natureOf(from, context) !== 'flow'
  // "338,600 members at the end of April. [...] Job centres counselled | 11,300 workers": what happened, whatever it is.
  const isDone = draft.kind === 'count' && natureOf(draft, context) === null && tenseOf(draft) === 'past'
  if (!isOfStock || !dayPattern.test(period) || draft.status === 'target' || !(isDone || isSum(draft, context)))
    return null
  for (const reading of context.readings.slice(0, draft.reading.passage.index + 1))
    for (const when of reading.whens) {
      if (isLegalDate(reading, when)) continue
      const span = edtfOf(reading, when, context, false)
      if (span !== null && monthsPattern.test(span) && lastDay(span) === period)
        return { period: span, ground: { reading, first: when.first, last: when.last, rule: 'carried', stated: false } }
    }
  return null
}

/** "The year 2024 in figures": a month that the passage before spoke of gives way to the year of the title. */
const isPartOfTitle = (draft: Draft, period: string, context: DocumentContext): boolean => {
  const when = titleDate(draft, context)
  return when?.is === 'year' && period.startsWith(`${when.year}-`) && !dayPattern.test(period)
}

/**
 * "The rate stood at | 1.73 percent, compared with 2.06 percent in the second quarter of 2024", where the text has spoken of the second
 * quarter of 2025: the same part of the year after.
 */
const fromPartner = (draft: Draft, context: DocumentContext, before: readonly Draft[]): boolean => {
  const { next, reading } = draft
  if (next === null || !isComparative(next) || next.kind !== draft.kind || draft.measure !== 'level') return false
  const end = next.next?.mention.first ?? draft.sentence.last + 1
  const when = reading.whens.find(({ first, last }) => first > next.mention.last && last < end)
  if (when?.year === undefined || isLegalDate(reading, when)) return false
  const earlier = edtfOf(reading, when, context, false)
  const told = before.find(({ period }) => period !== null && earlier !== null && yearBefore(period) === earlier)
  const ground = told?.grounds.get('period')
  if (told === undefined || ground === undefined) return false
  draft.period = told.period
  draft.grounds.set('period', { ...ground, rule: 'carried', stated: false })
  return true
}

/**
 * Whether an earlier sentence of the passage gives a state its day, which is nearer than the date of the heading: "Quý I: số người tham
 * gia nhích lên" over "Tính đến hết tháng 3 ... Trong đó, BHXH tự nguyện là | 1,42 triệu người".
 */
export const hasOwnDate = (draft: Draft, context: DocumentContext, before: readonly Draft[]): boolean => {
  const nature = natureOf(draft, context)
  if (draft.reading.passage.cell !== null || (nature !== 'stock' && nature !== 'share')) return false
  const found = passagePeriod(draft, context, before)
  return found !== null && dayPattern.test(asStock(draft, found, context)) && holdsFor(draft, found, context)
}

/** "98.3% hold a card, of which | 84% are paid for by the State": what points back to a figure of no period has none. */
const isPartOfUndated = (draft: Draft): boolean => {
  const { reading } = draft
  let before = draft.before
  // "edged up to 22.4 per cent from 22.3 per cent. In the public sector it was | 49.7 per cent": what the figure before was compared with is not meant.
  while (before !== null && isComparative(before)) before = before.before
  const isUndated =
    before !== null && before.reading === reading && before.kind !== 'legal_document' && before.period === null
  // "still has 3,012 units in debt with | VND 246.7 billion, of which 1,287 owe for long": what points back behind a comma is the next.
  const { scan } = reading
  const isNext =
    scan.norm(draft.mention.last + 1) === ',' &&
    scan.within('anaphora', draft.sentence.first, draft.mention.first - 1).length === 0
  return isUndated && pointsBack(draft) && !isNext
}

/** "has settled pensions for 63,000 people, 6.8% fewer; | 818,000 lump sums; | 7.2 million turns of sickness": what a sentence lists, is of the time of what opens its list. */
const fromList = (draft: Draft, context: DocumentContext): boolean => {
  const nature = natureOf(draft, context)
  if ((nature !== null && nature !== 'flow') || (draft.kind !== 'count' && draft.kind !== 'money')) return false
  let first = draft.previous
  while (first !== null && first.previous !== null) first = first.previous
  const ground = first?.grounds.get('period')
  if (first === null || first.period === null || ground === undefined || first.sentence !== draft.sentence) return false
  if (!monthsPattern.test(first.period)) return false
  const isAlike = first.kind === draft.kind && first.measure === 'level' && draft.measure === 'level'
  if (!isAlike || first.status !== draft.status || ground.stated) return false
  const { scan } = draft.reading
  if (!scan.words.slice(first.mention.last, draft.mention.first).some(({ norm }) => norm === ';')) return false
  draft.period = first.period
  draft.grounds.set('period', ground)
  return true
}

/** Passages back in which a figure of the same indicator was told. */
const seriesReach = 2

/**
 * "As of June 30, 2022, health insurance covers 84.05% of the population. [...] In the districts the rate is only | 71.2%": a share of a series
 * that the passages before have told of on a day.
 */
const fromSeries = (draft: Draft, context: DocumentContext, before: readonly Draft[]): boolean => {
  const nature = natureOf(draft, context)
  if (draft.measure !== 'level' || draft.status !== 'actual' || (nature !== 'share' && nature !== 'stock')) return false
  const { passage } = draft.reading
  const told = before.findLast(
    (each) =>
      each.indicator === draft.indicator &&
      each.kind === draft.kind &&
      each.measure === 'level' &&
      each.status === 'actual' &&
      each.period !== null &&
      !isComparative(each),
  )
  const ground = told?.grounds.get('period')
  if (told === undefined || ground === undefined || !dayPattern.test(told.period!)) return false
  const { index, heading } = told.reading.passage
  if (heading !== passage.heading || passage.index - index > seriesReach) return false
  draft.period = told.period
  draft.grounds.set('period', { ...ground, rule: 'carried', stated: false })
  return true
}

/** "45% of the average income for the first 15 years, plus | 2% for each further year, up to | 75%": what a rule adds to a rate without a day. */
const goesOnAboutRule = ({ kind, indicator, previous }: Draft, context: DocumentContext): boolean => {
  let each = previous
  while (each !== null && (each.kind === 'duration' || (each.kind === 'percentage' && each.of === null)))
    each = each.previous
  return (
    kind === 'percentage' && indicator === null && each !== null && each.period === null && isRateLike(each, context)
  )
}

export const fromCarried = (draft: Draft, context: DocumentContext, before: readonly Draft[]): boolean => {
  if (isByLaw(draft) || isPartOfUndated(draft)) return false
  if (fromPartner(draft, context, before) || fromList(draft, context)) return true
  const found = carriedPeriod(draft, context, before)
  if (found === null) return fromSeries(draft, context, before)
  if (!holdsFor(draft, found, context)) return false
  const { ground, from } = found
  const isFar = ground.reading !== draft.reading && (from === null || from.reading !== draft.reading)
  if (isFar && (draft.kind === 'duration' || isRateLike(draft, context)) && tenseOf(draft) !== 'past') return false
  // "Về mức hưởng: lao động nữ đóng đủ 15 năm được hưởng | 45%", in a text on a law that has a day: a share of nothing known is what the law lays down.
  const isLaidDown = draft.kind === 'percentage' && draft.indicator === null && draft.measure === 'level'
  if (isFar && isLaidDown && tenseOf(draft) !== 'past' && inForceDay(context) !== null) return false
  // "paid two months' wages for each year since 2014. The contribution is | 22% of the salary": what holds is of no year gone by.
  const when = ground.reading.whens.find(({ first }) => first === ground.first)
  const isDayOfRule = dayPattern.test(found.period) && when !== undefined && isOnset(ground.reading, when)
  const isGone = isOver(found.period, context.anchor) && !isDayOfRule
  const isOfRule = (): boolean =>
    draft.kind === 'duration' || isRateLike(draft, context) || goesOnAboutRule(draft, context)
  if (isGone && isOfRule() && tenseOf(draft) !== 'past') return false
  // From passage to passage a date holds for the figures the text is about; an amount or a count by the way is dated by its own passage or not at all.
  if (
    isFar &&
    !found.isLabel &&
    wholeAtOpening(draft) === null &&
    !(draft.status === 'target' && draft.reading.passage.cell !== null) &&
    isByTheWay(draft, context) &&
    !(from !== null && from.indicator === null && from.kind === draft.kind)
  )
    return false
  if (isFar && isPartOfTitle(draft, found.period, context) && natureOf(draft, context) !== 'stock') return false
  const flow = asFlow(draft, found, context)
  if (flow !== null) {
    draft.period = flow.period
    draft.grounds.set('period', flow.ground)
    return true
  }
  draft.period = asStock(draft, found, context)
  const rule = isFar ? 'carried' : from === null ? 'same-passage' : 'sentence-before'
  draft.grounds.set('period', { ...ground, rule, stated: false })
  return true
}
