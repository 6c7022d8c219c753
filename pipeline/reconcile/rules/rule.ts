import type { CorpusView } from '../corpus-view.ts'
import type { Drift } from '../drift.ts'
import type { Placed } from '../placed.ts'
import type { Triangulation } from '../triangulation.ts'
import { actualOf, type Candidate } from '../value-set.ts'

/** Rival values of one key, and what rules may ask about them. */
export interface Contest {
  readonly key: string
  /** From low to high. */
  readonly candidates: readonly Candidate[]
  readonly corpus: CorpusView
  /** The claim that a reviewer chose, or null. */
  readonly chosen: string | null
  /** Whether a claim breaks a hard bound, or is refuted by its own text. */
  readonly isInadmissible: (claim: Placed) => boolean
  readonly triangulation: () => Triangulation
  readonly driftBetween: (document: string, other: string) => Drift | null
}

/** One rule of the verdict. */
export interface Rule {
  readonly name: string
  /** False for a rule that only agrees or stands against. */
  readonly decides: boolean
  /** False for a rule that breaks ties and is no evidence: that a rival is written more finely does not speak against a choice. */
  readonly opposes: boolean
  /** The candidates that it leaves standing; all of them where it does not separate them. */
  readonly keep: (contest: Contest) => readonly Candidate[]
}

/** The claims that speak for a candidate alone (where it has none, all that it explains); estimates only where nothing else does. */
export const evidenceOf = ({ own, claims }: Candidate): readonly Placed[] => actualOf(own.length > 0 ? own : claims)

/** Those that have a property; all where none has. */
export const thoseWith = (
  candidates: readonly Candidate[],
  has: (candidate: Candidate) => boolean,
): readonly Candidate[] => {
  const found = candidates.filter(has)
  return found.length > 0 ? found : candidates
}

/** Those with the least of a number. */
export const least = (candidates: readonly Candidate[], of: (candidate: Candidate) => number): readonly Candidate[] => {
  const numbers = candidates.map(of)
  const smallest = Math.min(...numbers)
  return candidates.filter((_, at) => numbers[at] === smallest)
}

/** Those that no other comes before. */
export const unbeaten = (
  candidates: readonly Candidate[],
  beats: (winner: Candidate, loser: Candidate) => boolean,
): readonly Candidate[] =>
  thoseWith(candidates, (candidate) => !candidates.some((other) => other !== candidate && beats(other, candidate)))
