import type { When } from '../../extractors/grammar/calendar.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import { isBaselineOf, isStill } from './baseline.ts'
import { isComparative, isOfComparative } from './comparative.ts'
import type { DocumentContext } from './context.ts'
import { leadsStory } from './dateline.ts'
import { asideOf, edtfOf, isAsOf, isBracketed, isCompared, isGeneric, isLegalDate } from './dates.ts'
import type { Draft, Window } from './draft.ts'
import { isAhead, isEarlier, isPast } from './periods.ts'
import { isInRelative } from './relative-clause.ts'
import { hasVerb, willBe } from './tense.ts'

export const inside = (when: When, window: Window): boolean => when.first >= window.first && when.last <= window.last

const goalReach = 3
/** Words between a goal and its date where a gap to it is told: "so với chỉ tiêu 95,25% mà UBND tỉnh giao cho | năm 2023". */
const gapGoalReach = 12

/** "beyond the target | set by Resolution 28-NQ/TW for | 2025": who set a goal stands between it and its date. */
const isSetFor = ({ scan, mentions }: PassageReading, goal: number, when: When): boolean =>
  scan.from('participle', goal + 1) !== undefined &&
  scan.words.slice(goal + 1, when.first).every(({ kind, norm }) => kind !== 'sign' || norm === '/' || norm === '-') &&
  mentions.every(({ kind, first }) => kind === 'legal_document' || first <= goal || first >= when.first)

/** "72.4 per cent of the plan for the year", "the 2021 goal": the date is the goal's. */
const isOfGoal = ({ reading, status, measure, sentence }: Draft, when: When): boolean => {
  const { scan } = reading
  return (
    status !== 'target' &&
    (scan.from('goal', when.last + 1) !== undefined ||
      scan.all('goal').some(
        ({ first, last }) =>
          // "on average in 2023": an average is a goal only for what stands above or below it.
          scan.from('baseline_skip', first)?.last !== last &&
          first >= sentence.first &&
          last < when.first &&
          (when.first - last <= goalReach ||
            ((measure === 'gap' || isSetFor(reading, last, when)) && when.first - last <= gapGoalReach)),
      ))
  )
}

/** "had 1.92 million members, 380,000 fewer than the 2.3 million that the agency wants by | the end of December": the day of the goal that a later figure is. */
const isOfLaterGoal = ({ status, mention, sentence, reading: { scan, mentions } }: Draft, when: When): boolean =>
  status !== 'target' &&
  when.first > mention.last &&
  scan
    .within('target_after', mention.last + 1, Math.min(when.last, sentence.last))
    .some(
      (hit) =>
        mentions.some(({ first, last }) => first > mention.last && last < hit.first) &&
        hit.last - when.first < goalReach,
    )

/** "In the same month last year it was 1.4 million", "2.31 million; a year before it had been | 2.38 million": only at the head of its sentence or clause is it the time of a level. */
const opensWith = (draft: Draft, when: When): boolean => {
  const { mention, head, sentence, reading } = draft
  return (
    isRightBehind(draft, when) ||
    (when.last < mention.first &&
      inside(when, head) &&
      (when.first <= sentence.first + 3 || [1, 2].some((back) => reading.scan.norm(when.first - back) === ';')))
  )
}

/** "rose by 2.5 percent in January 2025, after | 3.2 percent a year earlier": an earlier time, with nothing between it and a level that another figure leads to. */
const isRightBehind = ({ mention, measure, previous, reading: { scan } }: Draft, { first }: When): boolean =>
  measure === 'level' &&
  previous !== null &&
  // "68 million people each month in 2024, for a total of | $1.5 trillion over the year": a time that it took.
  scan.from('during', first) === undefined &&
  first === Math.max(mention.last, mention.noun?.last ?? 0) + 1

/** "297,000 short of the 1.8 million to be reached by the end of the year": what stands after a gap is of the goal. */
const isAfterGap = ({ kind, measure, mention, grounds, reading: { scan } }: Draft, when: When): boolean => {
  if (measure !== 'gap' || when.first < mention.last) return false
  // "a shortfall of | 22 billion shillings in the year to June 2026": of a gap that names no goal.
  const said = grounds.get('measure')
  return (
    kind !== 'money' ||
    said === undefined ||
    said.first > mention.last ||
    scan.from('gap_sure', said.first) === undefined
  )
}

