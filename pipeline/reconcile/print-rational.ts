import { absolute, compare, multiply, powerOfTen, type Rational } from './rational.ts'

/** Where a digit that does not fit goes. Intervals are printed outward: the lower end down, the upper end up. */
export type Rounding = 'down' | 'up' | 'nearest'

const floor = (n: bigint, d: bigint): bigint => (n < 0n ? -((-n + d - 1n) / d) : n / d)

const whole = (value: Rational, rounding: Rounding): bigint => {
  if (rounding === 'down') return floor(value.n, value.d)
  if (rounding === 'up') return -floor(-value.n, value.d)
  return floor(2n * value.n + value.d, 2n * value.d)
}

/** A decimal without the zeros that end its fraction: "2.50" is "2.5", "3.00" is "3". */
export const trimZeros = (decimal: string): string => {
  if (!decimal.includes('.')) return decimal
  let end = decimal.length
  while (decimal[end - 1] === '0') end -= 1
  return decimal.slice(0, decimal[end - 1] === '.' ? end - 1 : end)
}

const withPoint = (units: bigint, places: number): string => {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0')
  const point = digits.length - places
  return `${units < 0n ? '-' : ''}${digits.slice(0, point)}${places > 0 ? `.${digits.slice(point)}` : ''}`
}

/** A decimal with exactly so many places after the point: "49.040". */
export const printFixed = (value: Rational, places: number, rounding: Rounding): string =>
  withPoint(whole(multiply(value, powerOfTen(places)), rounding), places)

/** A decimal with at most so many places after the point; trailing zeros are left out. */
export const printPlaces = (value: Rational, places: number, rounding: Rounding = 'nearest'): string =>
  trimZeros(printFixed(value, places, rounding))

/** A decimal with at most so many significant digits; whole digits are never cut off, only rounded to zeros. */
export const printSignificant = (value: Rational, digits: number, rounding: Rounding = 'nearest'): string => {
  if (value.n === 0n) return '0'
  const size = absolute(value)
  let exponent = size.n.toString().length - size.d.toString().length
  if (compare(size, powerOfTen(exponent)) < 0) exponent -= 1
  const places = digits - 1 - exponent
  const units = whole(multiply(value, powerOfTen(places)), rounding)
  return places >= 0 ? trimZeros(withPoint(units, places)) : (units * 10n ** BigInt(-places)).toString()
}

/** The value in all its digits, or null where it has no end (1/3). */
export const exactDecimal = (value: Rational): string | null => {
  let [d, places] = [value.d / 1n, 0]
  const reducedBy = (factor: bigint): number => {
    let count = 0
    while (d % factor === 0n) [d, count] = [d / factor, count + 1]
    return count
  }
  places = Math.max(reducedBy(2n), reducedBy(5n))
  if (d !== 1n && value.n % d !== 0n) return null
  return printPlaces(value, places)
}
