import type { SourceList } from '../../schemas/document.ts'
import type { DocumentFigures } from '../../schemas/result.ts'
import type { Knowledge } from './knowledge.ts'
import { placeDocument } from './place-document.ts'
import type { Placed } from './placed.ts'
import { reportsOf } from './report.ts'
import { type Source, sourceOf } from './source.ts'

/** All claims in their place, documents in order of their names, claims in reading order; and who stands behind each text. */
export interface PlacedCorpus {
  readonly placed: readonly Placed[]
  readonly sources: ReadonlyMap<string, Source>
}

const byName = (a: DocumentFigures, b: DocumentFigures): number =>
  a.document < b.document ? -1 : a.document > b.document ? 1 : 0

/** Places every document alone; only which of them are copies of one report is asked of all together. */
export const placeCorpus = (
  results: readonly DocumentFigures[],
  facts: SourceList,
  knowledge: Knowledge,
): PlacedCorpus => {
  const sorted = results.toSorted(byName)
  const reports = reportsOf(sorted, facts, knowledge.reconciliation)
  const sources = new Map(
    sorted.map((result) => [result.document, sourceOf(result, facts, knowledge, reports.get(result.document))]),
  )
  return {
    placed: sorted.flatMap((result) => placeDocument(result, sources.get(result.document)!, knowledge)),
    sources,
  }
}
