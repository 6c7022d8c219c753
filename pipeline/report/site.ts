import type { Catalog } from '../../catalog/load.ts'
import type { ClaimRow, UnclaimedRow } from '../../schemas/claim.ts'
import type { DatasetRows, Rows } from '../../schemas/dataset.ts'
import type { Decision } from '../../schemas/decision.ts'
import type { DocumentRow } from '../../schemas/document.ts'
import type { Check, Conflict, ObservationRow, Relation } from '../../schemas/observation.ts'
import type { Method, Scores } from './method.ts'
import { claimsOfCheck, layOut, type Pages } from './pages.ts'

/** Rows by their ids; each is read when it is asked for. */
export interface RowsById<Row> {
  readonly has: (id: string) => boolean
  readonly get: (id: string) => Row | undefined
}

/** The dataset as the pages ask it: rows by what they speak of, and where everything stands. */
export interface Site {
  readonly dataset: DatasetRows
  readonly catalog: Catalog
  readonly version: string
  /** What each rule does. */
  readonly rules: Method['rules']
  readonly translatedRules: Method['translated']
  readonly scores: Scores | null
  readonly pages: Pages
  readonly claims: RowsById<ClaimRow>
  readonly observations: RowsById<ObservationRow>
  readonly documents: RowsById<DocumentRow>
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
  /** Rulings that reject a claim, which then is on no observation. */
  readonly rejectionsOf: (claim: string) => readonly Decision[]
  /** Checks that predict an observation. */
  readonly checksOn: (observation: string) => readonly Check[]
}

/** Where the rows of a table stand under every name that `names` gives for them. */
const under = <Row>(
  rows: Rows<Row>,
  names: (row: Row) => Iterable<string | null>,
): ((name: string) => readonly Row[]) => {
  // Most names have one row, and there are as many names as claims: a number takes less than a list of one.
  const found = new Map<string, number | number[]>()
  let at = 0
  for (const row of rows) {
    for (const name of names(row)) {
      if (name === null) continue
      const own = found.get(name)
      if (own === undefined) found.set(name, at)
      else if (typeof own === 'number') found.set(name, [own, at])
      else own.push(at)
    }
    at += 1
  }
  return (name) => [found.get(name) ?? []].flat().map((each) => rows.at(each)!)
}

const byId = <Row>(rows: Rows<Row>, idOf: (row: Row) => string): RowsById<Row> => {
  const found = new Map<string, number>()
  let count = 0
  for (const row of rows) {
    found.set(idOf(row), count)
    count += 1
  }
  const get = (id: string): Row | undefined => {
    const at = found.get(id)
    return at === undefined ? undefined : rows.at(at)
  }
  return { has: (id) => found.has(id), get }
}

/** The observations that a ruling is on. */
const observationsOf = (decision: Decision): string[] => {
  if (decision.action === 'same_key') return decision.keys
  return decision.action === 'reject_claim' ? [] : [decision.key]
}

export interface SiteInput {
  readonly dataset: DatasetRows
  readonly catalog: Catalog
  readonly version: string
  readonly decisions: readonly Decision[]
  readonly method: Method
}

export const siteOf = ({ dataset, catalog, version, decisions, method }: SiteInput): Site => {
  const ofPair = ({ claim_a, claim_b }: Relation): string[] => [claim_a, claim_b]
  const claims = byId(dataset.claims, ({ id }) => id)
  return {
    dataset,
    catalog,
    version,
    rules: method.rules,
    translatedRules: method.translated,
    scores: method.scores,
    pages: layOut(dataset),
    claims,
    observations: byId(dataset.observations, ({ id }) => id),
    documents: byId(dataset.documents, ({ document }) => document),
    unclaimedOf: under(dataset.unclaimed, ({ document }) => [document]),
    claimsOn: under(dataset.claims, ({ observation_id }) => [observation_id]),
    relationsOf: under(dataset.relations, ofPair),
    conflictsOn: under(dataset.conflicts, ({ observation_id }) => [observation_id]),
    conflictsOf: under(dataset.conflicts, ofPair),
    checksOf: under(dataset.checks, claimsOfCheck),
    decisionsOn: under(decisions, observationsOf),
    rejectionsOf: under(decisions, (decision) => (decision.action === 'reject_claim' ? [decision.claim] : [])),
    checksOn: under(dataset.checks, ({ observation_id }) => [observation_id]),
  }
}