/** "still needed a further 331,000 members | at the end of October", in November: a day gone by on which a gap was measured, and no goal's. */
const isCountDay = ({ measure, mention, reading }: Draft, when: When, context: DocumentContext): boolean => {
  if (measure !== 'gap' || when.first < mention.last || !isAsOf(reading, when)) return false
  const period = edtfOf(reading, when, context, false)
  return period !== null && isPast(period, context.anchor)
}

/** "14.8% up on 2022 and nearly 38% above the level of 2019": what one change is measured against dates no other figure. */
const isBaselineOfOther = (draft: Draft, when: When, context: DocumentContext): boolean => {
  for (let each = draft.previous; each !== null; each = each.previous)
    if (isBaselineOf(each, when, context)) return true
  for (let each = draft.next; each !== null; each = each.next)
    if (each.measure === 'change' && isBaselineOf(each, when, context)) return true
  return false
}

/** "MANILA, July 30, 2024 – The insurer paid": the day of the page is no figure's; the day that opens a story may be. */
const isDatelineItself = (when: When, { dateline }: DocumentContext): boolean =>
  dateline !== null &&
  leadsStory(dateline.ground.reading, dateline.when) &&
  dateline.when.first === when.first &&
  dateline.ground.reading.whens.includes(when)

/** "19 percent are insured after the rate was raised in | January 2023": what a clause of its own tells has a time of its own. */
const isOfSideClause = ({ reading, mention }: Draft, when: When): boolean =>
  when.first > mention.last &&
  reading.scan
    .within('side_clause', mention.last + 1, when.first - 1)
    .some(({ last, value }) => value === 'sure' || hasVerb(reading, last + 1, when.first - 1))

const eventWords = 8

/**
 * "After the typhoon of | September 7, 2024, the agency has helped 126 firms", "In July, after the law took effect on | July 1, only 9,800
 * left": the day of what came before or after is no day of what the text then tells.
 */
const isOfEvent = ({ reading, mention, sentence }: Draft, when: When): boolean => {
  const { scan } = reading
  if (when.last >= mention.first || when.is !== 'day' || isAsOf(reading, when)) return false
  for (let at = when.first - 2; at >= Math.max(sentence.first, when.first - eventWords); at -= 1) {
    if (scan.words[at + 1]!.kind !== 'word') return false
    if (scan.from('side_clause', at)?.value === 'verb') return scan.norm(when.last + 1) === ','
  }
  return false
}

/** "I have paid for | 14 months and will give birth in August": the day of what is to come, behind "and", is of no record. */
const isOfClauseToCome = ({ reading: { scan }, mention, status }: Draft, when: When): boolean =>
  status === 'actual' &&
  scan
    .within('future', mention.last + 1, when.first - 1)
    .some(({ first }) => scan.to('list_and', first - 1) !== undefined)

const isOfAside = ({ reading, mention }: Draft, when: When): boolean => {
  const aside = asideOf(reading, when)
  return aside !== null && !(mention.first > aside.first && mention.last < aside.last)
}

/** "connected to | 12,500 facilities, ... reduce spending (by the end of November 2021 VND 626 billion)": brackets with a figure of their own keep their date. */
const isInBrackets = ({ reading: { scan, mentions }, mention }: Draft, when: When): boolean => {
  let open = when.first - 1
  while (open > mention.last && scan.norm(open) !== '(' && scan.norm(open) !== ')') open -= 1
  if (open <= mention.last || scan.norm(open) !== '(') return false
  let close = when.last + 1
  while (close < scan.words.length && scan.norm(close) !== ')') close += 1
  return mentions.some(({ first, last }) => first > open && last < close)
}

/** "68 per cent of last year's total": the date is that of the whole. */
const isOfWhole = ({ kind, mention, reading: { scan } }: Draft, when: When): boolean =>
  kind === 'percentage' &&
  when.owns === true &&
  when.first > mention.last &&
  when.first <= mention.last + goalReach &&
  scan.to('noun_skip', when.first - 1) !== undefined

/** "93.02% of the population, 0.5% higher than the target assigned in | 2023": the date of a goal, in the words of a gap behind the figure. */
const isOfGapAfter = (draft: Draft, when: When): boolean => {
  for (let each = draft.next; each !== null; each = each.next)
    if (each.measure === 'gap' && inside(when, each.tail)) return true
  return false
}

