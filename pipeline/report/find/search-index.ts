import type { ClaimRow } from '../../../schemas/claim.ts'
import type { DocumentRow } from '../../../schemas/document.ts'
import type { Site } from '../site.ts'
import type { FoundDocument, IndexPart } from './index-shape.ts'

/** What search and citation know of a document. */
export const foundDocument = (row: DocumentRow): FoundDocument => ({
  document: row.document,
  title: row.title?.replace(/\s+/gu, ' ').trim() || row.document,
  publisher: row.publisher,
  published: row.published,
  url: row.url,
  path: row.path,
  sha256: row.sha256,
})

const plainValue = ({ value, low, high, number }: ClaimRow): string =>
  value ?? (low === null && high === null ? (number ?? '') : `${low ?? ''}..${high ?? ''}`)

/** Claims as a part of the search index; a sentence that several of them stand in is written once. */
export const indexPart = (
  claims: readonly ClaimRow[],
  site: Site,
  documentAt: ReadonlyMap<string, number>,
): IndexPart => {
  const sentences = new Map<string, number>()
  const sentenceOf = ({ sentence, document }: ClaimRow): number => {
    // By place and not by words: the same words may stand in two documents, and one of them may be found by its title.
    const key = `${document}\n${sentence.start}`
    const known = sentences.get(key)
    if (known !== undefined) return known
    sentences.set(key, sentences.size)
    texts.push(sentence.exact)
    return sentences.size - 1
  }
  const texts: string[] = []
  const observation = ({ observation_id }: ClaimRow) =>
    observation_id === null ? undefined : site.observations.get(observation_id)
  const column = <Value>(of: (claim: ClaimRow) => Value): Value[] => claims.map(of)
  return {
    id: column(({ id }) => id),
    page: column(({ id }) => site.pages.ofClaim.get(id)!),
    document: column(({ document }) => documentAt.get(document)!),
    kind: column(({ kind }) => kind),
    indicator: column(({ indicator }) => indicator),
    subject: column(({ subject }) => subject),
    exact: column(({ selector }) => selector.exact),
    start: column(({ selector }) => selector.start),
    end: column(({ selector }) => selector.end),
    digits: column(({ digits }) => digits),
    value: column(plainValue),
    unit: column(({ unit }) => unit),
    status: column(({ status }) => status),
    period: column(({ period }) => period),
    until: column(({ period_end, period }) => period_end ?? period?.split('/').at(-1) ?? null),
    place: column(({ place }) => place),
    grade: column((claim) => observation(claim)?.grade ?? null),
    flags: column((claim) => [...new Set([...claim.flags, ...(observation(claim)?.flags ?? [])])].sort().join(';')),
    sentence: column(sentenceOf),
    at: column(({ selector, sentence }) => Math.max(0, selector.start - sentence.start)),
    sentences: texts,
  }
}
