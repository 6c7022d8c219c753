import type { Hit } from '../../catalog/lexicon.ts'
import type { Scan } from '../../extractors/grammar/scan.ts'
import type { Direction } from '../../schemas/mention.ts'
import { changeOfHeader } from './change-header.ts'
import type { DocumentContext } from './context.ts'
import type { Draft } from './draft.ts'
import { edges, type Found, outerFirst } from './measure-edges.ts'
import { goesOnAboutChange } from './same-change.ts'

const goalReach = 9

/** Words to who set a goal: "below | what Decision 3510/QĐ-BHXH of November 28 sets for 2025". */
const setterReach = 18

/** Whether a target is named near words[first..last]: a distance is a gap only from a goal. */
const nearGoal = (draft: Draft, first: number, last: number): boolean =>
  // "1,540 fewer than planned. Another | 53,300 people are in the compulsory scheme": the goal of the sentence before.
  draft.reading.scan.within(
    'goal',
    Math.max(draft.sentence.first, first - goalReach),
    Math.min(last + goalReach, draft.sentence.last),
  ).length > 0 || goalAfter(draft, last)

/** "below | what the decision sets for 2025", "above | the 60 per cent that the minister wants", "below | the ceiling". */
const goalAfter = ({ reading: { scan }, sentence }: Draft, last: number): boolean => {
  // "fell from 5.02 per cent to 4.61 per cent over the seven months. | The target is 2.4 per cent"
  const until = (reach: number): number => Math.min(last + reach, sentence.last)
  const isNear = (category: string): boolean => scan.within(category, last + 1, until(goalReach)).length > 0
  return (
    ['goal', 'average', 'cap', 'target_strong'].some(isNear) ||
    scan.within('target_after', last + 1, until(setterReach)).length > 0
  )
}

const changeAt = (scan: Scan, last: number): Hit | undefined => {
  const hit = scan.to('change', last)
  return hit?.value === 'none' ? undefined : hit
}

const changeBefore = (draft: Draft): Found | null => {
  const { scan } = draft.reading
  for (const edge of edges(draft)) {
    const gap = scan.to('gap', edge)
    if (
      gap !== undefined &&
      // "cut late payments to | below 2.55 per cent of the sum that the plan assigned"
      scan.to('change_to', gap.first - 1) === undefined &&
      // "Collection exceeds | half of the plan"
      !(draft.unit === 'percent' && draft.mention.inWords) &&
      // "Our goal is to get | below 6%"
      scan.to('purpose', gap.first - 2) === undefined &&
      (nearGoal(draft, gap.first, draft.mention.last) || scan.to('gap_sure', edge) !== undefined)
    ) {
      const verb =
        scan.to('change_by', edge) !== undefined && gap.first === gap.last
          ? gapVerb(scan, gap.first, draft.sentence.first)
          : null
      return { measure: 'gap', direction: (verb ?? gap).value as Direction, hit: verb ?? gap, rule: 'gap-before' }
    }
    const change = changeAt(scan, edge)
    if (change !== undefined)
      return { measure: 'change', direction: change.value as Direction, hit: change, rule: 'change-before' }
    const by = scan.to('change_by', edge)
    if (by !== undefined) return changeBy(draft, by.first)
  }
  return gapInHead(draft) ?? changeInHead(draft) ?? changeOfObject(draft) ?? changeNoun(draft)
}

/** "raised the coverage rate by 5 points", "participants ... by at least 20%" after another change by so much: the verb stands further left. */
const changeBy = (draft: Draft, by: number): Found | null => {
  const { scan } = draft.reading
  for (let at = by - 1; at >= Math.max(draft.sentence.first, by - 14); at -= 1) {
    if (scan.norm(at) === ';') break
    const over = scan.to('gap', at)
    if (over !== undefined && scan.to('change_by', at) === undefined && nearGoal(draft, over.first, draft.mention.last))
      return { measure: 'gap', direction: over.value as Direction, hit: over, rule: 'gap-by' }
    const verb = changeAt(scan, at) ?? scan.to('change_far', at)
    if (verb !== undefined)
      return { measure: 'change', direction: verb.value as Direction, hit: verb, rule: 'change-by' }
  }
  const before = draft.previous
  const said = before?.grounds.get('measure')
  if (before === null || before.measure !== 'change' || before.direction === null || said === undefined) return null
  return { measure: 'change', direction: before.direction, hit: said, rule: 'same-verb' }
}

