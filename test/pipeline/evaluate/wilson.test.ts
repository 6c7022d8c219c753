import { describe, expect, it } from 'vitest'
import { wilson } from '../../../pipeline/evaluate/wilson.ts'

describe('the Wilson interval', () => {
  it.each([
    // Newcombe 1998, table I (method 3).
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is %f to %f', (right, n, low, high) => {
    const ends = wilson(right, n)!
    expect(ends[0]).toBeCloseTo(low, 4)
    expect(ends[1]).toBeCloseTo(high, 4)
  })

  it('is not there for nothing', () => {
    expect(wilson(0, 0)).toBeNull()
  })

  it('never leaves 0 to 1', () => {
    expect(wilson(7, 7)![1]).toBe(1)
    expect(wilson(0, 7)![0]).toBe(0)
  })
})
