import { z } from 'zod'
import { Direction, Kind, Measure, Modifier, Reading, Status, Step } from './mention.ts'
import { Decimal, Period } from './span.ts'

/** Where a claim stands: Unicode code points of the decoded text, end exclusive, with the quote and what surrounds it. */
export const Selector = z.object({
  start: z.int().nonnegative().describe('First code point in the decoded text, from 0.'),
  end: z.int().nonnegative().describe('Code point after the last.'),
  exact: z.string().describe('The characters of the text.'),
  prefix: z.string().describe('What stands right before.'),
  suffix: z.string().describe('What stands right after.'),
})
export type Selector = z.infer<typeof Selector>

export const Quote = z.object({
  start: z.int().nonnegative().describe('First code point.'),
  end: z.int().nonnegative().describe('Code point after the last.'),
  exact: z.string().describe('The characters of the text.'),
})
export type Quote = z.infer<typeof Quote>

/** The words that say a field: where they stand, the rule that took them, and whether the text states it or it is implied. */
export const Evidence = z.object({
  start: z.int().nonnegative().describe('First code point of these words.'),
  end: z.int().nonnegative().describe('Code point after their last.'),
  exact: z.string().describe('The words that say it.'),
  rule: z.string().describe('The rule that took them.'),
  stated: z.boolean().describe('true where the text states it, false where it is implied.'),
})
export type Evidence = z.infer<typeof Evidence>

/** The fields of a claim that rest on words of the text. */
export const EvidenceField = z.enum([
  'value',
  'unit',
  'modifier',
  'measure',
  'indicator',
  'subject',
  'status',
  'period',
  'baseline',
  'place',
  'of',
  'facet',
  'issued',
  'issuer',
  'type',
])
export type EvidenceField = z.infer<typeof EvidenceField>

/**
 * A claim: one number (or legal document) of one text, read with its context. All fields come from one document alone;
 * what reconciling adds is in `ClaimRow`. The vocabulary is that of `test/gold/GUIDELINES.md`.
 */
export const Claim = z.object({
  id: z.string().describe('Stable id: hash of document name, source hash, start, end and ordinal.'),
  document: z.string().describe('Name of the document.'),
  kind: Kind.describe('What sort of expression it is.'),
  value: Decimal.nullable().describe(
    'The number: percent in percent, counts in units, money in whole currency units; null for a range.',
  ),
  low: Decimal.nullable().describe('Lower end of a range, inclusive.'),
  high: Decimal.nullable().describe('Upper end of a range, inclusive.'),
  unit: z
    .string()
    .nullable()
    .describe('percent, percentage_point, an ISO 4217 code, or the thing counted (singular English).'),
  modifier: Modifier.nullable().describe('The word that widens the number: about, more than, nearly ...'),
  measure: Measure.nullable().describe('level, change against a baseline, or gap from a target.'),
  direction: Direction.nullable().describe('Of a change or a gap.'),
  indicator: z.string().nullable().describe('Indicator of the catalog, or null where none fits.'),
  subject: z.string().nullable().describe('What is counted or measured, as the text words it.'),
  status: Status.nullable().describe('actual, estimate or target.'),
  period: Period.nullable().describe('What the number is of or as of (EDTF).'),
  baseline: Period.nullable().describe('For a change: the period compared with (EDTF).'),
  place: z.string().nullable().describe('ISO 3166 code.'),
  of: z.string().nullable().describe('What a percentage is a share of.'),
  facet: z
    .string()
    .nullable()
    .describe('What sets it apart from the indicator as a whole: an instrument, a subgroup, a mode.'),
  number: z.string().nullable().describe('Legal document: canonical number.'),
  type: z.string().nullable().describe('Legal document: Decision, Decree, Resolution ...'),
  issued: Period.nullable().describe('Legal document: date of issue.'),
  issuer: z.string().nullable().describe('Legal document: who issued it.'),
  digits: z.string().describe('The numeral as written.'),
  scale: z.string().nullable().describe('The scale word as a power of ten: 6 for million; null where there is none.'),
  readings: z.array(Reading).describe('Both readings, where one separator is ambiguous.'),
  rule: z.string().describe('Name of the extractor that read it.'),
  flags: z.array(z.string()).describe('What a reviewer should know: unit_inferred, format_by_profile ...'),
  source: z.object({
    path: z.string().describe('POSIX path of the file, relative to the folder that was given.'),
    sha256: z.string().describe('SHA-256 of the file, in hex.'),
  }),
  selector: Selector,
  line: z.int().positive().describe('Line of the start, from 1.'),
  column: z.int().positive().describe('Column of the start in code points, from 1.'),
  sentence: Quote.describe('Of the sentence it stands in'),
  evidence: z.partialRecord(EvidenceField, Evidence),
  steps: z.array(Step).describe('How the text became the value, replayable.'),
})
export type Claim = z.infer<typeof Claim>

/** What reconciling adds to a claim: its place in the observation key and the interval its digits mean. */
export const ClaimPlacement = z.object({
  observation_id: z.string().nullable().describe('The observation it belongs to; null where it has no key.'),
  change_unit: z
    .enum(['percent', 'percentage_point', 'absolute', 'ambiguous'])
    .nullable()
    .describe('Unit of a change or gap.'),
  granule: Decimal.nullable().describe('The step of the last written digit.'),
  e_low: Decimal.nullable().describe('Lower end of what a normal writer means.'),
  e_high: Decimal.nullable().describe('Upper end of what a normal writer means.'),
  e_open: z.enum(['[]', '()', '[)', '(]']).nullable().describe('Which ends are open.'),
  period_start: Period.nullable().describe('First day of the period in normal form.'),
  period_end: Period.nullable().describe('Last day of the period in normal form.'),
  period_rule: z.string().nullable().describe('How the period was brought to normal form.'),
  flags: z
    .array(z.string())
    .describe(
      'What a reviewer should know, of the reading and of the placing: unit_inferred, facet_unknown, rejected ...',
    ),
})
export type ClaimPlacement = z.infer<typeof ClaimPlacement>

/** Where the report shows a row. */
export const page = z
  .string()
  .describe('Where the audit report shows it: path from the folder of the dataset, with the fragment.')

/** One row of `claims`. */
export const ClaimRow = z.object({ ...Claim.shape, ...ClaimPlacement.shape, page })
export type ClaimRow = z.infer<typeof ClaimRow>

/** One row of `unclaimed`: a run of characters with digits that is no claim, and why. */
export const UnclaimedRow = z.object({
  document: z.string().describe('Name of the document.'),
  start: z.int().nonnegative().describe('First code point.'),
  end: z.int().nonnegative().describe('Code point after the last.'),
  exact: z.string().describe('The characters.'),
  reason: z.string().describe('Why it is no claim.'),
  rule: z.string().describe('The rule that set it aside.'),
})
export type UnclaimedRow = z.infer<typeof UnclaimedRow>
