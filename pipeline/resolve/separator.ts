import { compareDecimal } from '../../extractors/grammar/decimal.ts'
import type { DocumentContext } from './context.ts'
import type { Draft } from './draft.ts'
import { populationOf } from './indicator.ts'

/** People in the world: more than that is no count of people anywhere. */
const world = '10000000000'

/**
 * Which reading of a numeral with one separator holds (reconciliation, section 5). A reading falls by a hard test: a count without a scale word
 * is whole (F2), and so is an amount of a currency without small coin; people are no more than live in the place (F3). Of two that stand the locale's is taken.
 */
export const resolveSeparator = (draft: Draft, context: DocumentContext): void => {
  const { readings, scale } = draft.mention
  if (draft.headerScale !== null) return
  if (readings.length < 2 || draft.mention.kind === 'legal_document') return
  const isPeople = draft.kind === 'count' && draft.unit !== null && context.people.has(draft.unit.split(' ').at(-1)!)
  const population = isPeople ? (populationOf(draft, context) ?? world) : null
  // "500.000 đồng a month" in an English text: nobody writes thousandths of a dong.
  const isWholeMoney =
    draft.kind === 'money' &&
    scale === null &&
    draft.unit !== null &&
    (context.catalog.catalog.units.get(draft.unit)?.whole ?? false)
  const holds = (value: string): boolean => {
    if (draft.kind === 'count' && scale === null && value.includes('.')) return false
    if (isWholeMoney && value.includes('.')) return false
    if (population !== null && compareDecimal(value, population) > 0) return false
    return !(draft.kind === 'percentage' && draft.measure === 'level' && compareDecimal(value, '1000') >= 0)
  }
  const standing = readings.filter(({ value }) => holds(value))
  const chosen = standing[0]
  if (chosen === undefined || chosen === readings[0]) return
  draft.value = chosen.value
  draft.flags.add('format_by_bound')
}
