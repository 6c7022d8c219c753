import { expect, test } from 'vitest'
import type { Identity } from '../../pipeline/reconcile/identities/identity.ts'
import { predictShare, sayShare, shareRises } from '../../pipeline/reconcile/identities/share.ts'
import { type Interval, interval } from '../../pipeline/reconcile/interval.ts'
import { type Domain, narrow, predicted } from '../../pipeline/reconcile/narrow.ts'
import { rational } from '../../pipeline/reconcile/rational.ts'

const share: Identity = {
  relation: 'share',
  roles: new Map(['share', 'part', 'whole'].map((role) => [role, role])),
  force: 'hard',
  confirms: true,
  within: null,
  home: '',
  predict: predictShare,
  rises: shareRises,
  use: 'both',
  say: sayShare,
}

const between = (low: bigint, high: bigint): Interval => interval(rational(low), rational(high))!
/** What is known of a quantity, each end from a claim of its own. */
const known = (name: string, low: bigint, high: bigint): [string, Domain] => [
  name,
  { interval: between(low, high), low: new Set([`${name} low`]), high: new Set([`${name} high`]) },
]

test('each end of a prediction rests on the ends that set it: the least whole on the least part and the greatest share', () => {
  const found = predicted(share, 'whole', new Map([known('share', 20n, 25n), known('part', 10n, 12n)]))!
  expect([found.interval.low, found.interval.high].map(({ n, d }) => Number(n) / Number(d))).toEqual([40, 60])
  expect([...found.low].sort()).toEqual(['part low', 'share high'])
  expect([...found.high].sort()).toEqual(['part high', 'share low'])
})

test('narrowing keeps what an end rested on where only the other moved', () => {
  const start = new Map([known('share', 20n, 25n), known('part', 10n, 12n), known('whole', 30n, 45n)])
  const { domains } = narrow(start, [share])
  const whole = domains!.get('whole')!
  expect([...whole.high]).toEqual(['whole high'])
  expect([...whole.low].sort()).toEqual(['part low', 'share high'])
})

test('a contradiction names the claims of both sides', () => {
  const start = new Map([known('share', 20n, 25n), known('part', 10n, 12n), known('whole', 70n, 80n)])
  const { empty } = narrow(start, [share])
  expect(empty).not.toBeNull()
  expect(empty!.rests.size).toBeGreaterThan(3)
})
