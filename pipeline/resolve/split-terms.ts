import type { Hit } from '../../catalog/lexicon.ts'
import type { Draft } from './draft.ts'
import { edges, outerFirst } from './measure-edges.ts'

/** Words from the first part of a term to the second before a number, and from the number to the second part after it. */
const [reachBefore, reachAfter] = [24, 8]

/** Words that another statement begins with: "pensions paid in 2023 | rose to 3.3 million". */
const breaking = ['change', 'change_verb', 'tense'] as const

const isOneStatement = ({ reading: { scan } }: Draft, first: number, last: number): boolean =>
  !scan.words.slice(first, last + 1).some(({ norm }) => norm === ';' || norm === '(') &&
  breaking.every((category) => scan.within(category, first, last).length === 0)

/**
 * Terms that a catalog writes in two parts ("paid … to"), where the number follows the second part or stands between the two:
 * "paid VND 612 billion in pensions to | 17,430 people", "paid | $1.61 billion in regular benefits".
 */
export const splitTerms = (draft: Draft): readonly Hit[] => {
  const { reading, mention, sentence } = draft
  const { scan } = reading
  const opens = scan.within('term_open', sentence.first, mention.first - 1)
  if (opens.length === 0) return []
  const outer = edges(draft)
  const start = outerFirst(draft)
  const found: Hit[] = []
  for (const close of scan.within('term_close', sentence.first, Math.min(sentence.last, mention.last + reachAfter))) {
    const isBefore = outer.includes(close.last)
    if (!isBefore && close.first <= mention.last) continue
    const open = opens.findLast(({ value, last }) => value === close.value && last < Math.min(close.first, start))
    if (open === undefined) continue
    const isAround = !isBefore && outer.includes(open.last) && isOneStatement(draft, mention.last + 1, close.first - 1)
    const isLeading =
      isBefore && close.first - open.last <= reachBefore && isOneStatement(draft, open.last + 1, close.first - 1)
    const value = close.value.slice(0, close.value.indexOf('…'))
    if (isLeading || isAround)
      found.push({ category: 'term', value, first: open.first, last: isLeading ? close.last : open.last })
  }
  return found
}
