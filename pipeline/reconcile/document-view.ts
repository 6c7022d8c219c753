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

  /** `identities` are those with a role that the document states. */
  constructor(document: string, claims: readonly Placed[], identities: readonly Identity[]) {
    this.document = document
    this.claims = groupedBy(
      claims.filter((each) => each.writing !== null),
      quantityOf,
    )
    this.identities = identities
  }

  /** What the text states of each quantity, but for one: what is to be predicted may not predict itself. */
  stated(without: Quantity | null): Map<Quantity, Domain> {
    const domains = new Map<Quantity, Domain>()
    for (const [quantity, claims] of this.claims) {
      const domain = quantity === without ? null : statedDomain(claims)
      if (domain !== null) domains.set(quantity, domain)
    }
    return domains
  }

  /** The identities that can tell something of others, but for one, out from where that one stands. */
  #solving(but: Identity): Identity[] {
    const reached = new Set(but.roles.values())
    let found: Identity[] = []
    for (let step = 0; step < mostSteps; step += 1) {
      const next = this.identities.filter(
        (each) =>
          each !== but && each.use !== 'check' && [...each.roles.values()].some((quantity) => reached.has(quantity)),
      )
      if (next.length === found.length || next.length > mostSolving) break
      found = next
      for (const { roles } of found) for (const quantity of roles.values()) reached.add(quantity)
    }
    return found
  }

  /**
   * What the text says of each quantity, stated or solved for, without what it states of one quantity and without one
   * identity: what is to be predicted by it may not come back through it. As stated alone where the rest contradicts itself.
   */
  domains(without: Quantity, but: Identity): Domains {
    const name = `${this.claims.has(without) ? without : ''}\n${[...but.roles.values()].join('\n')}\n${but.relation}`
    const known = this.#found.get(name)
    if (known !== undefined) return known
    const stated = this.stated(without)
    const found = narrow(stated, this.#solving(but)).domains ?? stated
    this.#found.set(name, found)
    return found
  }

  /** Whether the text's own figures can all be meant at once. */
  isConsistent(): boolean {
    return (
      narrow(
        this.stated(null),
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
