import type { When } from '../../extractors/grammar/calendar.ts'
import type { Indicator } from '../../schemas/catalog.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import { isBaselineOf, resolveBaseline } from './baseline.ts'
import { type Carried, carriedPeriod, isOwnGoal } from './carried-period.ts'
import { isComparative, isOfComparative } from './comparative.ts'
import type { DocumentContext } from './context.ts'
import { edtfOf, isBaseline, isCompared, isGeneric, isLegalDate, isOnset } from './dates.ts'
import type { Draft, Window } from './draft.ts'
import { inForceDay } from './in-force.ts'
import { type Lead, leadsOf } from './leads.ts'
import { isAhead, isOver, lastDay, yearBefore } from './periods.ts'
import { pointsBack, tenseOf } from './tense.ts'

const inside = (when: When, window: Window): boolean => when.first >= window.first && when.last <= window.last

/** "72.4 per cent of the plan for the year", "the 2021 goal": the date is the goal's. */
const isOfGoal = ({ reading: { scan }, status }: Draft, when: When): boolean =>
  status !== 'target' &&
  (scan.from('goal', when.last + 1) !== undefined ||
    scan.all('goal').some((hit) => hit.last < when.first && when.first - hit.last <= 3))

/** "In the same month last year it was 1.4 million": only at the head of its sentence is it the time of a level. */
const opensWith = (draft: Draft, when: When): boolean =>
  when.last < draft.mention.first && inside(when, draft.head) && when.first <= draft.sentence.first + 3

/** "297,000 short of the 1.8 million to be reached by the end of the year": what stands after a gap is of the goal. */
const isAfterGap = ({ measure, mention }: Draft, when: When): boolean => measure === 'gap' && when.first > mention.last

/** "14.8% up on 2022 and nearly 38% above the level of 2019": what one change is measured against dates no other figure. */
const isBaselineOfOther = (draft: Draft, when: When): boolean => {
  for (let each = draft.previous; each !== null; each = each.previous) if (isBaselineOf(each, when)) return true
  for (let each = draft.next; each !== null; each = each.next)
    if (each.measure === 'change' && isBaselineOf(each, when)) return true
  return false
}

/** "MANILA, July 30, 2024 – The insurer paid": the day of the page is no figure's; the day that opens a story may be. */
const isDatelineItself = (when: When, { dateline }: DocumentContext): boolean =>
  dateline !== null &&
  dateline.ground.stated &&
  dateline.when.first === when.first &&
  dateline.ground.reading.whens.includes(when)

/** Whether a date of the sentence can be the time of this figure. */
const usable = (draft: Draft, when: When, context: DocumentContext): boolean =>
  !isDatelineItself(when, context) &&
  // "Half of the people now have cover", says a title; the text below says when.
  !(draft.reading.passage.role === 'title' && isGeneric(when)) &&
  !isLegalDate(draft.reading, when) &&
  !isOfGoal(draft, when) &&
  !isAfterGap(draft, when) &&
  !(when.is === 'same_period' && !opensWith(draft, when)) &&
  !isOfComparative(draft, when) &&
  !isBaselineOfOther(draft, when) &&
  !isCompared(draft.reading, when, draft.measure === 'change' && when.first > draft.mention.last) &&
  !isBaselineOf(draft, when) &&
  !inside(when, draft.mention)

/** Goals, forecasts and what "will" be lie ahead: "From July 1 pensions will rise" in April is of this July. */
const isToCome = ({ reading: { scan }, sentence, status }: Draft): boolean =>
  status !== 'actual' || scan.all('future').some(({ first, last }) => first >= sentence.first && last <= sentence.last)

const spanBefore = (draft: Draft): string | null => {
  for (let each = draft.before; each !== null; each = each.before)
    if (each.period !== null && each.period.includes('/') && each.status === draft.status && !isComparative(each))
      return each.period
  return null
}

