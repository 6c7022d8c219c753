import type { Claim, UnclaimedRow } from './claim.ts'
import type { LegalLink, LegalStatement } from './observation.ts'

/**
 * What one document gives, a pure function of its bytes, the catalog and the version: its claims in reading order,
 * the runs with digits that are no claim, and what it states of legal documents: links between them, titles, days from which they are in force.
 */
export interface DocumentResult {
  readonly document: string
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  /** Length of the decoded text in code points. */
  readonly chars: number
  readonly format: 'plain' | 'markdown' | 'html'
  readonly lang: string | null
  readonly title: string | null
  /** Date of the text as the text gives it (EDTF). */
  readonly dateline: string | null
  /** Place the text as a whole speaks of (ISO 3166). */
  readonly place: string | null
  readonly claims: readonly Claim[]
  readonly unclaimed: readonly UnclaimedRow[]
  readonly legalLinks: readonly LegalLink[]
  readonly legalStatements: readonly LegalStatement[]
}

/** A claim without the words and the steps that it rests on: what reconciling asks of it. */
export type Figure = Omit<Claim, 'evidence' | 'steps'>

/** A document as reconciling takes it. A `DocumentResult` is one too. */
export type DocumentFigures = Pick<DocumentResult, 'document' | 'dateline'> & { readonly claims: readonly Figure[] }
