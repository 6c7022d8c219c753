import type { ClaimRow } from '../../schemas/claim.ts'
import { type DocumentRow, SourceFacts, type SourceList } from '../../schemas/document.ts'
import type { Relation } from '../../schemas/observation.ts'
import type { DocumentResult } from '../../schemas/result.ts'
import { compareClaims } from './compare.ts'
import type { Knowledge } from './knowledge.ts'
import { placeCorpus } from './place-corpus.ts'
import { groupedBy } from './restatement.ts'

/** The tables that comparing rests on. */
export interface ComparedTables {
  readonly claims: readonly ClaimRow[]
  readonly documents: readonly DocumentRow[]
}

const factsOf = (documents: readonly DocumentRow[]): SourceList =>
  Object.fromEntries(
    documents.map((row) => {
      const { origin, asserted_not_before, asserted_not_after, published } = row
      const facts = { origin, asserted_not_before, asserted_not_after, published }
      return [row.document, SourceFacts.parse(facts)]
    }),
  )

const resultOf = (document: string, claims: readonly ClaimRow[]): DocumentResult => {
  const unsaid = { bytes: 0, chars: 0, format: 'plain', lang: null, title: null, dateline: null, place: null } as const
  return { document, ...claims[0]!.source, ...unsaid, claims, unclaimed: [], legalLinks: [], legalStatements: [] }
}

/**
 * The relation of any two claims of a dataset, look-alikes included: where they are not comparable, the first part of the
 * key that differs. Throws RangeError where one of the ids is not that of a claim.
 */
export const compareRows = (
  { claims, documents }: ComparedTables,
  a: string,
  b: string,
  knowledge: Knowledge,
): Relation => {
  const texts = new Set(
    [a, b].map((id) => {
      const found = claims.find((claim) => claim.id === id)
      if (found === undefined)
        throw new RangeError(`${id} is no claim of this dataset; ids begin with c_ and stand in claims.`)
      return found.document
    }),
  )
  const own = claims.filter(({ document }) => texts.has(document))
  const results = [...groupedBy(own, ({ document }) => document)].map(([name, rows]) => resultOf(name, rows))
  const placed = new Map(
    placeCorpus(results, factsOf(documents), knowledge).placed.map((each) => [each.claim.id, each]),
  )
  return compareClaims(placed.get(a)!, placed.get(b)!, knowledge)
}
