import { createHash } from 'node:crypto'
import type { CompiledCatalog } from '../catalog/compile.ts'
import type { Claim } from '../schemas/claim.ts'
import type { Decision } from '../schemas/decision.ts'
import type { SourceList } from '../schemas/document.ts'
import type { DocumentResult } from '../schemas/result.ts'
import { groupBy } from './group-by.ts'
import { localStages } from './local-stages.ts'
import type { Reconciliation } from './reconcile/reconcile.ts'
import { type RunOptions, type RunResult, runWith } from './run.ts'

export type { Claim, ClaimRow, UnclaimedRow } from '../schemas/claim.ts'
export type { Dataset } from '../schemas/dataset.ts'
export type { Decision } from '../schemas/decision.ts'
export type { DocumentRow, SourceFacts, SourceList } from '../schemas/document.ts'
export type { Check, Conflict, LegalDocumentRow, Observation, Relation } from '../schemas/observation.ts'
export type { DocumentResult } from '../schemas/result.ts'
export type { Reconciliation } from './reconcile/reconcile.ts'
export { type Batch, type PartFolder, reconcileParts, spreadClaims } from './reconcile-by-parts.ts'
export type { RunOptions, RunResult } from './run.ts'
export { UserError } from './user-error.ts'

/** A catalog: the folder of one, or one that was loaded with `loadCatalog` of this module; without it the one of the package. */
export interface CatalogOption {
  readonly catalog?: string | CompiledCatalog
}

export interface ExtractOptions extends CatalogOption {
  /** Name of the document; "text" without it. Ids of claims depend on it. */
  readonly name?: string
  /** Path to be shown as the claims' source; the name without it. */
  readonly path?: string
}

export interface ReconcileOptions extends CatalogOption {
  /** What is known of the documents, by name. */
  readonly sources?: SourceList
  /** Rulings of reviewers. */
  readonly decisions?: readonly Decision[]
}

/**
 * Loads a catalog once, for many calls. Without a folder, the one that comes with the package.
 * Throws CatalogError with every mistake in its files: file, line, column and mend.
 */
export const loadCatalog = (folder?: string): Promise<CompiledCatalog> => localStages.load(folder)

let usual: Promise<CompiledCatalog> | null = null

const catalogOf = async ({ catalog }: CatalogOption): Promise<CompiledCatalog> => {
  if (typeof catalog === 'string') return loadCatalog(catalog)
  if (catalog !== undefined) return catalog
  usual ??= loadCatalog()
  return usual
}

/**
 * Extracts one text: its claims in reading order, the runs with digits that are no claim with the reason, and the links between legal
 * documents that it states. Values are strings of decimal digits: percent in percent, counts in units, money in whole currency
 * units. Offsets are Unicode code points of `text`, end exclusive; a byte-order mark at its start is no part of it.
 *
 * Any text is taken; throws only for a wrong catalog (CatalogError).
 */
export const extractDocument = async (text: string, options: ExtractOptions = {}): Promise<DocumentResult> => {
  const name = options.name ?? 'text'
  const bytes = Buffer.from(text, 'utf8')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const source = { name, path: options.path ?? name, sha256, bytes: bytes.length, text: text.replace(/^\uFEFF/u, '') }
  return localStages.extract(source, await catalogOf(options))
}

const documentOf = (document: string, claims: readonly Claim[]): DocumentResult => {
  const { path, sha256 } = claims[0]!.source
  const unsaid = { format: 'plain', lang: null, title: null, dateline: null, place: null } as const
  return {
    document,
    path,
    sha256,
    bytes: 0,
    chars: 0,
    ...unsaid,
    claims,
    unclaimed: [],
    legalLinks: [],
    legalStatements: [],
  }
}

/**
 * Reconciles claims of any number of documents: which speak of the same figure, how they stand to each other, what arithmetic says of
 * them, and which value stands. Claims of a document must stand in reading order; the order of documents does not matter.
 *
 * Gives a placement for each claim (by id), the tables of observations, relations, conflicts, checks, hedges and calibration, and who
 * stands behind each document. Throws DecisionError where a ruling no longer fits, CatalogError for a wrong catalog.
 */
export const reconcile = async (claims: readonly Claim[], options: ReconcileOptions = {}): Promise<Reconciliation> => {
  const documents = [...groupBy(claims, ({ document }) => document)].map(([name, own]) => documentOf(name, own))
  return localStages.reconcile(documents, options.sources ?? {}, await catalogOf(options), options.decisions ?? [])
}

/**
 * Runs everything over files, folders and globs, and writes the dataset where `out` is given: see RunOptions and RunResult.
 *
 * Throws UserError where nothing is found, or where `out` is refused or cannot be written, and CatalogError for a wrong catalog.
 * A document that cannot be read is no error: it stands in `unreadable` with the reason.
 */
export const run = (options: RunOptions): Promise<RunResult> => runWith(localStages, options)
