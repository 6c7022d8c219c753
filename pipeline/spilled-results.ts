import type { DocumentFigures, DocumentResult, Figure } from '../schemas/result.ts'
import type { Shelf } from './shelf.ts'

/** Where a document's result lies, and what is asked of it without reading it. */
interface Place {
  readonly document: string
  readonly at: number
  readonly claims: number
}

/** Results of documents that wait on the disk, in the code-unit order of the documents' names, whatever the order in which they come. */
export class SpilledResults implements Iterable<DocumentResult> {
  readonly #shelf: Shelf<DocumentResult>
  readonly #places = new Map<string, Place>()
  #claims = 0

  constructor(shelf: Shelf<DocumentResult>) {
    this.#shelf = shelf
  }

  add(result: DocumentResult): void {
    const { document, claims } = result
    this.#places.set(document, { document, at: this.#shelf.length, claims: claims.length })
    this.#claims += claims.length
    this.#shelf.add(result)
  }

  get length(): number {
    return this.#places.size
  }

  /** Claims of all documents. */
  get claims(): number {
    return this.#claims
  }

  /** Names of the documents, in order. */
  names(): string[] {
    return [...this.#places.keys()].sort()
  }

  claimsOf(document: string): number {
    return this.#places.get(document)!.claims
  }

  #result(document: string): DocumentResult {
    return this.#shelf.at(this.#places.get(document)!.at)!
  }

  /** What reconciling asks for, without the words and the steps that the claims rest on. */
  figuresOf(name: string): DocumentFigures {
    const { document, dateline, claims } = this.#result(name)
    return { document, dateline, claims: claims.map(({ evidence, steps, ...figure }): Figure => figure) }
  }

  /** The whole results one by one. */
  *[Symbol.iterator](): Generator<DocumentResult> {
    for (const name of this.names()) yield this.#result(name)
  }
}
