import type { Hit } from '../../catalog/lexicon.ts'
import type { When } from '../../extractors/grammar/calendar.ts'
import type { Status } from '../../schemas/mention.ts'
import { isComparative } from './comparative.ts'
import type { DocumentContext } from './context.ts'
import type { Draft, Window } from './draft.ts'
import { goalItself } from './goal-itself.ts'
import { measuredGoal } from './measured-goal.ts'
import { isOver, periodOf } from './periods.ts'
import { statusOfLeads } from './status-lead.ts'
import { isFulfilledTarget, statusHits } from './status-words.ts'
import { hasVerb, tenseAt } from './tense.ts'

const weight = { actual: 0, estimate: 2, target: 1 } as const

const set = (draft: Draft, status: Status, hit: Window, rule: string): true => {
  draft.status = status
  draft.grounds.set('status', { reading: draft.reading, first: hit.first, last: hit.last, rule, stated: true })
  return true
}

const firstOf = ({ first, modifierAt }: Draft['mention']): number =>
  modifierAt !== null && modifierAt.first < first ? modifierAt.first : first

/** What is said of a whole is said of its parts, and of the first of a list of all: "of which", "17.5 million, | 7.1 million and 6.6 million". */
const isShared = ({ reading }: Draft, first: number, last: number): boolean => {
  const { scan, mentions } = reading
  if (scan.within('group', first, last).length > 0) return true
  // "the plan foresees VND30 trillion | for workers and | VND8 trillion for employers"
  const isPlain =
    !hasVerb(reading, first, last - 1) && !scan.words.slice(first, last).some(({ kind }) => kind === 'sign')
  if (isPlain && scan.from('list_and', last - 1) !== undefined) return true
  for (let at = first; at < last; at += 1) {
    const inNumber = mentions.some((each) => each.first <= at && at <= each.last)
    if (!inNumber && scan.norm(at) !== ',' && scan.from('list_and', at) === undefined) return false
  }
  return true
}

/** A word that belongs to one number alone: "an estimated | 184 million workers paid, and taxes brought in $1.3 trillion". */
const isAnothers = (draft: Draft, hit: Hit): boolean => {
  const { reading, mention } = draft
  const { scan } = reading
  // "phấn đấu 45,1% lực lượng lao động tham gia BHXH; tổng thu khoảng | 570.000 tỷ đồng": what is striven for, where verbs have no tense.
  const isForAll = !scan.language.locale.inflected && scan.from('target_strong', hit.first) !== undefined
  return reading.mentions.some((other) => {
    if (isForAll && other.first < mention.first) return false
    if (other === mention || hit.last !== firstOf(other) - 1) return false
    return (
      other.first > mention.first || (draft.kind !== 'percentage' && !isShared(draft, other.last + 1, firstOf(mention)))
    )
  })
}

/** First word after the last semicolon before the number. */
const clauseStart = (draft: Draft): number => {
  const { scan } = draft.reading
  let at = draft.mention.first
  while (at > draft.sentence.first && scan.norm(at - 1) !== ';') at -= 1
  return at
}

/** Last word before the next semicolon, or of the number's own words. */
const clauseEnd = (draft: Draft): number => {
  const { scan } = draft.reading
  let at = draft.mention.last
  while (at < draft.tail.last && scan.norm(at + 1) !== ';') at += 1
  return at
}

/** Of the words before the number the nearest decides; an infinitive ("to reach") leaves it to a forecast or goal that it hangs on. */
const nearest = (draft: Draft, hits: readonly Hit[]): Hit | undefined => {
  const { scan } = draft.reading
  const last = hits.at(-1)
  // "is expected | to hit | 99 per cent"
  if (last?.value === 'actual') {
    const before = hits.at(-2)
    const isInfinitive = before !== undefined && before.value !== 'actual' && last.first - before.last === 2
    return isInfinitive && scan.from('purpose', last.first - 1) !== undefined ? before : last
  }
  if (last === undefined || last.value !== 'target' || scan.from('target_strong', last.first) !== undefined) return last
  return [...hits].reverse().find((hit) => hit.value === 'estimate') ?? last
}

const beside = 6

/** "is to bring 59% within reach, compared with | 51% currently", "nâng từ | 11.250 người lên 19.000": where a goal or forecast starts from. */
const isStart = (draft: Draft): boolean => {
  const { scan } = draft.reading
  if (isComparative(draft)) return true
  const before = firstOf(draft.mention) - 1
  const isFrom = scan.to('range_between', before) !== undefined || scan.to('range_from', before) !== undefined
  if (!isFrom || draft.next === null || draft.next.kind !== draft.kind) return false
  const last = Math.max(draft.mention.last, draft.mention.noun?.last ?? 0)
  return scan
    .all('change_to')
    .some(({ first }) => first > last && first <= last + beside && first < draft.next!.mention.first)
}

