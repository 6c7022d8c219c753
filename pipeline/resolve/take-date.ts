import type { When } from '../../extractors/grammar/calendar.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import { isComparative } from './comparative.ts'
import type { DocumentContext } from './context.ts'
import { edtfOf } from './dates.ts'
import type { Draft } from './draft.ts'
import { yearBefore } from './periods.ts'

/** Goals, forecasts and what "will" be lie ahead: "From July 1 pensions will rise" in April is of this July. */
const isToCome = ({ reading: { scan }, sentence, status }: Draft): boolean =>
  status !== 'actual' || scan.all('future').some(({ first, last }) => first >= sentence.first && last <= sentence.last)

const spanBefore = (draft: Draft): string | null => {
  for (let each = draft.before; each !== null; each = each.before)
    if (each.period?.includes('/') && each.status === draft.status && !isComparative(each)) return each.period
  return null
}

export const take = (
  draft: Draft,
  reading: PassageReading,
  when: When,
  context: DocumentContext,
  rule: string,
  stated = true,
): boolean => {
  let value = edtfOf(reading, when, context, isToCome(draft))
  // "In the same month last year it was 1.4 million": the period of the figure before, a year earlier.
  // "three ferries in the period": that of the figures before.
  if (when.is === 'the_period') value = spanBefore(draft) ?? value
  if (when.is === 'same_period') value = draft.before?.period == null ? null : yearBefore(draft.before.period)
  if (value === null) return false
  draft.period = value
  draft.grounds.set('period', { reading, first: when.first, last: when.last, rule, stated })
  const isFromTo = reading.scan.words.slice(when.first + 1, when.last).some(({ kind }) => kind === 'word')
  if (draft.measure === 'change' && when.is === 'year_range' && isFromTo && rule.startsWith('same-')) {
    // "from 2019 to 2021 it gained 47,500": the second year is measured against the first.
    draft.period = String(when.year2)
    draft.baseline = String(when.year)
  }
  return true
}
