import { isWithin, overlap } from './interval.ts'
import { compare, equal } from './rational.ts'
import type { Writing } from './writing.ts'

/** How the intervals of two figures stand to each other (method: section 2.2); null where nothing makes them agree. */
export interface Agreement {
  readonly relation: 'identical' | 'refines' | 'consistent_bound' | 'consistent_rounding' | 'consistent_truncation'
  readonly strength: 'tight' | 'loose' | 'weak' | null
  /** What joins them: rounding, bound, range or cutting. */
  readonly by: 'rounding' | 'bound' | 'range' | 'cutting' | null
  /** Which of the two is the finer, for `refines`. */
  readonly finer: 'a' | 'b' | null
}

const isOneSided = (writing: Writing): boolean => writing.side !== 'both'

const joinedBy = (a: Writing, b: Writing): 'bound' | 'range' | 'rounding' =>
  isOneSided(a) || isOneSided(b) ? 'bound' : a.modifier === 'range' || b.modifier === 'range' ? 'range' : 'rounding'

const isIdentical = (a: Writing, b: Writing): boolean =>
  equal(a.low, b.low) && equal(a.high, b.high) && equal(a.granule, b.granule) && a.modifier === b.modifier

const isFinerWithin = (a: Writing, b: Writing): boolean =>
  compare(a.granule, b.granule) < 0 && isWithin(a.meant, b.meant)

/** One writer cut the digits (q) where the other meant, or also cut, a value that q's digits begin. */
const agreesIfCut = (p: Writing, q: Writing): boolean => {
  const cut = q.cut()
  if (cut === null) return false
  const other = p.cut()
  return overlap(p.meant, cut) || (other !== null && overlap(other, cut))
}

/**
 * The first relation that fits: identical, refines, consistent (bound or rounding; tight where what was meant overlaps,
 * loose where only what the words allow does), consistent_truncation (always weak: one possible story). Symmetric.
 */
export const agreement = (a: Writing, b: Writing): Agreement | null => {
  if (isIdentical(a, b)) return { relation: 'identical', strength: null, by: null, finer: null }
  const by = joinedBy(a, b)
  if (isFinerWithin(a, b)) return { relation: 'refines', strength: null, by, finer: 'a' }
  if (isFinerWithin(b, a)) return { relation: 'refines', strength: null, by, finer: 'b' }
  const relation = by === 'bound' ? 'consistent_bound' : 'consistent_rounding'
  if (overlap(a.meant, b.meant)) return { relation, strength: 'tight', by, finer: null }
  if (overlap(a.allowed(), b.allowed())) return { relation, strength: 'loose', by, finer: null }
  if (agreesIfCut(a, b) || agreesIfCut(b, a)) {
    return { relation: 'consistent_truncation', strength: 'weak', by: 'cutting', finer: null }
  }
  return null
}
