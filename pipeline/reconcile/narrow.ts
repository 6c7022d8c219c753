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

const union = (sets: readonly ReadonlySet<string>[]): ReadonlySet<string> => {
  const [first, ...rest] = sets
  if (first === undefined || rest.length === 0) return first ?? new Set()
  const all = new Set(first)
  for (const set of rest) for (const each of set) all.add(each)
  return all
}

const solve = (identity: Identity, role: string, domains: Domains): Interval | null =>
  identity.predict(role, (each) => domains.get(identity.roles.get(each)!)?.interval ?? null)

/** The claims that an end of what an identity says of a role rests on. */
const resting = (identity: Identity, role: string, end: 'low' | 'high', domains: Domains): ReadonlySet<string> => {
  const sets: ReadonlySet<string>[] = []
  for (const [other, quantity] of identity.roles) {
    const domain = other === role ? undefined : domains.get(quantity)
    if (domain !== undefined) sets.push(domain[identity.rises(role, other) ? end : end === 'low' ? 'high' : 'low'])
  }
  return union(sets)
}

/** What an identity says of one role, with what each end rests on. */
export const predicted = (identity: Identity, role: string, domains: Domains): Domain | null => {
  const interval = solve(identity, role, domains)
  return interval === null
    ? null
    : {
        interval,
        low: resting(identity, role, 'low', domains),
        high: resting(identity, role, 'high', domains),
      }
}

/** Whether an end of `b` lies further in than that of `a`. */
const isTighter = (b: Interval, a: Interval, end: 'low' | 'high'): boolean => {
  const order = compare(a[end], b[end])
  if (order !== 0) return end === 'low' ? order < 0 : order > 0
  return end === 'low' ? b.openLow && !a.openLow : b.openHigh && !a.openHigh
}

/** Two domains of one quantity together, or null where they have nothing in common. */
export const both = (a: Domain, b: Domain): Domain | null => {
  const interval = intersect(a.interval, b.interval)
  return interval === null
    ? null
    : {
        interval,
        low: isTighter(b.interval, a.interval, 'low') ? b.low : a.low,
        high: isTighter(b.interval, a.interval, 'high') ? b.high : a.high,
      }
}

const touches = ({ roles }: Identity, moved: ReadonlySet<Quantity>, now: ReadonlySet<Quantity>): boolean => {
  for (const quantity of roles.values()) if (moved.has(quantity) || now.has(quantity)) return true
  return false
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
      if (moved !== null && !touches(identity, moved, now)) continue
      for (const [role, quantity] of identity.roles) {
        const interval = solve(identity, role, domains)
        if (interval === null) continue
        const known = domains.get(quantity)
        const [low, high] =
          known === undefined
            ? [true, true]
            : [isTighter(interval, known.interval, 'low'), isTighter(interval, known.interval, 'high')]
        if (!low && !high) continue
        const all = known === undefined ? interval : intersect(known.interval, interval)
        const rests = (end: 'low' | 'high'): ReadonlySet<string> => resting(identity, role, end, domains)
        if (all === null)
          return {
            domains: null,
            empty: { quantity, rests: union([known!.low, known!.high, rests('low'), rests('high')]) },
          }
        const next = { interval: all, low: low ? rests('low') : known!.low, high: high ? rests('high') : known!.high }
        domains.set(quantity, next)
        now.add(quantity)
      }
    }
    moved = now
  }
  return { domains, empty: null }
}
