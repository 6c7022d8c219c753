import type { When } from '../../extractors/grammar/calendar.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import { isComparative } from './comparative.ts'
import type { DocumentContext } from './context.ts'
import { refers } from './continuation.ts'
import { asideOf, edtfOf, isAsOf, isBaseline, isBracketed, isGeneric, isLegalDate, isOnset } from './dates.ts'
import type { Draft, Ground, Window } from './draft.ts'
import { natureOf } from './nature.ts'
import { firstDay, isAhead, isEarlier, isFarAhead, isPast, lastDay } from './periods.ts'
import { isOtherSpeaker } from './speaker.ts'
import { pointsBack, type Tense, tenseAt, tenseOf, willBe } from './tense.ts'

/** The period that governs what stands before a claim, the words that say it, and what kind of statement they stand in. */
export interface Carried {
  readonly period: string
  readonly ground: Ground
  readonly tense: Tense
  /** Whether the statement is of something the catalog knows. */
  readonly isKnown: boolean
  /** Whether the date stands alone at the head of what it dates ("January. The premium goes up"), or its passage leads on with a colon. */
  readonly isLabel: boolean
  /** The claim it is taken from, where it is not a date alone. */
  readonly from: Draft | null
}

const openingWords = 7
/** Passages of a section, and sentences of a passage, over which a period is carried. */
const farthest = 60

/** "tenfold since | 2016, when it had fewer than 150,000": a clause of its own tells of the date before it. */
const isToldOf = ({ scan }: PassageReading, { last }: When): boolean =>
  [1, 2].some((step) => scan.from('at_date', last + step) !== undefined)

const mayDate = (reading: PassageReading, when: When): boolean =>
  when.owns === undefined &&
  !isLegalDate(reading, when) &&
  !isEarlier(when) &&
  !isBaseline(reading, when, false) &&
  !isGeneric(when) &&
  // "Ten years ago nobody here had heard of a pension": a look back dates nothing that follows it.
  when.is !== 'years_ago' &&
  !isBracketed(reading, when) &&
  !isToldOf(reading, when) &&
  asideOf(reading, when) === null

const opensSentence = (reading: PassageReading, when: When, context: DocumentContext): boolean =>
  reading.sentences.some(({ first }) => when.first >= first && when.first <= first + openingWords) ||
  isInLead(reading, when, context)

const datelineWords = 7

/** "SYDNEY, Oct 19, 2023 (Wire) - Employment barely rose in | September": the story begins behind its dateline. */
const isInLead = (reading: PassageReading, when: When, { dateline }: DocumentContext): boolean =>
  reading === dateline?.ground.reading &&
  when.first > dateline.ground.last &&
  when.first <= dateline.ground.last + datelineWords + openingWords

const whenOf = ({ reading, first }: Ground): When | undefined => reading.whens.find((when) => when.first === first)

/** Whether the sentence itself says that a figure is a goal, and not only what stands over it. */
export const isOwnGoal = ({ status, grounds, sentence, reading }: Draft): boolean => {
  const ground = grounds.get('status')
  return (
    status === 'target' &&
    ground?.reading === reading &&
    ground.first >= sentence.first &&
    ground.first <= sentence.last
  )
}

const isCounted = (draft: Draft, context: DocumentContext): boolean =>
  draft.status === 'actual' && ['stock', 'flow', 'share'].includes(natureOf(draft, context) ?? '')

/** A result is not of days to come, a goal not of days gone by; what happened is not of the day a rule begins. */
const suits = (draft: Draft, period: string, ground: Ground, context: DocumentContext): boolean => {
  if (draft.status === 'target') return !isOwnGoal(draft) || !isPast(period, context.anchor)
  const tense = tenseOf(draft)
  const when = whenOf(ground)
  const holdsFrom = when !== undefined && isOnset(ground.reading, when)
  // "It will go up to 15 percent in January. Employers | will shoulder 10 percent": what will be paid is of the day to come.
  const isOfRule = natureOf(draft, context) === 'rate' && willBe(draft)
  if (draft.status === 'actual' && !holdsFrom && !isOfRule && isAhead(period, context.anchor)) return false
  // "Entering the last 6 months of the year, ... In the districts the rate is | 71.2%", told in July.
  if (draft.status === 'actual' && !holdsFrom && isFarAhead(period, context.anchor)) return false
  // "It covered 17.2 million people in 2022. Of the sum, 2.1 billion | will go to claims": what will be is not of days gone by.
  if (isPast(period, context.anchor) && willBe(draft)) return false
  // "Từ ngày 1/1/2023 nghị quyết có hiệu lực ... Toàn tỉnh vận động 3.970 người": a verb without a tense, and a thing that is counted.
  const isResult =
    tense === 'past' || (tense === null && !draft.reading.scan.language.locale.inflected && isCounted(draft, context))
  return !isResult || !holdsFrom
}

