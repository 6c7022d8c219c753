import type { Hit } from '../../catalog/lexicon.ts'
import type { Scan } from '../../extractors/grammar/scan.ts'
import type { Draft } from './draft.ts'

/** Words from the opening of brackets to the number in them: "(the target for the year was set at | 91%)". */
const openingReach = 8

/** The bracket that opens right before a number; undefined where other figures or another thing that was reached stand between. */
const openingBefore = (draft: Draft): number | undefined => {
  const { reading, mention, sentence } = draft
  const { scan } = reading
  for (let at = mention.first - 1; at >= Math.max(sentence.first, mention.first - openingReach); at -= 1) {
    const norm = scan.norm(at)
    if (norm === '(') return at
    if ([')', ';', ','].includes(norm) || reading.mentions.some(({ last }) => last === at)) return undefined
    const isOther = scan.from('change', at) ?? scan.from('change_after', at) ?? scan.from('baseline', at)
    if (isOther !== undefined || scan.from('status', at)?.value === 'actual') return undefined
  }
  return undefined
}

/** A goal that somebody set: not an average or a threshold, from which a gap may be told too. */
const goalsWithin = (scan: Scan, first: number, last: number): Hit[] =>
  scan
    .all('goal')
    .filter((hit) => hit.first >= first && hit.last <= last && scan.from('target_strong', hit.first) !== undefined)

/** The year that brackets name, where it is another than that of the figure before them: "(90.85% in 2020)" is no goal of 2021. */
const isOfOtherYear = (draft: Draft, before: Draft, opening: number): boolean => {
  const { reading, mention } = draft
  let closing = mention.last
  while (closing < draft.sentence.last && reading.scan.norm(closing) !== ')') closing += 1
  return reading.whens.some(
    ({ first, last, year }) =>
      first > opening &&
      last < closing &&
      year !== undefined &&
      before.period !== null &&
      !before.period.startsWith(String(year)),
  )
}

/** The figure before in the sentence; the number of a legal document is none. */
const figureBefore = (draft: Draft): Draft | null => {
  let before = draft.previous
  while (before !== null && before.kind === 'legal_document') before = before.previous
  return before
}

/** Words between what says that a goal was passed and the goal: "exceeding | the target". */
const passedReach = 3

/** "1.94% higher than the target assigned in Resolution No. 28-NQ/TW (it will be | 1% in 2021)". */
const inBrackets = (draft: Draft): Hit | null => {
  const { scan } = draft.reading
  const gap = figureBefore(draft)
  const opening = gap === null ? undefined : openingBefore(draft)
  if (gap === null || opening === undefined || isOfOtherYear(draft, gap, opening)) return null
  const [first, last] = [gap.mention.last + 1, opening - 1]
  for (let at = first; at <= last; at += 1) if (scan.norm(at) === ';') return null
  const goal = goalsWithin(scan, first, last).at(-1)
  if (goal === undefined || (gap.measure === 'gap' && gap.kind === draft.kind)) return goal ?? null
  // "1.83 million were members, exceeding the target set for 2025 (| 2.5 per cent)": passed, though nobody says by how much.
  if (gap.kind === draft.kind) return null
  const passed = scan.within('fulfilled', first, goal.first - 1).at(-1)
  return passed !== undefined && goal.first - passed.last <= passedReach && scan.norm(passed.first - 1) === ','
    ? goal
    : null
}

/** "Exceeding the target of | 1% by 1.94 points", "has beaten the 2021 goal of about | 1 percent". */
const named = (draft: Draft): Hit | null => {
  const { scan } = draft.reading
  const before = draft.mention.first - 1
  const edge = (scan.to('modifier', before)?.first ?? before + 1) - 1
  const joint = scan.to('noun_skip', edge)
  if (joint === undefined) return null
  return goalsWithin(scan, draft.sentence.first, joint.first - 1).find(({ last }) => last === joint.first - 1) ?? null
}

/**
 * Words of the goal that a result is measured against, where a number is that goal: in brackets behind a gap ("vượt 0,01% so với chỉ tiêu
 * được giao (| 91%)"), or named with it. A goal that was passed makes no other number a goal, but this is its own.
 */
export const measuredGoal = (draft: Draft): Hit | null =>
  draft.measure === 'level' ? (named(draft) ?? inBrackets(draft)) : null