/** "tỉnh ta (theo địa giới | trước khi | sáp nhập với Kon Tum) có 1.196.420 người, bao phủ | 95,2%": brackets that close before the number. */
export const isInClosedBrackets = ({ reading, mention }: Draft, when: When): boolean =>
  when.last < mention.first &&
  isBracketed(reading, when) &&
  reading.scan.words.slice(when.last + 1, mention.first).some(({ norm }) => norm === ')')

const opens: ReadonlySet<string> = new Set(['"', '“', '«'])
const closes: ReadonlySet<string> = new Set(['"', '”', '»'])

/** "'Ten years ago nobody had heard of it,' says a collector who has persuaded | 87 households": what is quoted dates nothing behind the quotation. */
const isOfQuotation = ({ reading: { scan }, mention, sentence }: Draft, when: When): boolean => {
  if (when.last >= mention.first) return false
  let isOpen = false
  for (let at = sentence.first; at < when.first; at += 1) {
    const norm = scan.norm(at)
    if (isOpen ? closes.has(norm) : opens.has(norm)) isOpen = !isOpen
  }
  return isOpen && scan.words.slice(when.last + 1, mention.first).some(({ norm }) => closes.has(norm))
}

/** "contributions will rise to | 15% from 13.8% in April": a day to come, behind what a figure starts from, is of what it comes to. */
export const isOfOutcome = (draft: Draft, when: When, context: DocumentContext): boolean => {
  const { next, reading, measure } = draft
  if (next === null || measure !== 'level' || !inside(when, next.tail) || !isComparative(next) || !willBe(draft))
    return false
  const period = edtfOf(reading, when, context, true)
  return period !== null && isAhead(period, context.anchor)
}

/** "from 20,000 in 2014 to 800,000 today and | is projected | to pass | 2 million": now, said of another figure before the word of forecast. */
const isBeforeForecast = ({ status, previous, grounds }: Draft, when: When): boolean => {
  const said = grounds.get('status')
  return (
    status === 'estimate' &&
    isGeneric(when) &&
    previous !== null &&
    inside(when, previous.tail) &&
    said !== undefined &&
    said.first > when.last
  )
}

/** "must have reached | 60 years, which for women was 56 years in 2023": a date that a clause behind the figure gives to a figure of its own. */
const isOfRelativeBehind = ({ reading: { scan, mentions }, mention }: Draft, when: When): boolean => {
  if (when.first <= mention.last) return false
  const opening = scan
    .within('relative', mention.last + 1, when.first - 1)
    .find((hit) => scan.norm(hit.first - 1) === ',')
  return opening !== undefined && mentions.some(({ first, last }) => first > opening.last && last < when.first)
}

/** Whether a date of the sentence can be the time of this figure. */
export const usable = (draft: Draft, when: When, context: DocumentContext): boolean =>
  !isDatelineItself(when, context) &&
  // "Half of the people now have cover", says a title; the text below says when.
  !(draft.reading.passage.role === 'title' && isGeneric(when)) &&
  // "to 800,000 today and is projected to pass | 2 million": nor is a forecast of another figure's today.
  !isBeforeForecast(draft, when) &&
  // "from 74% at present to | 80%": no goal is of now.
  !(draft.status === 'target' && isGeneric(when)) &&
  !isLegalDate(draft.reading, when) &&
  !isOfAside(draft, when) &&
  !isOfQuotation(draft, when) &&
  !(when.is === 'untold' && isInClosedBrackets(draft, when)) &&
  !isInRelative(draft.reading.scan, when, draft.mention) &&
  !isOfRelativeBehind(draft, when) &&
  !isInBrackets(draft, when) &&
  !isOfWhole(draft, when) &&
  !isOfGapAfter(draft, when) &&
  !isOfLaterGoal(draft, when) &&
  (isCountDay(draft, when, context) || !(isOfGoal(draft, when) || isAfterGap(draft, when))) &&
  !isOfSideClause(draft, when) &&
  !isOfClauseToCome(draft, when) &&
  !isOfEvent(draft, when) &&
  !(isEarlier(when) && !opensWith(draft, when)) &&
  (!isOfComparative(draft, when) || isOfOutcome(draft, when, context)) &&
  (isRightBehind(draft, when) || !isBaselineOfOther(draft, when, context)) &&
  (draft.measure === 'gap' ||
    isStill(draft, when, context) ||
    !isCompared(draft.reading, when, draft.measure === 'change' && when.first > draft.mention.last)) &&
  !isBaselineOf(draft, when, context) &&
  !inside(when, draft.mention)
