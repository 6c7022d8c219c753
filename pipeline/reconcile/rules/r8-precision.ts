import { compare, lesser, type Rational } from '../rational.ts'
import type { Candidate } from '../value-set.ts'
import { evidenceOf, type Rule } from './rule.ts'

const stepOf = (candidate: Candidate): Rational =>
  evidenceOf(candidate)
    .map(({ writing }) => writing!.granule)
    .reduce(lesser)

/** It is written to a finer step. */
export const precision: Rule = {
  name: 'R8',
  decides: true,
  opposes: false,
  keep: ({ candidates }) => {
    const finest = candidates.map(stepOf).reduce(lesser)
    return candidates.filter((candidate) => compare(stepOf(candidate), finest) === 0)
  },
}
