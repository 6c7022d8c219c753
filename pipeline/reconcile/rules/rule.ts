import type { CorpusView } from '../corpus-view.ts'
import type { Drift } from '../drift.ts'
import type { Placed } from '../placed.ts'
import type { Triangulation } from '../triangulation.ts'
import type { Candidate } from '../value-set.ts'

/** Rival values of one key, and what rules may ask about them. */
export interface Contest {
  readonly key: string
  /** Two or more, from low to high. */
  readonly candidates: readonly Candidate[]
  readonly corpus: CorpusView
  /** The claim that a reviewer chose, or null. */
  readonly chosen: string | null
  /** Whether a claim breaks a hard bound, or is refuted by its own text. */
  readonly isInadmissible: (claim: Placed) => boolean
  readonly triangulation: () => Triangulation
  readonly driftBetween: (document: string, other: string) => Drift | null
}

/** One rule of the verdict: which candidate it would choose, or null where it does not separate them. */
export interface Rule {
  readonly name: string
  /** False for a rule that only agrees or stands against. */
  readonly decides: boolean
  /** False for a rule that breaks ties and is no evidence: that a rival is written more finely does not speak against a choice. */
  readonly opposes: boolean
  readonly choose: (contest: Contest) => number | null
}

/** The claims that speak for a candidate alone; where it has none, all that it explains. */
export const evidenceOf = ({ own, claims }: Candidate): readonly Placed[] => (own.length > 0 ? own : claims)

/** The position of the only candidate that has a property, or null. */
export const onlyOne = (
  candidates: readonly Candidate[],
  has: (candidate: Candidate, at: number) => boolean,
): number | null => {
  const found = candidates.flatMap((candidate, at) => (has(candidate, at) ? [at] : []))
  return found.length === 1 ? found[0]! : null
}

/** The position of the candidate with the least of a number, where it is alone with it. */
export const least = (candidates: readonly Candidate[], of: (candidate: Candidate) => number): number | null => {
  const numbers = candidates.map(of)
  const smallest = Math.min(...numbers)
  return onlyOne(candidates, (_, at) => numbers[at] === smallest)
}
