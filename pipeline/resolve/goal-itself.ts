import type { Draft, Window } from './draft.ts'

/** Words between a goal and its number that may name who set it: "chỉ tiêu Thủ tướng Chính phủ giao | 95%". */
const setterWords = 7

/** Words after a number within which the text may say who set it: "the 3.5 percent | set for this year". */
const after = 6

const isSign = (norm: string): boolean => norm === ',' || norm === ';' || norm === '.' || norm === '('

/** The first word of what stands before the number and only hedges it: "the goal of | at least 90%". */
const outer = (draft: Draft): number => {
  const { scan } = draft.reading
  let at = draft.mention.first - 1
  for (let hedge = scan.to('modifier', at); hedge !== undefined; hedge = scan.to('modifier', at)) at = hedge.first - 1
  return at
}

/** "the 2021 goal of 1 percent", "so với chỉ tiêu năm 2023 là 95%", "thấp hơn chỉ tiêu Thủ tướng giao 95,5%". */
const namedBefore = (draft: Draft): Window | null => {
  const { scan, whens } = draft.reading
  const { first } = draft.sentence
  let at = outer(draft)
  const link = scan.to('goal_link', at)
  // Brackets behind a distance from a goal may hold the goal of another year: "0.16 points above the plan (| 90.85% in 2020)".
  if (link !== undefined && scan.norm(link.first) === '(' && draft.previous?.measure === 'gap') return null
  if (link !== undefined) at = link.first - 1
  const when = whens.find((each) => each.last === at)
  if (when !== undefined) at = when.first - 1
  // "The target | for | 31 December 2025 is 99.5 percent"
  if (when !== undefined) at = (scan.to('during', at)?.first ?? at + 1) - 1
  const setter = scan.to('goal_setter', at)
  if (setter === undefined) {
    const goal = scan.to('target_strong', at)
    return goal !== undefined && goal.first >= first ? goal : null
  }
  for (at = setter.first - 1; at >= Math.max(first, setter.first - setterWords); at -= 1) {
    if (isSign(scan.norm(at))) return null
    const goal = scan.to('target_strong', at)
    if (goal !== undefined) return goal
  }
  return null
}

/** "the 3.5 percent set for this year", "the 60% that the plan asks for", "95,25% mà UBND tỉnh giao". */
const setAfter = (draft: Draft): Window | null => {
  const { scan } = draft.reading
  const last = Math.max(draft.mention.last, draft.mention.noun?.last ?? 0)
  for (let at = last + 1; at <= Math.min(last + after, draft.sentence.last); at += 1) {
    if (isSign(scan.norm(at)) || draft.reading.mentions.some((mention) => mention.first === at)) return null
    // "đạt | 49,6% dự toán được giao", "reached | 96 percent of the target set for the year": a share of the goal is not the goal.
    const isWhole = at === last + 1 || scan.to('noun_skip', at - 1) !== undefined
    if (isWhole && scan.from('of', at) !== undefined) return null
    const set = scan.from('target_after', at)
    if (set !== undefined) return set
  }
  return null
}

/** The words that make the number the goal itself, whatever else the sentence tells; null where it is not, or is a distance from one. */
export const goalItself = (draft: Draft): Window | null =>
  draft.measure === 'level' ? (namedBefore(draft) ?? setAfter(draft)) : null
