import type { Hedge } from '../../schemas/observation.ts'
import type { Keyed } from './keyed.ts'
import { exactDecimal, printPlaces } from './print-rational.ts'
import { compare, divide, subtract } from './rational.ts'

/**
 * How far hedged figures were from the finer one of their value: (finer - hedged) / granule. By these the factors of
 * `reconciliation.yaml` are estimated from data. Sorted by claim.
 */
export const hedgeRows = (keyed: Iterable<Keyed>): Hedge[] => {
  const rows: Hedge[] = []
  for (const { winner } of keyed) {
    if (winner === null) continue
    const finer = winner.best
    for (const { claim, writing } of winner.claims) {
      if (writing === null || writing.value === null || finer.writing?.value == null || claim === finer.claim) continue
      if (writing.modifier === 'exact' || writing.modifier === 'range') continue
      if (compare(finer.writing.granule, writing.granule) >= 0) continue
      rows.push({
        claim: claim.id,
        modifier: writing.modifier,
        granule: exactDecimal(writing.granule) ?? '',
        against: finer.claim.id,
        realised: printPlaces(divide(subtract(finer.writing.value, writing.value), writing.granule), 4),
      })
    }
  }
  return rows.sort((a, b) => (a.claim < b.claim ? -1 : a.claim > b.claim ? 1 : 0))
}
