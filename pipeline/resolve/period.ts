import type { When } from '../../extractors/grammar/calendar.ts'
import { resolveBaseline } from './baseline.ts'
import { isRightAfter } from './carried-indicator.ts'
import { isOwnGoal } from './carried-period.ts'
import { isComparative } from './comparative.ts'
import type { DocumentContext } from './context.ts'
import { edtfOf, isGeneric, isLegalDate } from './dates.ts'
import { fromTitle } from './document-period.ts'
import type { Draft } from './draft.ts'
import { fromCarried, hasOwnDate } from './implied-period.ts'
import { fromLaw, isLaw } from './law-period.ts'
import { fromLeads } from './lead-period.ts'
import { outerFirst } from './measure-edges.ts'
import { natureOf } from './nature.ts'
import { type Anchor, earlierThan, isAhead, isEarlier, isFarAhead, isOver, lastDay, spanBefore } from './periods.ts'
import { fromRelative } from './relative-period.ts'
import { beside, fromSentence, gapAfter } from './sentence-period.ts'
import { achievedInRow, comparedInHeader, comparedInRow } from './table-baseline.ts'
import { take } from './take-date.ts'
import { tenseOf } from './tense.ts'
import { inside, isInClosedBrackets, isOfOutcome } from './usable-date.ts'

/** "averaged 5.9 million, against | 7.2 million for men": what is compared with another group, and no other time, is of the same time. */
const asGroup = (draft: Draft): void => {
  const { previous, mention, reading } = draft
  const ground = previous?.grounds.get('period')
  const next = Math.max(mention.last, mention.noun?.last ?? 0) + 1
  const isGroup = (reading.scan.from('during', next) ?? reading.scan.from('of', next)) !== undefined
  if (!isGroup || ground === undefined || previous?.kind !== draft.kind || previous.measure !== 'level') return
  draft.period = previous.period
  draft.grounds.set('period', { ...ground, rule: 'same-sentence', stated: false })
}

/** "from | 15,000 baht to 17,500 baht in 2026": a date behind the figure that it leads to is of that one. */
const isOfNext = ({ next, reading: { scan } }: Draft, { first }: When): boolean =>
  next !== null &&
  first > next.mention.last &&
  !isComparative(next) &&
  // "from 5.5% and 5.4% respectively the year before"
  scan.to('list_and', outerFirst(next) - 1) === undefined

/** "reduced from | 20 hours", "against | 17.5 million a year earlier", "from | 6.85 crore in 2022-23": dated right after it, or not at all. */
const resolveCompared = (draft: Draft, context: DocumentContext): void => {
  const { reading, sentence } = draft
  const after = reading.whens.find(
    (when) =>
      when.first > draft.mention.last &&
      when.last <= sentence.last &&
      // "380,000 fewer than the | 2.3 million that the agency wants to see by the end of December": a goal names who sets it before its day.
      gapAfter(draft, when) <= (draft.status === 'target' ? 2 * beside : beside) &&
      !isOfNext(draft, when) &&
      !isLegalDate(reading, when),
  )
  if (after !== undefined && draft.previous !== null && isOfOutcome(draft.previous, after, context)) return
  if (after === undefined) {
    asGroup(draft)
    return
  }
  const than = draft.previous?.period ?? draft.before?.period ?? null
  const isRelative = after.is === 'last_quarter' || after.is === 'last_month'
  const earlier =
    than === null
      ? null
      : isEarlier(after)
        ? earlierThan(after, than)
        : isRelative
          ? spanBefore(than, after.is === 'last_quarter' ? 3 : 1)
          : null
  if (earlier === null) {
    if (!isEarlier(after)) take(draft, reading, after, context, 'same-clause')
    return
  }
  draft.period = earlier
  draft.grounds.set('period', { reading, first: after.first, last: after.last, rule: 'same-clause', stated: true })
}

/** "against VND23.4 trillion, or | 3.9%, a year earlier": what is compared with, in other terms. */
const isComparedAgain = (draft: Draft): boolean => {
  const { reading, previous } = draft
  return (
    previous !== null &&
    draft.measure === 'level' &&
    isComparative(previous) &&
    previous.grounds.has('period') &&
    isRightAfter(draft, previous) &&
    reading.scan.to('equivalent', outerFirst(draft) - 1) !== undefined
  )
}

/** "At present the State supports 30 percent of it for poor households, | 25 percent for near-poor ones": now, said at the head of a list, is of all of it. */
const opensForAll = ({ reading: { whens }, sentence, mention }: Draft, now: When): boolean =>
  now.first <= sentence.first + 1 && !whens.some(({ first, last }) => first > now.last && last < mention.first)

