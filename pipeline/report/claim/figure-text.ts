import type { ClaimRow } from '../../../schemas/claim.ts'
import type { Words } from '../words.ts'

type Figure = Pick<ClaimRow, 'value' | 'low' | 'high' | 'unit' | 'number' | 'selector'>

/** The value of a claim as it was read: "16,547,000 person", "37–38%"; the number of a legal document. */
export const figureText = ({ value, low, high, unit, number, selector }: Figure, words: Words): string => {
  if (value !== null) return words.amount(value, unit)
  if (low !== null && high !== null) return `${words.figure(low)}–${words.amount(high, unit)}`
  return number ?? selector.exact
}

/** What the digits of a claim mean: "16,546,500 to 16,547,500 person, ends included". */
export const intervalText = (
  { e_low, e_high, e_open, unit }: Pick<ClaimRow, 'e_low' | 'e_high' | 'e_open' | 'unit'>,
  words: Words,
): string | null =>
  e_low === null || e_high === null || e_open === null
    ? null
    : `${e_open[0]}${words.figure(e_low)}; ${words.amount(e_high, unit)}${e_open[1]}`
