import type { Scan } from '../../extractors/grammar/scan.ts'
import type { Window } from './draft.ts'

/** Words of a relative clause at most. */
const longest = 24

/**
 * Whether some words stand in a clause that tells more of what is named before it, and closes before the number: "In Ho Chi Minh City, which merged
 * with | Binh Duong | in | July |, the total was VND 7.2 trillion".
 */
export const isInRelative = (scan: Scan, { first, last }: Window, mention: Window): boolean => {
  if (last >= mention.first) return false
  const opening = scan
    .within('relative', Math.max(0, first - longest), first - 1)
    .findLast((hit) => scan.norm(hit.first - 1) === ',')
  if (opening === undefined) return false
  const isComma = (at: number): boolean => scan.norm(at) === ',' && scan.words[at]!.kind === 'sign'
  for (let at = opening.first; at < first; at += 1) if (isComma(at) || scan.norm(at) === '.') return false
  for (let at = last + 1; at < mention.first && at - opening.first <= longest; at += 1) {
    if (scan.norm(at) === ';' || scan.norm(at) === '.') return false
    // What follows the comma is a statement of its own, with a verb: "..., | the total was".
    if (isComma(at)) return scan.within('tense', at + 1, mention.first - 1).length > 0
  }
  return false
}
