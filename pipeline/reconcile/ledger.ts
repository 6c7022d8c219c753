import { type KeyParts, keyOf } from './key.ts'
import type { Placed } from './placed.ts'

/** A name for something that has one true value: the key of an observation, a latent whole, a rate, a claim without a key. */
export type Quantity = string

/** A quantity that no indicator of the catalog counts: what it is, where and when. */
export const latent = (what: string, place: string | null, period: string): Quantity =>
  `latent|${what}|${place ?? ''}|${period}`

export const quantityOf = (placed: Placed): Quantity => placed.key ?? `claim|${placed.claim.id}`

interface Wanted {
  readonly indicator: string
  readonly measure: KeyParts['measure']
  readonly class: KeyParts['class']
}

const nameOf = ({ indicator, measure, class: kind }: Wanted): string => `${indicator}|${measure}|${kind}`

/** The claims of a corpus (or of a part of it) by quantity, and its keys by indicator. */
export class Ledger {
  readonly #claims = new Map<Quantity, Placed[]>()
  readonly #parts = new Map<Quantity, KeyParts>()
  readonly #keys = new Map<string, KeyParts[]>()

  constructor(placed: Iterable<Placed>) {
    for (const each of placed) {
      if (each.writing === null) continue
      const quantity = quantityOf(each)
      const claims = this.#claims.get(quantity)
      if (claims !== undefined) {
        claims.push(each)
        continue
      }
      this.#claims.set(quantity, [each])
      if (each.parts === null) continue
      this.#parts.set(quantity, each.parts)
      // What is set alone is of something that nobody knows; no identity holds for it.
      if (each.parts.alone !== null) continue
      const name = nameOf(each.parts)
      const keys = this.#keys.get(name)
      if (keys === undefined) this.#keys.set(name, [each.parts])
      else keys.push(each.parts)
    }
  }

  quantities(): Iterable<Quantity> {
    return this.#claims.keys()
  }

  claimsOf(quantity: Quantity): readonly Placed[] {
    return this.#claims.get(quantity) ?? []
  }

  partsOf(quantity: Quantity): KeyParts | null {
    return this.#parts.get(quantity) ?? null
  }

  /** The keys that there are claims on, of one indicator, measure and class. */
  keys(wanted: Wanted): readonly KeyParts[] {
    return this.#keys.get(nameOf(wanted)) ?? []
  }
}

/** The key of the level that a change, a share or a gap speaks of. */
export const levelKey = (parts: KeyParts, change: Partial<KeyParts>): Quantity =>
  keyOf({ ...parts, measure: 'level', change_unit: null, baseline: null, ...change })
