import type { ClaimPlacement } from '../../schemas/claim.ts'
import { brackets } from './interval.ts'
import { observationId } from './key.ts'
import type { Placed } from './placed.ts'
import { exactDecimal } from './print-rational.ts'

/** What reconciling adds to a claim. A unit of change that arithmetic settled stands here; the key keeps what was written. */
export const placementOf = (
  { claim, key, change_unit, writing, period, flags }: Placed,
  settled: ReadonlyMap<string, 'percentage_point' | 'percent'>,
): ClaimPlacement => ({
  observation_id: key === null ? null : observationId(key),
  change_unit: change_unit === 'ambiguous' && key !== null ? (settled.get(key) ?? change_unit) : change_unit,
  granule: writing === null ? null : exactDecimal(writing.granule),
  e_low: writing === null ? null : exactDecimal(writing.meant.low),
  e_high: writing === null ? null : exactDecimal(writing.meant.high),
  e_open: writing === null ? null : brackets(writing.meant),
  period_start: period?.start ?? null,
  period_end: period?.end ?? null,
  period_rule: period?.rule ?? null,
  flags: [...new Set([...claim.flags, ...flags])],
})
