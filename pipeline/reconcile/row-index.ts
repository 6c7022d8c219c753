import type { Relation } from '../../schemas/observation.ts'
import type { CheckFact } from './check-row.ts'
import { observationId } from './key.ts'
import type { Placed } from './placed.ts'

class Lists<Item> {
  readonly #lists = new Map<string, Item[]>()

  put(name: string, item: Item): void {
    const known = this.#lists.get(name)
    if (known === undefined) this.#lists.set(name, [item])
    else known.push(item)
  }

  of(name: string): readonly Item[] {
    return this.#lists.get(name) ?? []
  }
}

/** The facts that name a claim, by the claim's id. */
export const factsByClaim = (facts: readonly CheckFact[]): ((claim: string) => readonly CheckFact[]) => {
  const lists = new Lists<CheckFact>()
  for (const fact of facts) {
    for (const id of new Set([...fact.rests, ...fact.row.supports, ...fact.row.refutes])) lists.put(id, fact)
  }
  return (claim) => lists.of(claim)
}

/** Rows of pairs by observation, and which observations are near to which. */
export const pairsByObservation = (rows: readonly Relation[], placed: ReadonlyMap<string, Placed>) => {
  const pairs = new Lists<Relation>()
  const near = new Lists<string>()
  const idOf = (claim: string): string => observationId(placed.get(claim)!.key!)
  for (const row of rows) {
    const [a, b] = [idOf(row.claim_a), idOf(row.claim_b)]
    for (const id of new Set([a, b])) pairs.put(id, row)
    if (row.comparability !== 'near') continue
    near.put(a, b)
    near.put(b, a)
  }
  return {
    pairsOf: (id: string): readonly Relation[] => pairs.of(id),
    nearTo: (id: string): readonly string[] => [...new Set(near.of(id))].sort(),
  }
}
