import type { Figure } from '../../schemas/result.ts'
import type { CorpusView } from './corpus-view.ts'
import { type Interval, interval } from './interval.ts'
import type { Knowledge } from './knowledge.ts'
import type { Placed } from './placed.ts'
import { parseDecimal } from './rational.ts'
import { isRefutedAtHome } from './triangulation.ts'

/** The ends that a level of the indicator can have; null where the catalog sets none. */
export const endsFor = (claim: Figure, knowledge: Knowledge): { min: string | null; max: string | null } => {
  const bounds = claim.indicator === null ? undefined : knowledge.indicators.get(claim.indicator)?.bounds
  const population = knowledge.places.find(({ code }) => code === claim.place)?.population ?? null
  return { min: bounds?.min ?? null, max: bounds?.max === 'population' ? population : (bounds?.max ?? null) }
}

/** Whether all that a figure can mean lies below the least or above the most. */
const isBeyond = (meant: Interval, min: string | null, max: string | null): boolean =>
  (min !== null && interval(parseDecimal(min), meant.high, false, meant.openHigh) === null) ||
  (max !== null && interval(meant.low, parseDecimal(max), meant.openLow, false) === null)

/** Whether no value that a claim can mean is possible: it breaks a bound of the catalog, or its own text refutes it. */
export const isInadmissible = (placed: Placed, corpus: CorpusView): boolean => {
  const { min, max } = endsFor(placed.claim, corpus.binding.knowledge)
  if (placed.claim.measure === 'level' && isBeyond(placed.writing!.meant, min, max)) return true
  const view = corpus.views.get(placed.claim.document)
  return view !== undefined && placed.key !== null && isRefutedAtHome(corpus, view, placed)
}
