import type { When } from '../../extractors/grammar/calendar.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import type { DocumentContext } from './context.ts'
import { edtfOf, isBaseline, isGeneric, isLegalDate } from './dates.ts'
import type { Draft } from './draft.ts'
import { type Lead, leadsOf } from './leads.ts'
import { natureOf } from './nature.ts'
import { isAhead, isEarlier, lastDay } from './periods.ts'
import { take } from './take-date.ts'

interface LeadDate {
  readonly reading: PassageReading
  readonly when: When
  readonly rule: Lead['rule']
}

const isPart = ({ is, month, quarter, half, of }: When): boolean =>
  is !== 'year' &&
  is !== 'year_range' &&
  (month !== undefined ||
    quarter !== undefined ||
    half !== undefined ||
    of?.month !== undefined ||
    is === 'first_months' ||
    is === 'end')

/** "At 30 June" over a column headed 2023, "Q2" under a caption that says 2024: the part of the year and the year stand apart. */
const joined = (first: LeadDate, all: readonly LeadDate[]): When => {
  const others = all.filter((each) => each.rule !== 'heading' && each.rule !== 'list-lead' && each !== first)
  if (first.rule === 'heading' || first.rule === 'list-lead') return first.when
  if (first.when.is === 'year') {
    const part = others.find(({ when }) => isPart(when))?.when
    return part === undefined
      ? first.when
      : { ...withYear(part, first.when.year!), first: first.when.first, last: first.when.last }
  }
  const year = others.find(({ when }) => when.is === 'year')?.when.year
  return isPart(first.when) && first.when.year === undefined && first.when.of?.year === undefined && year !== undefined
    ? withYear(first.when, year)
    : first.when
}

const withYear = (when: When, year: number): When =>
  when.of === undefined ? { ...when, year } : { ...when, of: { ...when.of, year } }

/** "The last days of the year" over what the text of 9 December tells: a day to come dates no result. */
const isStillAhead = (draft: Draft, { reading, when, rule }: LeadDate, context: DocumentContext): boolean => {
  if (rule !== 'heading' || draft.status !== 'actual' || when.is !== 'end' || when.of !== undefined) return false
  const period = edtfOf(reading, when, context, false)
  return period !== null && isAhead(period, context.anchor)
}

const isOf = ({ rule }: LeadDate, which: 'lead' | 'heading'): boolean => (rule === 'heading') === (which === 'heading')

/** The date of what governs a passage: a lead of its list or table, or, further off, its heading. */
export const fromLeads = (draft: Draft, context: DocumentContext, which: 'lead' | 'heading'): boolean => {
  const dates = leadsOf(draft.reading, context).flatMap(({ reading, rule }): LeadDate[] => {
    if (reading.passage.role === 'title' || reading === context.title) return []
    const when = reading.whens.find(
      (each) =>
        !isLegalDate(reading, each) &&
        !isEarlier(each) &&
        !isBaseline(reading, each, draft.measure === 'change') &&
        !isGeneric(each),
    )
    return when === undefined ? [] : [{ reading, when, rule }]
  })
  const isTaken = dates.some(
    (date) =>
      isOf(date, which) &&
      !isStillAhead(draft, date, context) &&
      take(draft, date.reading, joined(date, dates), context, date.rule, date.rule !== 'heading'),
  )
  const isState = natureOf(draft, context) === 'stock' && draft.measure === 'level' && draft.status === 'actual'
  if (isTaken && which === 'heading' && isState && draft.period !== null && monthsPattern.test(draft.period))
    draft.period = lastDay(draft.period)
  return isTaken
}

const monthsPattern = /^\d{4}-\d\d\/\d{4}-\d\d$/u
