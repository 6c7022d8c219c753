import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { Shelf } from './shelf.ts'

/** A folder of shelves, each under a name of its own. */
export class Shelves {
  readonly #folder: string
  readonly #open: Shelf<object>[] = []
  #number = 0
  readonly #clear = (): void => rmSync(this.#folder, { recursive: true, force: true })

  /** Takes a folder that is there and empty. It is removed at the end of the process too. */
  constructor(folder: string) {
    this.#folder = folder
    process.once('exit', this.#clear)
  }

  /** An empty shelf. */
  shelf<Row extends object>(options: { readonly kept?: number } = {}): Shelf<Row> {
    this.#number += 1
    const shelf = new Shelf<Row>(join(this.#folder, `${this.#number}.ndjson`), options)
    this.#open.push(shelf as unknown as Shelf<object>)
    return shelf
  }

  /** A shelf with these rows. */
  holding<Row extends object>(rows: Iterable<Row>): Shelf<Row> {
    const shelf = this.shelf<Row>()
    for (const row of rows) shelf.add(row)
    return shelf
  }

  /** Closes all of them and removes the folder. */
  close(): void {
    process.off('exit', this.#clear)
    for (const each of this.#open) each.close()
    this.#clear()
  }
}
