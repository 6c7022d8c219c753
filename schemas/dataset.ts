import type { ClaimRow, UnclaimedRow } from './claim.ts'
import type { DocumentRow } from './document.ts'
import type { Calibration, Check, Conflict, Hedge, LegalDocumentRow, ObservationRow, Relation } from './observation.ts'

/** Rows one after the other, wherever they are: an array is such, and so are rows that are read from a file when they are asked for. */
export interface Rows<Row> extends Iterable<Row> {
  readonly length: number
  /** The row at a place, from 0; undefined where there is none. */
  readonly at: (index: number) => Row | undefined
}

/** Everything a run publishes, table by table, rows in their final order. */
export interface Dataset {
  readonly claims: readonly ClaimRow[]
  readonly observations: readonly ObservationRow[]
  readonly relations: readonly Relation[]
  readonly conflicts: readonly Conflict[]
  readonly checks: readonly Check[]
  readonly documents: readonly DocumentRow[]
  readonly legal_documents: readonly LegalDocumentRow[]
  readonly unclaimed: readonly UnclaimedRow[]
  readonly hedges: readonly Hedge[]
  readonly calibration: readonly Calibration[]
}

/** The tables of a dataset too large for memory. A `Dataset` is one too. */
export type DatasetRows = { readonly [Name in keyof Dataset]: Rows<Dataset[Name][number]> }
