import { type Field, fieldsOf, figureFields, isRowRight, legalFields } from './agree.ts'
import type { Outcome } from './match.ts'

/** Counts over some outcomes, and the ratios of them. Ratios are null where there is nothing to divide by. */
export interface Tally {
  readonly core: number
  readonly found: number
  readonly rows: number
  readonly extra: number
  readonly incidental: number
  /** Field -> how often right, of how many. */
  readonly fields: ReadonlyMap<Field, readonly [number, number]>
}

export const tally = (outcomes: Iterable<Outcome>): Tally => {
  const counts = { core: 0, found: 0, rows: 0, extra: 0, incidental: 0 }
  const fields = new Map<Field, [number, number]>([...figureFields, ...legalFields].map((field) => [field, [0, 0]]))
  for (const outcome of outcomes) {
    if (outcome.is === 'extra') counts.extra += 1
    else if (outcome.is === 'incidental') counts.incidental += 1
    else counts.core += 1
    if (outcome.is !== 'met') continue
    counts.found += 1
    if (isRowRight(outcome.wrong)) counts.rows += 1
    for (const field of fieldsOf(outcome.mention)) {
      const count = fields.get(field)!
      count[1] += 1
      if (!outcome.wrong.includes(field)) count[0] += 1
    }
  }
  return { ...counts, fields }
}

export const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

export interface Score {
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number
}

const score = (hits: number, { core, found, extra }: Tally): Score => {
  const precision = ratio(hits, found + extra)
  const recall = ratio(hits, core)
  return { precision, recall, f1: precision && recall ? (2 * precision * recall) / (precision + recall) : 0 }
}

/** Finding the core mentions, whatever their fields. */
export const detection = (counts: Tally): Score => score(counts.found, counts)

/** Finding them with every field of the row right. */
export const rowScore = (counts: Tally): Score => score(counts.rows, counts)
