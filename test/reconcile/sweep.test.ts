import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Interval, interval, overlap, point } from '../../pipeline/reconcile/interval.ts'
import { cliques, piercingNumber } from '../../pipeline/reconcile/sweep.ts'

const whole = (n: number) => ({ n: BigInt(n), d: 1n })
const span = (low: number, high: number, openLow = false, openHigh = false): Interval =>
  low === high ? point(whole(low)) : interval(whole(low), whole(high), openLow, openHigh)!
const spans = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 4 }), fc.boolean(), fc.boolean())
    .map(([low, length, openLow, openHigh]) => span(low, low + length, openLow, openHigh)),
  { maxLength: 9 },
)

/** Every maximal set in which all overlap, by trying all sets. */
const byTrying = (all: readonly Interval[]): number[][] => {
  const sets: number[][] = []
  for (let mask = 1; mask < 1 << all.length; mask += 1) {
    const set = all.flatMap((_, at) => (mask & (1 << at) ? [at] : []))
    if (set.every((i) => set.every((j) => overlap(all[i]!, all[j]!)))) sets.push(set)
  }
  return sets.filter(
    (set) => !sets.some((other) => other.length > set.length && set.every((each) => other.includes(each))),
  )
}

const sorted = (sets: number[][]): string[] => sets.map((set) => set.join()).sort()

describe('values of a key', () => {
  test('2.96 and 2.94 are two', () => {
    const all = [span(2955, 2965), span(2935, 2945)]
    expect(cliques(all)).toEqual([[1], [0]])
    expect(piercingNumber(all)).toBe(2)
  })
  test('a bound stands with both of two values', () => {
    const all = [span(1445, 1455), span(1400, 1500, true, true), span(1405, 1415)]
    expect(sorted(cliques(all))).toEqual(['0,1', '1,2'])
    expect(piercingNumber(all)).toBe(2)
  })
  test('two that touch, and a point where they touch', () => {
    expect(sorted(cliques([span(0, 1), span(1, 2), span(1, 1)]))).toEqual(['0,2', '1,2'])
  })
  test('none of nothing', () => {
    expect(cliques([])).toEqual([])
    expect(piercingNumber([])).toBe(0)
  })
  test('the sweep finds what trying all sets finds', () => {
    fc.assert(
      fc.property(spans, (all) => {
        expect(sorted(cliques(all))).toEqual(sorted(byTrying(all)))
      }),
      { numRuns: 1000 },
    )
  })
  test('no fewer values than the piercing number explain all', () => {
    fc.assert(
      fc.property(spans, (all) => {
        const sets = cliques(all)
        const covers = (count: number, from: number, left: Set<number>): boolean =>
          left.size === 0 ||
          (count > 0 &&
            sets
              .slice(from)
              .some((set, at) =>
                covers(count - 1, from + at + 1, new Set([...left].filter((each) => !set.includes(each)))),
              ))
        const everything = new Set(all.keys())
        expect(covers(piercingNumber(all), 0, everything)).toBe(true)
        if (all.length > 0) expect(covers(piercingNumber(all) - 1, 0, everything)).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
  test('ten thousand different figures take no quadratic time', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => span(2 * at, 2 * at + 3))
    const start = performance.now()
    expect(cliques(many)).toHaveLength(9_999)
    expect(performance.now() - start).toBeLessThan(2_000)
  })
})
