/**
 * An exact fraction: `n / d`, with `d` above zero. Never through a float: 0.1 + 0.2 is 0.3, and amounts past 2^53 hold.
 * Sums keep a common denominator (figures are decimals, their denominators powers of ten). Products are reduced once they
 * grow long: finding a divisor costs more than a few digits do.
 */
export interface Rational {
  readonly n: bigint
  readonly d: bigint
}

export const zero: Rational = { n: 0n, d: 1n }
export const one: Rational = { n: 1n, d: 1n }
export const hundred: Rational = { n: 100n, d: 1n }

const divisor = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

const long = 1n << 192n

const reduced = (n: bigint, d: bigint): Rational => {
  if (d < long && n < long && n > -long) return { n, d }
  const by = divisor(n, d)
  return by <= 1n ? { n, d } : { n: n / by, d: d / by }
}

/** The fraction of two whole numbers. Throws RangeError where `d` is zero. */
export const rational = (n: bigint, d = 1n): Rational => {
  if (d === 0n) throw new RangeError(`${n}/0 is no number; test the divisor first.`)
  return d < 0n ? reduced(-n, -d) : reduced(n, d)
}

/** Reads a decimal of the schemas: "-2.50" is -250/100. Throws RangeError for anything else. */
export const parseDecimal = (text: string): Rational => {
  if (!/^-?\d+(?:\.\d+)?$/u.test(text))
    throw new RangeError(`"${text}" is no decimal; write digits with at most one point.`)
  const point = text.indexOf('.')
  if (point < 0) return { n: BigInt(text), d: 1n }
  return { n: BigInt(text.slice(0, point) + text.slice(point + 1)), d: 10n ** BigInt(text.length - point - 1) }
}

/** Ten to a power, negative ones included. */
export const powerOfTen = (power: number): Rational =>
  power >= 0 ? { n: 10n ** BigInt(power), d: 1n } : { n: 1n, d: 10n ** BigInt(-power) }

export const add = (a: Rational, b: Rational): Rational =>
  a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d }

export const negate = (a: Rational): Rational => ({ n: -a.n, d: a.d })

export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b))

export const multiply = (a: Rational, b: Rational): Rational => reduced(a.n * b.n, a.d * b.d)

/** Throws RangeError where `b` is zero. */
export const divide = (a: Rational, b: Rational): Rational => rational(a.n * b.d, a.d * b.n)

/** Below zero, zero or above zero, as `a` is less than, equal to or greater than `b`. */
export const compare = (a: Rational, b: Rational): number => {
  const [left, right] = a.d === b.d ? [a.n, b.n] : [a.n * b.d, b.n * a.d]
  return left < right ? -1 : left > right ? 1 : 0
}

export const equal = (a: Rational, b: Rational): boolean => compare(a, b) === 0
export const lesser = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b)
export const greater = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b)
export const sign = (a: Rational): number => (a.n < 0n ? -1 : a.n > 0n ? 1 : 0)
export const absolute = (a: Rational): Rational => (a.n < 0n ? negate(a) : a)
