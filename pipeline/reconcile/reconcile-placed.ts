import type { ClaimPlacement } from '../../schemas/claim.ts'
import type { Decision } from '../../schemas/decision.ts'
import type { Calibration, Check, Conflict, Hedge, Observation, Relation } from '../../schemas/observation.ts'
import { calibrationRows } from './calibration.ts'
import { settleUnits } from './change-unit.ts'
import { conflictRows } from './conflicts.ts'
import { Court } from './contest.ts'
import { CorpusView } from './corpus-view.ts'
import { applyDecisions, valueText } from './decisions.ts'
import { findingsOf } from './findings.ts'
import { hedgeRows } from './hedges.ts'
import { bindIdentities } from './identities/bind.ts'
import { judgeKeys } from './judge-keys.ts'
import { setAside } from './keyed.ts'
import type { Knowledge } from './knowledge.ts'
import { knownCases } from './known-cases.ts'
import { Ledger } from './ledger.ts'
import { observe } from './observe.ts'
import { pairRows } from './pairs.ts'
import type { Placed } from './placed.ts'
import { placementOf } from './placement.ts'
import { withRepeatedEstimates } from './repeated-estimate.ts'
import { groupedBy } from './restatement.ts'
import { factsByClaim, pairsByObservation } from './row-index.ts'
import { valueSet } from './value-set.ts'

/** The tables of reconciling. Rows are in their final order. */
export interface ReconciledTables {
  /** Claim id -> its place in the key and its interval. */
  readonly placements: ReadonlyMap<string, ClaimPlacement>
  readonly observations: readonly Observation[]
  readonly relations: readonly Relation[]
  readonly conflicts: readonly Conflict[]
  readonly checks: readonly Check[]
  readonly hedges: readonly Hedge[]
  readonly calibration: readonly Calibration[]
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/**
 * Reconciles claims that were placed: a whole corpus, or one part of it (see partition.ts). They stand by document in
 * order of names, and in reading order. Throws DecisionError where a ruling no longer fits.
 */
export const reconcilePlaced = (
  alone: readonly Placed[],
  catalog: Knowledge,
  decisions: readonly Decision[] = [],
): ReconciledTables => {
  const ruled = applyDecisions(withRepeatedEstimates(alone), decisions, (claims) =>
    valueSet(claims).candidates.map(({ best }) => valueText(best)),
  )
  const documents = [...groupedBy(ruled.placed, ({ claim }) => claim.document).values()]
  const ledger = new Ledger(ruled.placed)
  const settled = settleUnits(ledger, documents, catalog)
  const binding = { ledger, knowledge: catalog, documents, settled: settled.proved }
  const corpus = new CorpusView(binding, bindIdentities(binding))
  const findings = findingsOf(corpus, settled.facts)
  const court = new Court(corpus)
  const keyed = judgeKeys(ruled, court)

  const placed = new Map(ruled.placed.map((each) => [each.claim.id, each]))
  const relations = pairRows(ruled.placed, catalog)
  const factsOf = factsByClaim(findings.facts)
  const around = { court, findings, factsOf, ...pairsByObservation(relations, placed), aside: setAside(keyed) }
  const observations = keyed.map((each) => observe(each, around)).sort(byId)
  const byObservation = new Map(keyed.map((each) => [each.id, each]))
  const conflicts = conflictRows(relations, {
    court,
    latents: findings.latents,
    factsOf,
    keyedOf: (id) => byObservation.get(id),
    claim: (id) => placed.get(id)!,
  })
  return {
    placements: new Map(ruled.placed.map((each) => [each.claim.id, placementOf(each, settled.inferred)])),
    observations,
    relations,
    conflicts,
    checks: findings.facts.map(({ row }) => row),
    hedges: hedgeRows(keyed),
    calibration: calibrationRows(knownCases(keyed, court, observations), catalog.reconciliation.measured_from),
  }
}
