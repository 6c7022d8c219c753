import { type Interval, intersect, width } from './interval.ts'
import type { Placed } from './placed.ts'
import { compare } from './rational.ts'
import { groupedBy, statementOf } from './restatement.ts'
import { cliques, piercingNumber } from './sweep.ts'

/** A candidate value of a key: claims that all overlap one another, so that one value can be meant by all. */
export interface Candidate {
  /** All claims that it explains, best first. A claim in two candidates is compatible with both. */
  readonly claims: readonly Placed[]
  /** Those that no other candidate explains: its evidence. */
  readonly own: readonly Placed[]
  /** What all of them can mean; of actual figures where there are any. */
  readonly meant: Interval
  /** The claim whose value stands for it. */
  readonly best: Placed
}

export interface ValueSet {
  /** From low to high. */
  readonly candidates: readonly Candidate[]
  /** Least number of values that explains all claims. */
  readonly count: number
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Actual figures before estimates, however finely these were written; then the finest, the tighter words, the better
 * origin, and by document and place.
 */
export const byFineness = (a: Placed, b: Placed): number =>
  Number(a.is_estimate) - Number(b.is_estimate) ||
  compare(a.writing!.granule, b.writing!.granule) ||
  compare(width(a.writing!.meant), width(b.writing!.meant)) ||
  a.source.origin_class - b.source.origin_class ||
  byText(a.claim.document, b.claim.document) ||
  a.order - b.order

const common = (claims: readonly Placed[]): Interval =>
  claims.map((each) => each.writing!.meant).reduce((a, b) => intersect(a, b) ?? a)

/** Without its estimates where an actual figure is known: an estimate that agrees may still be off by more than it says. */
export const actualOf = (claims: readonly Placed[]): readonly Placed[] => {
  const actual = claims.filter((each) => !each.is_estimate)
  return actual.length > 0 ? actual : claims
}

/** The candidate values of claims on one key. Equal statements are swept once, so reposts cost nothing. */
export const valueSet = (claims: readonly Placed[]): ValueSet => {
  const statements = [...groupedBy(claims, statementOf).values()]
  const meant = statements.map(([first]) => first!.writing!.meant)
  const sets = cliques(meant)
  const seen = new Map<number, number>()
  for (const set of sets) for (const at of set) seen.set(at, (seen.get(at) ?? 0) + 1)
  const candidates = sets.map((set): Candidate => {
    const all = set.flatMap((at) => statements[at]!).sort(byFineness)
    const own = set.filter((at) => seen.get(at) === 1).flatMap((at) => statements[at]!)
    return {
      claims: all,
      own: own.sort(byFineness),
      meant: common(actualOf(all)),
      best: (own.length > 0 ? own : all)[0]!,
    }
  })
  return { candidates, count: piercingNumber(meant) }
}
