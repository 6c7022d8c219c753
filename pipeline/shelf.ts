import { closeSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'
import type { Rows } from '../schemas/dataset.ts'

/** Bytes that are written or read at once. */
const chunkSize = 1 << 18

/** Bytes of rows that a shelf keeps at hand, of those that were asked for last. */
const usualKept = 2_000_000

/**
 * Rows that lie in a file, one JSON record a line. Memory holds where each begins, and a few that were asked for last: a page of a report
 * asks for the same claims several times. Rows come back as new records, so that they are told apart by their ids and not by being the same.
 *
 * A row must be what JSON can say; fields that are undefined are left out. Calls wait for the disk.
 */
export class Shelf<Row extends object> implements Rows<Row> {
  readonly #file: number
  readonly #most: number
  #starts = new Float64Array(256)
  #count = 0
  #end = 0
  #waiting: Buffer[] = []
  #waitingBytes = 0
  readonly #kept = new Map<number, Row>()
  #keptBytes = 0

  /** Makes the file, which must not be there yet. `kept` says how many bytes of rows stay at hand. */
  constructor(path: string, { kept = usualKept }: { readonly kept?: number } = {}) {
    this.#file = openSync(path, 'wx+')
    this.#most = kept
  }

  get length(): number {
    return this.#count
  }

  add(row: Row): void {
    const line = Buffer.from(`${JSON.stringify(row)}\n`, 'utf8')
    if (this.#count + 1 >= this.#starts.length) {
      const wider = new Float64Array(2 * this.#starts.length)
      wider.set(this.#starts)
      this.#starts = wider
    }
    this.#count += 1
    this.#end += line.length
    this.#starts[this.#count] = this.#end
    this.#waiting.push(line)
    this.#waitingBytes += line.length
    if (this.#waitingBytes >= chunkSize) this.#flush()
  }

  #flush(): void {
    if (this.#waitingBytes === 0) return
    const all = Buffer.concat(this.#waiting)
    let at = this.#end - all.length
    for (let done = 0; done < all.length; ) {
      const size = writeSync(this.#file, all, done, all.length - done, at)
      done += size
      at += size
    }
    this.#waiting = []
    this.#waitingBytes = 0
  }

  #bytesOf(index: number): number {
    return this.#starts[index + 1]! - this.#starts[index]!
  }

  /** The row at a place, from 0; undefined where there is none. */
  at(index: number): Row | undefined {
    if (index < 0 || index >= this.#count) return undefined
    const known = this.#kept.get(index)
    if (known !== undefined) {
      this.#kept.delete(index)
      this.#kept.set(index, known)
      return known
    }
    this.#flush()
    const bytes = this.#bytesOf(index)
    const buffer = Buffer.allocUnsafe(bytes)
    for (let done = 0; done < bytes; ) {
      const size = readSync(this.#file, buffer, done, bytes - done, this.#starts[index]! + done)
      if (size === 0) throw new Error('a file of rows was cut while it was in use')
      done += size
    }
    const row = JSON.parse(buffer.toString('utf8')) as Row
    this.#keep(index, row, bytes)
    return row
  }

  #keep(index: number, row: Row, bytes: number): void {
    this.#kept.set(index, row)
    this.#keptBytes += bytes
    for (const oldest of this.#kept.keys()) {
      if (this.#keptBytes <= this.#most) return
      this.#kept.delete(oldest)
      this.#keptBytes -= this.#bytesOf(oldest)
    }
  }

  /** All rows in order. They are not kept. */
  *[Symbol.iterator](): Generator<Row> {
    this.#flush()
    const decoder = new StringDecoder('utf8')
    const buffer = Buffer.allocUnsafe(chunkSize)
    const end = this.#end
    let rest = ''
    for (let at = 0; at < end; ) {
      const size = readSync(this.#file, buffer, 0, Math.min(chunkSize, end - at), at)
      if (size === 0) throw new Error('a file of rows was cut while it was in use')
      at += size
      const lines = (rest + decoder.write(buffer.subarray(0, size))).split('\n')
      rest = lines.pop()!
      for (const line of lines) yield JSON.parse(line) as Row
    }
  }

  /** Gives the disk its room back; the shelf is of no use any more. */
  close(): void {
    this.#kept.clear()
    this.#waiting = []
    ftruncateSync(this.#file)
    closeSync(this.#file)
  }
}
