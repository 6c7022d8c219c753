import { familiesOf } from './family.ts'
import { comparability, type KeyParts } from './key.ts'
import { type Knowledge, relationsOf } from './knowledge.ts'
import type { Placed } from './placed.ts'
import { compare, parseDecimal, rational } from './rational.ts'
import { agreement } from './relate.ts'
import { groupedBy } from './restatement.ts'
import { byFineness } from './value-set.ts'

/** Whether one of two texts is the later vintage: it is on one side in nearly all figures in which they differ. */
export interface Drift {
  /** The text whose figures lie above, and whether that is too regular for chance. */
  readonly higher: string
  readonly lower: string
  readonly isSignificant: boolean
  /** Figures that differ, and those of them in which `higher` is above. */
  readonly pairs: number
  readonly above: number
  /** The same, counted once for each underlying quantity. */
  readonly families: number
  readonly familiesAbove: number
}

/** Probability of so many heads or more of so many tosses, as a count of 2^n. */
const tail = (n: number, k: number): bigint => {
  let [choose, sum] = [1n, 0n]
  for (let i = 0; i <= n; i += 1) {
    if (i >= k) sum += choose
    choose = (choose * BigInt(n - i)) / BigInt(i + 1)
  }
  return sum
}

const doDiffer = (a: Placed, b: Placed): boolean => {
  const [x, y] = [a.writing!, b.writing!]
  if (x.value === null || y.value === null || compare(x.value, y.value) === 0) return false
  const found = agreement(x, y)?.relation ?? null
  return found === null || found === 'consistent_rounding' || found === 'consistent_truncation'
}

/** One series in two units: the keys differ in indicator and unit alone. */
const isSeries = (a: KeyParts, b: KeyParts, knowledge: Knowledge): boolean =>
  relationsOf(knowledge, 'same_series').some(
    ({ indicators }) => indicators.includes(a.indicator) && indicators.includes(b.indicator),
  ) && comparability(knowledge, a, b).differs.every((name) => name === 'indicator' || name === 'unit')

const best = (claims: readonly Placed[]): Placed => claims.toSorted(byFineness)[0]!

/** The figures of both texts that may be compared: one of each key (a gap only follows its level), or of one series. */
const comparable = (a: readonly Placed[], b: readonly Placed[], knowledge: Knowledge): [Placed, Placed][] => {
  const keyed = (claims: readonly Placed[]): Map<string, Placed[]> =>
    groupedBy(
      claims.filter(({ parts }) => parts !== null && parts.measure !== 'gap' && parts.alone === null),
      ({ key }) => key!,
    )
  const [left, right] = [keyed(a), keyed(b)]
  const strict = [...left].flatMap(([key, claims]): [Placed, Placed][] => {
    const others = right.get(key)
    return others === undefined ? [] : [[best(claims), best(others)]]
  })
  const inSeries = new Set(relationsOf(knowledge, 'same_series').flatMap(({ indicators }) => indicators))
  const serial = ([...left.values(), ...right.values()].length === 0 ? [] : [...left.values()])
    .map(best)
    .filter(({ parts }) => inSeries.has(parts!.indicator))
  return [
    ...strict,
    ...serial.flatMap((one) =>
      [...right.values()]
        .map(best)
        .filter((other) => other.key !== one.key && isSeries(one.parts!, other.parts!, knowledge))
        .map((other): [Placed, Placed] => [one, other]),
    ),
  ]
}

/**
 * The vintage drift test of two texts: of all figures that both give and that differ, does one lie above in nearly all?
 * Sign test, one-sided, each underlying quantity counted once; a quantity that goes both ways does not count.
 */
export const drift = (a: readonly Placed[], b: readonly Placed[], knowledge: Knowledge): Drift | null => {
  const differing = comparable(a, b, knowledge).filter(([x, y]) => doDiffer(x, y))
  if (differing.length === 0) return null
  const familyOf = familiesOf(knowledge)
  const isAbove = ([x, y]: [Placed, Placed]): boolean => compare(x.writing!.value!, y.writing!.value!) > 0
  const families = [...groupedBy(differing, ([x]) => familyOf(x.parts!.indicator)).values()]
    .map((pairs) => new Set(pairs.map(isAbove)))
    .filter((sides) => sides.size === 1)
    .map((sides) => [...sides][0]!)
  const up = families.filter(Boolean).length
  const first = 2 * up >= families.length
  const [above, n] = [first ? up : families.length - up, families.length]
  const pairsUp = differing.filter(isAbove).length
  const { drift_p: p, drift_pairs: fewest } = knowledge.reconciliation
  const chance = rational(tail(n, above), 2n ** BigInt(n))
  return {
    higher: (first ? a : b)[0]!.claim.document,
    lower: (first ? b : a)[0]!.claim.document,
    isSignificant: n >= fewest && compare(chance, parseDecimal(p)) <= 0,
    pairs: differing.length,
    above: first ? pairsUp : differing.length - pairsUp,
    families: n,
    familiesAbove: above,
  }
}
