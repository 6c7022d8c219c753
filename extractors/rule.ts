import type { Kind, Modifier, SetAsideReason } from '../schemas/mention.ts'
import type { When } from './grammar/calendar.ts'
import type { NumeralReading } from './grammar/numeral.ts'
import type { Scan } from './grammar/scan.ts'

/** Words of a passage, both ends included. */
export interface WordSpan {
  readonly first: number
  readonly last: number
}

/** A number read as a claim, before its context is known. Spans are of words; `first` to `last` is the quoted expression. */
export interface Mention extends WordSpan {
  readonly kind: Kind
  readonly rule: string
  readonly value: string | null
  readonly low: string | null
  readonly high: string | null
  readonly unit: string | null
  readonly digits: string
  readonly scale: number | null
  readonly readings: readonly NumeralReading[]
  readonly modifier: Modifier | null
  /** The words of the modifier, before or after the expression. */
  readonly modifierAt: WordSpan | null
  /** The noun counted or whatever names the unit, where it stands outside the expression. */
  readonly noun: WordSpan | null
  readonly inWords: boolean
  readonly legal: LegalReading | null
}

/** A legal document's number with what stands around it. */
export interface LegalReading {
  readonly number: string
  readonly type: string | null
  readonly typeAt: WordSpan | null
  readonly issuer: string | null
  readonly issuerAt: WordSpan | null
  readonly issued: When | null
}

/** What a rule found at a number: a claim, or the reason why it is none. The words covered are read by no other rule. */
export type Finding =
  | { readonly first: number; readonly last: number; readonly rule: string; readonly mention: Mention }
  | { readonly first: number; readonly last: number; readonly rule: string; readonly reason: SetAsideReason }

/** What a rule may look at. */
export interface Reading {
  readonly scan: Scan
  /** Dates and periods of the passage, by each of their words. */
  readonly whenOf: ReadonlyMap<number, When>
  /** First word that no finding covers yet: nothing before it may be taken. */
  readonly from: number
}

/**
 * A rule: one kind of claim, or one reason to set a number aside. It is asked at a number (or at a word that may begin one) and
 * answers null where the number is not its own. Its name is public, stable data.
 */
export interface Rule {
  readonly name: string
  /** True where the rule also reads numbers in words. */
  readonly inWords: boolean
  read(reading: Reading, at: number): Finding | null
}
