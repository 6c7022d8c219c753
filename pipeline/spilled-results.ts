import type { DocumentFigures, DocumentResult, Figure } from '../schemas/result.ts'
import { byCodeUnit } from './read/code-unit-order.ts'
import type { Shelf } from './shelf.ts'

/** The figures of a document as fresh values: what is cut out of a text holds the whole text in memory. */
const figuresOf = ({ document, dateline, claims }: DocumentResult): DocumentFigures => {
  const sentences = new Map<string, string>()
  const source = claims[0]?.source
  const figures = claims.map(({ evidence, steps, ...figure }): Figure => figure)
  const fresh = JSON.parse(JSON.stringify({ document, dateline, claims: figures })) as DocumentFigures
  return {
    ...fresh,
    claims: fresh.claims.map((figure): Figure => {
      const { exact } = figure.sentence
      // A sentence with ten numbers is held once.
      sentences.set(exact, sentences.get(exact) ?? exact)
      return { ...figure, source: source!, sentence: { ...figure.sentence, exact: sentences.get(exact)! } }
    }),
  }
}

/**
 * Results of documents that wait on the disk, in the code-unit order of the documents' names, whatever the order in which they come. Memory
 * holds their figures, which is what reconciling asks for, until they are let go.
 */
export class SpilledResults implements Iterable<DocumentResult> {
  readonly #shelf: Shelf<DocumentResult>
  #names: { readonly document: string; readonly at: number }[] = []
  #figures: DocumentFigures[] = []

  constructor(shelf: Shelf<DocumentResult>) {
    this.#shelf = shelf
  }

  add(result: DocumentResult): void {
    this.#names.push({ document: result.document, at: this.#shelf.length })
    this.#figures.push(figuresOf(result))
    this.#shelf.add(result)
  }

  get length(): number {
    return this.#names.length
  }

  /** The figures of all documents; they are let go with this call. */
  takeFigures(): DocumentFigures[] {
    const figures = this.#figures.sort((a, b) => byCodeUnit(a.document, b.document))
    this.#figures = []
    return figures
  }

  /** The whole results one by one. */
  *[Symbol.iterator](): Generator<DocumentResult> {
    this.#names.sort((a, b) => byCodeUnit(a.document, b.document))
    for (const { at } of this.#names) yield this.#shelf.at(at)!
  }
}
