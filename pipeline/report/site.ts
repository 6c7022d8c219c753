import type { Catalog } from '../../catalog/load.ts'
import type { ClaimRow, UnclaimedRow } from '../../schemas/claim.ts'
import type { Dataset } from '../../schemas/dataset.ts'
import type { DocumentRow } from '../../schemas/document.ts'
import type { Check, Conflict, ObservationRow, Relation } from '../../schemas/observation.ts'
import { groupBy } from '../group-by.ts'
import { layOut, type Pages } from './pages.ts'

/** The dataset as the pages ask it: rows by what they speak of, and where everything stands. */
export interface Site {
  readonly dataset: Dataset
  readonly catalog: Catalog
  readonly version: string
  readonly pages: Pages
  readonly claims: ReadonlyMap<string, ClaimRow>
  readonly observations: ReadonlyMap<string, ObservationRow>
  readonly documents: ReadonlyMap<string, DocumentRow>
  readonly unclaimedOf: (document: string) => readonly UnclaimedRow[]
  /** Claims of an observation, by document and in reading order. */
  readonly claimsOn: (observation: string) => readonly ClaimRow[]
  readonly relationsOf: (claim: string) => readonly Relation[]
  readonly conflictsOn: (observation: string) => readonly Conflict[]
  /** Conflicts in which a claim stands. */
  readonly conflictsOf: (claim: string) => readonly Conflict[]
  /** Checks that a claim is an operand of, or that speak for or against it. */
  readonly checksOf: (claim: string) => readonly Check[]
  /** Checks that predict an observation. */
  readonly checksOn: (observation: string) => readonly Check[]
}

/** The claim that an input of a check names: "part:c_76649bd74bb3", "whole:from c_133fb24457ff". */
export const claimOfInput = (input: string): string | null => /(?<id>c_[\da-f]+)$/u.exec(input)?.groups?.id ?? null

const claimsOfCheck = ({ inputs, supports, refutes }: Check): Set<string> =>
  new Set([...inputs.flatMap((input) => claimOfInput(input) ?? []), ...supports, ...refutes])

/** Rows under every name that `names` gives for them. */
const under = <Row>(
  rows: readonly Row[],
  names: (row: Row) => Iterable<string | null>,
): ((name: string) => readonly Row[]) => {
  const found = new Map<string, Row[]>()
  for (const row of rows)
    for (const name of names(row)) {
      if (name === null) continue
      const own = found.get(name)
      if (own === undefined) found.set(name, [row])
      else own.push(row)
    }
  return (name) => found.get(name) ?? []
}

export const siteOf = (dataset: Dataset, catalog: Catalog, version: string): Site => {
  const ofPair = ({ claim_a, claim_b }: Relation): string[] => [claim_a, claim_b]
  const unclaimed = groupBy(dataset.unclaimed, ({ document }) => document)
  return {
    dataset,
    catalog,
    version,
    pages: layOut(dataset),
    claims: new Map(dataset.claims.map((row) => [row.id, row])),
    observations: new Map(dataset.observations.map((row) => [row.id, row])),
    documents: new Map(dataset.documents.map((row) => [row.document, row])),
    unclaimedOf: (document) => unclaimed.get(document) ?? [],
    claimsOn: under(dataset.claims, ({ observation_id }) => [observation_id]),
    relationsOf: under(dataset.relations, ofPair),
    conflictsOn: under(dataset.conflicts, ({ observation_id }) => [observation_id]),
    conflictsOf: under(dataset.conflicts, ofPair),
    checksOf: under(dataset.checks, claimsOfCheck),
    checksOn: under(dataset.checks, ({ observation_id }) => [observation_id]),
  }
}