/**
 * "The rate was 8.01%. In the first quarter it | had been 7.99%. | Nearly 1.3 million ...": a look back from the figure before dates nothing
 * that follows it. "By 8 January 546,000 had been laid off" looks back to nothing.
 */
const looksBack = (draft: Draft): boolean => {
  const { reading, sentence, period } = draft
  let opening = draft
  while (opening.before?.sentence === sentence) opening = opening.before
  const earlier = opening.before?.period ?? null
  if (period === null || earlier === null) return false
  // "The surplus was 83.1 billion. In 2022 it was 61.2 billion. | Coverage stood at 63 percent": what "it" was in a year before.
  const from = opening.before!
  const isTakenUp =
    from.reading === reading &&
    from.status === 'actual' &&
    opening.measure === 'level' &&
    lastDay(period) < firstDay(earlier) &&
    refers(opening)
  return (
    isTakenUp ||
    (period < earlier && reading.scan.within('earlier', sentence.first, opening.mention.first - 1).length > 0)
  )
}

const isState = (draft: Draft, context: DocumentContext): boolean =>
  ['stock', 'share'].includes(natureOf(draft, context) ?? '') && draft.status === 'actual' && draft.measure === 'level'

/** "In May collectors persuaded | 612 people": what happened in a month, of no indicator, tells no day of what is counted next. */
const isEventOfMonth = (draft: Draft): boolean =>
  draft.indicator === null &&
  draft.kind === 'count' &&
  /^\d{4}-\d\d$/u.test(draft.period ?? '') &&
  tenseOf(draft) === 'past'

const lends = (draft: Draft, other: Draft, context: DocumentContext): boolean => {
  const ground = other.grounds.get('period')
  if (
    other.kind === 'legal_document' ||
    other.period === null ||
    ground === undefined ||
    ground.rule === 'title' ||
    isComparative(other) ||
    (other.sentence !== draft.sentence && looksBack(other))
  )
    return false
  // "against 2.1 million a year earlier", "68 per cent of last year's total", "(first half of 2023: 4.62 million)"
  const when = whenOf(ground)
  if (when !== undefined && (when.owns || isEarlier(when) || isBracketed(ground.reading, when))) return false
  if (when !== undefined && isToldOf(ground.reading, when)) return false
  // "He came 19 years ago and earns | VND250,000 a night": a look back is of its own sentence.
  if (when?.is === 'years_ago' && other.sentence !== draft.sentence) return false
  // "Currently 34 centres ...": now is of its own passage.
  if (when !== undefined && isGeneric(when) && other.reading !== draft.reading) return false
  if ((other.status === 'target') !== (draft.status === 'target')) return false
  if (!suits(draft, other.period, ground, context)) return false
  // "the increase of the contribution rate to 14% in January 2023 ... released P247 billion to 4.4 million members": the month of a new rate is of no count.
  if (natureOf(other, context) === 'rate' && natureOf(draft, context) !== 'rate') return false
  if (isEventOfMonth(other) && isState(draft, context)) return false
  return !(ground.rule === 'list-lead' && other.reading.passage.lead !== draft.reading.passage.lead)
}

const fromClaim = (from: Draft): Carried => ({
  period: from.period!,
  ground: from.grounds.get('period')!,
  tense: tenseOf(from),
  isKnown: from.indicator !== null,
  isLabel: false,
  from,
})

const labelWords = 2

const isLabel = ({ scan }: PassageReading, when: When, { first, last }: Window): boolean =>
  last - first - (when.last - when.first) <= labelWords || scan.words.at(-1)?.norm === ':'

const days: ReadonlySet<When['is']> = new Set(['day', 'weekday', 'yesterday', 'today'])

const isEvent = (reading: PassageReading, when: When, sentence: Window): boolean =>
  days.has(when.is) &&
  !isAsOf(reading, when) &&
  !isOnset(reading, when) &&
  !(['change', 'change_verb'] as const).some((category) =>
    reading.scan
      .all(category)
      .some((hit) => hit.value !== 'none' && hit.first >= sentence.first && hit.last <= sentence.last),
  )