/** "thấp hơn chỉ tiêu Thủ tướng giao | 0,8%": goal and comparison in the words that lead to the number. */
const gapInHead = (draft: Draft): Found | null => {
  const { scan } = draft.reading
  if (draft.kind !== 'percentage' || scan.language.locale.inflected) return null
  const isSaid = scan.to('copula', draft.mention.first - 1) !== undefined
  for (let at = draft.mention.first - 1; at >= draft.head.first; at -= 1) {
    if (scan.norm(at) === ',' && at > draft.head.first) return null
    const hit = scan.to('gap', at)
    if (
      hit !== undefined &&
      // "vượt chỉ tiêu" holds the goal itself; "vượt chỉ tiêu năm 2023 là | 41%" says the goal.
      ['goal', 'average'].some(
        (each) => scan.within(each, isSaid ? hit.last : hit.first, draft.mention.first - 1).length > 0,
      )
    )
      return { measure: 'gap', direction: hit.value as Direction, hit, rule: 'gap-clause' }
  }
  return null
}

/** "Growth in the first half was | 0.8 percent", "mức tăng bình quân là 3%": a noun of change of which the number is told. */
const changeNoun = (draft: Draft): Found | null => {
  const { scan } = draft.reading
  const copula = scan.to('copula', outerFirst(draft) - 1) ?? scan.to('copula', outerFirst(draft) - 2)
  if (copula === undefined || draft.kind === 'count' || draft.kind === 'duration') return null
  const noun = scan.within('change_noun', draft.head.first, copula.first - 1).at(-1)
  if (noun === undefined) return null
  for (let at = noun.last + 1; at < copula.first; at += 1)
    if (scan.words[at]!.kind === 'sign' || scan.from('tense', at) !== undefined || scan.from('goal', at) !== undefined)
      return null
  return { measure: 'change', direction: noun.value as Direction, hit: noun, rule: 'change-noun' }
}

const objectWords = 5

/** "tăng lương hưu 2,7%": the verb, what rises, and by how much. Not "tăng tỷ lệ lên 45%". */
const changeInHead = (draft: Draft): Found | null => {
  const { scan } = draft.reading
  if (draft.kind !== 'percentage' || scan.language.locale.inflected) return null
  for (let at = draft.mention.first - 1; at >= Math.max(draft.head.first, draft.mention.first - objectWords); at -= 1) {
    if (
      scan.words[at]!.kind !== 'word' ||
      scan.to('change_to', at) !== undefined ||
      scan.to('copula', at) !== undefined
    )
      return null
    const hit = changeAt(scan, at)
    if (hit !== undefined) return { measure: 'change', direction: hit.value as Direction, hit, rule: 'change-clause' }
  }
  return null
}

/** "boosted its dividend | 5 percent", "cut emissions | 45%": its object alone stands between the verb and the number. */
const changeOfObject = (draft: Draft): Found | null => {
  const { scan } = draft.reading
  if (draft.kind !== 'percentage' || !scan.language.locale.inflected) return null
  const least = Math.max(draft.head.first, draft.mention.first - objectWords)
  for (let at = draft.mention.first - 1; at >= least; at -= 1) {
    const hit = scan.to('change_far', at - 1)
    const isObject = scan.words[at]!.kind === 'word' && scan.norm(at) !== ','
    // "its" and "the" begin an object, "to" and "which" are in none.
    if (!isObject || (scan.from('stop', at) !== undefined && (hit === undefined || at === draft.mention.first - 1)))
      return null
    if (hit !== undefined) return { measure: 'change', direction: hit.value as Direction, hit, rule: 'change-clause' }
  }
  return null
}

const gapVerb = (scan: Scan, before: number, least: number): Hit | null => {
  for (let at = before - 1; at >= Math.max(least, before - goalReach); at -= 1) {
    const hit = scan.to('gap', at)
    if (hit !== undefined && scan.to('change_by', at) === undefined) return hit
  }
  return null
}

/** "UGX 2.17tn | up 12.4%": the word of change is of the number after it. */
const isOfNext = ({ reading: { mentions }, mention }: Draft, { last }: Hit): boolean =>
  mentions.some(
    (next) => next.first > mention.last && Math.min(next.first, next.modifierAt?.first ?? next.first) === last + 1,
  )

const changeAfter = (draft: Draft): Found | null => {
  const { scan } = draft.reading
  const noun = draft.mention.noun
  for (const last of [draft.mention.last, ...(noun === null || noun.last < draft.mention.last ? [] : [noun.last])]) {
    const gap = scan.from('gap_after', last + 1)
    if (gap !== undefined && (goalAfter(draft, last) || scan.from('gap_sure', last + 1) !== undefined)) {
      return { measure: 'gap', direction: gap.value as Direction, hit: gap, rule: 'gap-after' }
    }
    const change = scan.from('change_after', last + 1)
    if (change !== undefined && !scan.breaks(last + 1) && !isOfNext(draft, change)) {
      // "5% higher than 2020", "a 3.2% increase"; but "45% more than" needs something compared.
      return { measure: 'change', direction: change.value as Direction, hit: change, rule: 'change-after' }
    }
  }
  return null
}

