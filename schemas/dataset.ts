import type { ClaimRow, UnclaimedRow } from './claim.ts'
import type { DocumentRow } from './document.ts'
import type { Calibration, Check, Conflict, Hedge, LegalDocumentRow, ObservationRow, Relation } from './observation.ts'

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
