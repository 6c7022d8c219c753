import type { PassageReading } from '../extract/read-passage.ts'

type Separator = '.' | ','

/** How often the numerals of a text that can be read in one way only use a separator as a decimal mark, and between thousands. */
export interface SeparatorProfile {
  readonly decimal: Readonly<Record<Separator, number>>
  readonly thousands: Readonly<Record<Separator, number>>
}

const numerals = /\d+(?:[.,]\d+)*/gu
const groups = /^\d{1,3}(?:(?<mark>[.,])\d{3})(?:\k<mark>\d{3})*/u
const fraction = /^\d+(?<mark>[.,])(?!\d{3}$)\d+$/u

/** The marks of one numeral: "12,941,196" and "1,250.5" group with a comma, "2.96" has a decimal point; "1,250" alone tells nothing. */
const marksOf = (numeral: string): { decimal: Separator | null; thousands: Separator | null } => {
  const single = fraction.exec(numeral)?.groups?.mark as Separator | undefined
  if (single !== undefined) return { decimal: single, thousands: null }
  const mark = groups.exec(numeral)?.groups?.mark as Separator | undefined
  const marks = numeral.replace(/\d/gu, '')
  if (mark === undefined || marks.length < 2) return { decimal: null, thousands: null }
  const last = marks.at(-1) as Separator
  return last === mark ? { decimal: null, thousands: mark } : { decimal: last, thousands: mark }
}

/** What the numerals of a text look like where they leave no doubt. Numbers of legal documents do not count. */
export const separatorProfile = (readings: readonly PassageReading[]): SeparatorProfile => {
  const profile = { decimal: { '.': 0, ',': 0 }, thousands: { '.': 0, ',': 0 } }
  for (const { mentions } of readings) {
    for (const { digits, kind, inWords } of mentions) {
      if (kind === 'legal_document' || inWords) continue
      for (const [numeral] of digits.matchAll(numerals)) {
        const { decimal, thousands } = marksOf(numeral)
        if (decimal !== null) profile.decimal[decimal] += 1
        if (thousands !== null) profile.thousands[thousands] += 1
      }
    }
  }
  return profile
}

const other: Readonly<Record<Separator, Separator>> = { '.': ',', ',': '.' }

/** Numerals that speak for each reading of one that is written with this separator: "2,96" says that a point stands between thousands. */
export const votesFor = (
  separator: Separator,
  { decimal, thousands }: SeparatorProfile,
): Readonly<Record<'thousands' | 'decimal', number>> => ({
  decimal: decimal[separator] + thousands[other[separator]],
  thousands: thousands[separator] + decimal[other[separator]],
})
