import type { DocumentFigures } from '../../schemas/result.ts'
import { withFacets } from './facet.ts'
import { withInstruments } from './instrument.ts'
import type { Knowledge } from './knowledge.ts'
import { type Placed, placeClaims } from './placed.ts'
import type { Source } from './source.ts'

/** All claims of one document in their place, in reading order: intervals, normal periods, instruments, facets, key. */
export const placeDocument = (result: DocumentFigures, source: Source, knowledge: Knowledge): Placed[] =>
  placeTogether(placeClaims(result, source, knowledge), knowledge)

/** What the place of a claim takes from the others of its document, for claims placed one by one. */
export const placeTogether = (placed: readonly Placed[], knowledge: Knowledge): Placed[] =>
  withFacets(withInstruments(placed), knowledge)