const take = (
  draft: Draft,
  reading: PassageReading,
  when: When,
  context: DocumentContext,
  rule: string,
  stated = true,
): boolean => {
  let value = edtfOf(reading, when, context, isToCome(draft))
  // "In the same month last year it was 1.4 million": the period of the figure before, a year earlier.
  // "three ferries in the period": that of the figures before.
  if (when.is === 'the_period') value = spanBefore(draft) ?? value
  if (when.is === 'same_period') value = draft.before?.period == null ? null : yearBefore(draft.before.period)
  if (value === null) return false
  draft.period = value
  draft.grounds.set('period', { reading, first: when.first, last: when.last, rule, stated })
  const isFromTo = reading.scan.words.slice(when.first + 1, when.last).some(({ kind }) => kind === 'word')
  if (draft.measure === 'change' && when.is === 'year_range' && isFromTo && rule.startsWith('same-')) {
    // "from 2019 to 2021 it gained 47,500": the second year is measured against the first.
    draft.period = String(when.year2)
    draft.baseline = String(when.year)
  }
  return true
}

const gapAfter = (draft: Draft, when: When): number =>
  when.first - Math.max(draft.mention.last, draft.mention.noun?.last ?? 0)
const gapBefore = (draft: Draft, when: When): number => draft.mention.first - when.last

/** Words within which a date stands beside a number, and within which a later date still speaks of it. */
const beside = 6
const tight = 4
const near = 16

const isBeside = (draft: Draft, when: When): boolean =>
  (when.first > draft.mention.last ? gapAfter(draft, when) : gapBefore(draft, when)) <= beside

/** Whether a later date still speaks of the number: it is near, or an as-of date. A far "this year" is of the clause it stands in. */
const isNear = (draft: Draft, when: When): boolean => {
  if (draft.reading.scan.words.slice(draft.mention.last + 1, when.first).some((word) => word.norm === ';')) return false
  const gap = gapAfter(draft, when)
  return (
    gap <= near ||
    draft.reading.scan.to('as_of', when.first - 1) !== undefined ||
    (gap <= 2 * near && when.year !== undefined)
  )
}

const firstOf = (draft: Draft): Draft => (draft.previous === null ? draft : firstOf(draft.previous))

/**
 * Of the dates of a sentence, those that may date this number: specific ones rather than "now", unless that stands right beside it;
 * years of a programme ("the plan for the period of 2021-2025") only beside it or alone.
 */
const candidates = (draft: Draft, context: DocumentContext): readonly When[] => {
  const dates = draft.reading.whens.filter((when) => inside(when, draft.sentence) && usable(draft, when, context))
  const now = dates.filter(
    (when) =>
      isGeneric(when) &&
      (gapAfter(draft, when) >= 0 ? gapAfter(draft, when) <= tight : gapBefore(draft, when) <= tight),
  )
  if (now.length > 0) return now
  const specific = dates.filter((when) => !isGeneric(when))
  const narrow = specific.filter((when) => when.is !== 'year_range' || isBeside(draft, when))
  return narrow.length > 0 ? narrow : specific.length > 0 ? specific : dates
}

/** "12.7m people draw a pension, which is to reach 14m by 2035": a day to come, in the words of another figure, dates no result. */
const isOfForecast = (draft: Draft, when: When, context: DocumentContext): boolean => {
  const period = draft.status === 'actual' ? edtfOf(draft.reading, when, context, false) : null
  return period !== null && isAhead(period, context.anchor)
}

