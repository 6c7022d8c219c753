import type { ClaimRow } from '../../../schemas/claim.ts'
import type { Site } from '../site.ts'
import { dataParts } from './data-part.ts'
import type { FindData, PartFile } from './index-shape.ts'
import { foundDocument, indexPart } from './search-index.ts'

/** Records of claims.csv as they stand there. */
export interface ClaimRecords {
  readonly header: string
  readonly record: (claim: ClaimRow) => string
}

/** What the find page of every language shares: the files are written once. */
export type FindFiles = Pick<FindData, 'documents' | 'index' | 'records' | 'header' | 'claims'>

const indexWeight = ({ sentence, subject, selector }: ClaimRow): number =>
  200 + sentence.exact.length + (subject?.length ?? 0) + 2 * selector.exact.length

/** Writes the data that the find page loads, part by part, and says what the parts are. */
export const writeFind = async (
  site: Site,
  { header, record }: ClaimRecords,
  write: (path: string, pieces: Iterable<string>) => Promise<unknown>,
): Promise<FindFiles> => {
  const { documents, claims } = site.dataset
  const documentAt = new Map<string, number>()
  for (const { document } of documents) documentAt.set(document, documentAt.size)
  const files: { documents: PartFile[]; index: PartFile[]; records: (PartFile & { claims: number })[] } = {
    documents: [],
    index: [],
    records: [],
  }
  for (const { path, sha256, script } of dataParts(
    'documents',
    documents,
    (own) => own.map(foundDocument),
    () => 400,
  )) {
    await write(path, [script])
    files.documents.push({ path, sha256 })
  }
  for (const { path, sha256, script } of dataParts(
    'index',
    claims,
    (own) => indexPart(own, site, documentAt),
    indexWeight,
  )) {
    await write(path, [script])
    files.index.push({ path, sha256 })
  }
  for (const { path, sha256, script, rows } of dataParts(
    'records',
    claims,
    (own) => own.map(record),
    () => 2_500,
  )) {
    await write(path, [script])
    files.records.push({ path, sha256, claims: rows.length })
  }
  return { ...files, header, claims: claims.length }
}
