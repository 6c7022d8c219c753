import type { Hit } from '../../catalog/lexicon.ts'
import type { Modifier } from '../../schemas/mention.ts'
import type { WordSpan } from '../rule.ts'
import type { Scan } from './scan.ts'

export interface ModifierReading {
  readonly modifier: Modifier
  readonly at: WordSpan | null
}

/**
 * The modifier of the expression words[first..last]: the word right before it ("nearly 13.4 million", "no fewer than 5"),
 * or right after it or its noun ("5,000 people or more").
 */
export const modifierOf = (scan: Scan, first: number, last: number): ModifierReading => {
  let at = first - 1
  // "about a total of 5", "more than some 300": words that only wrap the number are stepped over.
  for (let steps = 0; steps < 2; steps += 1) {
    const hit = scan.to('modifier', at)
    if (hit === undefined) break
    if (hit.value !== 'exact') {
      // "edged up to 22.4 per cent": the word belongs to the verb, and the figure is no ceiling.
      const verb = scan.to('change', hit.first)
      if (verb !== undefined && verb.first < hit.first && hit.last > hit.first) break
      return { modifier: hit.value as Modifier, at: hit }
    }
    at = hit.first - 1
  }
  const after = scan.from('modifier_after', last + 1)
  // "mức thấp nhất trong 4 năm | trở lại đây" only looks like "trở lại", and says nothing of the number.
  const isSaid = after !== undefined && after.value !== 'exact' && !scan.breaks(last + 1)
  if (isSaid) return { modifier: after.value as Modifier, at: after }
  const open = openEnd(scan, first, last)
  return open === undefined ? { modifier: 'exact', at: null } : { modifier: open.value as Modifier, at: open }
}

/** Words between a number and what leaves its range open: "từ | 94,2% dân số | trở lên". */
const openReach = 4

/** What leaves open the range that a word before the number begins. */
const openEnd = (scan: Scan, first: number, last: number): Hit | undefined => {
  if (scan.to('range_between', first - 1) === undefined) return undefined
  for (let at = last + 2; at <= last + 1 + openReach; at += 1) {
    if (scan.words[at - 1]?.kind !== 'word' || scan.breaks(at)) return undefined
    const hit = scan.from('modifier_after', at)
    if (hit !== undefined) return hit
  }
  return undefined
}
