import type { Identity } from './identities/identity.ts'
import { type Interval, intersect } from './interval.ts'
import { type Quantity, quantityOf } from './ledger.ts'
import { type Domain, type Domains, narrow } from './narrow.ts'
import type { Placed } from './placed.ts'
import { groupedBy } from './restatement.ts'

/** What several claims of one quantity can all mean, or null where they leave nothing. */
export const commonMeaning = (claims: readonly Placed[]): Interval | null =>
  claims
    .map((each) => each.writing!.meant)
    .reduce<Interval | null>((all, each, at) => (at === 0 ? each : all && intersect(all, each)), null)

/** The domain that claims alone give a quantity; each end rests on the claims that set it. */
export const statedDomain = (claims: readonly Placed[]): Domain | null => {
  const interval = commonMeaning(claims)
  if (interval === null) return null
  const setting = (end: 'low' | 'high'): Set<string> => {
    const all = claims.filter(({ writing }) => {
      const own = writing!.meant[end]
      return own.n * interval[end].d === interval[end].n * own.d
    })
    return new Set(all.slice(0, 1).map(({ claim }) => claim.id))
  }
  return { interval, low: setting('low'), high: setting('high') }
}

/** How far from an identity others are asked, in steps from quantity to quantity, and how many at most. */
const mostSteps = 4
const mostSolving = 100

/** One text as arithmetic sees it: one vintage, one denominator. */
export class DocumentView {
  readonly document: string
  readonly claims: ReadonlyMap<Quantity, readonly Placed[]>
  readonly identities: readonly Identity[]
  readonly #found = new Map<string, Domains>()
  readonly #stated: ReadonlyMap<Quantity, Domain>
  /** The identities that can tell something of others, by each quantity in them: their places in the list. */
  readonly #solvers = new Map<Quantity, number[]>()

  /** `identities` are those with a role that the document states. */
  constructor(document: string, claims: readonly Placed[], identities: readonly Identity[]) {
    this.document = document
    this.claims = groupedBy(
      claims.filter((each) => each.writing !== null),
      quantityOf,
    )
    this.identities = identities
    for (const [at, { use, roles }] of identities.entries()) {
      if (use === 'check') continue
      for (const quantity of new Set(roles.values())) {
        const known = this.#solvers.get(quantity)
        if (known === undefined) this.#solvers.set(quantity, [at])
        else known.push(at)
      }
    }
    const stated = new Map<Quantity, Domain>()
    for (const [quantity, claims] of this.claims) {
      const domain = statedDomain(claims)
      if (domain !== null) stated.set(quantity, domain)
    }
    this.#stated = stated
  }

  /** What the text states of each quantity. */
  get stated(): Domains {
    return this.#stated
  }

  /** The identities that can tell something of a quantity, in order. */
  solversOf(quantity: Quantity): Identity[] {
    return (this.#solvers.get(quantity) ?? []).map((at) => this.identities[at]!)
  }

  /** What the text states of the quantities of some identities, but for one: what is to be predicted may not predict itself. */
  #statedIn(identities: readonly Identity[], without: Quantity): Map<Quantity, Domain> {
    const domains = new Map<Quantity, Domain>()
    for (const { roles } of identities)
      for (const quantity of roles.values()) {
        const domain = quantity === without ? undefined : this.#stated.get(quantity)
        if (domain !== undefined) domains.set(quantity, domain)
      }
    return domains
  }

  /** The identities that can tell something of others, but for one, out from where that one stands. */
  #solving(but: Identity): Identity[] {
    const reached = new Set(but.roles.values())
    let fresh = [...reached]
    let found = new Set<number>()
    for (let step = 0; step < mostSteps; step += 1) {
      const next = new Set(found)
      for (const quantity of fresh)
        for (const at of this.#solvers.get(quantity) ?? []) if (this.identities[at] !== but) next.add(at)
      if (next.size === found.size || next.size > mostSolving) break
      fresh = []
      for (const at of next) {
        if (found.has(at)) continue
        for (const quantity of this.identities[at]!.roles.values())
          if (!reached.has(quantity)) {
            reached.add(quantity)
            fresh.push(quantity)
          }
      }
      found = next
    }
    return [...found].sort((a, b) => a - b).map((at) => this.identities[at]!)
  }

  /**
   * What the text says of each quantity of one identity, stated or solved for, without what it states of one quantity and without that
   * identity: what is to be predicted by it may not come back through it. As stated alone where the rest contradicts itself.
   */
  domains(without: Quantity, but: Identity): Domains {
    const name = `${this.claims.has(without) ? without : ''}\n${[...but.roles.values()].join('\n')}\n${but.relation}`
    const known = this.#found.get(name)
    if (known !== undefined) return known
    const solving = this.#solving(but)
    const stated = this.#statedIn([but, ...solving], without)
    const found = narrow(stated, solving).domains ?? stated
    this.#found.set(name, found)
    return found
  }

  /** Whether the text's own figures can all be meant at once. */
  isConsistent(): boolean {
    return (
      narrow(
        this.stated,
        this.identities.filter(({ force }) => force === 'hard'),
      ).empty === null
    )
  }
}

/** The identities with a role that each document states, by document. */
export const viewsOf = (
  documents: readonly (readonly Placed[])[],
  identities: readonly Identity[],
): Map<string, DocumentView> => {
  const touching = new Map<Quantity, Identity[]>()
  for (const identity of identities) {
    for (const quantity of identity.roles.values()) {
      const known = touching.get(quantity)
      if (known === undefined) touching.set(quantity, [identity])
      else known.push(identity)
    }
  }
  const order = new Map(identities.map((identity, at) => [identity, at]))
  return new Map(
    documents.flatMap((claims): [string, DocumentView][] => {
      const [first] = claims
      if (first === undefined) return []
      const found = new Set(
        claims.flatMap((each) => (each.writing === null ? [] : (touching.get(quantityOf(each)) ?? []))),
      )
      const own = [...found].sort((a, b) => order.get(a)! - order.get(b)!)
      return [[first.claim.document, new DocumentView(first.claim.document, claims, own)]]
    }),
  )
}
