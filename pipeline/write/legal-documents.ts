import type { Claim } from '../../schemas/claim.ts'
import type { LegalDocumentRow, LegalLink, LegalStatement } from '../../schemas/observation.ts'
import type { DocumentResult } from '../../schemas/result.ts'
import { groupBy } from '../group-by.ts'

type Field = 'type' | 'issuer' | 'issued'

/** What a document says of legal documents. */
export type Stating = Pick<DocumentResult, 'claims' | 'legalLinks' | 'legalStatements'>

/** What a claim says of a legal document, without the rest of it, since a large corpus names many. */
interface Mention extends Pick<Claim, 'id' | 'document' | 'number' | Field> {
  /** The fields that the text states, where others are implied. */
  readonly stated: readonly Field[]
}

const mentionOf = ({ id, document, number, type, issuer, issued, evidence }: Claim): Mention => ({
  id,
  document,
  number,
  type,
  issuer,
  issued,
  stated: (['type', 'issuer', 'issued'] as const).filter((field) => evidence[field]?.stated),
})

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
const agreed = (claims: readonly Mention[], field: Field): string | null => {
  const said = claims.filter((claim) => claim[field] !== null)
  const stated = said.filter((claim) => claim.stated.includes(field))
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
export const legalDocuments = (results: Iterable<Stating>): LegalDocumentRow[] => {
  const claims: Mention[] = []
  const links: LegalLink[] = []
  const statements: LegalStatement[] = []
  for (const result of results) {
    claims.push(...result.claims.filter(({ kind }) => kind === 'legal_document').map(mentionOf))
    links.push(...result.legalLinks.filter(({ from, to }) => from !== to))
    statements.push(...result.legalStatements)
  }
  const numbers = listed([
    ...claims.flatMap(({ number }) => number ?? []),
    ...links.flatMap(({ from, to }) => [from, to]),
  ])
  const claimsOf = groupBy(claims, ({ number }) => number)
  const linksOf = groupBy(links, ({ from }) => from)
  const statementsOf = groupBy(statements, ({ number }) => number)
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