/** "exceeding 7% of the target": the modifier is the gap. */
const exceeding = (draft: Draft): Found | null => {
  const { scan } = draft.reading
  const at = draft.mention.modifierAt
  const hit = at === null || at.first > draft.mention.first ? undefined : scan.from('gap', at.first)
  const goal = scan.all('goal').some(
    ({ first, last }) =>
      (first > draft.mention.last && first <= draft.mention.last + 4) ||
      // "So với chỉ tiêu Chính phủ giao, tỷ lệ bao phủ vượt | 0,35%"
      (first >= draft.sentence.first && last < draft.mention.first && scan.to('baseline', first - 1) !== undefined),
  )
  return hit === undefined ||
    !goal ||
    draft.kind !== 'percentage' ||
    (draft.unit === 'percent' && draft.mention.inWords)
    ? null
    : { measure: 'gap', direction: hit.value as Direction, hit, rule: 'gap-before' }
}

const comparedWords = 12

/** "2.5 times as many as in | the same months of 2021": what it is compared with is itself at another time. */
const isOverTime = ({ reading: { scan, whens }, mention, tail }: Draft): boolean => {
  const { last } = mention
  const when = whens.find((each) => each.first > last && each.last <= tail.last && each.first - last <= comparedWords)
  return when !== undefined && !scan.words.slice(last + 1, when.first).some(({ norm }) => norm === ',' || norm === ';')
}

/** "gấp gần 2 lần | Đắk Nông": what it is compared with is another place. */
const isOfAnother = ({ reading: { scan }, mention }: Draft): boolean =>
  !scan.language.locale.inflected && scan.from('place', mention.last + 1) !== undefined

/** "gấp 1,36 lần | lao động nữ": times another thing, and not itself at another time; "gấp 2 lần" alone is a change. */
const isTimesAnother = (draft: Draft): boolean => {
  const { scan } = draft.reading
  const next = draft.mention.last + 1
  const isVerb = edges(draft).some((edge) => {
    const verb = scan.to('ratio_verb', edge)
    // "tăng gấp 16 lần"
    return verb !== undefined && (scan.to('change', edge)?.first ?? verb.first) >= verb.first
  })
  const isThing = scan.words[next]?.kind === 'word' && scan.from('stop', next) === undefined && !scan.breaks(next)
  return isVerb && isThing && !isOverTime(draft)
}

/**
 * Level, change or gap, by the words beside the number: "up 2.2%", "an increase of 2.1%", "exceeding the assigned target by 1.96%",
 * "1.94% higher than the target". What stands in one list with a change is a change.
 */
export const resolveMeasure = (draft: Draft, context: DocumentContext): void => {
  if (draft.kind === 'legal_document') return
  draft.measure = 'level'
  if (draft.kind === 'rank') return
  const ground = (hit: { first: number; last: number }, rule: string): void => {
    draft.grounds.set('measure', { reading: draft.reading, first: hit.first, last: hit.last, rule, stated: true })
  }
  if (draft.kind === 'multiple') {
    const { scan } = draft.reading
    const compared = scan.from('times_compared', draft.mention.last + 1)
    const ratio = [1, 2].some((step) => scan.from('ratio_of', draft.mention.last + step) !== undefined)
    if (ratio) return
    const before = changeBefore(draft)
    const isRatio =
      before === null && compared !== undefined && scan.from('multiple', draft.mention.first) === undefined
    if (isRatio ? !isOverTime(draft) : isOfAnother(draft) || isTimesAnother(draft)) return
    draft.measure = 'change'
    draft.direction = before?.direction ?? (draft.mention.digits.toLowerCase() === '' ? null : 'increase')
    if (draft.value?.startsWith('0.')) draft.direction = 'decrease'
    ground(before?.hit ?? draft.mention, before?.rule ?? 'multiple')
    return
  }
  const { scan } = draft.reading
  const found = exceeding(draft) ?? changeBefore(draft) ?? changeAfter(draft) ?? changeOfHeader(draft, context)
  if (found !== null) {
    // "exceeding 7% of the target": the word of the gap is no modifier as well.
    const at = draft.mention.modifierAt
    const isSame =
      at !== null &&
      (at.first === found.hit.first || (found.measure === 'gap' && scan.from('gap', at.first) !== undefined))
    if (isSame) {
      draft.modifier = 'exact'
      draft.grounds.delete('modifier')
    }
    draft.measure = found.measure
    draft.direction = found.direction
    ground(found.hit, found.rule)
    return
  }
  if (draft.previous !== null && goesOnAboutChange(draft)) {
    draft.measure = draft.previous.measure
    draft.direction = draft.previous.direction
    const said = draft.previous.grounds.get('measure')
    if (said !== undefined) draft.grounds.set('measure', { ...said, rule: 'same-list' })
  }
}
