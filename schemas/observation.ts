import { z } from 'zod'
import { page } from './claim.ts'
import { Decimal, Period } from './span.ts'

/** All claims on one key, as reconciling gives them: the nine key parts, the verdict, and what stands behind it. */
export const Observation = z.object({
  id: z.string().describe('Stable id: hash of the key.'),
  indicator: z.string().describe('Indicator of the catalog.'),
  measure: z.string().describe('level, change or gap; a change or gap also says its unit.'),
  class: z.enum(['outcome', 'target']).describe('outcome holds actual and estimate; a goal is another variable.'),
  place: z.string().nullable().describe('ISO 3166 code.'),
  of: z.string().nullable().describe('What a percentage is a share of.'),
  unit: z.string().nullable().describe('percent, percentage_point, an ISO 4217 code, or the thing counted.'),
  facet: z.string().nullable().describe('What sets it apart from the indicator as a whole.'),
  period: z.string().describe('Normal form: a day, or first day/last day.'),
  change_unit: z
    .enum(['percent', 'percentage_point', 'absolute', 'ambiguous'])
    .nullable()
    .describe('Unit of a change or gap; ambiguous where the text does not say percent or points.'),
  baseline: z.string().nullable().describe('For a change: the period compared with, in normal form.'),
  value: Decimal.nullable().describe('The published value; empty where unresolved.'),
  low: Decimal.nullable().describe(
    'Lower end of what the claims behind it leave open; of all candidates where unresolved.',
  ),
  high: Decimal.nullable().describe('Upper end of the same.'),
  obs_status: z
    .enum(['A', 'E', 'P', 'D', 'B', 'U'])
    .describe('SDMX CL_OBS_STATUS: normal, estimated, provisional, definition differs, break, low reliability.'),
  candidates: z
    .array(z.string())
    .describe('Values on offer, from low to high, each as its finest claim writes it; one where all claims agree.'),
  preferred_claim: z.string().nullable().describe('Id of the claim whose value is published.'),
  n_claims: z.int().describe('Claims on this key.'),
  n_docs: z.int().describe('Documents that state them.'),
  n_reports: z.int().describe('Reports they come from: copies of one text count once.'),
  n_events: z.int().describe('Events they report, as far as known: one conference, one release.'),
  n_origins: z.int().describe('Origins they come from: who says the figures. One where none is known.'),
  n_values: z.int().describe('Least number of values that explains all claims.'),
  decided_by: z
    .string()
    .nullable()
    .describe('The rule that chose between values; null where there was one value, or where none decides.'),
  agree: z.array(z.string()).describe('Later rules that choose the same.'),
  against: z.array(z.string()).describe('Later rules that choose otherwise.'),
  grade: z
    .enum(['A', 'B', 'C', 'D', 'U'])
    .describe(
      'What stands behind it: A confirmed, B one value, C conflict decided by evidence, D by count or precision alone, U unresolved.',
    ),
  comparability_note: z.string().nullable().describe('What made the claims comparable, where that took a rule.'),
  see_also: z.array(z.string()).describe('Ids of near observations, not the same.'),
  decision_id: z.string().nullable().describe("Id of the reviewer's ruling."),
  flags: z
    .array(z.string())
    .describe(
      'What a reviewer should see: conflict, large_revision, through_about, facet_unknown, denominator_changed, refuted, decision_stale ...',
    ),
  explanation: z.string().describe('One sentence a reviewer can check.'),
})
export type Observation = z.infer<typeof Observation>

/** One row of `observations`. */
export const ObservationRow = z.object({ ...Observation.shape, page })
export type ObservationRow = z.infer<typeof ObservationRow>

export const RelationName = z.enum([
  'identical',
  'refines',
  'consistent_bound',
  'consistent_rounding',
  'consistent_truncation',
  'superseded',
  'conflict',
  'not_comparable',
])
export type RelationName = z.infer<typeof RelationName>

/** One row of `relations`: two claims, how they stand to each other, and how comparable they are. */
export const Relation = z.object({
  claim_a: z.string().describe('Id of the first claim.'),
  claim_b: z.string().describe('Id of the second claim.'),
  relation: RelationName.describe('How the two stand to each other.'),
  comparability: z.enum(['strict', 'near', 'none']).describe('strict: one key; near: all of it but one part; none.'),
  strength: z.string().nullable().describe('tight, loose or weak.'),
  reason: z.string().nullable().describe('Why: what they differ in, or by which rule they are ordered.'),
  observation_id: z.string().nullable().describe('The observation of both; null where they are not on one key.'),
  gap: Decimal.nullable().describe('Distance between the intervals.'),
  ulps: Decimal.nullable().describe('Difference in units of the coarser last digit.'),
  rel_diff: Decimal.nullable().describe('Difference as a part of the greater.'),
  digit_distance: z.int().nullable().describe('Damerau-Levenshtein distance of the digits.'),
  preferred: z.string().nullable().describe('Id of the finer of a refinement, or of the later of a supersession.'),
  hints: z
    .array(z.string())
    .describe('through_about, large_revision, scale_suspect, same_series, stalled, opposite_sides.'),
  pairs: z
    .int()
    .positive()
    .describe('Pairs that the row stands for: 1, or all between two values where a key has too many.'),
})
export type Relation = z.infer<typeof Relation>

