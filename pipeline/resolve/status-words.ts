import type { Hit } from '../../catalog/lexicon.ts'
import type { Mention } from '../../extractors/rule.ts'
import type { PassageReading } from '../extract/read-passage.ts'

/** Words back from a target to what says that it was met. */
const reach = 5

const mentionAt = (mentions: readonly Mention[], last: number): Mention | undefined =>
  mentions.find((mention) => mention.last === last)

/** Words between a goal and what says who set it: "the plan that the Prime Minister assigned". */
const setterReach = 7

/** The goal that a word of setting goals stands behind, in words alone: "76.9 percent of the | plan that the Prime Minister | assigned it". */
const goalOf = ({ scan }: PassageReading, { first }: Hit): Hit | undefined => {
  for (let at = first - 1; at >= Math.max(0, first - setterReach); at -= 1) {
    if (scan.words[at]!.kind !== 'word') return undefined
    // "met its goal | and wants to insure 95%", "the goal of the government and | must cover 95%": another clause.
    if (scan.from('list_and', at) !== undefined || scan.from('clause', at)?.value === 'strong') return undefined
    const goal = scan.to('goal', at) ?? scan.to('target_strong', at)
    if (goal !== undefined) return goal
  }
  return undefined
}

/** Whether words right before a goal say that it was met, passed or compared with. */
const isMet = ({ scan, mentions, sentences }: PassageReading, first: number): boolean => {
  let start = first - 1
  for (let mention = mentionAt(mentions, start); mention !== undefined; mention = mentionAt(mentions, start)) {
    const before = mention.first - 1
    // "lần lượt đạt 81%, 77,5% và 92% | kế hoạch năm": the words before the whole list.
    const isListed = scan.norm(before) === ',' || scan.to('list_and', before) !== undefined
    if (!isListed || mentionAt(mentions, before - 1) === undefined) break
    start = before - 1
  }
  // "or 83.9% of the population. | The target is 90.1%": what the sentence before says fulfils no target of this one.
  const sentence = sentences.find((each) => first >= each.first && first <= each.last)?.first ?? 0
  for (let before = first - 1; before >= Math.max(sentence, start - reach + 1); before -= 1) {
    // "bằng 48,9% kế hoạch năm; | chỉ tiêu | giao cho tỉnh là": another clause.
    if (scan.norm(before) === ';') return false
    if (scan.to('fulfilled', before) !== undefined) return true
  }
  return false
}

/** A target that the text says was met, passed or compared with governs nothing: "fulfilling the targets assigned". */
export const isFulfilledTarget = (reading: PassageReading, hit: Hit): boolean => {
  if (hit.value !== 'target') return false
  const { scan } = reading
  // A verb is no goal that can be met: "một ủy ban của Quốc hội đề xuất".
  const isGoal = (scan.from('goal', hit.first) ?? scan.from('target_strong', hit.first)) !== undefined
  const goal = goalOf(reading, hit)
  return (isGoal && isMet(reading, hit.first)) || (goal !== undefined && isMet(reading, goal.first))
}

/** Words of a passage that say a status: "May 14" is no "may", "that is to say" no "is to". */
export const statusHits = ({ scan, whens }: PassageReading): Hit[] =>
  scan
    .all('status')
    .filter(
      ({ first, last, value }) => value !== 'none' && !whens.some((when) => first >= when.first && last <= when.last),
    )
