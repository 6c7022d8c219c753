import type { Interval } from '../interval.ts'
import type { Knowledge } from '../knowledge.ts'
import type { Ledger, Quantity } from '../ledger.ts'
import type { Placed } from '../placed.ts'

/** What is known of the quantity in a role; null where nothing is. */
export type Known = (role: string) => Interval | null

/**
 * An equation between quantities, bound to a place and time: share = 100 * part / whole. It is monotone in every role
 * and uses each once, so the ends of what it predicts come from ends of what is known (endpoint arithmetic is exact).
 */
export interface Identity {
  readonly relation: string
  /** Role -> quantity, the role that texts derive from the others first. */
  readonly roles: ReadonlyMap<string, Quantity>
  readonly force: 'hard' | 'soft'
  /** Whether figures that meet the prediction are confirmed by it; a bound that is kept confirms nothing. */
  readonly confirms: boolean
  /** The document that it holds in, where it rests on words standing side by side; null where it holds across texts. */
  readonly within: string | null
  /** Where it is at home, "place|last day": the part of the corpus in which figures are weighed against one another. */
  readonly home: string
  /** What the other roles say of this one; null where they do not. */
  readonly predict: (role: string, known: Known) => Interval | null
  /** Whether this role grows with the other. */
  readonly rises: (role: string, other: string) => boolean
  /**
   * What it is good for: `check` predicts figures and is kept out of solving (it joins places, or is soft); `solve` only
   * tells what no text states; `both`.
   */
  readonly use: 'check' | 'solve' | 'both'
  /** The equation in words, solved for a role: "1.45 million of 48.881–49.040 million is 2.9466–2.9766%". */
  readonly say: (role: string, said: (role: string) => string, result: string) => string
}

export interface Binding {
  readonly ledger: Ledger
  readonly knowledge: Knowledge
  /** Claims of each document in reading order: some identities hold between neighbours in a sentence. */
  readonly documents: readonly (readonly Placed[])[]
  /** Gaps and changes whose unit arithmetic has settled: key -> percentage_point or percent. */
  readonly settled: ReadonlyMap<Quantity, 'percentage_point' | 'percent'>
}

/** Finds every place where an identity holds. */
export type Bind = (binding: Binding) => Identity[]

export const homeOf = (place: string | null, period: string): string => `${place ?? ''}|${period.slice(-10)}`