const fromDate = (
  draft: Draft,
  reading: PassageReading,
  when: When,
  context: DocumentContext,
  before: readonly Draft[],
): Carried | null => {
  const period = edtfOf(reading, when, context, draft.status !== 'actual')
  const ground: Ground = { reading, first: when.first, last: when.last, rule: 'same-passage', stated: false }
  if (period === null || !suits(draft, period, ground, context)) return null
  const sentence = reading.sentences.find(({ first, last }) => when.first >= first && when.last <= last)!
  const claim = before.find((each) => each.sentence === sentence && each.kind !== 'legal_document')
  // "On Thursday the agency met the press": the day of an event dates no figure; that of a count or of a new rule does.
  if (claim === undefined && isEvent(reading, when, sentence)) return null
  if (claim !== undefined && isEventOfMonth(claim) && isState(draft, context)) return null
  const tense = claim === undefined ? tenseAt(reading, sentence, when) : tenseOf(claim)
  return {
    period,
    ground,
    tense,
    isKnown: claim !== undefined && claim.indicator !== null,
    isLabel: isLabel(reading, when, sentence),
    from: null,
  }
}

/** "The goal for 2023 is 18 million. Health insurance covered | 91 million": the date of a goal is of no result. */
const isOfGoalsAlone = ({ status }: Draft, inSentence: readonly Draft[]): boolean =>
  status === 'actual' && inSentence.length > 0 && inSentence.every((each) => each.status === 'target')

const datesBySentence = new WeakMap<PassageReading, Map<Window, When[]>>()

/** The dates of each sentence of a passage, which every figure behind it may ask for. */
const datesIn = (reading: PassageReading, sentence: Window): readonly When[] => {
  let known = datesBySentence.get(reading)
  if (known === undefined) {
    known = new Map(reading.sentences.map((each) => [each, []]))
    let at = 0
    for (const when of reading.whens) {
      while (at < reading.sentences.length - 1 && reading.sentences[at]!.last < when.first) at += 1
      const own = reading.sentences[at]
      if (own !== undefined && when.first >= own.first && when.last <= own.last) known.get(own)!.push(when)
    }
    datesBySentence.set(reading, known)
  }
  return known.get(sentence) ?? []
}

/** In the passage: sentence by sentence back, the date that opens one, else that of its first claim, else any. */
export const passagePeriod = (draft: Draft, context: DocumentContext, before: readonly Draft[]): Carried | null => {
  const { reading } = draft
  const isBase = (when: When): boolean =>
    before.some((each) => {
      const ground = each.grounds.get('baseline')
      return ground !== undefined && ground.reading === reading && ground.first === when.first
    })
  const own = reading.sentences.indexOf(draft.sentence)
  const end = own < 0 ? reading.sentences.filter(({ last }) => last < draft.sentence.first).length : own
  for (const sentence of reading.sentences.slice(Math.max(0, end - farthest), end).reverse()) {
    if (before.some((each) => each.sentence === sentence && looksBack(each))) continue
    const dates = datesIn(reading, sentence).filter((when) => mayDate(reading, when) && !isBase(when))
    const opening = dates.find((when) => when.first <= sentence.first + openingWords)
    const inSentence = before.filter((each) => each.sentence === sentence && each.kind !== 'legal_document')
    if (isOfGoalsAlone(draft, inSentence)) continue
    const claims = inSentence.filter((each) => lends(draft, each, context))
    const own = claims[0]?.grounds.get('period')
    if (opening !== undefined && !(own?.rule === 'same-clause' && own.first > opening.last)) {
      const found = fromDate(draft, reading, opening, context, before)
      // "So far this year": up to the day that the claim before was read to count to.
      // "From January, pensions will rise by 0.8%. The minimum will go up to | 617.9 euros", told in October: of the January to come.
      const isYearless = (opening.is === 'month' || opening.is === 'day') && opening.year === undefined
      const isSame = (opening.is === 'so_far' || isYearless) && own?.reading === reading && own.first === opening.first
      if (found !== null) return isSame ? { ...found, period: claims[0]!.period! } : found
    }
    // "It is now 14 percent and will go up to 15 percent in January. Employers will shoulder | 10 percent": of the day to come.
    const ahead = willBe(draft) ? claims.find(({ period }) => isAhead(period!, context.anchor)) : undefined
    const lender = ahead ?? claims[0]
    if (lender !== undefined) return fromClaim(lender)
    const any = dates.at(-1)
    const found = any === undefined || inSentence.length > 0 ? null : fromDate(draft, reading, any, context, before)
    if (found !== null) return found
  }
  return null
}