const verbReach = 4

/** "hạ dự báo từ | 58,8 triệu xuống 54,8 triệu", "raised its goal from | 90% to 95%": the goal or forecast itself was changed. */
const isRevised = ({ reading: { scan } }: Draft, hit: Hit): boolean => {
  for (let at = hit.first - 1; at >= Math.max(0, hit.first - verbReach); at -= 1)
    if (scan.to('change', at) !== undefined || scan.to('change_verb', at) !== undefined) return true
  return false
}

/** Words that part a statement of its own from what stands before it: ", and", ", as", "while", "but". */
const ownClause = (draft: Draft, after: number): number | null => {
  const { scan } = draft.reading
  for (let at = draft.mention.first - 1; at > after; at -= 1) {
    const clause = scan.from('clause', at)
    if (clause === undefined || scan.from('group', at) !== undefined) continue
    if (clause.value === 'strong' || scan.norm(at - 1) === ',' || scan.norm(at - 1) === ')') return at
    // "proposed to recover VND132 billion | and fined | 1,102 employers": a figure behind the goal, and a past that "to" does not govern.
    const isVerb = scan.to('list_and', at) !== undefined && hasVerb(draft.reading, at + 1, at + 1)
    if (isVerb && draft.reading.mentions.some(({ first, last }) => first > after && last < at)) return at
  }
  return null
}

/** "The fund, which is expected to earn 7 billion, | paid out 5.2 billion": the comma that closes the words that hold the forecast. */
const endOfAside = (draft: Draft, hit: Hit): number | null => {
  const { scan } = draft.reading
  if (scan.norm(hit.first - 2) !== ',' || scan.from('clause', hit.first - 1) === undefined) return null
  const comma = scan.words.findIndex(({ norm }, at) => at > hit.last && norm === ',')
  return comma > 0 && comma < draft.mention.first ? comma : null
}

const gone = new Set<When['is']>([
  'last_year',
  'year_before_last',
  'years_ago',
  'months_ago',
  'same_period',
  'quarter_before',
  'month_before',
  'last_month',
  'last_quarter',
  'yesterday',
])

/** "The goal was 800,000, and fewer than | 300,000 had come by then", "trong khi năm ngoái chỉ tăng | 1,2": told of the past, it is of no goal. */
const ownPast = (draft: Draft, hit: Hit, { anchor }: DocumentContext): Window | null => {
  const { scan, whens } = draft.reading
  const from = ownClause(draft, hit.last) ?? endOfAside(draft, hit)
  if (from === null || scan.within('future', from, draft.mention.first).length > 0) return null
  const when = whens.find(({ first, last }) => first >= from && last < draft.mention.first)
  const period = when === undefined ? null : periodOf(when, anchor)
  if (when !== undefined && (gone.has(when.is) || (period !== null && isOver(period, anchor)))) return when
  const window = { first: from, last: Math.min(draft.tail.last, draft.mention.last + beside) }
  // "strives to have 42% of its workforce insured, and | 95% of the people covered": a list goes on, and "covered" is no verb of its own.
  const goesOn = scan.from('list_and', from)?.last === firstOf(draft.mention) - 1
  if (goesOn && !scan.within('tense', draft.mention.last, window.last).some(({ value }) => value === 'past'))
    return null
  return tenseAt(draft.reading, { ...draft.sentence, ...window }, draft.mention) === 'past'
    ? { first: from, last: from }
    : null
}

/** "expects the fund, | now at ₱1.02 trillion, to last": beside the number, behind a comma, what is said to be so now. */
const ownNow = (draft: Draft, hit: Hit): Window | null => {
  const { scan, whens } = draft.reading
  const end = Math.min(clauseEnd(draft), draft.mention.last + 2 * beside)
  const comma = scan.words.slice(0, draft.mention.first).findLastIndex(({ norm }) => norm === ',')
  // "so that 100% of its services are | now digital"
  const isWeak = hit.value === 'target' && scan.from('target_strong', hit.first) === undefined
  const from = comma < hit.last && isWeak ? draft.mention.last : comma
  if (from < hit.last) return null
  return whens.find(({ is, first, last }) => is === 'now' && first > from && last <= end) ?? null
}

