import { amountAt } from './amount.ts'
import { compareDecimal } from './decimal.ts'
import { type CountedNoun, countedNoun } from './noun.ts'
import type { Scan } from './scan.ts'

/** Up to this a whole is the base of a fraction: "2/3 doanh nghiệp". */
const largestBase = '5'

/** "12/14 huyện", "36/38 trường": a part and its whole of things, and neither a day nor a fraction; null where it is none. */
export const partOfWhole = (scan: Scan, at: number): { last: number; noun: CountedNoun } | null => {
  const isJoined = scan.norm(at + 1) === '/' && scan.words[at + 1]!.joined && scan.words[at + 2]?.joined === true
  if (!isJoined || scan.words[at]!.kind !== 'number') return null
  const [part, whole] = [amountAt(scan, at), amountAt(scan, at + 2)]
  if (part === null || whole === null || part.scaled || whole.scaled || whole.last !== at + 2) return null
  if (compareDecimal(whole.value, largestBase) <= 0 || compareDecimal(part.value, whole.value) > 0) return null
  const noun = countedNoun(scan, whole.last)
  // "8/10 người hưởng": eight in ten of them.
  if (noun?.unit === 'person' && whole.value === '10') return null
  return noun?.sure === true && scan.language.units.get(noun.unit ?? '')?.kind === 'count'
    ? { last: whole.last, noun }
    : null
}
