import { createHash } from 'node:crypto'
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fromRecord, type PlacedRecord, partOf, toRecord } from '../pipeline/reconcile/partition.ts'
import { placeCorpus } from '../pipeline/reconcile/place-corpus.ts'
import { reconcilePlaced } from '../pipeline/reconcile/reconcile-placed.ts'
import { groupedBy } from '../pipeline/reconcile/restatement.ts'
import { plantCorpus } from '../test/reconcile/corpus.ts'
import { knowledge } from '../test/reconcile/sample.ts'

/*
 * Reconciles corpora too large for memory by parts: `tsx bench/reconcile-scale.ts 100000 1000000 4000000`.
 * Two passes: every document is placed alone and its claims written to the file of their part's bucket; then bucket after
 * bucket is read and its parts are reconciled. Prints a row for each size: time a claim and the largest memory.
 */

/** Documents about one place; some 230 claims. */
const documentsOfPlace = 60
const claimsOfBucket = 2000

const faults = { typo: 1, scale: 0, stale: 5 }

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0)

const bucketOf = (name: string, buckets: number): number =>
  createHash('sha256').update(name).digest().readUInt32BE(0) % buckets

const seconds = (from: number): number => (performance.now() - from) / 1000

/** Writes the claims of documents, place after place, into buckets; gives the number of claims. */
const spread = (size: number, folder: string, buckets: number): number => {
  let claims = 0
  let waiting = new Map<number, string[]>()
  const flush = (): void => {
    for (const [bucket, lines] of waiting) appendFileSync(join(folder, String(bucket)), `${lines.join('\n')}\n`)
    waiting = new Map()
  }
  for (let place = 1; claims < size; place += 1) {
    const corpus = plantCorpus(documentsOfPlace, place, faults, { prefix: `text_${place}`, firstPlace: 10 * place })
    for (const placed of placeCorpus(corpus.results, corpus.facts, knowledge).placed) {
      const bucket = bucketOf(partOf(placed), buckets)
      const lines = waiting.get(bucket)
      const line = JSON.stringify(toRecord(placed))
      if (lines === undefined) waiting.set(bucket, [line])
      else lines.push(line)
      claims += 1
    }
    if (place % 50 === 0) flush()
  }
  flush()
  return claims
}

const measure = (size: number): void => {
  const folder = mkdtempSync(join(tmpdir(), 'reconcile-scale-'))
  let most = 0
  try {
    const start = performance.now()
    const buckets = Math.max(1, Math.round(size / claimsOfBucket))
    const claims = spread(size, folder, buckets)
    const spreading = seconds(start)
    const second = performance.now()
    let [observations, conflicts] = [0, 0]
    for (let bucket = 0; bucket < buckets; bucket += 1) {
      const lines = readFileSync(join(folder, String(bucket)), { encoding: 'utf8', flag: 'a+' }).split('\n')
      const placed = lines
        .filter((line) => line !== '')
        .map((line) => fromRecord(JSON.parse(line) as PlacedRecord, knowledge))
      for (const part of groupedBy(placed, partOf).values()) {
        const found = reconcilePlaced(part, knowledge)
        observations += found.observations.length
        conflicts += found.conflicts.length
      }
      most = Math.max(most, process.memoryUsage().rss)
    }
    const reconciling = seconds(second)
    const each = (time: number): string => ((time / claims) * 1e6).toFixed(0)
    console.log(
      `| ${claims} | ${buckets} | ${spreading.toFixed(0)} s (${each(spreading)} µs) | ${reconciling.toFixed(0)} s (${each(reconciling)} µs) | ${megabytes(most)} MB | ${observations} | ${conflicts} |`,
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

console.log(
  '| claims | parts files | drawing and placing (a claim) | reconciling (a claim) | most memory | observations | conflict rows |',
)
console.log('| --- | --- | --- | --- | --- | --- | --- |')
for (const size of process.argv.slice(2).map(Number)) measure(size)
