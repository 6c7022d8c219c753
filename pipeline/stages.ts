import type { CompiledCatalog } from '../catalog/compile.ts'
import type { Decision } from '../schemas/decision.ts'
import type { SourceFile, SourceList } from '../schemas/document.ts'
import type { ParsedDocument } from '../schemas/passage.ts'
import type { DocumentFigures, DocumentResult } from '../schemas/result.ts'
import type { FoundSource, Unreadable } from './read/found-source.ts'
import type { Reconciliation } from './reconcile/reconcile.ts'

/**
 * The stages as `run` calls them. `extract` is the one seam behind which documents are processed: a pure function of one document
 * and the catalog, so that workers, time limits or other engines can stand there. Tests put doubles here.
 */
export interface Stages {
  /** The catalog of a folder, or the one that comes with the package. Throws CatalogError. */
  readonly load: (folder?: string) => Promise<CompiledCatalog>
  readonly find: (inputs: readonly string[]) => Promise<{
    readonly sources: readonly FoundSource[]
    readonly problems: readonly Unreadable[]
    /** Folders left out because they hold a dataset. */
    readonly datasets: readonly string[]
  }>
  /** Throws an Error whose message says why the file cannot be read. */
  readonly read: (source: FoundSource) => Promise<SourceFile>
  /** A text as passages, for showing it again as it was read. */
  readonly parse: (text: string) => ParsedDocument
  readonly extract: (source: SourceFile, catalog: CompiledCatalog) => DocumentResult | Promise<DocumentResult>
  readonly reconcile: (
    results: readonly DocumentFigures[],
    facts: SourceList,
    catalog: CompiledCatalog,
    decisions: readonly Decision[],
  ) => Reconciliation
}
