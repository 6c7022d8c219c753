/**
 * Exact arithmetic on decimal strings. Values never pass through binary floating point:
 * "16.547" with six places is "16547000".
 */

/** A text without the given character at its end, however often it stands there. */
const withoutEnd = (text: string, character: string): string => {
  let end = text.length
  while (end > 0 && text[end - 1] === character) end -= 1
  return text.slice(0, end)
}

const trimmed = (whole: string, fraction: string): string => {
  const digits = whole.replace(/^0+(?=\d)/u, '')
  const rest = withoutEnd(fraction, '0')
  return rest === '' ? digits : `${digits}.${rest}`
}

/** Moves the decimal point `power` places to the right. */
export const scaleDecimal = (decimal: string, power: number): string => {
  const negative = decimal.startsWith('-')
  const [whole = '0', fraction = ''] = (negative ? decimal.slice(1) : decimal).split('.')
  let result: string
  if (power >= 0) {
    const padded = fraction.padEnd(power, '0')
    result = trimmed(whole + padded.slice(0, power), padded.slice(power))
  } else {
    const padded = whole.padStart(1 - power, '0')
    result = trimmed(padded.slice(0, power), padded.slice(power) + fraction)
  }
  return negative && result !== '0' ? `-${result}` : result
}

const parts = (decimal: string): { units: bigint; places: number } => {
  const [whole = '0', fraction = ''] = decimal.split('.')
  return { units: BigInt(whole + fraction), places: fraction.length }
}

const align = (a: string, b: string): [bigint, bigint, number] => {
  const left = parts(a)
  const right = parts(b)
  const places = Math.max(left.places, right.places)
  return [left.units * 10n ** BigInt(places - left.places), right.units * 10n ** BigInt(places - right.places), places]
}

const fromUnits = (units: bigint, places: number): string => scaleDecimal(units.toString(), -places)

/** Whole numbers without zeros in front: the longer is the larger. */
const plain = /^(?:0|[1-9]\d*)$/u

/** Negative where a < b, 0 where equal, positive where a > b. */
export const compareDecimal = (a: string, b: string): number => {
  if (plain.test(a) && plain.test(b)) return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)
  const [left, right] = align(a, b)
  return left < right ? -1 : left > right ? 1 : 0
}

export const addDecimal = (a: string, b: string): string => {
  const [left, right, places] = align(a, b)
  return fromUnits(left + right, places)
}

/** a / b in percent, rounded half up to `places` decimals. */
export const percentDecimal = (a: string, b: string, places: number): string | null => {
  const [left, right] = align(a, b)
  if (right === 0n) return null
  const scale = 10n ** BigInt(places)
  const scaled = (left * 100n * scale * 2n + right) / (right * 2n)
  return fromUnits(scaled, places)
}
