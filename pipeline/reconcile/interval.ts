import { add, compare, divide, equal, multiply, negate, type Rational, subtract } from './rational.ts'

/** All numbers between two ends; an open end is not among them. Never empty: what would be empty is null. */
export interface Interval {
  readonly low: Rational
  readonly high: Rational
  readonly openLow: boolean
  readonly openHigh: boolean
}

/** From `low` to `high`, or null where nothing lies between. */
export const interval = (low: Rational, high: Rational, openLow = false, openHigh = false): Interval | null => {
  const order = compare(low, high)
  return order > 0 || (order === 0 && (openLow || openHigh)) ? null : { low, high, openLow, openHigh }
}

export const point = (value: Rational): Interval => ({ low: value, high: value, openLow: false, openHigh: false })

export const isPoint = (a: Interval): boolean => equal(a.low, a.high)

export const width = (a: Interval): Rational => subtract(a.high, a.low)

/** What two intervals have in common, or null. */
export const intersect = (a: Interval, b: Interval): Interval | null => {
  const low = compare(a.low, b.low)
  const high = compare(a.high, b.high)
  return interval(
    low >= 0 ? a.low : b.low,
    high <= 0 ? a.high : b.high,
    low > 0 ? a.openLow : low < 0 ? b.openLow : a.openLow || b.openLow,
    high < 0 ? a.openHigh : high > 0 ? b.openHigh : a.openHigh || b.openHigh,
  )
}

/**
 * Whether two intervals overlap: what they have in common has a length, or one of them is a single point.
 * Two that only touch ([2.05, 2.15] and [2.15, 2.25]) do not.
 */
export const overlap = (a: Interval, b: Interval): boolean => {
  const common = intersect(a, b)
  return common !== null && (!isPoint(common) || isPoint(a) || isPoint(b))
}

/** Whether every number of `inner` is in `outer`. */
export const isWithin = (inner: Interval, outer: Interval): boolean => {
  const low = compare(inner.low, outer.low)
  const high = compare(inner.high, outer.high)
  return (
    (low > 0 || (low === 0 && (!outer.openLow || inner.openLow))) &&
    (high < 0 || (high === 0 && (!outer.openHigh || inner.openHigh)))
  )
}

/** The shortest interval that holds both. */
export const hull = (a: Interval, b: Interval): Interval => {
  const low = compare(a.low, b.low)
  const high = compare(a.high, b.high)
  return {
    low: low <= 0 ? a.low : b.low,
    high: high >= 0 ? a.high : b.high,
    openLow: low < 0 ? a.openLow : low > 0 ? b.openLow : a.openLow && b.openLow,
    openHigh: high > 0 ? a.openHigh : high < 0 ? b.openHigh : a.openHigh && b.openHigh,
  }
}

/** How far two intervals are apart; zero where they meet. */
export const distance = (a: Interval, b: Interval): Rational => {
  const [left, right] = compare(a.low, b.low) <= 0 ? [a, b] : [b, a]
  return compare(left.high, right.low) >= 0 ? { n: 0n, d: 1n } : subtract(right.low, left.high)
}

/** The interval seen in a mirror at zero: a decrease of 4 to 5 is a change of -5 to -4. */
export const mirror = (a: Interval): Interval => ({
  low: negate(a.high),
  high: negate(a.low),
  openLow: a.openHigh,
  openHigh: a.openLow,
})

export const plus = (a: Interval, b: Interval): Interval => ({
  low: add(a.low, b.low),
  high: add(a.high, b.high),
  openLow: a.openLow || b.openLow,
  openHigh: a.openHigh || b.openHigh,
})

export const minus = (a: Interval, b: Interval): Interval => plus(a, mirror(b))

/** Zero itself belongs to the interval: nothing times zero is zero, whatever the other end does. */
const reachesZero = (a: Interval): boolean => a.low.n === 0n && !a.openLow

/** Product of two intervals of numbers not below zero; the caller sees to that. */
export const times = (a: Interval, b: Interval): Interval => ({
  low: multiply(a.low, b.low),
  high: multiply(a.high, b.high),
  openLow: !reachesZero(a) && !reachesZero(b) && (a.openLow || b.openLow),
  openHigh: a.openHigh || b.openHigh,
})

/** Quotient of two intervals of numbers not below zero, or null where the divisor reaches zero. */
export const over = (a: Interval, b: Interval): Interval | null =>
  b.low.n <= 0n
    ? null
    : {
        low: divide(a.low, b.high),
        high: divide(a.high, b.low),
        openLow: !reachesZero(a) && (a.openLow || b.openHigh),
        openHigh: a.openHigh || b.openLow,
      }

/** Without what lies below zero; null where nothing is left. */
export const notBelowZero = (a: Interval): Interval | null =>
  a.low.n >= 0n ? a : interval({ n: 0n, d: 1n }, a.high, false, a.openHigh)

/** The brackets as people write them: "[]", "()", "[)", "(]". */
export const brackets = (a: Interval): '[]' | '()' | '[)' | '(]' =>
  a.openLow ? (a.openHigh ? '()' : '(]') : a.openHigh ? '[)' : '[]'
