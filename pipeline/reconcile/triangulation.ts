import type { CorpusView } from './corpus-view.ts'
import type { DocumentView } from './document-view.ts'
import { homeOf, type Identity } from './identities/identity.ts'
import type { Quantity } from './ledger.ts'
import type { Placed } from './placed.ts'
import { type Figure, figuresOf, type Repair, refutingSet, repair, type System } from './repair.ts'
import { groupedBy } from './restatement.ts'
import type { Candidate } from './value-set.ts'

/** Identities by the place and day at which figures are weighed against one another. */
export type Homes = ReadonlyMap<string, readonly Identity[]>

export const homesOf = (identities: readonly Identity[]): Homes =>
  groupedBy(
    identities.filter(({ use, force }) => use === 'both' && force === 'hard'),
    ({ home }) => home,
  )

/** What hangs together with a quantity by identities. */
const connected = (
  quantity: Quantity,
  identities: readonly Identity[],
): { quantities: Set<Quantity>; identities: Identity[] } => {
  const quantities = new Set([quantity])
  const found = new Set<Identity>()
  for (let grew = true; grew; ) {
    grew = false
    for (const identity of identities) {
      if (found.has(identity) || ![...identity.roles.values()].some((each) => quantities.has(each))) continue
      found.add(identity)
      for (const each of identity.roles.values()) quantities.add(each)
      grew = true
    }
  }
  return { quantities, identities: [...found] }
}

const byId = (a: Figure, b: Figure): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

const systemOf = (
  quantity: Quantity,
  identities: readonly Identity[],
  claimsOf: (quantity: Quantity) => readonly Placed[],
): System => {
  const component = connected(quantity, identities)
  const figures = [...component.quantities].flatMap((each) => figuresOf(each, claimsOf(each)))
  return { figures: figures.sort(byId), identities: component.identities }
}

/** A key's system of figures, and its cheapest repairs. */
export interface Triangulation {
  readonly system: System
  readonly repair: Repair
}

/**
 * Weighs the figures of one place and day against one another, from all texts, and finds the cheapest repairs. Of the key
 * itself all vintages are weighed, so that arithmetic can speak against a later one; of the others those that stand.
 */
export const triangulate = (corpus: CorpusView, homes: Homes, quantity: Quantity): Triangulation => {
  const { most_component_claims: figures, most_repair_steps: steps } = corpus.binding.knowledge.reconciliation
  const parts = corpus.binding.ledger.partsOf(quantity)
  const identities = parts === null ? [] : (homes.get(homeOf(parts.place, parts.period)) ?? [])
  const { ledger } = corpus.binding
  const system = systemOf(quantity, identities, (each) =>
    each === quantity ? ledger.claimsOf(each) : corpus.claimsOf(each),
  )
  return { system, repair: repair(system, quantity, figures, steps) }
}

/** Whether a text's own figures show that one of them is wrong: every cheapest repair of that text alone sets it aside. */
export const isRefutedAtHome = (corpus: CorpusView, view: DocumentView, claim: Placed): boolean => {
  const { most_component_claims: figures, most_repair_steps: steps } = corpus.binding.knowledge.reconciliation
  const identities = view.identities.filter(({ use, force }) => use === 'both' && force === 'hard')
  const system = systemOf(claim.key!, identities, (each) => view.claims.get(each) ?? [])
  const { cheapest } = repair(system, claim.key!, figures, steps)
  return cheapest.length > 0 && cheapest.every((set) => set.some((figure) => figure.claims.includes(claim)))
}

const isOf = (figure: Figure, claims: readonly Placed[]): boolean =>
  figure.claims.some((claim) => claims.includes(claim))

/**
 * The candidate that arithmetic leaves standing: every cheapest repair sets aside all others and none sets it aside,
 * and each other one is contradicted by figures of other quantities alone. Null where nothing separates.
 */
export const standing = (
  { system, repair: { cheapest } }: Triangulation,
  candidates: readonly Candidate[],
  mostSteps: number,
): number | null => {
  if (cheapest.length === 0) return null
  const figuresOfAll = (claims: readonly Placed[]): Figure[] => system.figures.filter((figure) => isOf(figure, claims))
  const removed = (claims: readonly Placed[]): boolean => {
    const own = figuresOfAll(claims)
    return own.length > 0 && cheapest.every((set) => own.every((figure) => set.includes(figure)))
  }
  const kept = (claims: readonly Placed[]): boolean =>
    figuresOfAll(claims).length > 0 && !cheapest.some((set) => set.some((figure) => isOf(figure, claims)))
  const mainOf = ({ own, claims }: Candidate): readonly Placed[] => (own.length > 0 ? own : claims)
  const winner = candidates.findIndex(
    (candidate, at) =>
      kept(mainOf(candidate)) && candidates.every((other, index) => index === at || removed(mainOf(other))),
  )
  if (winner < 0) return null
  const aside = new Set(cheapest[0])
  const rest = system.figures.filter((figure) => !aside.has(figure))
  const isContradicted = (other: Candidate): boolean =>
    figuresOfAll(mainOf(other)).every((figure) => refutingSet(system, figure, rest, mostSteps) !== null)
  return candidates.every((other, at) => at === winner || isContradicted(other)) ? winner : null
}