/** Dates of the sentence: in the number's own words, then the nearest before, then one that closes the sentence. */
const fromSentence = (draft: Draft, context: DocumentContext): boolean => {
  const { reading, mention, tail, head } = draft
  const pool = candidates(draft, context)
  const after = pool.find((when) => inside(when, tail) && isNear(draft, when))
  const before = [...pool].reverse().find((when) => when.last < mention.first)
  const inHead = before !== undefined && inside(before, head) ? before : undefined
  if (after !== undefined && (inHead === undefined || gapAfter(draft, after) <= tight))
    return take(draft, reading, after, context, 'same-clause')
  if (inHead !== undefined) return take(draft, reading, inHead, context, 'same-clause')
  if (before !== undefined) {
    // A date in the words of the number before may be that number's alone ("5.2 million in 2020 and 5.5 million"): the one that opens the sentence is for all.
    const isOthers = draft.previous !== null && inside(before, draft.previous.tail)
    const opening = pool.find((when) => when.last < firstOf(draft).mention.first)
    return take(draft, reading, isOthers && opening !== undefined ? opening : before, context, 'same-sentence')
  }
  const later = pool.find((when) => when.first > mention.last)
  return (
    later !== undefined &&
    !isOfForecast(draft, later, context) &&
    !(draft.next !== null && inside(later, draft.next.head)) &&
    isNear(draft, later) &&
    (draft.next === null || draft.next.kind === draft.kind || pool.length === 1) &&
    take(draft, reading, later, context, 'same-sentence')
  )
}

interface LeadDate {
  readonly reading: PassageReading
  readonly when: When
  readonly rule: Lead['rule']
}

const isPart = ({ is, month, quarter, half, of }: When): boolean =>
  is !== 'year' &&
  is !== 'year_range' &&
  (month !== undefined ||
    quarter !== undefined ||
    half !== undefined ||
    of?.month !== undefined ||
    is === 'first_months' ||
    is === 'end')

/** "At 30 June" over a column headed 2023, "Q2" under a caption that says 2024: the part of the year and the year stand apart. */
const joined = (first: LeadDate, all: readonly LeadDate[]): When => {
  const others = all.filter((each) => each.rule !== 'heading' && each.rule !== 'list-lead' && each !== first)
  if (first.rule === 'heading' || first.rule === 'list-lead') return first.when
  if (first.when.is === 'year') {
    const part = others.find(({ when }) => isPart(when))?.when
    return part === undefined
      ? first.when
      : { ...withYear(part, first.when.year!), first: first.when.first, last: first.when.last }
  }
  const year = others.find(({ when }) => when.is === 'year')?.when.year
  return isPart(first.when) && first.when.year === undefined && first.when.of?.year === undefined && year !== undefined
    ? withYear(first.when, year)
    : first.when
}

const withYear = (when: When, year: number): When =>
  when.of === undefined ? { ...when, year } : { ...when, of: { ...when.of, year } }

const fromLeads = (draft: Draft, context: DocumentContext): boolean => {
  const dates = leadsOf(draft.reading, context).flatMap(({ reading, rule }): LeadDate[] => {
    if (reading.passage.role === 'title') return []
    const when = reading.whens.find(
      (each) =>
        !isLegalDate(reading, each) &&
        each.is !== 'same_period' &&
        !isBaseline(reading, each, draft.measure === 'change') &&
        !isGeneric(each),
    )
    return when === undefined ? [] : [{ reading, when, rule }]
  })
  return dates.some((date) =>
    take(draft, date.reading, joined(date, dates), context, date.rule, date.rule !== 'heading'),
  )
}

/** What the text is not about: a figure of no indicator, or a rate that a law sets, where the title has a date of its own or no share is meant. */
const isByTheWay = (draft: Draft, context: DocumentContext): boolean => {
  if (tenseOf(draft) === 'past') return false
  const nature = natureOf(draft, context)
  if ((nature !== null && nature !== 'rate') || (!context.isOnSubject && titleDate(context) === undefined)) return false
  return draft.kind !== 'percentage' || titleDate(context) !== undefined
}

const natureOf = ({ indicator }: Draft, { catalog }: DocumentContext): Indicator['nature'] | null =>
  indicator === null ? null : (catalog.catalog.indicators.get(indicator)?.nature ?? null)

const titleDate = ({ title }: DocumentContext): When | undefined =>
  title?.whens.find(
    (each) =>
      !isLegalDate(title, each) &&
      each.is !== 'bare_months' &&
      !isGeneric(each) &&
      each.is !== 'same_period' &&
      !isBaseline(title, each, false),
  )

