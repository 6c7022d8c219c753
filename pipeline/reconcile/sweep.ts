import { type Interval, isPoint } from './interval.ts'
import { compare, equal, type Rational } from './rational.ts'

/** Positions of an interval on a line of slots, both included. Two intervals overlap where they share a slot. */
interface Stretch {
  readonly item: number
  readonly from: number
  readonly to: number
}

const indexOf = (sorted: readonly Rational[], value: Rational): number => {
  let [low, high] = [0, sorted.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (compare(sorted[middle]!, value) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The n-th end that occurs has three slots: the point as seen from the left (3n), as seen from the right (3n + 1), and
 * what lies between it and the next (3n + 2). So two intervals that only touch share no slot, and a single point shares
 * one with each interval that holds it.
 */
const stretches = (intervals: readonly Interval[]): Stretch[] => {
  const ends = intervals.flatMap(({ low, high }) => [low, high]).sort(compare)
  const distinct = ends.filter((end, at) => at === 0 || !equal(end, ends[at - 1]!))
  return intervals.map((each, item) => {
    const [low, high] = [3 * indexOf(distinct, each.low), 3 * indexOf(distinct, each.high)]
    if (isPoint(each)) return { item, from: low, to: low + 1 }
    return { item, from: each.openLow ? low + 2 : low + 1, to: each.openHigh ? high - 1 : high }
  })
}

const byNumber = (a: number, b: number): number => a - b

/**
 * The maximal sets of intervals that all overlap one another, from low to high; each set lists positions in the input,
 * ascending. In one dimension such a set has a value in common (Helly), so each is a candidate value. O(d log d) and
 * the size of what is returned.
 */
export const cliques = (intervals: readonly Interval[]): number[][] => {
  const all = stretches(intervals)
  const starts = all.toSorted((a, b) => a.from - b.from)
  const found: number[][] = []
  let active: Stretch[] = []
  let next = 0
  for (const to of [...new Set(all.map((stretch) => stretch.to))].sort(byNumber)) {
    let grew = false
    for (; next < starts.length && starts[next]!.from <= to; next += 1) {
      active.push(starts[next]!)
      grew = true
    }
    if (grew) found.push(active.map((stretch) => stretch.item).sort(byNumber))
    active = active.filter((stretch) => stretch.to > to)
  }
  return found
}

/** The least number of values that explains all intervals: greedy, by right end. */
export const piercingNumber = (intervals: readonly Interval[]): number => {
  let [count, reached] = [0, -1]
  for (const { from, to } of stretches(intervals).sort((a, b) => a.to - b.to)) {
    if (from > reached) [count, reached] = [count + 1, to]
  }
  return count
}
