import type { Operand } from './check-row.ts'
import { current } from './current.ts'
import { type DocumentView, viewsOf } from './document-view.ts'
import type { Binding, Identity } from './identities/identity.ts'
import { Ledger, type Quantity } from './ledger.ts'
import { both, type Domain } from './narrow.ts'
import { operandOf } from './operand.ts'
import type { Placed } from './placed.ts'
import { type Candidate, valueSet } from './value-set.ts'

/** All texts as arithmetic sees them: what each says, the identities that bind them, and the claims still standing. */
export class CorpusView {
  readonly binding: Binding
  readonly identities: readonly Identity[]
  readonly views: ReadonlyMap<string, DocumentView>
  readonly #touching = new Map<Quantity, DocumentView[]>()
  readonly #current = new Map<Quantity, readonly Placed[]>()
  readonly #candidates = new Map<Quantity, readonly Candidate[]>()
  readonly #byId: ReadonlyMap<string, Placed>

  constructor(binding: Binding, identities: readonly Identity[]) {
    this.binding = binding
    this.identities = identities
    // One text is one vintage: of what it has superseded itself only the later stands.
    const standing = binding.documents.map((claims) => {
      const ledger = new Ledger(claims)
      return [...ledger.quantities()].flatMap((quantity) => [...current(ledger.claimsOf(quantity))])
    })
    this.views = viewsOf(standing, identities)
    for (const view of this.views.values()) {
      for (const quantity of new Set(view.identities.flatMap(({ roles }) => [...roles.values()]))) {
        const known = this.#touching.get(quantity)
        if (known === undefined) this.#touching.set(quantity, [view])
        else known.push(view)
      }
    }
    this.#byId = new Map(binding.documents.flat().map((placed) => [placed.claim.id, placed]))
  }

  claim(id: string): Placed {
    return this.#byId.get(id)!
  }

  /** The claims of a quantity that no other has superseded. */
  claimsOf(quantity: Quantity): readonly Placed[] {
    const known = this.#current.get(quantity)
    if (known !== undefined) return known
    const found = current(this.binding.ledger.claimsOf(quantity))
    this.#current.set(quantity, found)
    return found
  }

  /** The values that texts give a quantity. */
  candidatesOf(quantity: Quantity): readonly Candidate[] {
    const known = this.#candidates.get(quantity)
    if (known !== undefined) return known
    const claims = this.claimsOf(quantity)
    const found = claims.length === 0 ? [] : valueSet(claims).candidates
    this.#candidates.set(quantity, found)
    return found
  }

  /** The texts that say something of a quantity, stated or to be solved for. */
  viewsOn(quantity: Quantity): readonly DocumentView[] {
    return this.#touching.get(quantity) ?? []
  }

  /**
   * What all texts together say of a quantity that none states: each is asked alone first (one vintage, one
   * denominator), then what they say is intersected. Null where nothing is known, or where they leave nothing.
   */
  solved(quantity: Quantity, without: Quantity, but: Identity): Domain | null {
    let domain: Domain | null = null
    for (const view of this.viewsOn(quantity)) {
      const own = view.domains(without, but).get(quantity)
      if (own === undefined) continue
      domain = domain === null ? own : both(domain, own)
      if (domain === null) return null
    }
    return domain
  }

  unitOf(quantity: Quantity): string | null {
    const parts = this.binding.ledger.partsOf(quantity)
    if (parts !== null) return parts.unit
    const [claim] = this.binding.ledger.claimsOf(quantity)
    return claim?.claim.unit ?? null
  }

  /** The ways to fill a role: each value that texts give, or else what they let be solved. */
  operands(quantity: Quantity, without: Quantity, but: Identity): Operand[] {
    const settings = this.binding.knowledge.reconciliation
    const unit = this.unitOf(quantity)
    const candidates = this.candidatesOf(quantity)
    if (candidates.length === 0) {
      const operand = operandOf(quantity, [], this.solved(quantity, without, but), unit, settings)
      return operand === null ? [] : [operand]
    }
    return candidates.flatMap(({ claims }) => {
      const operand = operandOf(quantity, claims, null, unit, settings)
      return operand === null ? [] : [operand]
    })
  }
}
