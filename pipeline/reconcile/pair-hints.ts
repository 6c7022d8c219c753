import type { Relation } from '../../schemas/observation.ts'
import { overlap } from './interval.ts'
import type { PartName } from './key.ts'
import { type Knowledge, relationsOf } from './knowledge.ts'
import type { Placed } from './placed.ts'
import {
  absolute,
  compare,
  divide,
  equal,
  multiply,
  parseDecimal,
  powerOfTen,
  type Rational,
  subtract,
} from './rational.ts'
import type { Writing } from './writing.ts'

/** A pair under hints: two figures with numbers, how they relate, and the parts of the key in which they differ. */
export interface Pair {
  readonly a: Placed
  readonly b: Placed
  readonly x: Writing
  readonly y: Writing
  readonly relation: Relation['relation']
  readonly later: 'a' | 'b' | null
  readonly differs: readonly PartName[]
}

/** The larger of two figures without sign, and their difference; null for ranges and for two zeros. */
export const difference = (x: Writing, y: Writing): { by: Rational; relative: Rational } | null => {
  if (x.value === null || y.value === null) return null
  const by = absolute(subtract(x.value, y.value))
  const [first, second] = [absolute(x.value), absolute(y.value)]
  const larger = compare(first, second) >= 0 ? first : second
  return larger.n === 0n ? null : { by, relative: divide(by, larger) }
}

const differOnlyIn = (pair: Pair, names: readonly PartName[]): boolean =>
  pair.differs.length > 0 && pair.differs.every((name) => names.includes(name))

/** They agree only because one says "about": as plain roundings they would not. */
const throughAbout = ({ x, y, relation }: Pair): boolean =>
  relation === 'consistent_rounding' &&
  (x.modifier === 'approximately' || y.modifier === 'approximately') &&
  !overlap(x.rounded(), y.rounded())

const largeRevision = ({ a, x, y, later, relation }: Pair, knowledge: Knowledge): boolean => {
  if (relation !== 'superseded' || a.claim.status === 'target' || x.value === null || y.value === null) return false
  const [older, newer] = later === 'a' ? [y.value, x.value] : [x.value, y.value]
  if (older.n === 0n) return true
  const change = absolute(divide(subtract(newer, older), older))
  return compare(change, parseDecimal(knowledge.reconciliation.large_revision)) >= 0
}

/** One is a thousand times the other, or a million times, to within 5%: a scale word or separator may be wrong. */
const scaleSuspect = ({ x, y }: Pair): boolean => {
  if (x.value === null || y.value === null || x.value.n === 0n || y.value.n === 0n) return false
  const [first, second] = [absolute(x.value), absolute(y.value)]
  const ratio = compare(first, second) >= 0 ? divide(first, second) : divide(second, first)
  return [3, 6, 9, 12].some((power) => {
    const around = divide(ratio, powerOfTen(power))
    return (
      compare(multiply(around, parseDecimal('1.0471')), { n: 1n, d: 1n }) >= 0 &&
      compare(around, parseDecimal('1.0471')) <= 0
    )
  })
}

const isSameNumber = (x: Writing, y: Writing): boolean => equal(x.low, y.low) && equal(x.high, y.high)

/** The same rounded figure of a stock on two days. */
const stalled = (pair: Pair): boolean =>
  differOnlyIn(pair, ['period', 'unit']) && isSameNumber(pair.x, pair.y) && pair.x.side === pair.y.side

/** The same digits from two sides: nearly 13.4 million, then over 13.4 million. */
const oppositeSides = (pair: Pair): boolean =>
  differOnlyIn(pair, ['period', 'unit']) &&
  isSameNumber(pair.x, pair.y) &&
  pair.x.side !== pair.y.side &&
  pair.x.side !== 'both' &&
  pair.y.side !== 'both'

/** Two indicators that the catalog says may be one series in two units (people and turns). */
const sameSeries = (pair: Pair, knowledge: Knowledge): boolean =>
  differOnlyIn(pair, ['indicator', 'unit']) &&
  relationsOf(knowledge, 'same_series').some(
    ({ indicators }) =>
      indicators.includes(pair.a.claim.indicator ?? '') && indicators.includes(pair.b.claim.indicator ?? ''),
  )

const rules: readonly { readonly name: string; readonly holds: (pair: Pair, knowledge: Knowledge) => boolean }[] = [
  { name: 'through_about', holds: throughAbout },
  { name: 'large_revision', holds: largeRevision },
  { name: 'scale_suspect', holds: scaleSuspect },
  { name: 'same_series', holds: sameSeries },
  { name: 'stalled', holds: stalled },
  { name: 'opposite_sides', holds: oppositeSides },
]

/** What a reviewer should know of a pair beside its relation. */
export const pairHints = (pair: Pair, knowledge: Knowledge): string[] =>
  rules.filter(({ holds }) => holds(pair, knowledge)).map(({ name }) => name)
