import type { Catalog } from '../../catalog/load.ts'
import type { ClaimRow, UnclaimedRow } from '../../schemas/claim.ts'
import type { Dataset } from '../../schemas/dataset.ts'
import type { Decision } from '../../schemas/decision.ts'
import type { DocumentRow } from '../../schemas/document.ts'
import type { Check, Conflict, ObservationRow, Relation } from '../../schemas/observation.ts'
import { groupBy } from '../group-by.ts'
import type { Method, Scores } from './method.ts'
import { claimsOfCheck, layOut, type Pages } from './pages.ts'

/** The dataset as the pages ask it: rows by what they speak of, and where everything stands. */
export interface Site {
  readonly dataset: Dataset
  readonly catalog: Catalog
  readonly version: string
  /** What is known of the method: what each rule does, and how often fields are read rightly. */
  readonly method: ReadonlyMap<string, string>
  readonly scores: Scores | null
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
  /** Rulings on an observation, or on one of its claims. */
  readonly decisionsOn: (observation: string) => readonly Decision[]
  /** Checks that predict an observation. */
  readonly checksOn: (observation: string) => readonly Check[]
}

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

/** The observations that a ruling is on. */
const observationsOf = (decision: Decision, claims: ReadonlyMap<string, ClaimRow>): (string | null)[] => {
  if (decision.action === 'same_key') return decision.keys
  if (decision.action === 'reject_claim') return [claims.get(decision.claim)?.observation_id ?? null]
  return [decision.key]
}

export interface SiteInput {
  readonly dataset: Dataset
  readonly catalog: Catalog
  readonly version: string
  readonly decisions: readonly Decision[]
  readonly method: Method
}

export const siteOf = ({ dataset, catalog, version, decisions, method }: SiteInput): Site => {
  const ofPair = ({ claim_a, claim_b }: Relation): string[] => [claim_a, claim_b]
  const unclaimed = groupBy(dataset.unclaimed, ({ document }) => document)
  const claims = new Map(dataset.claims.map((row) => [row.id, row]))
  return {
    dataset,
    catalog,
    version,
    method: method.rules,
    scores: method.scores,
    pages: layOut(dataset),
    claims,
    observations: new Map(dataset.observations.map((row) => [row.id, row])),
    documents: new Map(dataset.documents.map((row) => [row.document, row])),
    unclaimedOf: (document) => unclaimed.get(document) ?? [],
    claimsOn: under(dataset.claims, ({ observation_id }) => [observation_id]),
    relationsOf: under(dataset.relations, ofPair),
    conflictsOn: under(dataset.conflicts, ({ observation_id }) => [observation_id]),
    conflictsOf: under(dataset.conflicts, ofPair),
    checksOf: under(dataset.checks, claimsOfCheck),
    decisionsOn: under(decisions, (decision) => observationsOf(decision, claims)),
    checksOn: under(dataset.checks, ({ observation_id }) => [observation_id]),
  }
}
