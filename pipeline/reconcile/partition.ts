import { createHash } from 'node:crypto'
import type { Figure } from '../../schemas/result.ts'
import type { KeyParts } from './key.ts'
import { keyOf } from './key.ts'
import type { Knowledge } from './knowledge.ts'
import { linkedIndicators } from './linked-indicators.ts'
import { type Placed, placeClaim } from './placed.ts'
import type { Source } from './source.ts'

/**
 * A placed claim as plain data, to be kept between two passes over a corpus too large for memory: first every document
 * is placed alone and its claims written out by part, then each part is read back and reconciled (`reconcilePlaced`).
 */
export interface PlacedRecord {
  readonly claim: Figure
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
export const partOf = ({ claim }: Pick<PlacedRecord, 'claim'>): string => claim.place ?? `document ${claim.document}`

/** Parts that claims which nothing joins are spread over: enough to be small, few enough to be worth a round each. */
const looseParts = 64

const looseOf = (name: string): string =>
  String(createHash('sha256').update(name).digest().readUInt32BE(0) % looseParts)

/**
 * Names smaller parts, for a place with too many claims to be held at once: the indicators that the catalog relates to the claim's own. An
 * indicator that it relates to none is parted by facet. A claim of no indicator goes with its text, unless it is a share of what an indicator
 * counts ("9% of the participants nationwide").
 */
export const finerPartOf = (
  knowledge: Knowledge,
): ((record: Pick<PlacedRecord, 'claim' | 'facet' | 'alone'>) => string) => {
  const linked = linkedIndicators(knowledge)
  return ({ claim, facet, alone }) => {
    const { indicator, of, document } = claim
    const own = indicator === null ? `document ${looseOf(document)}` : `${indicator} ${looseOf(`${facet}|${alone}`)}`
    return `${partOf({ claim })} ${linked(indicator ?? of ?? '') ?? own}`
  }
}

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
