import { amountAt } from './amount.ts'
import { opensPhrase } from './noun.ts'
import type { Scan } from './scan.ts'
import type { Amount } from './written-amount.ts'

/** What a number is measured in, where a sign or a word says so right beside it. */
export interface Measured {
  readonly kind: 'percent' | 'money' | 'duration' | 'quantity' | 'times'
  readonly unit: string
  /** Last word of the unit. */
  readonly last: number
}

/** An amount with the unit beside it: words[first] to words[last]. */
export interface Expression {
  readonly amount: Amount
  readonly first: number
  readonly last: number
  readonly measured: Measured | null
}

const unitKind = (scan: Scan, id: string): 'money' | 'duration' | 'quantity' | 'count' | null =>
  (scan.language.units.get(id)?.kind as 'money' | 'duration' | 'quantity' | 'count' | undefined) ?? null

/**
 * A letter alone is a currency's sign before a number of some length only: "R5 600", "P27.58", "R2 billion" are money; a road,
 * a rate of infection and a share explained are named alike ("R27 was shut", "an R0 of 2.5", "R2 = 0.87").
 */
const isSum = (written: string, amount: Amount): boolean =>
  !/^\p{L}$/u.test(written) || (/^\p{Lu}$/u.test(written) && (amount.scaled || amount.digits.length > 2))

/** Unit right before a number: "US$2.41 billion", "VND 395 trillion", "₱ 2.4 million". */
const unitBefore = (scan: Scan, amount: Amount): { unit: string; first: number } | null => {
  const at = amount.first
  const hit = scan.to('sign_before', at - 1)
  if (hit === undefined || scan.breaks(at)) return null
  if (!isSum(scan.slice(hit.first, hit.last), amount)) return null
  return { unit: hit.value, first: hit.first }
}

/** Unit right after the word `last`: a percent sign, a currency, a unit of time or measure, "times". */
const unitAfter = (scan: Scan, last: number): Measured | null => {
  const at = last + 1
  if (at >= scan.words.length || scan.breaks(at)) return null
  const percent = scan.from('percent', at)
  if (percent !== undefined) return { kind: 'percent', unit: percent.value, last: percent.last }
  const sign = scan.from('sign_after', at)
  const word = opensPhrase(scan, at) ? undefined : scan.from('unit', at)
  const best = sign !== undefined && (word === undefined || sign.last >= word.last) ? sign : word
  if (best !== undefined) {
    const kind = unitKind(scan, best.value)
    // A letter that is a unit stands right after the digits or alone: "16 m" and "16m", never "16 M people".
    if (kind === 'money' || kind === 'duration' || kind === 'quantity')
      return { kind, unit: best.value, last: best.last }
  }
  const times = scan.from('times', at)
  if (times !== undefined) return { kind: 'times', unit: 'times', last: times.last }
  return null
}

/** The expression whose number begins at words[at]. */
export const expressionAt = (scan: Scan, at: number): Expression | null => {
  const amount = amountAt(scan, at)
  if (amount === null) return null
  const before = amount.inWords ? null : unitBefore(scan, amount)
  // "2-day", "60-year-old": a hyphen joins number and unit.
  let after = unitAfter(scan, amount.last)
  if (after === null && scan.norm(amount.last + 1) === '-' && scan.words[amount.last + 1]!.joined) {
    const hyphened = unitAfter(scan, amount.last + 1)
    if (hyphened !== null && hyphened.kind !== 'times') after = hyphened
  }
  if (before !== null && (after === null || after.kind !== 'percent')) {
    // "VND54.6 trillion": the sign before decides; the same currency once more after it belongs to it ("US$5 million dollars").
    const last = after !== null && after.kind === 'money' && after.unit === before.unit ? after.last : amount.last
    return {
      amount,
      first: before.first,
      last,
      measured: { kind: unitKind(scan, before.unit) === 'money' ? 'money' : 'quantity', unit: before.unit, last },
    }
  }
  return { amount, first: amount.first, last: after?.last ?? amount.last, measured: after }
}
