import type { Identity } from './identities/identity.ts'
import { type Interval, intersect } from './interval.ts'
import type { Quantity } from './ledger.ts'
import { compare } from './rational.ts'

/** What is known of a quantity, and the ids of the claims that each end rests on. */
export interface Domain {
  readonly interval: Interval
  readonly low: ReadonlySet<string>
  readonly high: ReadonlySet<string>
}

export type Domains = ReadonlyMap<Quantity, Domain>

/** Rounds of propagation: what is not found by then is left wide, which is sound. */
const mostRounds = 10

const union = (sets: readonly ReadonlySet<string>[]): Set<string> => {
  const all = new Set<string>()
  for (const set of sets) for (const each of set) all.add(each)
  return all
}

/** What an identity says of one role, with what each end rests on. */
export const predicted = (identity: Identity, role: string, domains: Domains): Domain | null => {
  const domainOf = (each: string): Domain | undefined => domains.get(identity.roles.get(each)!)
  const interval = identity.predict(role, (each) => domainOf(each)?.interval ?? null)
  if (interval === null) return null
  const others = [...identity.roles.keys()].filter((each) => each !== role)
  const resting = (end: 'low' | 'high'): Set<string> =>
    union(
      others.map((other) => {
        const same = identity.rises(role, other) ? end : end === 'low' ? 'high' : 'low'
        return domainOf(other)?.[same] ?? new Set<string>()
      }),
    )
  return { interval, low: resting('low'), high: resting('high') }
}

/** Two domains of one quantity together, or null where they have nothing in common. */
export const both = (a: Domain, b: Domain): Domain | null => {
  const interval = intersect(a.interval, b.interval)
  if (interval === null) return null
  const tighter = (end: 'low' | 'high'): boolean => {
    const order = compare(a.interval[end], b.interval[end])
    const isOpen = end === 'low' ? a.interval.openLow : a.interval.openHigh
    const isOtherOpen = end === 'low' ? b.interval.openLow : b.interval.openHigh
    return order === 0 ? isOpen || !isOtherOpen : end === 'low' ? order > 0 : order < 0
  }
  return { interval, low: tighter('low') ? a.low : b.low, high: tighter('high') ? a.high : b.high }
}

const isSame = (a: Interval, b: Interval): boolean =>
  compare(a.low, b.low) === 0 && compare(a.high, b.high) === 0 && a.openLow === b.openLow && a.openHigh === b.openHigh

/** What narrowing comes to: all domains, or the quantity that was left without any value. */
export type Narrowed =
  | { readonly domains: Map<Quantity, Domain>; readonly empty: null }
  | { readonly domains: null; readonly empty: { readonly quantity: Quantity; readonly rests: ReadonlySet<string> } }

/**
 * Narrows domains by identities until nothing moves (interval propagation, HC4 style). Sound: it never empties a domain
 * that holds the truth, and never refutes wrongly; not always as tight as could be.
 */
export const narrow = (start: Domains, identities: readonly Identity[]): Narrowed => {
  const domains = new Map(start)
  for (let [round, moved] = [0, true]; moved && round < mostRounds; round += 1) {
    moved = false
    for (const identity of identities) {
      for (const [role, quantity] of identity.roles) {
        const found = predicted(identity, role, domains)
        if (found === null) continue
        const known = domains.get(quantity)
        const next = known === undefined ? found : both(known, found)
        if (next === null)
          return { domains: null, empty: { quantity, rests: union([known!.low, known!.high, found.low, found.high]) } }
        if (known !== undefined && isSame(next.interval, known.interval)) continue
        domains.set(quantity, next)
        moved = true
      }
    }
  }
  return { domains, empty: null }
}
