import { compareDecimal } from '../../extractors/grammar/decimal.ts'
import type { Indicator } from '../../schemas/catalog.ts'
import type { DocumentContext } from './context.ts'
import type { Draft } from './draft.ts'

/** Whether a claim of this kind and unit can be a figure of the indicator. A change of it is in percent or in its unit. */
export const fits = (draft: Draft, indicator: Indicator, context: DocumentContext): boolean => {
  const { kind, unit, measure } = draft
  const inPercent = indicator.unit === 'percent'
  if (kind === 'percentage') {
    if (measure === 'change' || measure === 'gap') return unit !== 'percentage_point' || inPercent
    // A share of a plan or of a total is a percentage of an indicator in any unit.
    return (
      inPercent || indicator.as_share || isShareOfTotal(draft, indicator, context) || isShareOfGroup(draft, indicator)
    )
  }
  if (kind === 'multiple') return measure === 'change'
  if (kind === 'money') return indicator.unit === 'currency' && isTotal(draft, indicator)
  if (kind === 'duration') return indicator.nature === 'duration' && indicator.unit === unit
  if (kind !== 'count' || inPercent || indicator.unit === 'currency') return false
  if (unit === null) return true
  return accepts(indicator, unit, context)
}

/** "A visit that costs less than | 351,000 dong is reimbursed": what one person pays or is paid is no total of a fund. */
const isTotal = ({ value, low, unit }: Draft, { totals_from }: Indicator): boolean => {
  const least = totals_from[unit ?? ''] ?? totals_from.other
  const amount = value ?? low
  return least === undefined || amount === null || compareDecimal(amount, least) >= 0
}

/** "72.4 per cent of the plan", "35% of all spending": the catalog says what is planned or split there. */
const isShareOfTotal = (draft: Draft, indicator: Indicator, context: DocumentContext): boolean => {
  const totals = (draft.of === null ? undefined : context.catalog.catalog.denominators.get(draft.of))?.total_of ?? []
  return totals.includes('any') || totals.includes(indicator.id)
}

/** "58.9 per cent of the new subscribers": a share of those who are counted carries the indicator that counts them. */
const isShareOfGroup = (draft: Draft, indicator: Indicator): boolean => {
  const whole = draft.grounds.get('of')
  if (whole === undefined || indicator.unit !== 'person' || draft.of === null || indicator.wholes.includes(draft.of))
    return false
  const aspects = indicator.cues.slice(1).flat()
  return whole.reading.scan
    .all('term')
    .some((hit) => hit.first >= whole.first && hit.last <= whole.last && aspects.includes(hit.value))
}

const lastWord = (unit: string): string => unit.split(' ').at(-1)!

/** Whether the indicator is counted in this unit. A unit whose base is a person is people, whatever the text calls them. */
const accepts = (indicator: Indicator, unit: string, context: DocumentContext): boolean => {
  const wanted = [indicator.unit, ...indicator.units]
  if (wanted.includes(unit) || wanted.includes(lastWord(unit))) return true
  return wanted.includes('person') && (context.people.has(unit) || context.people.has(lastWord(unit)))
}
