import type { Decision } from '../../schemas/decision.ts'
import type { SourceList } from '../../schemas/document.ts'
import type { DocumentFigures } from '../../schemas/result.ts'
import type { Knowledge } from './knowledge.ts'
import { placeCorpus } from './place-corpus.ts'
import { type ReconciledTables, reconcilePlaced } from './reconcile-placed.ts'
import type { Source } from './source.ts'

/** What reconciling comes to. */
export interface Reconciliation extends ReconciledTables {
  /** Document -> who stands behind it, when it was written, and the report it is a copy of. */
  readonly sources: ReadonlyMap<string, Source>
}

/**
 * Reconciles the claims of all documents: groups them by key, relates every pair, checks them by arithmetic, and
 * publishes one value a key with the rule that chose it. Pure: the order of documents, and copies of them, change
 * nothing but counts. Never averages, never drops a claim, never invents a number.
 *
 * `facts` are by name of document. Throws DecisionError where a ruling no longer fits.
 */
export const reconcile = (
  results: readonly DocumentFigures[],
  facts: SourceList,
  catalog: Knowledge,
  decisions: readonly Decision[] = [],
): Reconciliation => {
  const { placed, sources } = placeCorpus(results, facts, catalog)
  return { ...reconcilePlaced(placed, catalog, decisions), sources }
}