/** One row of `conflicts`: the relations a reviewer must see. */
export const Conflict = z.object({
  ...Relation.shape,
  cause: z
    .enum(['revision', 'truncation', 'scale', 'unit', 'denominator', 'typo', 'facet', 'unknown'])
    .describe('Likely cause.'),
  cause_evidence: z.array(z.string()).describe('What says so: ids of checks, names of tests.'),
  depends_on: z.string().nullable().describe('The conflict it follows from.'),
  resolution: z.string().describe('What was done: preferred_a, preferred_b, unresolved ...'),
  decided_by: z.string().nullable().describe('The rule or the ruling that decided.'),
})
export type Conflict = z.infer<typeof Conflict>

/** One row of `checks`: an identity bound to claims, what it predicts, and how the claims stand to it. */
export const Check = z.object({
  id: z.string().describe('Stable id of the check.'),
  relation: z
    .string()
    .describe(
      'share, place_share, sum, growth, delta, gap, fx, bound, per_unit, from_to, path, pace, latent, series ...',
    ),
  scope: z.enum(['document', 'origin', 'all']).describe('How far its inputs reach: one document, one origin, or all.'),
  observation_id: z
    .string()
    .nullable()
    .describe('The observation that it predicts; null where that is no observation.'),
  force: z.enum(['hard', 'soft']).describe('hard: a failed check speaks against claims; soft: information only.'),
  documents: z.array(z.string()).describe('Documents its inputs come from.'),
  inputs: z.array(z.string()).describe('role:claim id.'),
  predicted_low: Decimal.nullable().describe('Lower end of what arithmetic predicts.'),
  predicted_high: Decimal.nullable().describe('Upper end of it.'),
  observed_low: Decimal.nullable().describe('Lower end of what the text says.'),
  observed_high: Decimal.nullable().describe('Upper end of it.'),
  outcome: z
    .enum(['supports', 'compatible', 'refutes', 'uninformative', 'untestable'])
    .describe('How what is said stands to what is predicted.'),
  margin: Decimal.nullable().describe('Distance between the two intervals.'),
  supports: z.array(z.string()).describe('Ids of the claims it supports.'),
  refutes: z.array(z.string()).describe('Ids of the claims it refutes.'),
  text: z.string().describe('The arithmetic in one sentence.'),
})
export type Check = z.infer<typeof Check>

/** One row of `hedges`: how far a hedged figure was from the finer one on its key, in granules. */
export const Hedge = z.object({
  claim: z.string().describe('Id of the hedged claim.'),
  modifier: z.string().describe('Its modifier: about, more than, nearly ...'),
  granule: Decimal.describe('The step of its last written digit.'),
  against: z.string().describe('The finer claim.'),
  realised: Decimal.describe('(finer value - hedged value) / granule.'),
})
export type Hedge = z.infer<typeof Hedge>

/** One row of `calibration`: how often a grade or a rule was right where that is known. */
export const Calibration = z.object({
  subject: z.string().describe('grade:A or rule:name.'),
  n: z.int().describe('Cases where the truth is known.'),
  right: z.int().describe('Of these, how many were right.'),
  low: Decimal.nullable().describe('Wilson 95% lower limit.'),
  high: Decimal.nullable().describe('Wilson 95% upper limit.'),
  text: z.string().describe('The same in words; says so where it is not measured yet.'),
})
export type Calibration = z.infer<typeof Calibration>

/** One row of `legal_documents`: a decision, decree, resolution ... as all texts together name it. */
export const LegalDocumentRow = z.object({
  number: z.string().describe('Canonical number.'),
  type: z.string().nullable().describe('Decision, Decree, Resolution ...; null where texts disagree.'),
  issuer: z.string().nullable().describe('Who issued it; null where texts disagree.'),
  issued: Period.nullable().describe('Date of issue; null where texts disagree.'),
  title: z.string().nullable().describe('Its title, where a text quotes it; null where texts disagree.'),
  in_force_from: Period.nullable().describe(
    'Day from which it is in force, where a text says so; null where texts disagree.',
  ),
  implements: z.array(z.string()).describe('Numbers of the documents it implements.'),
  amends: z.array(z.string()).describe('Numbers of the documents it amends.'),
  replaces: z.array(z.string()).describe('Numbers of the documents it replaces.'),
  under: z.array(z.string()).describe('Numbers of the documents it was issued under.'),
  mentioned_in: z.array(z.string()).describe('Names of documents.'),
  claims: z.array(z.string()).describe('Ids of the mentions.'),
})
export type LegalDocumentRow = z.infer<typeof LegalDocumentRow>

/** What a text states of a legal document besides its number, type, issuer and date of issue. Found document by document. */
export interface LegalStatement {
  readonly number: string
  readonly field: 'title' | 'in_force_from'
  readonly value: string
  readonly claim: string
}

/** One link between legal documents that a text states, with the words. Found document by document. */
export interface LegalLink {
  readonly from: string
  readonly relation: 'implements' | 'amends' | 'replaces' | 'under'
  readonly to: string
  readonly claim: string
}
