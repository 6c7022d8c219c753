import type { Placed } from './placed.ts'
import { said } from './print-interval.ts'
import { groupedBy } from './restatement.ts'

/** Documents that a text names; the rest are counted. */
const mostNamed = 3

/** The first of some items, and how many more there are: ["a", "b", "c", "and 2 more"]. */
export const namedDocuments = (texts: readonly string[]): string[] => {
  const rest = texts.length - mostNamed
  return [...texts.slice(0, mostNamed), ...(rest > 0 ? [`and ${rest} more`] : [])]
}

const byPlace = (a: Placed, b: Placed): number =>
  a.claim.document < b.claim.document ? -1 : a.claim.document > b.claim.document ? 1 : a.order - b.order

/** Figures by the documents that say them, in reading order: "a: 17.94 million; b: 16.03 million, 1.46 million". */
export const byDocument = (claims: Iterable<Placed>): string => {
  const groups = [...groupedBy([...new Set(claims)].sort(byPlace), ({ claim }) => claim.document)]
  const texts = groups.map(([document, each]) => `${document}: ${[...new Set(each.map(said))].join(', ')}`)
  return namedDocuments(texts).join('; ')
}
