import type { KeyParts } from './key.ts'
import type { Placed } from './placed.ts'
import type { Candidate, ValueSet } from './value-set.ts'
import type { Verdict } from './verdict.ts'

/** The claims of one key, their candidate values, and which of these is published. */
export interface Keyed {
  readonly key: string
  readonly id: string
  readonly parts: KeyParts
  readonly claims: readonly Placed[]
  readonly values: ValueSet
  /** Null where there is but one value. */
  readonly verdict: Verdict | null
  /** The published value; null where no rule separates them. */
  readonly winner: Candidate | null
  readonly decision: { readonly id: string; readonly isStale: boolean } | null
  /** Flags that reviewers set. */
  readonly flagged: readonly string[]
}

/** The candidates that were not chosen. */
export const losersOf = ({ values, winner }: Keyed): readonly Candidate[] =>
  winner === null ? [] : values.candidates.filter((candidate) => candidate !== winner)

/** Ids of the claims that only candidates explain that were not chosen: checks that rest on them say nothing. */
export const setAside = (keyed: Iterable<Keyed>): ReadonlySet<string> => {
  const aside = new Set<string>()
  for (const each of keyed) {
    const kept = new Set(each.winner?.claims)
    for (const { claims } of losersOf(each))
      for (const placed of claims) if (!kept.has(placed)) aside.add(placed.claim.id)
  }
  return aside
}
