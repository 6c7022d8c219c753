import type { Hit } from '../../catalog/lexicon.ts'
import type { Mention } from '../../extractors/rule.ts'
import type { PassageReading } from '../extract/read-passage.ts'

/** Words back from a target to what says that it was met. */
const reach = 5

const mentionAt = (mentions: readonly Mention[], last: number): Mention | undefined =>
  mentions.find((mention) => mention.last === last)

/** A target that the text says was met, passed or compared with governs nothing: "fulfilling the targets assigned". */
export const isFulfilledTarget = ({ scan, mentions, sentences }: PassageReading, { first, value }: Hit): boolean => {
  // A verb is no goal that can be met: "một ủy ban của Quốc hội đề xuất".
  if (value !== 'target' || (scan.from('goal', first) ?? scan.from('target_strong', first)) === undefined) return false
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
  for (let before = first - 1; before >= Math.max(sentence, start - reach + 1); before -= 1)
    if (scan.to('fulfilled', before) !== undefined) return true
  return false
}

/** Words of a passage that say a status: "May 14" is no "may", "that is to say" no "is to". */
export const statusHits = ({ scan, whens }: PassageReading): Hit[] =>
  scan
    .all('status')
    .filter(
      ({ first, last, value }) => value !== 'none' && !whens.some((when) => first >= when.first && last <= when.last),
    )
