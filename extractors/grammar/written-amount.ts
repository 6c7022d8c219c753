import type { NumeralReading } from './numeral.ts'

/** A number with its scale words: words[first] to words[last]. */
export interface Amount {
  readonly first: number
  readonly last: number
  /** The value under the locale's reading, scale included. */
  readonly value: string
  /** The numeral as written, scale words left out. */
  readonly digits: string
  /** Power of ten of the scale words, 0 where there are none. */
  readonly scale: number
  readonly scaled: boolean
  readonly grouped: boolean
  /** True for a number in words. */
  readonly inWords: boolean
  /** Both readings with the scale in, where the separator is ambiguous; else one. */
  readonly readings: readonly NumeralReading[]
}
