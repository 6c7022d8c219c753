import type { Indicator } from '../../schemas/catalog.ts'
import type { DocumentContext } from './context.ts'
import type { Draft } from './draft.ts'

/** Whether what a figure measures is a stock, a flow, a rate ...; null where the catalog does not know it. */
export const natureOf = ({ indicator }: Draft, { catalog }: DocumentContext): Indicator['nature'] | null =>
  indicator === null ? null : (catalog.catalog.indicators.get(indicator)?.nature ?? null)
