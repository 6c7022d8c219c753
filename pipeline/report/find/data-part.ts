import { createHash } from 'node:crypto'
import { deflateSync, strToU8 } from 'fflate'
import type { PartFile } from './index-shape.ts'

/** Most characters of one script; the report promises less than 1 MB a file. */
const largest = 900_000
/** Bytes of JSON that a part begins with at most, so that a dataset of any size is written in little memory. */
const most = 4_000_000

/** A script of data as it is to be written, and the rows that it holds. */
export interface DataPart<Row> extends PartFile {
  readonly script: string
  readonly rows: readonly Row[]
}

/**
 * Deflated by a library in JavaScript: what zlib gives differs from one processor to the next, and the report does not.
 */
const packed = (value: unknown): string =>
  Buffer.from(deflateSync(strToU8(JSON.stringify(value)), { level: 6 })).toString('base64')

/**
 * Rows as scripts that hand their data to the page ("provenum.part(name, base64)"), in order. A page that is opened from a disk may fetch
 * nothing, but may load scripts. `value` makes what a part holds of some rows, `weight` says about how many bytes a row comes to.
 */
export function* dataParts<Row>(
  stem: string,
  rows: Iterable<Row>,
  value: (rows: readonly Row[]) => unknown,
  weight: (row: Row) => number,
): Generator<DataPart<Row>> {
  let written = 0
  const cut = function* (own: readonly Row[]): Generator<DataPart<Row>> {
    const text = packed(value(own))
    if (text.length > largest && own.length > 1) {
      const half = own.length >> 1
      yield* cut(own.slice(0, half))
      yield* cut(own.slice(half))
      return
    }
    written += 1
    const name = `${stem}-${written}`
    const sha256 = createHash('sha256').update(text).digest('hex')
    yield { path: `find/${name}.js`, sha256, script: `provenum.part("${name}","${text}")\n`, rows: own }
  }
  let waiting: Row[] = []
  let bytes = 0
  for (const row of rows) {
    const own = weight(row)
    if (bytes + own > most && waiting.length > 0) {
      yield* cut(waiting)
      waiting = []
      bytes = 0
    }
    bytes += own
    waiting.push(row)
  }
  if (waiting.length > 0) yield* cut(waiting)
}