/** "Under Decree 146 the premium is 4.5% of the base salary": what a law sets is of no period that the text spoke of before. */
const isByLaw = ({ reading, sentence, mention, kind, measure }: Draft): boolean =>
  kind === 'percentage' &&
  measure === 'level' &&
  reading.mentions.some(
    (each) => each.kind === 'legal_document' && each.first >= sentence.first && each.first < mention.first,
  )

/**
 * Whether the date of an earlier statement holds for this one. What happened goes on from what happened ("They repaid VND2 billion");
 * what holds ("Da Nang pays", "52% have signed up") only where it points back ("of these"), or reports on in the manner of
 * a report in the present ("By the end of June the scheme has 9,200 members. Health insurance covers ..."), or is the state of a known thing at the day just given.
 */
const holdsFor = (draft: Draft, found: Carried, context: DocumentContext): boolean => {
  const tense = tenseOf(draft)
  const isFar = found.ground.reading !== draft.reading
  if (tense === 'past' || tense === null || draft.status !== 'actual' || found.isLabel || pointsBack(draft)) return true
  const nature = natureOf(draft, context)
  if (nature === null || nature === 'rate')
    return draft.kind !== 'count' && !isFar && tense === 'present' && isSetBy(found)
  const when = found.ground.reading.whens.find(({ first }) => first === found.ground.first)
  if (when !== undefined && isOnset(found.ground.reading, when)) return false
  if (found.tense !== 'past') return found.isKnown || (!isFar && found.tense === 'present' && tense === 'present')
  return (
    tense === 'present' &&
    !isFar &&
    found.isKnown &&
    (dayPattern.test(found.period) || monthsPattern.test(found.period))
  )
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
const monthsPattern = /^\d{4}-\d\d\/\d{4}-\d\d$/u

/** A state that is told after a flow of some months is of their last day: "In the first half revenue was VND3 trillion. The debt is VND286 billion." */
const asStock = (draft: Draft, { period, from }: Carried, context: DocumentContext): string => {
  const isOfFlow = from === null || natureOf(from, context) === 'flow'
  const holds = tenseOf(draft) === 'present' && draft.status === 'actual' && natureOf(draft, context) === 'stock'
  return isOfFlow && holds && monthsPattern.test(period) ? lastDay(period) : period
}

/** "The year 2024 in figures": a month that the passage before spoke of gives way to the year of the title. */
const isPartOfTitle = (period: string, context: DocumentContext): boolean => {
  const when = titleDate(context)
  return when?.is === 'year' && period.startsWith(`${when.year}-`) && !dayPattern.test(period)
}

const fromCarried = (draft: Draft, context: DocumentContext, before: readonly Draft[]): boolean => {
  if (isByLaw(draft)) return false
  const found = carriedPeriod(draft, context, before)
  if (found === null || !holdsFor(draft, found, context)) return false
  const { ground, from } = found
  const isFar = ground.reading !== draft.reading && (from === null || from.reading !== draft.reading)
  if (isFar && (draft.kind === 'duration' || natureOf(draft, context) === 'rate') && tenseOf(draft) !== 'past')
    return false
  // From passage to passage a date holds for the figures the text is about; an amount or a count by the way is dated by its own passage or not at all.
  if (
    isFar &&
    !found.isLabel &&
    isByTheWay(draft, context) &&
    !(from !== null && from.indicator === null && from.kind === draft.kind)
  )
    return false
  if (isFar && isPartOfTitle(found.period, context) && natureOf(draft, context) !== 'stock') return false
  draft.period = asStock(draft, found, context)
  const rule = isFar ? 'carried' : from === null ? 'same-passage' : 'sentence-before'
  draft.grounds.set('period', { ...ground, rule, stated: false })
  return true
}

/** "You need 40 credits", "The reserve would cover four months": what holds, of nothing that the catalog dates. */
const isHolding = (draft: Draft, context: DocumentContext): boolean => {
  const tense = tenseOf(draft)
  const nature = natureOf(draft, context)
  return (
    (tense === 'present' || tense === 'perfect') &&
    draft.status === 'actual' &&
    !pointsBack(draft) &&
    (nature === null || nature === 'rate')
  )
}

/** "From then on the allowance will be no less than VND500,000": what a new rule sets is of the day from which it holds. */
const fromLaw = (draft: Draft, context: DocumentContext): boolean => {
  const nature = natureOf(draft, context)
  if (draft.kind === 'count' || draft.kind === 'quantity' || (nature !== null && nature !== 'rate')) return false
  if (draft.status !== 'actual' || tenseOf(draft) === 'past' || tenseOf(draft) === 'perfect' || isByLaw(draft))
    return false
  const found = inForceDay(context)
  return found !== null && take(draft, found.reading, found.when, context, 'in-force', false)
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

/** A title's date holds for results; for goals only where the title is that of a plan. */
const fromTitle = (draft: Draft, context: DocumentContext, before: readonly Draft[]): boolean => {
  const { title } = context
  if (title === null || (draft.status === 'target' && title.scan.all('target_strong').length === 0)) return false
  const when = titleDate(context)
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

/** "reduced from | 20 hours", "against | 17.5 million a year earlier", "from | 6.85 crore in 2022-23": dated right after it, or not at all. */
const resolveCompared = (draft: Draft, context: DocumentContext): void => {
  const { reading, sentence } = draft
  const after = reading.whens.find(
    (when) =>
      when.first > draft.mention.last &&
      when.last <= sentence.last &&
      gapAfter(draft, when) <= beside &&
      !isLegalDate(reading, when),
  )
  if (after === undefined) return
  if (after.is !== 'same_period') {
    take(draft, reading, after, context, 'same-clause')
    return
  }
  const than = draft.previous?.period ?? draft.before?.period ?? null
  if (than === null) return
  draft.period = yearBefore(than)
  draft.grounds.set('period', { reading, first: after.first, last: after.last, rule: 'same-clause', stated: true })
}

/** "Before the pandemic it hovered between 1.1 and 1.2 million": a time that no date of the text tells. */
const isUntold = ({ reading, sentence, mention }: Draft): boolean =>
  reading.whens.some(({ is, first, last }) => is === 'untold' && first >= sentence.first && last < mention.first)

/** "Under the Law on Employment the benefit is 60% of wages": a heading with a date does not date what a law sets. */
const isLaw = (draft: Draft, context: DocumentContext): boolean =>
  draft.reading.passage.cell === null &&
  draft.status === 'actual' &&
  (isByLaw(draft) || natureOf(draft, context) === 'rate')

/** What a number is of or as of, and what a change is measured against. `before` are the claims before it in the document. */
export const resolvePeriod = (draft: Draft, context: DocumentContext, before: readonly Draft[]): void => {
  if (draft.kind === 'legal_document') return
  if (draft.twin !== null) {
    draft.period = draft.twin.period
    draft.baseline = draft.twin.baseline
    const ground = draft.twin.grounds.get('period')
    if (ground !== undefined) draft.grounds.set('period', ground)
    return
  }
  if (isComparative(draft)) {
    resolveCompared(draft, context)
    return
  }
  const given = draft.respective?.when ?? null
  const isGiven = given !== null && take(draft, draft.reading, given, context, 'respectively')
  if (isGiven || fromSentence(draft, context) || (!isLaw(draft, context) && fromLeads(draft, context))) {
    resolveBaseline(draft, context)
    return
  }
  if (!isUntold(draft) && !fromCarried(draft, context, before) && !fromLaw(draft, context))
    fromTitle(draft, context, before)
  // "By the end of 2021 ..." under the heading of a plan: what lies behind is no goal.
  if (draft.status === 'target' && draft.period !== null && !isOwnGoal(draft) && isOver(draft.period, context.anchor))
    draft.status = 'actual'
  resolveBaseline(draft, context)
}
