import type { Indicator } from '../../schemas/catalog.ts'
import type { DocumentContext } from './context.ts'
import type { Draft } from './draft.ts'

/** Whether what a figure measures is a stock, a flow, a rate ...; null where the catalog does not know it. */
export const natureOf = ({ indicator }: Draft, { catalog }: DocumentContext): Indicator['nature'] | null =>
  indicator === null ? null : (catalog.catalog.indicators.get(indicator)?.nature ?? null)

/** "The benefit is | 60 percent of your average wage": a share of what a rate is of is what a rule lays down, whether or not the catalog follows it. */
export const isRateLike = (draft: Draft, context: DocumentContext): boolean => {
  if (natureOf(draft, context) === 'rate') return true
  const { kind, measure, of, indicator } = draft
  if (kind !== 'percentage' || measure !== 'level' || of === null || indicator !== null) return false
  for (const each of context.catalog.catalog.indicators.values())
    if (each.nature === 'rate' && (each.of === of || each.wholes.includes(of))) return true
  return false
}
