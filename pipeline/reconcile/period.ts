import type { Indicator } from '../../schemas/catalog.ts'

/** A period brought to normal form: first and last day (ISO 8601), equal for what is as of a day. */
export interface NormalPeriod {
  readonly start: string
  readonly end: string
  /** How it was brought to normal form: exact, stock_year_end, cumulative_to_date ... */
  readonly rule: string
}

/** What a period is to a figure: a stock is as of a day, a flow is over the days, a goal has a horizon. */
export type PeriodForm = 'stock' | 'flow' | 'horizon'

export const periodForm = (nature: Indicator['nature'] | null, isTarget: boolean): PeriodForm =>
  isTarget ? 'horizon' : nature === 'flow' || nature === 'duration' ? 'flow' : 'stock'

type Precision = 'year' | 'month' | 'day' | 'range'

const daysIn = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const firstDay = (date: string): string =>
  date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date

const lastDay = (date: string): string => {
  if (date.length === 4) return `${date}-12-31`
  if (date.length > 7) return date
  return `${date}-${daysIn(Number(date.slice(0, 4)), Number(date.slice(5, 7)))}`
}

const precisionOf = (period: string): Precision =>
  period.includes('/') ? 'range' : period.length === 4 ? 'year' : period.length === 7 ? 'month' : 'day'

/** First and last day of a date or span that is known to the day; null where it is not. */
export const daysOf = (date: string | null): { readonly first: string; readonly last: string } | null => {
  if (date === null || /[X~?%]/u.test(date)) return null
  const [from = date, to = from] = date.split('/')
  return { first: firstDay(from), last: lastDay(to) }
}

/**
 * The normal form of a period (EDTF) for a stock, a flow or a goal, or null where it is not known to the day:
 * "2021" of a stock is 2021-12-31; "2022-02-28" of a flow runs from 2022-01-01 ("54.6 trillion by the end of
 * February" is two months). A month of a flow stands alone unless the text says that it is accumulated.
 */
export const normalPeriod = (period: string | null, form: PeriodForm, accumulated = false): NormalPeriod | null => {
  const days = daysOf(period)
  if (period === null || days === null) return null
  const precision = precisionOf(period)
  const { first: start, last: end } = days
  if (form === 'flow') {
    if (precision !== 'day' && !(precision === 'month' && accumulated)) return { start, end, rule: 'exact' }
    return { start: `${end.slice(0, 4)}-01-01`, end, rule: 'cumulative_to_date' }
  }
  if (precision === 'day') return { start: end, end, rule: 'exact' }
  return { start: end, end, rule: form === 'horizon' ? 'horizon' : `stock_${precision}_end` }
}

/** A normal form as one string: a day, or first and last day. */
export const periodText = (period: NormalPeriod): string =>
  period.start === period.end ? period.end : `${period.start}/${period.end}`

/** Days since 1 March 0000 in the Gregorian calendar; only differences mean anything. */
const dayNumber = (date: string): number => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const [y, m] = month > 2 ? [year, month - 3] : [year - 1, month + 9]
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day
}

/** Days from one ISO day to another. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)
