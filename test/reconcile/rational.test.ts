import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactDecimal, printPlaces, printSignificant } from '../../pipeline/reconcile/print-rational.ts'
import {
  add,
  compare,
  divide,
  equal,
  multiply,
  parseDecimal,
  rational,
  subtract,
} from '../../pipeline/reconcile/rational.ts'

const fixed = { numRuns: 200 }
const decimals = fc
  .tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.integer({ min: 0, max: 8 }))
  .map(([n, places]) => ({ n, d: 10n ** BigInt(places) }))

describe('decimals are exact', () => {
  test('0.1 + 0.2 is 0.3', () => {
    expect(equal(add(parseDecimal('0.1'), parseDecimal('0.2')), parseDecimal('0.3'))).toBe(true)
  })
  test('an amount past 2^53 keeps its last digit', () => {
    expect(exactDecimal(add(parseDecimal('100000000000000001'), parseDecimal('0.5')))).toBe('100000000000000001.5')
  })
  test('what is no decimal is refused, and the text says what one is', () => {
    expect(() => parseDecimal('1e6')).toThrow('"1e6" is no decimal; write digits with at most one point.')
    expect(() => parseDecimal('')).toThrow(RangeError)
    expect(() => rational(1n, 0n)).toThrow('1/0 is no number; test the divisor first.')
  })
  test('what is printed in all digits reads back as the same number', () => {
    fc.assert(
      fc.property(decimals, (value) => equal(parseDecimal(exactDecimal(value)!), value)),
      fixed,
    )
  })
  test('a sum taken back, a product divided back', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(equal(subtract(add(a, b), b), a)).toBe(true)
        if (b.n !== 0n) expect(equal(divide(multiply(a, b), b), a)).toBe(true)
      }),
      fixed,
    )
  })
})

describe('printing', () => {
  test.each([
    ['down', '2.9466'],
    ['up', '2.9467'],
    ['nearest', '2.9466'],
  ] as const)('1.445 of 49.03934 in percent, rounded %s, is %s', (rounding, printed) => {
    const value = divide(parseDecimal('144.5'), parseDecimal('49.03934'))
    expect(printSignificant(value, 5, rounding)).toBe(printed)
  })
  test('below zero, down is away from zero', () => {
    expect(printPlaces(rational(-1n, 3n), 2, 'down')).toBe('-0.34')
    expect(printPlaces(rational(-1n, 3n), 2, 'up')).toBe('-0.33')
  })
  test('whole digits stay: 48,881,647 to five digits is 48882000, not an exponent', () => {
    expect(printSignificant(parseDecimal('48881647'), 5)).toBe('48882000')
  })
  test('a third has no end', () => expect(exactDecimal(rational(1n, 3n))).toBeNull())
  test('rounded down is never above, rounded up never below', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        if (b.n === 0n) return
        const value = divide(a, b)
        expect(compare(parseDecimal(printSignificant(value, 5, 'down')), value)).toBeLessThanOrEqual(0)
        expect(compare(parseDecimal(printSignificant(value, 5, 'up')), value)).toBeGreaterThanOrEqual(0)
      }),
      fixed,
    )
  })
})
