import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  brackets,
  distance,
  hull,
  type Interval,
  intersect,
  interval,
  isWithin,
  mirror,
  over,
  overlap,
  point,
  times,
} from '../../pipeline/reconcile/interval.ts'
import { exactDecimal } from '../../pipeline/reconcile/print-rational.ts'
import { parseDecimal } from '../../pipeline/reconcile/rational.ts'

const fixed = { numRuns: 500 }

/** "[1, 2)" as people write it. */
const read = (text: string): Interval => {
  const [low, high] = text.slice(1, -1).split(', ')
  return interval(parseDecimal(low!), parseDecimal(high!), text.startsWith('('), text.endsWith(')'))!
}
const shown = (a: Interval | null): string | null =>
  a === null ? null : `${brackets(a)[0]}${exactDecimal(a.low)}, ${exactDecimal(a.high)}${brackets(a)[1]}`

const intervals = fc
  .tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 0, max: 5 }), fc.boolean(), fc.boolean())
  .map(([low, length, openLow, openHigh]) => {
    const ends = [BigInt(low), BigInt(low + length)].map((n) => ({ n, d: 1n }))
    return length === 0 ? point(ends[0]!) : interval(ends[0]!, ends[1]!, openLow, openHigh)!
  })

describe('overlap', () => {
  test.each([
    ['[2.955, 2.965]', '[2.935, 2.945]', false, 'apart'],
    ['[2.15, 2.25]', '[2.05, 2.15]', false, 'they only touch'],
    ['[13.3, 13.4)', '(13.4, 13.5]', false, 'nothing between'],
    ['(16.5, 16.6)', '[16.5465, 16.5475]', true, 'one holds the other'],
    ['[92, 92]', '[91.5, 92]', true, 'a point at a closed end'],
    ['[92, 92]', '[91.5, 92)', false, 'a point at an open end'],
    ['[60, 60]', '[60, 60]', true, 'one point'],
  ])('%s and %s: %s, since %s', (a, b, expected) => {
    expect(overlap(read(a), read(b))).toBe(expected)
    expect(overlap(read(b), read(a))).toBe(expected)
  })
  test('nothing is outside itself; what is within overlaps', () => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        expect(overlap(a, a)).toBe(true)
        expect(isWithin(a, a)).toBe(true)
        if (isWithin(a, b)) expect(overlap(a, b)).toBe(true)
      }),
      fixed,
    )
  })
})

describe('arithmetic', () => {
  test('what two have in common is within both, and both are within their hull', () => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        const common = intersect(a, b)
        if (common !== null) expect(isWithin(common, a) && isWithin(common, b)).toBe(true)
        expect(isWithin(a, hull(a, b)) && isWithin(b, hull(a, b))).toBe(true)
      }),
      fixed,
    )
  })
  test('an open end makes the end of a quotient open', () => {
    expect(shown(over(read('[10, 20)'), read('(2, 4]')))).toBe('[2.5, 10)')
  })
  test('there is no quotient where the divisor may be zero', () => {
    expect(over(read('[1, 2]'), read('[0, 1]'))).toBeNull()
  })
  test('zero times anything is zero, also where the other end is open', () => {
    expect(shown(times(read('[0, 1]'), read('(2, 3)')))).toBe('[0, 3)')
  })
  test('a mirror swaps the ends and their brackets', () => expect(shown(mirror(read('(4, 5]')))).toBe('[-5, -4)'))
  test('the distance of 2.96% and 2.94% is a hundredth of a point', () => {
    expect(exactDecimal(distance(read('[2.955, 2.965]'), read('[2.935, 2.945]')))).toBe('0.01')
  })
  test('an interval without a number in it is none', () => {
    expect(interval(parseDecimal('1'), parseDecimal('1'), true, false)).toBeNull()
    expect(interval(parseDecimal('2'), parseDecimal('1'))).toBeNull()
  })
})
