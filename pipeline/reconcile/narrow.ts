import type { Identity } from './identities/identity.ts'
import { type Interval, intersect, isWithin } from './interval.ts'
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

const solve = (identity: Identity, role: string, domains: Domains): Interval | null =>
  identity.predict(role, (each) => domains.get(identity.roles.get(each)!)?.interval ?? null)

/** The claims that the ends of what an identity says of a role rest on. */
const restsOf = (identity: Identity, role: string, domains: Domains): Pick<Domain, 'low' | 'high'> => {
  const others = [...identity.roles].filter(([each]) => each !== role)
  const resting = (end: 'low' | 'high'): Set<string> =>
    union(
      others.flatMap(([other, quantity]) => {
        const same = identity.rises(role, other) ? end : end === 'low' ? 'high' : 'low'
        const domain = domains.get(quantity)
        return domain === undefined ? [] : [domain[same]]
      }),
    )
  return { low: resting('low'), high: resting('high') }
}

/** What an identity says of one role, with what each end rests on. */
export const predicted = (identity: Identity, role: string, domains: Domains): Domain | null => {
  const interval = solve(identity, role, domains)
  return interval === null ? null : { interval, ...restsOf(identity, role, domains) }
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
  let moved: ReadonlySet<Quantity> | null = null
  for (let round = 0; round < mostRounds && moved?.size !== 0; round += 1) {
    const now = new Set<Quantity>()
    for (const identity of identities) {
      if (moved !== null && ![...identity.roles.values()].some((each) => moved!.has(each) || now.has(each))) continue
      for (const [role, quantity] of identity.roles) {
        const interval = solve(identity, role, domains)
        const known = domains.get(quantity)
        if (interval === null || (known !== undefined && isWithin(known.interval, interval))) continue
        const found = { interval, ...restsOf(identity, role, domains) }
        const next = known === undefined ? found : both(known, found)
        if (next === null)
          return { domains: null, empty: { quantity, rests: union([known!.low, known!.high, found.low, found.high]) } }
        domains.set(quantity, next)
        now.add(quantity)
      }
    }
    moved = now
  }
  return { domains, empty: null }
}
