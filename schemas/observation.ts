import { z } from 'zod'
import { Decimal, Period } from './span.ts'

/** One row of `observations`: all claims on one key. Columns: the nine key parts, the verdict, and what stands behind it. */
export const Observation = z.object({
  id: z.string().describe('Stable id: hash of the key.'),
  indicator: z.string(),
  measure: z.string(),
  class: z.enum(['outcome', 'target']).describe('outcome holds actual and estimate; a goal is another variable.'),
  place: z.string().nullable(),
  of: z.string().nullable(),
  unit: z.string().nullable(),
  facet: z.string().nullable(),
  period: z.string().describe('Normal form: a day, or first day/last day.'),
  baseline: z.string().nullable(),
  value: Decimal.nullable().describe('The published value; empty where unresolved.'),
  low: Decimal.nullable(),
  high: Decimal.nullable(),
  obs_status: z.enum(['A', 'E', 'P', 'D', 'B', 'U']).describe('SDMX CL_OBS_STATUS.'),
  preferred_claim: z.string().nullable(),
  n_claims: z.int(),
  n_docs: z.int(),
  n_reports: z.int(),
  n_origins: z.int(),
  n_values: z.int().describe('Least number of values that explains all claims.'),
  decided_by: z.string().nullable(),
  agree: z.array(z.string()),
  against: z.array(z.string()),
  grade: z.enum(['A', 'B', 'C', 'D', 'U']),
  comparability_note: z.string().nullable(),
  see_also: z.array(z.string()),
  decision_id: z.string().nullable(),
  explanation: z.string().describe('One sentence a reviewer can check.'),
})
export type Observation = z.infer<typeof Observation>

export const RelationName = z.enum([
  'identical', 'refines', 'consistent_bound', 'consistent_rounding', 'consistent_truncation', 'superseded', 'conflict', 'not_comparable',
])
export type RelationName = z.infer<typeof RelationName>

/** One row of `relations`: two claims, how they stand to each other, and how comparable they are. */
export const Relation = z.object({
  claim_a: z.string(),
  claim_b: z.string(),
  relation: RelationName,
  comparability: z.enum(['strict', 'near', 'none']),
  strength: z.string().nullable().describe('tight, loose or weak.'),
  reason: z.string().nullable(),
  observation_id: z.string().nullable(),
  gap: Decimal.nullable().describe('Distance between the intervals.'),
  ulps: Decimal.nullable().describe('Difference in units of the coarser last digit.'),
  rel_diff: Decimal.nullable(),
  digit_distance: z.int().nullable(),
})
export type Relation = z.infer<typeof Relation>

/** One row of `conflicts`: the relations a reviewer must see. */
export const Conflict = z.object({
  ...Relation.shape,
  cause: z.enum(['revision', 'truncation', 'scale', 'unit', 'denominator', 'typo', 'facet', 'unknown']),
  cause_evidence: z.array(z.string()),
  depends_on: z.string().nullable(),
  resolution: z.string(),
  decided_by: z.string().nullable(),
})
export type Conflict = z.infer<typeof Conflict>

/** One row of `checks`: an identity bound to claims, what it predicts, and how the claims stand to it. */
export const Check = z.object({
  id: z.string(),
  relation: z.string().describe('share, place_share, sum, growth, delta, gap, fx, bound, per_unit, ratio.'),
  scope: z.enum(['document', 'origin', 'all']),
  documents: z.array(z.string()),
  inputs: z.array(z.string()).describe('role:claim id.'),
  predicted_low: Decimal.nullable(),
  predicted_high: Decimal.nullable(),
  observed_low: Decimal.nullable(),
  observed_high: Decimal.nullable(),
  outcome: z.enum(['supports', 'compatible', 'refutes', 'uninformative', 'untestable']),
  margin: Decimal.nullable(),
  supports: z.array(z.string()),
  refutes: z.array(z.string()),
  text: z.string(),
})
export type Check = z.infer<typeof Check>

/** One row of `hedges`: how far a hedged figure was from the finer one on its key, in granules. */
export const Hedge = z.object({
  claim: z.string(),
  modifier: z.string(),
  granule: Decimal,
  against: z.string().describe('The finer claim.'),
  realised: Decimal.describe('(finer value - hedged value) / granule.'),
})
export type Hedge = z.infer<typeof Hedge>

/** One row of `calibration`: how often a grade or a rule was right where that is known. */
export const Calibration = z.object({
  subject: z.string().describe('grade:A or rule:name.'),
  n: z.int(),
  right: z.int(),
  low: Decimal.nullable().describe('Wilson 95% lower limit.'),
  high: Decimal.nullable().describe('Wilson 95% upper limit.'),
  text: z.string(),
})
export type Calibration = z.infer<typeof Calibration>

/** One row of `legal_documents`: a decision, decree, resolution ... as all texts together name it. */
export const LegalDocumentRow = z.object({
  number: z.string(),
  type: z.string().nullable(),
  issuer: z.string().nullable(),
  issued: Period.nullable(),
  title: z.string().nullable(),
  in_force_from: Period.nullable(),
  implements: z.array(z.string()).describe('Numbers of the documents it implements.'),
  amends: z.array(z.string()).describe('Numbers of the documents it amends.'),
  replaces: z.array(z.string()).describe('Numbers of the documents it replaces.'),
  under: z.array(z.string()).describe('Numbers of the documents it was issued under.'),
  mentioned_in: z.array(z.string()).describe('Names of documents.'),
  claims: z.array(z.string()).describe('Ids of the mentions.'),
})
export type LegalDocumentRow = z.infer<typeof LegalDocumentRow>

/** One link between legal documents that a text states, with the words. Found document by document. */
export interface LegalLink {
  readonly from: string
  readonly relation: 'implements' | 'amends' | 'replaces' | 'under'
  readonly to: string
  readonly claim: string
}