/** "1% of the labour force who farm or work in the informal sector | should take part": no other figure stands before what is said of it. */
const isAlone = ({ reading, mention }: Draft, hit: Hit): boolean =>
  !reading.mentions.some((each) => each.first > mention.last && each.first < hit.first)

/** "assets of | P904 billion as of June 30, and it is expected to last until 2053": a comma and "and" open a statement of its own. */
const isOfNextClause = ({ reading: { scan }, mention }: Draft, hit: Hit): boolean => {
  for (let at = mention.last + 2; at < hit.first - 1; at += 1)
    if (scan.norm(at - 1) === ',' && scan.from('list_and', at) !== undefined) return true
  return false
}

/** Words behind a number in which its verb may stand. */
const clauseReach = 3

const labelWords = 6

/** "Plans for 2023: 39.25% of the workforce in social insurance, | 31.05% in unemployment insurance": goals that a label opens, up to another word of status. */
const goalLabel = (draft: Draft): Window | null => {
  const { reading, sentence, mention, measure } = draft
  const { scan } = reading
  const goal = scan.from('target_strong', sentence.first)
  if (goal === undefined || measure !== 'level') return null
  let colon = goal.last + 1
  while (colon <= goal.last + labelWords && scan.norm(colon) !== ':') colon += 1
  if (colon > goal.last + labelWords || colon >= mention.first) return null
  return statusHits(reading).some(({ first, last }) => first > colon && last < mention.first) ? null : goal
}

/** "VND4 trillion of the | VND22.8 trillion": an amount of money right behind another of which it is the whole. */
const isWholeOfPart = ({ previous, kind, mention, reading: { scan } }: Draft): boolean =>
  previous !== null &&
  kind === 'money' &&
  previous.kind === 'money' &&
  scan.from('noun_skip', previous.mention.last + 1)?.last === firstOf(mention) - 1

/** "(currently | 79.4%)": what the brackets around a number say is so now. */
const nowInBrackets = ({ reading: { scan, whens }, mention, sentence }: Draft): Window | null => {
  if (scan.norm(mention.last + 1) !== ')') return null
  let open = mention.first - 1
  while (open > sentence.first && scan.norm(open) !== '(') open -= 1
  if (scan.norm(open) !== '(') return null
  return whens.find(({ is, first, last }) => is === 'now' && first > open && last < mention.first) ?? null
}

/** Words between a verb and the number of the act that it puts into practice. */
const actReach = 6

/** "Thực hiện Nghị quyết 12/2023/NQ-HĐND, ngân sách đã chi | 2,7 tỷ đồng": what is put into practice is an act, and what stands behind came of it. */
const isOfAct = ({ reading: { scan, mentions }, mention }: Draft, head: Hit): boolean =>
  scan.to('legal_implements', head.last) !== undefined &&
  mentions.some(
    ({ kind, first }) =>
      kind === 'legal_document' && first > head.last && first <= head.last + actReach && first < mention.first,
  )

