import type { Observation, Relation } from '../../schemas/observation.ts'
import type { CheckFact } from './check-row.ts'
import type { Court } from './contest.ts'
import { valueText } from './decisions.ts'
import { explain } from './explain.ts'
import type { Findings } from './findings.ts'
import { type Backing, backingOf, gradeOf } from './grade.ts'
import { hull, type Interval } from './interval.ts'
import type { Keyed } from './keyed.ts'
import { latent } from './ledger.ts'
import type { Placed } from './placed.ts'
import { exactDecimal } from './print-rational.ts'
import { countOrigins, countReports } from './rules/r7-corroboration.ts'

/** What an observation is written from, beside its own claims. */
export interface Surroundings {
  readonly court: Court
  readonly findings: Findings
  /** Facts that name a claim, by the claim's id. */
  readonly factsOf: (claim: string) => readonly CheckFact[]
  /** Rows of pairs on the key, and ids of observations that it is near to. */
  readonly pairsOf: (id: string) => readonly Relation[]
  readonly nearTo: (id: string) => readonly string[]
  readonly aside: ReadonlySet<string>
}

const unique = (items: readonly string[]): string[] => [...new Set(items)].sort()

/** The value of a claim with its sign: a decrease is below zero. */
const signedValue = ({ claim, writing }: Placed): string | null =>
  claim.value === null ? null : writing!.high.n < 0n && !claim.value.startsWith('-') ? `-${claim.value}` : claim.value

const rangeOf = ({ winner, values }: Keyed): Interval =>
  winner?.meant ?? values.candidates.map(({ meant }) => meant).reduce(hull)

const facts = (keyed: Keyed, { factsOf }: Surroundings): CheckFact[] => [
  ...new Set(keyed.claims.flatMap(({ claim }) => factsOf(claim.id))),
]

/** Periods that took a rule to be comparable, and facets that the text around a figure gave. */
const note = (claims: readonly Placed[]): string | null => {
  const dated = claims
    .filter(({ period }) => period !== null && period.rule !== 'exact')
    .map(({ claim, period }) => `${claim.document} dated ${claim.period} (${period!.rule})`)
  const flags = unique(claims.flatMap((each) => each.flags.filter((flag) => flag.startsWith('facet_'))))
  return unique(dated).concat(flags).join('; ') || null
}

const isOfChangedWhole = ({ parts }: Keyed, { findings }: Surroundings): boolean =>
  parts.of !== null && findings.changedWholes.has(latent(parts.of, parts.place, parts.period))

const flagsOf = (keyed: Keyed, backing: Backing, around: Surroundings): string[] => {
  const rows = around.pairsOf(keyed.id)
  const { outcome } =
    keyed.verdict === null ? { outcome: 'consistent' as const } : around.court.triangulation(keyed.key).repair
  return unique([
    ...keyed.flagged,
    ...keyed.claims.flatMap((each) => each.flags.filter((flag) => !flag.startsWith('facet_by_'))),
    ...(keyed.winner?.best.claim.flags ?? []).filter((flag) => !flag.startsWith('facet_by_')),
    ...rows.flatMap(({ hints }) => hints),
    ...(rows.some(({ relation }) => relation === 'conflict') ? ['conflict'] : []),
    ...(backing.refutes.length > 0 ? ['refuted'] : []),
    ...(isOfChangedWhole(keyed, around) ? ['denominator_changed'] : []),
    ...(keyed.decision?.isStale ? ['decision_stale'] : []),
    ...(outcome === 'component_too_large' || outcome === 'repair_capped' ? [outcome] : []),
  ])
}

/** SDMX CL_OBS_STATUS, one flag by its own order of precedence: break, definition, estimate, unreliable, normal. */
const statusOf = (keyed: Keyed, around: Surroundings): Observation['obs_status'] => {
  if (isOfChangedWhole(keyed, around)) return 'B'
  if (around.nearTo(keyed.id).length > 0) return 'D'
  if (keyed.winner?.best.is_estimate) return 'E'
  return keyed.winner === null ? 'U' : 'A'
}

/** One row of `observations`: all claims of a key, which value is published, by which rule, and what stands behind it. */
export const observe = (keyed: Keyed, around: Surroundings): Observation => {
  const { parts, claims, values, verdict, winner } = keyed
  const own = facts(keyed, around)
  const backing = backingOf(keyed, own, around.aside)
  const range = rangeOf(keyed)
  const documents = unique(claims.map(({ claim }) => claim.document))
  return {
    id: keyed.id,
    indicator: parts.indicator,
    measure: parts.measure,
    class: parts.class,
    place: parts.place,
    of: parts.of,
    unit: parts.unit,
    facet: parts.facet,
    period: parts.period,
    change_unit: parts.change_unit,
    baseline: parts.baseline,
    value: winner === null ? null : signedValue(winner.best),
    low: exactDecimal(range.low),
    high: exactDecimal(range.high),
    obs_status: statusOf(keyed, around),
    candidates: values.candidates.map(({ best }) => valueText(best)),
    preferred_claim: winner?.best.claim.id ?? null,
    n_claims: claims.length,
    n_docs: documents.length,
    n_reports: countReports(claims),
    n_events: new Set(claims.flatMap(({ source }) => (source.event === null ? [] : [source.event]))).size,
    n_origins: countOrigins(claims),
    n_values: values.count,
    decided_by: verdict?.decidedBy ?? null,
    agree: [...(verdict?.agree ?? [])],
    against: [...(verdict?.against ?? [])],
    grade: gradeOf(keyed, backing),
    comparability_note: note(claims),
    see_also: [...around.nearTo(keyed.id)],
    decision_id: keyed.decision?.id ?? null,
    flags: flagsOf(keyed, backing, around),
    explanation: explain(keyed, own, around.court),
  }
}