/** The first paragraph with figures: what it says is what the text is about. */
const isLead = (reading: PassageReading, before: readonly Draft[]): boolean =>
  before.find((each) => each.reading.passage.role !== 'title' && each.kind !== 'legal_document')?.reading === reading

/** "Income was 8.2 million in the quarter; in the first half it was | 8.3 million": a date behind a semicolon is of its own clause. */
const isAddedClause = ({ reading, sentence, grounds }: Draft): boolean => {
  const ground = grounds.get('period')
  if (ground === undefined || ground.reading !== reading) return false
  const opens = reading.scan.words.slice(sentence.first, ground.first).some(({ norm }) => norm === ';')
  return opens && reading.mentions.some(({ first }) => first >= sentence.first && first < ground.first)
}

/**
 * "In the quarter it settled 23,400 new pensions. Around 3.4 million drew one in March. | Hospitals recorded 45.6 million visits": the last
 * month of what a passage reports on is that of one figure of it.
 */
const reportedOver = (last: Draft): Draft => {
  for (let each = last.before; each !== null && each.reading === last.reading; each = each.before)
    if (each.status === last.status && each.period?.endsWith(`/${last.period}`) === true && !isComparative(each))
      return each
  return last
}

/**
 * "As of November 30 the province has 468,215 members. | Still worried about the voluntary form | The voluntary form has | 21,840 people":
 * a heading of a story, with no date and no number of its own, under which a state is told of in the present.
 */
const isStoryGoingOn = (draft: Draft, context: DocumentContext): boolean => {
  const heading = draft.reading.passage.heading === null ? undefined : context.readings[draft.reading.passage.heading]
  const nature = natureOf(draft, context)
  return (
    heading !== undefined &&
    heading.whens.length === 0 &&
    heading.mentions.length === 0 &&
    draft.reading.passage.cell === null &&
    (nature === 'stock' || nature === 'share') &&
    draft.status === 'actual' &&
    tenseOf(draft) === 'present'
  )
}

/** Up the section: the claims of the passage above, or a date that opens a sentence of it. A date after its number was that number's alone. */
const fromSection = (draft: Draft, context: DocumentContext, before: readonly Draft[]): Carried | null => {
  const { passage } = draft.reading
  for (let at = passage.index - 1; at >= Math.max(0, passage.index - farthest); at -= 1) {
    const reading = context.readings[at]!
    if (reading.passage.role === 'title' || reading === context.title) return null
    const isOver = reading.passage.index === passage.heading || reading.passage.heading !== passage.heading
    if (isOver && !isStoryGoingOn(draft, context)) return null
    if (reading.passage.role === 'heading') continue
    if (reading.passage.cell !== null || reading.passage.role === 'furniture' || reading.passage.role === 'caption')
      continue
    const isOther = isOtherSpeaker(reading, draft.reading, context.readings) && !pointsBack(draft)
    const asks = reading.scan.words.at(-1)?.norm === '?'
    if (isOther && !asks) return null
    const last = before
      .filter(
        (each) =>
          each.reading === reading &&
          each.kind !== 'legal_document' &&
          !isComparative(each) &&
          !isAddedClause(each) &&
          // "... as of June 30. The sector remains | 716,000 people short of the number it was told to reach": of no day of its own.
          !(each.measure === 'gap' && each.period === null),
      )
      .at(-1)
    const ground = last?.grounds.get('period')
    const isTail =
      !isLead(reading, before) &&
      last !== undefined &&
      ground !== undefined &&
      ground.reading === last.reading &&
      ground.first > last.mention.last
    if (last !== undefined && !isTail && lends(draft, last, context))
      return fromClaim(natureOf(draft, context) === 'flow' ? reportedOver(last) : last)
    for (const when of [...reading.whens].reverse()) {
      if (
        !mayDate(reading, when) ||
        (!asks && !opensSentence(reading, when, context)) ||
        when === context.dateline?.when
      )
        continue
      const sentence = reading.sentences.find(({ first, last }) => when.first >= first && when.last <= last)
      if (before.some((each) => each.sentence === sentence && looksBack(each))) continue
      const inSentence = before.filter((each) => each.sentence === sentence && each.kind !== 'legal_document')
      if (isOfGoalsAlone(draft, inSentence)) continue
      const found = fromDate(draft, reading, when, context, before)
      if (found !== null) return found
    }
  }
  return null
}

/** The date that governed what stands before a claim: in its passage, then up its section. `before` are the claims before it in the document. */
export const carriedPeriod = (draft: Draft, context: DocumentContext, before: readonly Draft[]): Carried | null =>
  passagePeriod(draft, context, before) ?? fromSection(draft, context, before)
