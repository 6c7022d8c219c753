import type { Claim } from '../../schemas/claim.ts'
import type { KeyParts } from './key.ts'
import { keyOf } from './key.ts'
import type { Knowledge } from './knowledge.ts'
import { type Placed, placeClaim } from './placed.ts'
import type { Source } from './source.ts'

/**
 * A placed claim as plain data, to be kept between two passes over a corpus too large for memory: first every document
 * is placed alone and its claims written out by part, then each part is read back and reconciled (`reconcilePlaced`).
 */
export interface PlacedRecord {
  readonly claim: Claim
  readonly source: Source
  readonly order: number
  readonly facet: string | null
  readonly alone: string | null
  readonly adopted: string | null
  readonly instrument: string | null
  readonly flags: readonly string[]
}

/**
 * Name of the part of a corpus that a claim is reconciled in: its place. All that pairs with it is there, and all
 * arithmetic that it enters, but for shares of the place that its own is part of. A claim of no place stays with its text.
 */
export const partOf = ({ claim }: Placed): string => claim.place ?? `document ${claim.document}`

export const toRecord = ({ claim, source, order, parts, adopted, instrument, flags }: Placed): PlacedRecord => ({
  claim,
  source,
  order,
  facet: parts?.facet ?? null,
  alone: parts?.alone ?? null,
  adopted,
  instrument,
  flags,
})

/** The placed claim again. Intervals and periods follow from the claim; what its document decided comes from the record. */
export const fromRecord = (record: PlacedRecord, knowledge: Knowledge): Placed => {
  const { claim, source, order, facet, alone, adopted, instrument, flags } = record
  const placed = placeClaim(claim, order, source, knowledge)
  const parts: KeyParts | null = placed.parts === null ? null : { ...placed.parts, facet, alone }
  return { ...placed, parts, key: parts === null ? null : keyOf(parts), adopted, instrument, flags }
}
