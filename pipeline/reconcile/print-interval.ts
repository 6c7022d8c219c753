import type { ReconciliationSettings } from '../../schemas/reconciliation.ts'
import { inThrees } from '../in-threes.ts'
import { type Interval, isPoint } from './interval.ts'
import type { Placed } from './placed.ts'
import { printFixed, type Rounding, trimZeros } from './print-rational.ts'
import { absolute, compare, divide, greater, powerOfTen, type Rational } from './rational.ts'

type Print = ReconciliationSettings['print']

const suffix = (unit: string | null): string =>
  unit === 'percent' ? '%' : unit === 'percentage_point' ? ' points' : /^[A-Z]{3}$/u.test(unit ?? '') ? ` ${unit}` : ''

/** Whole digits in groups of three: "384481.5" is "384,481.5"; four digits may be a year's and stay. */
const grouped = (decimal: string): string =>
  decimal.replace(
    /^(?<sign>-?)(?<digits>\d{5,})/u,
    (_, sign: string, digits: string) => `${sign}${inThrees(digits).join(',')}`,
  )

const fixed = (value: Rational, places: number, rounding: Rounding): string =>
  grouped(printFixed(value, places, rounding))

const scaleOf = (size: Rational, unit: string | null, print: Print): Print['scales'][number] | undefined =>
  unit === 'percent' || unit === 'percentage_point'
    ? undefined
    : print.scales.find(({ power }) => compare(size, powerOfTen(power)) >= 0)

/** Places after the point that show so many digits of a number below ten to the places before it. */
const placesFor = (size: Rational, digits: number): number => {
  const wholeDigits = (size.n / size.d).toString().length
  return Math.max(0, digits - wholeDigits)
}

const laidOut = (size: Rational, unit: string | null, print: Print) => {
  const scale = scaleOf(size, unit, print)
  const by = powerOfTen(scale?.power ?? 0)
  return {
    by,
    places: placesFor(divide(size, by), print.digits),
    words: `${scale === undefined ? '' : ` ${scale.word}`}${suffix(unit)}`,
  }
}

/** A derived number as people read it: "49.04 million", "2.947%". Rounded as asked, trailing zeros left out. */
export const printNumber = (value: Rational, unit: string | null, print: Print, rounding: Rounding): string => {
  const { by, places, words } = laidOut(absolute(value), unit, print)
  const text = fixed(divide(value, by), places, rounding)
  return `${trimZeros(text)}${words}`
}

/** An interval as people read it, rounded outward: "48.881–49.040 million", "2.9466–2.9766%". */
export const printInterval = (a: Interval, unit: string | null, print: Print): string => {
  if (isPoint(a)) return printNumber(a.low, unit, print, 'nearest')
  const { by, places, words } = laidOut(greater(absolute(a.low), absolute(a.high)), unit, print)
  const between = a.high.n < 0n ? ' to ' : '–'
  return `${fixed(divide(a.low, by), places, 'down')}${between}${fixed(divide(a.high, by), places, 'up')}${words}`
}

/** A claim as its text says it: "nearly 13.4 million"; a change downwards with a minus. */
export const said = ({ claim, writing }: Placed): string => {
  const { modifier, selector } = claim
  const plain = modifier === null || modifier === 'exact' || modifier === 'range'
  const words = selector.exact.replace(/&(?:nbsp|#160|#xa0);/giu, ' ').replace(/\s+/gu, ' ')
  const sign = writing !== null && writing.high.n < 0n && !selector.exact.startsWith('-') ? '-' : ''
  return plain ? `${sign}${words}` : `${modifier.replaceAll('_', ' ')} ${sign}${words}`
}
