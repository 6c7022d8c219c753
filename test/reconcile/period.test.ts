import { describe, expect, test } from 'vitest'
import { daysBetween, normalPeriod, periodText } from '../../pipeline/reconcile/period.ts'

const shown = (period: string | null, form: 'stock' | 'flow' | 'horizon', accumulated = false): string | null => {
  const found = normalPeriod(period, form, accumulated)
  return found === null ? null : `${periodText(found)} ${found.rule}`
}

describe('normal forms', () => {
  test.each([
    ['2021', 'stock', '2021-12-31 stock_year_end'],
    ['2021', 'flow', '2021-01-01/2021-12-31 exact'],
    ['2021-12-31', 'stock', '2021-12-31 exact'],
    ['2021-12-31', 'flow', '2021-01-01/2021-12-31 cumulative_to_date'],
    ['2022-02-28', 'flow', '2022-01-01/2022-02-28 cumulative_to_date'],
    ['2022-02', 'stock', '2022-02-28 stock_month_end'],
    ['2024-02', 'stock', '2024-02-29 stock_month_end'],
    ['2022-02', 'flow', '2022-02-01/2022-02-28 exact'],
    ['2023-01/2023-09', 'flow', '2023-01-01/2023-09-30 exact'],
    ['2023-01/2023-09', 'stock', '2023-09-30 stock_range_end'],
    ['2025', 'horizon', '2025-12-31 horizon'],
    ['2025-12-31', 'horizon', '2025-12-31 exact'],
    ['2020/2025', 'horizon', '2025-12-31 horizon'],
  ] as const)('%s of a %s', (period, form, expected) => expect(shown(period, form)).toBe(expected))
  test('a month that the text says is accumulated begins with its year', () => {
    expect(shown('2022-02', 'flow', true)).toBe('2022-01-01/2022-02-28 cumulative_to_date')
  })
  test.each([null, '2021~', '202X', '2021-0X', '2021?'])('%s is not known to the day', (period) => {
    expect(shown(period, 'stock')).toBeNull()
  })
})

test('days between two days, over a leap day and a turn of the century', () => {
  expect(daysBetween('2021-12-31', '2022-02-28')).toBe(59)
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  expect(daysBetween('1900-02-28', '1900-03-01')).toBe(1)
  expect(daysBetween('2000-01-01', '2000-01-01')).toBe(0)
})
