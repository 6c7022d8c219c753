import { groupBy } from '../group-by.ts'
import { resolveCalledAlike } from './called-alike.ts'
import type { DocumentContext } from './context.ts'
import { resolveCurrency } from './currency.ts'
import type { Draft } from './draft.ts'
import { draftsOf } from './drafts.ts'
import { resolveIndicator } from './indicator.ts'
import { resolveLegal, shareLegal } from './legal.ts'
import { resolveMeasure } from './measure.ts'
import { resolveModifier } from './modifier.ts'
import { nationalRate } from './national-rule.ts'
import { resolveOf, resolveUsualWhole } from './of.ts'
import { resolvePeriod } from './period.ts'
import { resolvePlace } from './place.ts'
import { shareOutPlaces } from './place-list.ts'
import { shareOut } from './respectively.ts'
import { resolveSeparator } from './separator.ts'
import { resolveStatus } from './status.ts'
import { resolveTableHeader } from './table-header.ts'
import { datesOfTitle } from './title-period.ts'
import { findTwin } from './twin.ts'
import { resolveUnit } from './unit.ts'

/** Claims back to which a period may be carried: what stands further back no reader has in mind. */
const reach = 400

/** Fills every draft, field by field in an order in which each finds what it needs. */
export const resolve = (context: DocumentContext): Draft[] => {
  const drafts = context.readings.flatMap((reading) => draftsOf(reading))
  for (const [index, draft] of drafts.entries()) draft.before = drafts[index - 1] ?? null
  for (const own of groupBy(drafts, ({ sentence }) => sentence).values()) {
    shareOut(own, context)
    shareOutPlaces(own, context)
  }
  for (const draft of drafts) {
    resolveTableHeader(draft, context)
    resolveCalledAlike(draft)
    resolveUnit(draft, context)
    resolveModifier(draft)
    findTwin(draft)
    resolveMeasure(draft, context)
  }
  const before: Draft[] = []
  for (const draft of drafts) {
    resolveStatus(draft, context)
    resolveOf(draft, context)
    resolvePlace(draft, context)
    resolveCurrency(draft, context)
    resolveSeparator(draft, context)
    resolveIndicator(draft, context)
    nationalRate(draft, context)
    resolveUsualWhole(draft, context)
    resolvePeriod(draft, context, before)
    resolveLegal(draft, context)
    before.push(draft)
    if (before.length > reach) before.shift()
  }
  datesOfTitle(drafts, context)
  shareLegal(drafts)
  return drafts
}
