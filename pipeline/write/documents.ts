import type { DocumentRow, SourceFacts } from '../../schemas/document.ts'
import type { DocumentResult } from '../../schemas/result.ts'

/** Who stands behind a document and when it was written, as reconciling made it out of facts and text. */
export type Standing = Pick<
  DocumentRow,
  'origin' | 'origin_class' | 'asserted_not_before' | 'asserted_not_after' | 'page_date_trusted'
> & { readonly report: string }

/** The row of a document: what reading gave, then what is known of its source. What is known goes before what was read. */
export const documentRow = (
  result: DocumentResult,
  facts: SourceFacts | undefined,
  standing: Standing,
): DocumentRow => ({
  document: result.document,
  path: result.path,
  sha256: result.sha256,
  bytes: result.bytes,
  chars: result.chars,
  format: result.format,
  lang: facts?.lang ?? result.lang,
  title: facts?.title ?? result.title,
  dateline: result.dateline,
  place: result.place,
  url: facts?.url ?? null,
  publisher: facts?.publisher ?? null,
  origin: standing.origin,
  origin_class: standing.origin_class,
  published: facts?.published ?? null,
  published_rule: facts?.published_rule ?? null,
  asserted_not_before: standing.asserted_not_before,
  asserted_not_after: standing.asserted_not_after,
  translated: facts?.translated ?? null,
  report_cluster: standing.report,
  event: facts?.event ?? null,
  page_date_trusted: standing.page_date_trusted,
  claims: result.claims.length,
  unclaimed: result.unclaimed.length,
})
