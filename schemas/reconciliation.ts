import { z } from 'zod'
import { Modifier } from './mention.ts'
import { Decimal } from './span.ts'

/** An interval around a written number, in granules: how far below and above it reaches, and which ends are open. */
export const Reach = z.strictObject({
  below: Decimal,
  above: Decimal,
  open: z.enum(['none', 'both', 'low', 'high']).default('none'),
})
export type Reach = z.infer<typeof Reach>

/** What a modifier does to a number. `meant` is what a normal writer means, `allowed` what the words still allow. */
export const ModifierReach = z.strictObject({
  side: z.enum(['both', 'above', 'below']).describe('On which side of the number the words put the truth.'),
  meant: Reach,
  allowed: Reach,
  cuts: z.boolean().default(false).describe('Whether the writer may have cut the digits instead of rounding them.'),
})
export type ModifierReach = z.infer<typeof ModifierReach>

/** The numbers that reconciling rests on (`reconciliation.yaml`): every factor, limit and cap, with none in the code. */
export const ReconciliationSettings = z.strictObject({
  granule_cap: Decimal.describe('Stripped zeros widen a granule to this share of the value at most.'),
  modifiers: z.record(Modifier, ModifierReach),
  uninformative_granules: Decimal.describe(
    'A prediction wider than so many granules of the figure says nothing of it.',
  ),
  most_pairs: z.int().positive().describe('Pair rows of one key; beyond it one row stands for clique against clique.'),
  most_combinations: z.int().positive().describe('Ways in which rival figures are put into one identity.'),
  most_component_claims: z
    .int()
    .positive()
    .describe('Figures in one repair; a larger component is said to be too large.'),
  most_repair_steps: z.int().positive().describe('Tests of feasibility in one repair.'),
  round_step: Decimal.describe('Targets are stipulated and hence round: multiples of this, in percent.'),
  shingle_words: z.int().positive(),
  shingle_containment: Decimal.describe('Two texts are one report where so much of the smaller is in the other.'),
  drift_p: Decimal,
  drift_pairs: z.int().positive().describe('Fewest underlying quantities for a drift test.'),
  large_revision: Decimal.describe('Relative change from an estimate to the actual figure that a reviewer should see.'),
  measured_from: z.int().positive().describe('Fewest known cases for a rate to be printed as measured.'),
  facet_length: z.int().positive().describe('Longest phrase, in characters, that names a facet.'),
  print: z
    .strictObject({
      digits: z.int().positive().describe('Significant digits of a derived number.'),
      scales: z.array(z.strictObject({ power: z.int(), word: z.string() })).describe('Scale words, the largest first.'),
    })
    .describe('How derived numbers are written in explanations.'),
})
export type ReconciliationSettings = z.infer<typeof ReconciliationSettings>
