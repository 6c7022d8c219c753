import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceList } from '../schemas/document.ts'
import type { DocumentFigures } from '../schemas/result.ts'
import { groupBy } from './group-by.ts'
import { linesOf } from './lines-of.ts'
import type { Knowledge } from './reconcile/knowledge.ts'
import { finerPartOf, fromRecord, type PlacedRecord, partOf, toRecord } from './reconcile/partition.ts'
import { placeCorpus } from './reconcile/place-corpus.ts'
import { type ReconciledTables, reconcilePlaced } from './reconcile/reconcile-placed.ts'

/** Documents that are placed together. Copies of one report are known as such where they stand in one batch. */
export interface Batch {
  readonly results: readonly DocumentFigures[]
  /** What is known of the documents, by name. */
  readonly facts: SourceList
}

/** A folder in which claims wait, part by part, between the two passes. Delete it when done. */
export interface PartFolder {
  readonly folder: string
  /** Files that the parts are spread over; each is held in memory in its turn. One for some 5,000 claims is a good number. */
  readonly files: number
  /** Claims of one place that are held at once; a place of more is parted by what its indicators have to do with each other. 20,000 if left out. */
  readonly most?: number
}

const usualMost = 20_000

const numberOf = (part: string, files: number): number =>
  createHash('sha256').update(part).digest().readUInt32BE(0) % files

/** Claims that wait in memory before they are written, so that a file is not opened for each. */
const mostWaiting = 10_000

/** Writes lines to files of a folder, many at a time. */
class Spreader {
  readonly #folder: string
  #waiting: [file: string, line: string][] = []

  constructor(folder: string) {
    this.#folder = folder
  }

  add(file: string, line: string): void {
    this.#waiting.push([file, line])
    if (this.#waiting.length >= mostWaiting) this.flush()
  }

  flush(): void {
    for (const [file, lines] of groupBy(this.#waiting, ([name]) => name))
      appendFileSync(join(this.#folder, file), `${lines.map(([, line]) => line).join('\n')}\n`)
    this.#waiting = []
  }
}

/**
 * First pass over a corpus too large for memory: places every document alone and writes its claims to the file of their part. Give
 * documents in the order of their names; memory holds one batch. Returns the number of claims.
 */
export const spreadClaims = (batches: Iterable<Batch>, { folder, files }: PartFolder, catalog: Knowledge): number => {
  let count = 0
  mkdirSync(folder, { recursive: true })
  const spreader = new Spreader(folder)
  for (const { results, facts } of batches) {
    const { placed } = placeCorpus(results, facts, catalog)
    for (const each of placed) spreader.add(String(numberOf(partOf(each), files)), JSON.stringify(toRecord(each)))
    count += placed.length
  }
  spreader.flush()
  return count
}

const recordOf = (line: string): PlacedRecord => JSON.parse(line) as PlacedRecord

type PartName = (record: PlacedRecord) => string

/** Bytes that a claim takes in a file, at least: a file too small for many claims needs no counting. */
const leastOfClaim = 600

/** How the claims of a file are parted: by place, and where a place has too many, by what its indicators have to do with each other. */
const partsOfFile = (path: string, most: number, catalog: Knowledge): PartName => {
  if (statSync(path).size <= most * leastOfClaim) return partOf
  const counts = new Map<string, number>()
  for (const line of linesOf(path)) {
    const part = partOf(recordOf(line))
    counts.set(part, (counts.get(part) ?? 0) + 1)
  }
  const finer = finerPartOf(catalog)
  return (record) => (counts.get(partOf(record))! > most ? finer(record) : partOf(record))
}

/** The text of a file, or of the files that it is spread over where it is too large to be held: whole parts in each, one at a time. */
function* textsOf(path: string, most: number, nameOf: PartName): Generator<string> {
  const files = Math.ceil(statSync(path).size / (most * leastOfClaim))
  if (files === 1) {
    yield readFileSync(path, 'utf8')
    return
  }
  const folder = `${path}.parts`
  mkdirSync(folder)
  try {
    const spreader = new Spreader(folder)
    for (const line of linesOf(path)) spreader.add(String(numberOf(nameOf(recordOf(line)), files)), line)
    spreader.flush()
    for (const name of readdirSync(folder).sort()) yield readFileSync(join(folder, name), 'utf8')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/**
 * Second pass: the tables of each part, one after the other. Together they are those of `reconcile`, but that shares of a place which
 * another is part of are not checked, and that the drift between two texts is told from the figures of the part alone. Of a place that was
 * parted once more, rates of exchange and whether a text agrees with itself are told from the figures of the part too.
 */
export function* reconcileParts(
  { folder, files, most = usualMost }: PartFolder,
  catalog: Knowledge,
): Generator<ReconciledTables> {
  for (let file = 0; file < files; file += 1) {
    const path = join(folder, String(file))
    if (!existsSync(path)) continue
    const nameOf = partsOfFile(path, most, catalog)
    for (const text of textsOf(path, most, nameOf)) {
      const lines = text.split('\n').filter((line) => line !== '')
      for (const [, part] of groupBy(lines.map(recordOf), nameOf))
        yield reconcilePlaced(
          part.map((record) => fromRecord(record, catalog)),
          catalog,
        )
    }
  }
}
