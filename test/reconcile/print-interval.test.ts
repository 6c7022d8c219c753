import { describe, expect, test } from 'vitest'
import { interval, point } from '../../pipeline/reconcile/interval.ts'
import { printInterval, printNumber } from '../../pipeline/reconcile/print-interval.ts'
import { parseDecimal } from '../../pipeline/reconcile/rational.ts'

const print = { digits: 5, scales: [{ power: 6, word: 'million' }] }
const between = (low: string, high: string) => interval(parseDecimal(low), parseDecimal(high))!

describe('a derived number is written for a reader', () => {
  test.each([
    ['384480.2', '384694.6', 'VND', '384,480–384,695 VND'],
    ['9999.2', '10000.5', null, '9999–10,001'],
    ['-25000.5', '-12345.4', null, '-25,001 to -12,345'],
    ['48655000', '49040000', null, '48.655–49.040 million'],
    ['2.94661', '2.97655', 'percent', '2.9466–2.9766%'],
  ])('%s to %s %s', (low, high, unit, text) => {
    expect(printInterval(between(low, high), unit, print)).toBe(text)
  })

  test.each([
    ['123456', '123,456'],
    ['-100000', '-100,000'],
    ['2022', '2022'],
    ['0.5', '0.5'],
    ['2500000', '2.5 million'],
  ])('%s alone', (value, text) => {
    expect(printNumber(parseDecimal(value), null, print, 'nearest')).toBe(text)
    expect(printInterval(point(parseDecimal(value)), null, print)).toBe(text)
  })
})
