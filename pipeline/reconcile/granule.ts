import type { Figure } from '../../schemas/result.ts'
import { divide, equal, greater, lesser, multiply, parseDecimal, powerOfTen, type Rational } from './rational.ts'

/** Kinds whose trailing zeros may stand for nothing: 103,000 people is a figure in thousands, 60% is not one in tens. */
const zerosMayBeEmpty: readonly string[] = ['count', 'money']

const magnitude = (decimal: string): Rational => parseDecimal(decimal.replace(/^-/u, ''))

/** Digits after the decimal point of a value, trailing zeros included. */
const fractionLength = (decimal: string): number => {
  const at = decimal.indexOf('.')
  return at < 0 ? 0 : decimal.length - at - 1
}

/** The numerals in what was written ("37%-38%" has two), each as its ASCII digits alone and as it stands. */
const numerals = (digits: string): { written: string; digits: string }[] =>
  [...digits.matchAll(/\d+(?:[.,'’\u{a0}\u{202f} ]\d+)*/gu)].map(([written]) => ({
    written,
    digits: written.replace(/\D/gu, ''),
  }))

/**
 * How many digits of the numeral stand after its decimal point. Told from the value, not from the separator, since
 * "11,238" million is 11.238 million or 11,238 million and only the value knows: value · 10^k = digits · 10^scale.
 */
const decimalsWritten = (numeral: { written: string; digits: string }, value: Rational, scale: Rational): number => {
  if (value.n === 0n) return /[.,](?<fraction>\d+)$/u.exec(numeral.written)?.groups?.fraction?.length ?? 0
  const plain = multiply({ n: BigInt(numeral.digits), d: 1n }, scale)
  for (let places = 0; places < numeral.digits.length; places += 1) {
    if (equal(multiply(value, powerOfTen(places)), plain)) return places
  }
  return -1
}

/** The step of the last written digit of one numeral, and how many digits stand after its point. */
const writtenStep = (claim: Figure, value: string, at: number): { step: Rational; places: number } => {
  const scale = powerOfTen(Number(claim.scale ?? '0'))
  const numeral = numerals(claim.digits)[at]
  const places = numeral === undefined ? -1 : decimalsWritten(numeral, magnitude(value), scale)
  if (places >= 0) return { step: divide(scale, powerOfTen(places)), places }
  // Number words ("six", "two-thirds"): the value itself shows its last digit.
  const fraction = fractionLength(value)
  return { step: fraction === 0 ? { n: 1n, d: 1n } : powerOfTen(-fraction), places: fraction }
}

const trailingZeros = (value: Rational): number => {
  let [whole, zeros] = [value.n / value.d, 0]
  while (whole !== 0n && whole % 10n === 0n) [whole, zeros] = [whole / 10n, zeros + 1]
  return zeros
}

/** Half units of time: 10.5 hours is read off a clock, not measured to a tenth. */
const isHalf = (claim: Figure, value: string): boolean => claim.kind === 'duration' && /^-?\d+\.50*$/u.test(value)

const granuleOf = (claim: Figure, value: string, at: number, cap: Rational): Rational => {
  if (isHalf(claim, value)) return { n: 1n, d: 2n }
  const { step, places } = writtenStep(claim, value, at)
  if (places > 0 || !zerosMayBeEmpty.includes(claim.kind)) return step
  const size = magnitude(value)
  return greater(step, lesser(powerOfTen(trailingZeros(size)), multiply(size, cap)))
}

/**
 * The granule: the step in which the writer counted. 16.547 million goes in thousands, 626,397 in ones, 30,000 billion
 * in 3,000 billion (its zeros count at most a tenth of it), 60% in ones; a range in the finer of its two ends.
 * Always above zero, in the unit of the value; null where the claim has no number.
 */
export const granule = (claim: Figure, cap: Rational): Rational | null => {
  if (claim.value !== null) return granuleOf(claim, claim.value, 0, cap)
  if (claim.low === null || claim.high === null) return null
  return lesser(granuleOf(claim, claim.low, 0, cap), granuleOf(claim, claim.high, 1, cap))
}
