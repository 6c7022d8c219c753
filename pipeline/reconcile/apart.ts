import type { SourceList } from '../../schemas/document.ts'
import type { DocumentFigures } from '../../schemas/result.ts'
import { groupBy } from '../group-by.ts'
import { type Knowledge, parentPlace, relationsOf } from './knowledge.ts'
import { reportsOf } from './report.ts'

/** Names that were joined, directly or by others: each set is told by one of its names. */
class Sets {
  readonly #above = new Map<string, string>()

  of(name: string): string {
    let top = name
    for (let next = this.#above.get(top); next !== undefined; next = this.#above.get(top)) top = next
    // Those that were passed point to the top now, so that no way stays long.
    for (let at = name; at !== top; ) {
      const next = this.#above.get(at)!
      this.#above.set(at, top)
      at = next
    }
    return top
  }

  join(a: string, b: string): void {
    const [x, y] = [this.of(a), this.of(b)]
    if (x !== y) this.#above.set(x, y)
  }
}

const document = (name: string): string => `document ${name}`
const place = (code: string): string => `place ${code}`

const currencies = ({ claims }: DocumentFigures): Set<string | null> =>
  new Set(claims.flatMap(({ kind, unit }) => (kind === 'money' ? [unit] : [])))

/**
 * Documents that have nothing to do with each other, so that reconciling them apart gives what reconciling all together does: they name no
 * place in common, give no share of the place that another's is a part of, are no copies of one report, and do not both give amounts in two currencies, from
 * which a rate of the day follows ("$1.2 billion (28 trillion VND)"). Everything else that is reconciled is of one place or of one document
 * (`partOf` in partition.ts).
 *
 * Gives names of documents, in the order in which they came. Reads `results` twice and holds none of them.
 */
export const apart = (results: Iterable<DocumentFigures>, facts: SourceList, knowledge: Knowledge): string[][] => {
  const sets = new Sets()
  const ofWhole = new Set(relationsOf(knowledge, 'place_share').map(({ of }) => of))
  const names: string[] = []
  for (const result of results) {
    const own = document(result.document)
    names.push(result.document)
    for (const { place: code, of } of result.claims) {
      if (code === null) continue
      sets.join(place(code), own)
      const parent = of !== null && ofWhole.has(of) ? parentPlace(knowledge, code) : null
      if (parent !== null) sets.join(place(code), place(parent))
    }
    if (currencies(result).size > 1) sets.join('rates', own)
  }
  for (const [name, report] of reportsOf(results, facts, knowledge.reconciliation))
    sets.join(document(name), document(report))
  return [...groupBy(names, (name) => sets.of(document(name))).values()]
}
