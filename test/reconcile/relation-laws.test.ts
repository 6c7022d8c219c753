import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareClaims } from '../../pipeline/reconcile/compare.ts'
import { isWithin } from '../../pipeline/reconcile/interval.ts'
import { agreement } from '../../pipeline/reconcile/relate.ts'
import { writing } from '../../pipeline/reconcile/writing.ts'
import type { Claim } from '../../schemas/claim.ts'
import { Modifier } from '../../schemas/mention.ts'
import { type Writer, writeCount, writePercent, writers } from './honest.ts'
import { runs } from './runs.ts'
import { knowledge, millions, percent, placed, settings } from './sample.ts'

const counts = fc.bigInt(10n, 2_000_000_000n)
const shares = fc
  .tuple(fc.bigInt(1n, 50_000_000n), fc.bigInt(1n, 50_000_000n))
  .map(([a, b]): [bigint, bigint] => (a < b ? [a, b] : [b, a]))
const modifiers = fc.constantFrom(...Modifier.options.filter((each) => each !== 'range'))

/** Any figure, near to others often enough to be worth comparing: true or not, hedged or not. */
const figures: fc.Arbitrary<Claim> = fc.oneof(
  fc
    .tuple(fc.integer({ min: 100, max: 130 }), fc.integer({ min: 0, max: 2 }), modifiers)
    .map(([n, places, modifier]) => {
      const digits = String(n).padStart(places + 1, '0')
      const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
      return percent(text, { modifier })
    }),
  fc
    .tuple(fc.integer({ min: 90, max: 120 }), modifiers, fc.constantFrom('actual', 'estimate', 'target'))
    .map(([n, modifier, status]) => percent(String(n), { modifier, status: status as Claim['status'] })),
)
const other = (claim: Claim, fields: Partial<Claim> = {}): Claim => ({
  ...claim,
  id: `${claim.id}b`,
  document: 'b',
  ...fields,
})
const relation = (a: Claim, b: Claim): string => compareClaims(placed(a), placed(b), knowledge).relation

describe('relations', () => {
  test('P1 are symmetric: either way round the same relation, and the same claim preferred', () => {
    fc.assert(
      fc.property(figures, figures, (a, b) => {
        const [x, y] = [writing(a, settings)!, writing(b, settings)!]
        const [one, two] = [agreement(x, y), agreement(y, x)]
        expect(one?.relation).toBe(two?.relation)
        expect(one?.strength).toBe(two?.strength)
        const swapped = { a: 'b', b: 'a' } as const
        expect(one?.finer ?? null).toBe(two?.finer ? swapped[two.finer] : null)
        expect(compareClaims(placed(a), placed(other(b)), knowledge)).toEqual(
          compareClaims(placed(other(b)), placed(a), knowledge),
        )
      }),
      runs(),
    )
  })
  test('P2 are reflexive: a figure is identical to itself', () => {
    fc.assert(
      fc.property(figures, (a) => {
        expect(relation(a, other(a))).toBe('identical')
      }),
      runs(),
    )
  })
  test('P3 are sound: two honest writings of one count are never a conflict', () => {
    let [finer, cut] = [0, 0]
    fc.assert(
      fc.property(counts, writers(), writers(), (value, first, second) => {
        const found = relation(writeCount(value, first), other(writeCount(value, second)))
        expect(['conflict', 'superseded', 'not_comparable']).not.toContain(found)
        if (found === 'refines') finer += 1
        if (found === 'consistent_truncation') cut += 1
      }),
      runs(2000),
    )
    expect(finer).toBeGreaterThan(100) // the generator does reach what it should
    expect(cut).toBeGreaterThan(10)
  })
  test('P3 are sound for percentages too', () => {
    fc.assert(
      fc.property(shares, writers(), writers(), ([n, d], first, second) => {
        expect(['conflict', 'superseded', 'not_comparable']).not.toContain(
          relation(writePercent(n, d, first), other(writePercent(n, d, second))),
        )
      }),
      runs(2000),
    )
  })
  test('P4 have power: of equal precision, two units of the last digit apart is a conflict, and one is not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_000 }), fc.integer({ min: 0, max: 9 }), (n, apart) => {
        const text = (value: number): string => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`
        const found = relation(percent(text(n)), other(percent(text(n + apart))))
        expect(found === 'conflict').toBe(apart >= 2)
      }),
      runs(),
    )
  })
  test('P5 do not depend on the scale: a thousand times as much in the next scale word relates the same', () => {
    const fields = fc.record({
      digits: fc
        .integer({ min: 1_000, max: 1_200 })
        .map((n) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`),
      modifier: modifiers,
    })
    const inBillions = (each: Claim): Claim => ({ ...each, value: `${each.value}000`, scale: '9' })
    fc.assert(
      fc.property(fields, fields, (first, second) => {
        const [a, b] = [millions(first.digits, first), other(millions(second.digits, second))]
        expect(relation(inBillions(a), inBillions(b))).toBe(relation(a, b))
      }),
      runs(),
    )
  })
  test('P15 widen as their words do: what is meant is within what is allowed, and a wider word makes no conflict', () => {
    fc.assert(
      fc.property(figures, figures, (a, b) => {
        const found = writing(a, settings)!
        expect(isWithin(found.meant, found.allowed())).toBe(true)
        const exact: Claim = { ...a, modifier: 'exact', status: 'actual' }
        const second = other(b, { status: 'actual' })
        if (relation(exact, second) !== 'conflict')
          expect(relation({ ...exact, modifier: 'approximately' }, second)).not.toBe('conflict')
      }),
      runs(),
    )
  })
})

test('the truth lies within what an honest writer means, or in what is left if the digits were cut', () => {
  fc.assert(
    fc.property(counts, writers(), (value, writer: Writer) => {
      const claim = writeCount(value, writer)
      const found = writing(claim, settings)!
      const truth = { low: { n: value, d: 1n }, high: { n: value, d: 1n }, openLow: false, openHigh: false }
      const within = isWithin(truth, found.meant) || (found.cut() !== null && isWithin(truth, found.cut()!))
      expect(within).toBe(true)
      if (writer.style !== 'cut') expect(isWithin(truth, found.meant)).toBe(true)
    }),
    runs(),
  )
})