/** "Before the pandemic it hovered between 1.1 and 1.2 million": a time that no date of the text tells. */
const isUntold = (draft: Draft, context: DocumentContext): boolean => {
  const { reading, sentence, mention, head, tail } = draft
  const { anchor } = context
  return reading.whens.some(
    (when) =>
      // "The reference level is | VND2.34 million at present", in a text that has no day
      (isGeneric(when) &&
        (inside(when, head) || inside(when, tail) || opensForAll(draft, when)) &&
        edtfOf(reading, when, context, false) === null) ||
      (!isInClosedBrackets(draft, when) &&
        // "Five years ago it was | 5.9 per cent", in a text that has no day
        (when.is === 'untold' || (when.is === 'years_ago' && anchor.year === undefined)) &&
        when.first >= sentence.first &&
        when.last < mention.first &&
        !isOfOther(draft, when)),
  )
}

/** "Bac Lieu, with 95.7% before the merger, was ahead of Ca Mau (| 92.5%)": a time told right after another figure is that figure's. */
const isOfOther = ({ previous }: Draft, when: When): boolean =>
  previous !== null && (inside(when, previous.tail) || isOfOther(previous, when))

const monthsPattern = /^\d{4}-\d\d\/\d{4}-\d\d$/u

/** "Total revenue in 9 months was 1,412.6 billion; | the amount of late payment was 58.3 billion", "trong khi | số tiền chậm đóng là": a clause of its own. */
const isOwnClause = (draft: Draft): boolean => {
  const { reading, previous, mention } = draft
  const { scan } = reading
  const isParted =
    previous !== null &&
    (scan.words.slice(previous.mention.last + 1, mention.first).some(({ norm }) => norm === ';') ||
      scan
        .within('clause', previous.mention.last + 1, mention.first - 1)
        .some(({ first, value }) => value === 'strong' && scan.from('group', first) === undefined))
  return isParted && scan.to('copula', outerFirst(draft) - 1) !== undefined
}

/** "health insurance is 2,398,000 people, reaching a coverage rate of | 89.6%": a share told with a state is of its day. */
const goesOnAboutState = (draft: Draft, context: DocumentContext): boolean => {
  const { previous, period, measure, grounds, reading, mention } = draft
  const nature = natureOf(draft, context)
  return (
    previous !== null &&
    period !== null &&
    measure === 'level' &&
    draft.kind === 'percentage' &&
    (nature === 'share' || nature === 'stock') &&
    monthsPattern.test(period) &&
    previous.period === lastDay(period) &&
    previous.grounds.get('period')?.first === grounds.get('period')?.first &&
    !reading.scan.words.slice(previous.mention.last + 1, mention.first).some(({ norm }) => norm === ';')
  )
}

/** "the amount of late payment is 214.5 billion dong, of which there are | 37 units owing for long": those a state is made up of. */
const isPartOfState = (draft: Draft, context: DocumentContext): boolean => {
  const { previous, period, kind, reading, mention } = draft
  return (
    previous !== null &&
    kind === 'count' &&
    natureOf(draft, context) === null &&
    period !== null &&
    monthsPattern.test(period) &&
    previous.period === lastDay(period) &&
    reading.scan.within('group', previous.mention.last + 1, mention.first - 1).length > 0
  )
}

/** "In the first four months collection reached 852 billion dong, while late payment is 96.5 billion": a state told beside a flow of some months is of their last day. */
const asState = (draft: Draft, context: DocumentContext): true => {
  const rule = draft.grounds.get('period')?.rule
  const flow = draft.previous
  if (goesOnAboutState(draft, context) || isPartOfState(draft, context)) {
    draft.period = flow!.period
    return true
  }
  if (
    rule === 'same-sentence' &&
    draft.period !== null &&
    draft.measure === 'level' &&
    draft.status === 'actual' &&
    monthsPattern.test(draft.period) &&
    natureOf(draft, context) === 'stock' &&
    (tenseOf(draft) === 'present' || isOwnClause(draft)) &&
    flow !== null &&
    draft.reading.scan.within('group', draft.head.first, draft.head.last).length === 0
  )
    draft.period = lastDay(draft.period)
  return true
}

/** "expects 7.5 percent this year after | 7.09 percent in 2024": of a year gone by, behind a forecast, is no forecast. */
const asPast = (draft: Draft, { anchor }: DocumentContext): true => {
  const { previous, grounds, period } = draft
  const isNext = previous?.status === 'estimate' && previous.period !== null && !isOver(previous.period, anchor)
  const said = grounds.get('status')
  if (draft.status === 'estimate' && isNext && period !== null && isOver(period, anchor) && said !== undefined)
    if (said.first < previous.mention.first && grounds.get('period')!.rule === 'same-clause') draft.status = 'actual'
  return true
}

