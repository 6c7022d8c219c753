import type { Identity } from './identities/identity.ts'
import { hull, type Interval } from './interval.ts'
import type { Quantity } from './ledger.ts'
import type { Domain } from './narrow.ts'
import { both, narrow } from './narrow.ts'
import type { Placed } from './placed.ts'
import { agreement } from './relate.ts'
import { groupedBy, statementOf } from './restatement.ts'

/** One figure, however often it is stated: what a repair sets aside or keeps. Costs one. */
export interface Figure {
  readonly id: string
  readonly quantity: Quantity
  readonly claims: readonly Placed[]
  readonly meant: Interval
}

/** Figures of some quantities and the identities between them. */
export interface System {
  readonly figures: readonly Figure[]
  readonly identities: readonly Identity[]
}

/** What a figure can mean beside the others of its key: wider than usual where they agree only if digits were cut, or loosely. */
const meaningBeside = (figure: Placed, others: readonly Placed[]): Interval =>
  others.reduce((all, other) => {
    const found = agreement(figure.writing!, other.writing!)
    if (found?.strength === 'loose') return hull(all, figure.writing!.allowed())
    const cut = found?.relation === 'consistent_truncation' ? figure.writing!.cut() : null
    return cut === null ? all : hull(all, cut)
  }, figure.writing!.meant)

/** The figures that claims of one quantity come to. */
export const figuresOf = (quantity: Quantity, claims: readonly Placed[]): Figure[] => {
  const statements = [...groupedBy(claims, statementOf)]
  return statements.map(([statement, same]) => ({
    id: `${quantity}\n${statement}`,
    quantity,
    claims: same,
    meant: meaningBeside(
      same[0]!,
      statements.filter(([other]) => other !== statement).map(([, each]) => each[0]!),
    ),
  }))
}

/** Why figures cannot all hold: a set of them that already contradicts itself; null where nothing shows that. */
const contradiction = (figures: readonly Figure[], identities: readonly Identity[]): ReadonlySet<string> | null => {
  const domains = new Map<Quantity, Domain>()
  for (const { id, quantity, meant } of figures) {
    const own: Domain = { interval: meant, low: new Set([id]), high: new Set([id]) }
    const known = domains.get(quantity)
    const next = known === undefined ? own : both(known, own)
    if (next === null) return new Set([...known!.low, ...known!.high, id])
    domains.set(quantity, next)
  }
  return narrow(domains, identities).empty?.rests ?? null
}

/** Tests of feasibility, counted. */
class Tester {
  readonly system: System
  #left: number

  constructor(system: System, most: number) {
    this.system = system
    this.#left = most
  }

  /** A contradiction among these figures, or null. Throws where the steps are used up. */
  contradiction(figures: readonly Figure[]): readonly Figure[] | null {
    if (this.#left === 0) throw new OutOfSteps()
    this.#left -= 1
    const found = contradiction(figures, this.system.identities)
    return found === null ? null : figures.filter(({ id }) => found.has(id))
  }

  /** A smallest part of a contradiction that still is one: each figure is left out in turn, and stays out if it can. */
  minimal(start: readonly Figure[]): readonly Figure[] {
    let set = start
    for (const figure of start) {
      if (!set.includes(figure)) continue
      const found = this.contradiction(set.filter((each) => each !== figure))
      if (found !== null) set = found
    }
    return set
  }
}

class OutOfSteps extends Error {}

/** Every set of the least size that has a figure of each conflict (branch and bound). */
const leastHittingSets = (conflicts: readonly (readonly Figure[])[], most: number): Figure[][] => {
  let best: Figure[][] = []
  let size = most + 1
  const seen = new Set<string>()
  const search = (taken: readonly Figure[]): void => {
    const open = conflicts.find((conflict) => !conflict.some((figure) => taken.includes(figure)))
    if (open === undefined) {
      if (taken.length < size) [best, size] = [[], taken.length]
      if (taken.length === size) best.push([...taken])
      return
    }
    if (taken.length + 1 > size) return
    for (const figure of open) {
      const next = [...taken, figure]
      const name = next
        .map(({ id }) => id)
        .sort()
        .join('\n\n')
      if (seen.has(name)) continue
      seen.add(name)
      search(next)
    }
  }
  search([])
  return best
}

/** Largest number of figures that a repair sets aside; what needs more is no slip of a few figures. */
const mostSetAside = 6

export interface Repair {
  /**
   * Why there is none: nothing contradicts; cheapest repairs that disagree on the quantity asked for; too many figures;
   * too many steps.
   */
  readonly outcome: 'consistent' | 'repaired' | 'tied' | 'component_too_large' | 'repair_capped'
  /** Cheapest sets of figures to set aside so that the rest agrees: all that there are, as far as the quantity goes. */
  readonly cheapest: readonly (readonly Figure[])[]
}

const nothing = (outcome: Repair['outcome']): Repair => ({ outcome, cheapest: [] })

const nameOf = (set: readonly Figure[]): string =>
  set
    .map(({ id }) => id)
    .sort()
    .join('\n\n')

/** Cheapest repairs of a tester's system, one for each way in which they treat a quantity; stops where there are two ways. */
const cheapestFor = (quantity: Quantity, tester: Tester): Repair => {
  const { figures } = tester.system
  const first = tester.contradiction(figures)
  if (first === null) return nothing('consistent')
  const conflicts: (readonly Figure[])[] = [tester.minimal(first)]
  const feasible = new Map<string, readonly Figure[]>()
  const wayOf = (set: readonly Figure[]): string => nameOf(set.filter((figure) => figure.quantity === quantity))
  for (;;) {
    const sets = leastHittingSets(conflicts, mostSetAside)
    if (sets.length === 0) return nothing('repair_capped')
    let open: readonly Figure[] | null = null
    for (const set of sets) {
      if (feasible.has(wayOf(set))) continue
      open = tester.contradiction(figures.filter((figure) => !set.includes(figure)))
      if (open !== null) break
      feasible.set(wayOf(set), set)
      if (feasible.size > 1) return nothing('tied')
    }
    if (open === null) return { outcome: 'repaired', cheapest: [...feasible.values()] }
    conflicts.push(tester.minimal(open))
  }
}

/**
 * The cheapest repairs of a system (Fellegi and Holt's principle, to point at figures and never to change one): the least
 * sets of figures whose removal leaves no contradiction. Asked for one quantity: whether all of them treat its figures
 * alike, and how; complete as far as that goes, or said to be capped.
 */
export const repair = (system: System, quantity: Quantity, mostFigures: number, mostSteps: number): Repair => {
  if (system.figures.length > mostFigures) return nothing('component_too_large')
  try {
    return cheapestFor(quantity, new Tester(system, mostSteps))
  } catch (error) {
    if (error instanceof OutOfSteps) return nothing('repair_capped')
    throw error
  }
}

/**
 * A smallest contradiction that a figure has with others, its own quantity's left out; null where there is none. The
 * others must agree among themselves.
 */
export const refutingSet = (
  system: System,
  figure: Figure,
  others: readonly Figure[],
  mostSteps: number,
): readonly Figure[] | null => {
  const tester = new Tester(system, mostSteps)
  try {
    const found = tester.contradiction([figure, ...others.filter(({ quantity }) => quantity !== figure.quantity)])
    return found === null ? null : tester.minimal(found)
  } catch (error) {
    if (error instanceof OutOfSteps) return null
    throw error
  }
}
