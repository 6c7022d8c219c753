import type { CheckFact } from './check-row.ts'
import type { CorpusView } from './corpus-view.ts'
import { identityChecks } from './identity-checks.ts'
import { type LatentChecks, latentChecks } from './latent-checks.ts'
import type { Quantity } from './ledger.ts'
import { paceChecks } from './plain-checks/pace.ts'
import { partOfChangeChecks } from './plain-checks/part-of-change.ts'
import { pathChecks } from './plain-checks/path.ts'
import { perUnitChecks } from './plain-checks/per-unit.ts'
import { quotientChecks } from './plain-checks/quotient.ts'
import { denominatorChanges } from './plain-checks/series.ts'
import { withStaleWhole } from './stale-whole.ts'

/** Checks that are no equations, in order. */
const plainChecks: readonly ((corpus: CorpusView) => CheckFact[])[] = [
  perUnitChecks,
  partOfChangeChecks,
  quotientChecks,
  paceChecks,
  pathChecks,
]

/** Everything that arithmetic says of a corpus. */
export interface Findings {
  readonly facts: readonly CheckFact[]
  readonly latents: LatentChecks
  /** Wholes from which a text's shares are no continuation of the earlier series. */
  readonly changedWholes: ReadonlySet<Quantity>
}

const byId = (a: CheckFact, b: CheckFact): number => (a.row.id < b.row.id ? -1 : a.row.id > b.row.id ? 1 : 0)

/** All checks of a corpus, each once, sorted by id. `settled` are those that settled a unit of change before. */
export const findingsOf = (corpus: CorpusView, settled: readonly CheckFact[]): Findings => {
  const latents = latentChecks(corpus)
  const changes = denominatorChanges(corpus, latents)
  const all = [
    ...settled,
    ...identityChecks(corpus).map((fact) => withStaleWhole(fact, corpus, latents)),
    ...latents.facts,
    ...changes.map(({ fact }) => fact),
    ...plainChecks.flatMap((check) => check(corpus)),
  ]
  const once = new Map(all.map((fact) => [fact.row.id, fact]))
  return {
    facts: [...once.values()].sort(byId),
    latents,
    changedWholes: new Set(changes.map(({ later }) => later)),
  }
}