const fromSentence = (draft: Draft, context: DocumentContext): boolean => {
  const { reading, mention, sentence } = draft
  const { scan } = reading
  const measured = measuredGoal(draft)
  if (measured !== null) return set(draft, 'target', measured, 'measured-goal')
  const goal = goalItself(draft)
  if (goal !== null) return set(draft, 'target', goal, 'goal-itself')
  const label = goalLabel(draft)
  if (label !== null) return set(draft, 'target', label, 'same-sentence')
  const said = statusHits(reading).filter(
    (hit) =>
      hit.first >= sentence.first &&
      hit.last <= sentence.last &&
      !isFulfilledTarget(reading, hit) &&
      (draft.measure !== 'gap' || hit.value !== 'target') &&
      !isAnothers(draft, hit),
  )
  const before = said.filter((hit) => hit.last < mention.first)
  const start = clauseStart(draft)
  const inClause = nearest(
    draft,
    before.filter((hit) => hit.first >= start),
  )
  // "The aim is 3%; last December it was 3.4%": a clause in the past is no goal.
  // "workers may leave at 62; just | 23,000 did so last year"
  const own = { first: start, last: Math.min(draft.tail.last, mention.last + clauseReach) }
  if (inClause === undefined && start > sentence.first && tenseAt(reading, own, mention) === 'past')
    return set(draft, 'actual', mention, 'past-tense')
  // "Giảm tỷ lệ chậm đóng xuống dưới 2,5%; hiện tỷ lệ này là | 4,18%": a clause of its own on what is so now.
  const isNow = reading.whens.find(({ is, first, last }) => is === 'now' && first >= start && last < mention.first)
  if (inClause === undefined && start > sentence.first && isNow !== undefined) return set(draft, 'actual', isNow, 'now')
  // "plans to recover VND4 trillion of the | VND22.8 trillion that employers owe": the whole of what is wanted is there already.
  // "recover VND4 trillion of the | VND10 trillion to be raised by 2030"
  if (
    isWholeOfPart(draft) &&
    draft.previous!.status === 'target' &&
    !said.some(({ first, last }) => first > mention.last && last <= draft.tail.last)
  )
    return set(draft, 'actual', mention, 'whole')
  const governing = inClause ?? nearest(draft, before)
  if (governing !== undefined && governing.value !== 'actual') {
    if (isStart(draft) && !isRevised(draft, governing)) return set(draft, 'actual', mention, 'compared')
    const past = ownPast(draft, governing, context)
    if (past !== null) return set(draft, 'actual', past, 'past-tense')
    // "spent €38.2 billion, so that its reserve shrank to | €3.2 billion": what came of it, told in the past, is no purpose.
    const isWeak = governing.value === 'target' && scan.from('target_strong', governing.first) === undefined
    const behind = { first: governing.last + 1, last: mention.last }
    if (
      isWeak &&
      scan.from('side_clause', governing.first) !== undefined &&
      tenseAt(reading, behind, mention) === 'past'
    )
      return set(draft, 'actual', behind, 'past-tense')
    const now = ownNow(draft, governing)
    if (now !== null) return set(draft, 'actual', now, 'now')
  }
  if (governing !== undefined)
    return set(draft, governing.value as Status, governing, inClause === undefined ? 'same-sentence' : 'same-clause')
  const end = clauseEnd(draft)
  const after = said.filter(
    (hit) =>
      hit.first > mention.last &&
      hit.last <= end &&
      hit.value !== 'actual' &&
      // "86% of the | projected population": said of the whole.
      !(hit.value === 'estimate' && draft.kind === 'percentage' && isOfWhole(draft, hit)) &&
      // "lists of 2.5 million workers at | 74,700 employers so that they can apply": a purpose is none of what it is for.
      scan.from('side_clause', hit.first) === undefined &&
      !isOfNextClause(draft, hit) &&
      (hit.first - mention.last <= 2 * beside || (hit.first - mention.last <= 4 * beside && isAlone(draft, hit))),
  )
  const hit = after.sort((a, b) => weight[b.value as Status] - weight[a.value as Status])[0]
  if (hit !== undefined) return set(draft, hit.value as Status, hit, 'same-clause')
  const head = scan.from('target_head', sentence.first)
  if (head === undefined || !scan.isCapital(sentence.first) || isPurpose(draft, head)) return false
  // "To date, 12,851 facilities accept the card"
  if (draft.reading.whens.some(({ first }) => first === head.first)) return false
  if (isOfAct(draft, head)) return false
  // "To pay at least 85% of them by transfer (currently | 79.4%)"
  const now = nowInBrackets(draft)
  if (now !== null) return set(draft, 'actual', now, 'now')
  return isStart(draft) ? set(draft, 'actual', mention, 'compared') : set(draft, 'target', head, 'task')
}

/** "| of the projected population |": a word of status behind "of" and "the". */
const isOfWhole = ({ reading: { scan }, mention }: Draft, { first }: Hit): boolean => {
  for (let at = first - 1; at > mention.last && at >= first - 2; at -= 1)
    if (scan.to('noun_skip', at) !== undefined) return true
  return false
}

/** "To make staying worthwhile, the law cuts the record needed": a purpose before a statement of its own is no task. */
const isPurpose = (draft: Draft, head: Hit): boolean => {
  const { scan } = draft.reading
  if (scan.from('purpose', head.first) === undefined) return false
  const comma = scan.words.findIndex(({ norm }, at) => at > head.last && norm === ',')
  // "To reach the villages, open 12 offices" goes on with the task.
  return comma > 0 && comma < draft.mention.first && scan.from('stop', comma + 1) !== undefined
}

/** actual, estimate or target; a gap is always of a result. What nothing says is a result. */
export const resolveStatus = (draft: Draft, context: DocumentContext): void => {
  if (draft.kind === 'legal_document') return
  draft.status = 'actual'
  if (draft.twin !== null) {
    draft.status = draft.twin.status
    return
  }
  if (fromSentence(draft, context)) return
  const found = statusOfLeads(draft, context)
  if (found === null) return
  draft.status = found.status
  draft.grounds.set('status', found.ground)
}
