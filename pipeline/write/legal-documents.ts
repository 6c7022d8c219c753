import type { Claim } from '../../schemas/claim.ts'
import type { LegalDocumentRow, LegalLink, LegalStatement } from '../../schemas/observation.ts'
import type { DocumentResult } from '../../schemas/result.ts'
import { groupBy } from '../group-by.ts'

type Field = 'type' | 'issuer' | 'issued'

/** Code-unit order without repeats. */
const listed = (items: Iterable<string>): string[] => [...new Set(items)].sort()

/** The one value that all are; of dates the finest, where the others are its beginning: "2021-06" says "2021-06-03" less finely. */
const common = (values: readonly string[], field: Field): string | null => {
  const finest = values.reduce<string | null>((a, b) => (a === null || b.length > a.length ? b : a), null)
  const isSame = (value: string): boolean => value === finest || (field === 'issued' && finest!.startsWith(`${value}-`))
  return values.every(isSame) ? finest : null
}

/**
 * What the texts together say of a field. What a text states with the document goes before what a number's letters or another
 * place of the text imply. Where texts disagree it is null: the claims keep what each of them says.
 */
const agreed = (claims: readonly Claim[], field: Field): string | null => {
  const said = claims.filter((claim) => claim[field] !== null)
  const stated = said.filter((claim) => claim.evidence[field]?.stated)
  return common(
    (stated.length > 0 ? stated : said).map((claim) => claim[field]!),
    field,
  )
}

/** The one value that all texts state; null where they differ. */
const stated = (statements: readonly LegalStatement[], field: LegalStatement['field']): string | null => {
  const values = listed(statements.filter((statement) => statement.field === field).map(({ value }) => value))
  return values.length === 1 ? values[0]! : null
}

const linked = (links: readonly LegalLink[], relation: LegalLink['relation']): string[] =>
  listed(links.filter((link) => link.relation === relation).map(({ to }) => to))

/**
 * The table legal_documents: one row a number, merged from its mentions in all documents and from the links that texts state,
 * in code-unit order of the numbers. Mentions without a number have no row.
 */
export const legalDocuments = (results: readonly DocumentResult[]): LegalDocumentRow[] => {
  const claims = results.flatMap((result) => result.claims.filter((claim) => claim.kind === 'legal_document'))
  const links = results.flatMap((result) => result.legalLinks).filter(({ from, to }) => from !== to)
  const numbers = listed([
    ...claims.flatMap(({ number }) => number ?? []),
    ...links.flatMap(({ from, to }) => [from, to]),
  ])
  const claimsOf = groupBy(claims, ({ number }) => number)
  const linksOf = groupBy(links, ({ from }) => from)
  const statementsOf = groupBy(
    results.flatMap((result) => result.legalStatements),
    ({ number }) => number,
  )
  return numbers.map((number) => {
    const mentions = claimsOf.get(number) ?? []
    const own = linksOf.get(number) ?? []
    const said = statementsOf.get(number) ?? []
    return {
      number,
      type: agreed(mentions, 'type'),
      issuer: agreed(mentions, 'issuer'),
      issued: agreed(mentions, 'issued'),
      title: stated(said, 'title'),
      in_force_from: stated(said, 'in_force_from'),
      implements: linked(own, 'implements'),
      amends: linked(own, 'amends'),
      replaces: linked(own, 'replaces'),
      under: linked(own, 'under'),
      mentioned_in: listed(mentions.map(({ document }) => document)),
      claims: mentions.map(({ id }) => id),
    }
  })
}