/** "Membership tripled between 2019 and 2025 | to reach | 4.1 million", told in 2026: a word that only leads to a figure of a year gone by sets no goal. */
const asReached = (draft: Draft, { anchor }: DocumentContext): true => {
  const { status, period, grounds, reading } = draft
  const said = grounds.get('status')
  const when = grounds.get('period')
  const isWeak =
    said?.reading === reading &&
    (reading.scan.from('purpose', said.first) !== undefined ||
      // "Under the proposal the premium, frozen at | 42,000 rupiah since 2020, would go to 50,000"
      (when?.reading === reading && reading.scan.to('since', when.first - 1) !== undefined))
  if (status === 'target' && isWeak && period !== null && isOver(period, anchor)) {
    draft.status = 'actual'
    grounds.delete('status')
  }
  return true
}

/** Whether a day to come is months away: in another year, or far ahead in this one. */
const isFarOff = (period: string, anchor: Anchor): boolean =>
  isFarAhead(period, anchor) || Number(lastDay(period).slice(0, 4)) > (anchor.year ?? Number.POSITIVE_INFINITY)

/** "The rate will rise by stages to | 13 percent by 2033": what is to be reached by a year to come is a goal. */
const asGoal = (draft: Draft, context: DocumentContext): true => {
  const { anchor } = context
  const { status, period, reading, sentence, mention } = draft
  const ground = draft.grounds.get('period')
  const { inflected } = reading.scan.language.locale
  const nature = natureOf(draft, context)
  const isState = nature === 'stock' || nature === 'share'
  const isEnd = reading.whens.some(({ is, first }) => is === 'end' && first === ground?.first)
  const isBy =
    ground?.rule === 'same-clause' &&
    (reading.scan.to('by', ground.first - 1) !== undefined ||
      // "Tính đến hết tháng 4/2025, tỉnh có 1,2 triệu người", told on 28 April: a month that is all but over, counted.
      (!inflected && isState && isEnd && period !== null && isFarOff(period, anchor)))
  if (status !== 'actual' || !isBy || period === null || !isAhead(period, anchor)) return true
  // "Theo đó, đến hết năm 2025, toàn tỉnh có | 45% ...", told in April: a language whose verbs have no tense.
  const will = inflected ? reading.scan.within('future', sentence.first, mention.first - 1).at(-1) : ground
  if (will === undefined) return true
  draft.status = 'target'
  draft.grounds.set('status', { reading, first: will.first, last: will.last, rule: 'same-clause', stated: inflected })
  return true
}

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
  // "lowered its forecast for 2024 from | 58.8 million to 54.8 million": a forecast that was changed is of the same time.
  if (isComparative(draft) && draft.status !== 'estimate') {
    resolveCompared(draft, context)
    return
  }
  if (isComparedAgain(draft)) {
    const { period, grounds } = draft.previous!
    draft.period = period
    draft.grounds.set('period', { ...grounds.get('period')!, rule: 'same-sentence' })
    return
  }
  const compared = comparedInRow(draft, context, before)
  if (compared !== null) {
    const rule = { ...compared.ground, rule: 'row', stated: false }
    draft.period = compared.later
    draft.grounds.set('period', rule)
    if (comparedInHeader(draft, context) === null) {
      draft.baseline = compared.earlier
      draft.grounds.set('baseline', rule)
    }
    resolveBaseline(draft, context)
    return
  }
  const achieved = achievedInRow(draft)
  const told = achieved?.grounds.get('period')
  if (
    achieved !== null &&
    told !== undefined &&
    !draft.reading.passage.cell!.columnHeaders.some((index) => context.readings[index]!.whens.length > 0)
  ) {
    draft.period = achieved.period
    draft.grounds.set('period', { ...told, rule: 'row', stated: false })
    return
  }
  const given = draft.respective?.when ?? null
  const isGiven = given !== null && take(draft, draft.reading, given, context, 'respectively')
  if (
    isGiven ||
    fromRelative(draft, context) ||
    (fromSentence(draft, context) &&
      asState(draft, context) &&
      asPast(draft, context) &&
      asReached(draft, context) &&
      asGoal(draft, context)) ||
    (!isLaw(draft, context) &&
      (fromLeads(draft, context, 'lead') ||
        (!hasOwnDate(draft, context, before) && fromLeads(draft, context, 'heading'))))
  ) {
    resolveBaseline(draft, context)
    return
  }
  if (draft.reading.passage.cell !== null && fromTitle(draft, context, before)) {
    resolveBaseline(draft, context)
    return
  }
  if (!isUntold(draft, context) && !fromCarried(draft, context, before) && !fromLaw(draft, context))
    fromTitle(draft, context, before)
  // "By the end of 2021 ..." under the heading of a plan: what lies behind is no goal.
  if (draft.status === 'target' && draft.period !== null && !isOwnGoal(draft) && isOver(draft.period, context.anchor))
    draft.status = 'actual'
  resolveBaseline(draft, context)
}
