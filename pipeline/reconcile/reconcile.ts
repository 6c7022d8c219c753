import type { ClaimPlacement } from '../../schemas/claim.ts'
import type { Decision } from '../../schemas/decision.ts'
import type { SourceList } from '../../schemas/document.ts'
import type { Calibration, Check, Conflict, Hedge, Observation, Relation } from '../../schemas/observation.ts'
import type { DocumentResult } from '../../schemas/result.ts'
import { calibrationRows } from './calibration.ts'
import { settleUnits } from './change-unit.ts'
import type { CheckFact } from './check-row.ts'
import { conflictRows } from './conflicts.ts'
import { Court } from './contest.ts'
import { CorpusView } from './corpus-view.ts'
import { applyDecisions, valueText } from './decisions.ts'
import { findingsOf } from './findings.ts'
import { hedgeRows } from './hedges.ts'
import { bindIdentities } from './identities/bind.ts'
import { observationId } from './key.ts'
import { type Keyed, setAside } from './keyed.ts'
import type { Knowledge } from './knowledge.ts'
import { knownCases } from './known-cases.ts'
import { Ledger } from './ledger.ts'
import { observe } from './observe.ts'
import { pairRows } from './pairs.ts'
import { placeDocument } from './place-document.ts'
import type { Placed } from './placed.ts'
import { placementOf } from './placement.ts'
import { withRepeatedEstimates } from './repeated-estimate.ts'
import { reportsOf } from './report.ts'
import { groupedBy } from './restatement.ts'
import { type Source, sourceOf } from './source.ts'
import { valueSet } from './value-set.ts'
import { judgeContest } from './verdict.ts'

/** What reconciling comes to. Rows are in their final order. */
export interface Reconciliation {
  /** Claim id -> its place in the key and its interval. */
  readonly placements: ReadonlyMap<string, ClaimPlacement>
  readonly observations: readonly Observation[]
  readonly relations: readonly Relation[]
  readonly conflicts: readonly Conflict[]
  readonly checks: readonly Check[]
  readonly hedges: readonly Hedge[]
  readonly calibration: readonly Calibration[]
  /** Document -> who stands behind it, when it was written, and the report it is a copy of. */
  readonly sources: ReadonlyMap<string, Source>
}

const byName = (a: DocumentResult, b: DocumentResult): number =>
  a.document < b.document ? -1 : a.document > b.document ? 1 : 0

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Claims by document, documents in order of their names. */
const documentsOf = (placed: readonly Placed[]): Placed[][] => [
  ...groupedBy(placed, ({ claim }) => claim.document).values(),
]

const factsByClaim = (facts: readonly CheckFact[]): ((claim: string) => readonly CheckFact[]) => {
  const found = new Map<string, CheckFact[]>()
  for (const fact of facts) {
    for (const id of new Set([...fact.rests, ...fact.row.supports, ...fact.row.refutes])) {
      const known = found.get(id)
      if (known === undefined) found.set(id, [fact])
      else known.push(fact)
    }
  }
  return (claim) => found.get(claim) ?? []
}

/** Rows of pairs by observation, and which observations are near to which. */
const rowsByObservation = (rows: readonly Relation[], placed: ReadonlyMap<string, Placed>) => {
  const pairs = new Map<string, Relation[]>()
  const near = new Map<string, Set<string>>()
  const put = <Item>(into: Map<string, Item[]>, id: string, item: Item): void => {
    const known = into.get(id)
    if (known === undefined) into.set(id, [item])
    else known.push(item)
  }
  const idOf = (claim: string): string => observationId(placed.get(claim)!.key!)
  for (const row of rows) {
    const [a, b] = [idOf(row.claim_a), idOf(row.claim_b)]
    for (const id of new Set([a, b])) put(pairs, id, row)
    if (row.comparability !== 'near') continue
    near.set(a, (near.get(a) ?? new Set()).add(b))
    near.set(b, (near.get(b) ?? new Set()).add(a))
  }
  return {
    pairsOf: (id: string): readonly Relation[] => pairs.get(id) ?? [],
    nearTo: (id: string): readonly string[] => [...(near.get(id) ?? [])].sort(),
  }
}

/**
 * Reconciles the claims of all documents: groups them by key, relates every pair, checks them by arithmetic, and
 * publishes one value a key with the rule that chose it. Pure: the order of documents, and copies of them, change
 * nothing but counts. Never averages, never drops a claim, never invents a number.
 *
 * `facts` are by name of document. Throws DecisionError where a ruling no longer fits.
 */
export const reconcile = (
  results: readonly DocumentResult[],
  facts: SourceList,
  catalog: Knowledge,
  decisions: readonly Decision[] = [],
): Reconciliation => {
  const sorted = results.toSorted(byName)
  const reports = reportsOf(sorted, facts, catalog.reconciliation)
  const sources = new Map(
    sorted.map((result) => [result.document, sourceOf(result, facts, catalog, reports.get(result.document))]),
  )
  const alone = sorted.flatMap((result) => placeDocument(result, sources.get(result.document)!, catalog))
  const ruled = applyDecisions(withRepeatedEstimates(alone), decisions, (claims) =>
    valueSet(claims).candidates.map(({ best }) => valueText(best)),
  )

  const documents = documentsOf(ruled.placed)
  const ledger = new Ledger(ruled.placed)
  const settled = settleUnits(ledger, documents, catalog)
  const binding = { ledger, knowledge: catalog, documents, settled: settled.proved }
  const corpus = new CorpusView(binding, bindIdentities(binding))
  const findings = findingsOf(corpus, settled.facts)

  const court = new Court(corpus)
  const keyed = [
    ...groupedBy(
      ruled.placed.filter(({ key }) => key !== null),
      ({ key }) => key!,
    ),
  ].map(([key, claims]): Keyed => {
    const values = valueSet(claims)
    const chosen = ruled.chosen.get(key)
    const rivals = values.candidates.length > 1
    const verdict = rivals ? judgeContest(court.contest(key, values.candidates, chosen?.claim ?? null)) : null
    const winner = verdict === null ? values.candidates[0]! : verdict.winner
    const decision = chosen === undefined ? null : { id: chosen.decision, isStale: chosen.isStale }
    const flagged = ruled.flags.get(key) ?? []
    return { key, id: observationId(key), parts: claims[0]!.parts!, claims, values, verdict, winner, decision, flagged }
  })

  const placed = new Map(ruled.placed.map((each) => [each.claim.id, each]))
  const relations = pairRows(ruled.placed, catalog)
  const factsOf = factsByClaim(findings.facts)
  const around = { court, findings, factsOf, ...rowsByObservation(relations, placed), aside: setAside(keyed) }
  const observations = keyed.map((each) => observe(each, around)).sort(byId)
  const byObservation = new Map(keyed.map((each) => [each.id, each]))
  const disputes = {
    court,
    latents: findings.latents,
    factsOf,
    keyedOf: (id: string) => byObservation.get(id),
    claim: (id: string) => placed.get(id)!,
  }
  return {
    placements: new Map(ruled.placed.map((each) => [each.claim.id, placementOf(each, settled.inferred)])),
    observations,
    relations,
    conflicts: conflictRows(relations, disputes),
    checks: findings.facts.map(({ row }) => row),
    hedges: hedgeRows(keyed),
    calibration: calibrationRows(knownCases(keyed, court, observations), catalog.reconciliation.measured_from),
    sources,
  }
}
