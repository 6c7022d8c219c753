import type { Relation } from '../../schemas/observation.ts'
import { compareClaims } from './compare.ts'
import { comparability, nearKeyOf } from './key.ts'
import type { Knowledge } from './knowledge.ts'
import type { Placed } from './placed.ts'
import { groupedBy, statementOf } from './restatement.ts'
import { cliques } from './sweep.ts'

const byId = (a: Relation, b: Relation): number =>
  a.claim_a < b.claim_a ? -1 : a.claim_a > b.claim_a ? 1 : a.claim_b < b.claim_b ? -1 : a.claim_b > b.claim_b ? 1 : 0

const countPairs = (n: number): number => (n * (n - 1)) / 2

/** Claims split by value: each under the first set of overlapping statements that holds it, so that every claim counts once. */
const byValue = (claims: readonly Placed[]): Placed[][] => {
  const statements = [...groupedBy(claims, statementOf).values()]
  const placed = new Set<number>()
  return cliques(statements.map(([first]) => first!.writing!.meant))
    .map((set) => set.filter((at) => !placed.has(at) && placed.add(at)).flatMap((at) => statements[at]!))
    .filter((set) => set.length > 0)
}

/**
 * The pairs of a key with too many: one row for the pairs within each value, one for those between each two values, with
 * the number of pairs; where even values are too many, neighbours alone, and the last row stands for the rest.
 */
const summary = (claims: readonly Placed[], knowledge: Knowledge): Relation[] => {
  const values = byValue(claims)
  const row = (a: Placed, b: Placed, pairs: number): Relation => ({ ...compareClaims(a, b, knowledge), pairs })
  const within = values
    .filter((value) => value.length > 1)
    .map((value) => row(value[0]!, value[1]!, countPairs(value.length)))
  const neighboursOnly = countPairs(values.length) > knowledge.reconciliation.most_pairs
  const between = values.flatMap((value, at) =>
    values
      .slice(at + 1, neighboursOnly ? at + 2 : undefined)
      .map((other) => row(value[0]!, other[0]!, value.length * other.length)),
  )
  const rows = [...within, ...between]
  const rest = countPairs(claims.length) - rows.reduce((sum, { pairs }) => sum + pairs, 0)
  return rest > 0 ? [...rows, row(values[0]![0]!, values.at(-1)![0]!, rest)] : rows
}

const strictPairs = (claims: readonly Placed[], knowledge: Knowledge): Relation[] =>
  countPairs(claims.length) > knowledge.reconciliation.most_pairs
    ? summary(claims, knowledge)
    : claims.flatMap((a, at) => claims.slice(at + 1).map((b) => compareClaims(a, b, knowledge)))

/** Near pairs: two keys that differ in a near part alone. Beyond the cap one row for each two keys. */
const nearPairs = (keys: readonly Placed[][], knowledge: Knowledge): Relation[] =>
  keys.flatMap((claims, at) =>
    keys.slice(at + 1).flatMap((others) => {
      if (comparability(knowledge, claims[0]!.parts!, others[0]!.parts!).level !== 'near') return []
      const pairs = claims.length * others.length
      const rows =
        pairs > knowledge.reconciliation.most_pairs
          ? [{ ...compareClaims(claims[0]!, others.at(-1)!, knowledge), pairs }]
          : claims.flatMap((a) => others.map((b) => compareClaims(a, b, knowledge)))
      return rows.filter((row) => row.comparability === 'near')
    }),
  )

/** Every strict or near pair of claims with its relation, sorted by the ids of the claims. Claims without a key pair with none. */
export const pairRows = (placed: readonly Placed[], knowledge: Knowledge): Relation[] => {
  const keyed = placed.filter((each) => each.parts !== null)
  const rows: Relation[] = []
  for (const near of groupedBy(keyed, (each) => nearKeyOf(each.parts!)).values()) {
    const keys = [...groupedBy(near, (each) => each.key!).values()]
    for (const claims of keys) for (const row of strictPairs(claims, knowledge)) rows.push(row)
    for (const row of nearPairs(keys, knowledge)) rows.push(row)
  }
  return rows.sort(byId)
}
