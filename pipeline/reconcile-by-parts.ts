import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceList } from '../schemas/document.ts'
import type { DocumentResult } from '../schemas/result.ts'
import { groupBy } from './group-by.ts'
import type { Knowledge } from './reconcile/knowledge.ts'
import { fromRecord, type PlacedRecord, partOf, toRecord } from './reconcile/partition.ts'
import { placeCorpus } from './reconcile/place-corpus.ts'
import { type ReconciledTables, reconcilePlaced } from './reconcile/reconcile-placed.ts'

/** Documents that are placed together. Copies of one report are known as such where they stand in one batch. */
export interface Batch {
  readonly results: readonly DocumentResult[]
  /** What is known of the documents, by name. */
  readonly facts: SourceList
}

/** A folder in which claims wait, part by part, between the two passes. Delete it when done. */
export interface PartFolder {
  readonly folder: string
  /** Files that the parts are spread over; each is held in memory in its turn. One for some 2,000 claims is a good number. */
  readonly files: number
}

const nameOf = (part: string, files: number): string =>
  String(createHash('sha256').update(part).digest().readUInt32BE(0) % files)

/** Claims that wait in memory before they are written, so that a file is not opened for each. */
const mostWaiting = 10_000

/**
 * First pass over a corpus too large for memory: places every document alone and writes its claims to the file of their part. Give
 * documents in the order of their names; memory holds one batch. Returns the number of claims.
 */
export const spreadClaims = (batches: Iterable<Batch>, { folder, files }: PartFolder, catalog: Knowledge): number => {
  let count = 0
  let waiting: [file: string, line: string][] = []
  const flush = (): void => {
    for (const [file, lines] of groupBy(waiting, ([name]) => name))
      appendFileSync(join(folder, file), `${lines.map(([, line]) => line).join('\n')}\n`)
    waiting = []
  }
  mkdirSync(folder, { recursive: true })
  for (const { results, facts } of batches) {
    const { placed } = placeCorpus(results, facts, catalog)
    for (const each of placed) waiting.push([nameOf(partOf(each), files), JSON.stringify(toRecord(each))])
    count += placed.length
    if (waiting.length >= mostWaiting) flush()
  }
  flush()
  return count
}

/**
 * Second pass: the tables of each part, one after the other. Together they are those of `reconcile`, but that shares of a place which
 * another is part of are not checked, and that the drift between two texts is told from the figures of the part alone.
 */
export function* reconcileParts({ folder, files }: PartFolder, catalog: Knowledge): Generator<ReconciledTables> {
  for (let file = 0; file < files; file += 1) {
    const path = join(folder, String(file))
    if (!existsSync(path)) continue
    const placed = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => fromRecord(JSON.parse(line) as PlacedRecord, catalog))
    for (const [, part] of groupBy(placed, partOf)) yield reconcilePlaced(part, catalog)
  }
}
