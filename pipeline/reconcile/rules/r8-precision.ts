import { compare, lesser, type Rational } from '../rational.ts'
import { evidenceOf, onlyOne, type Rule } from './rule.ts'

/** It is written to a finer step. */
export const precision: Rule = {
  name: 'R8',
  decides: true,
  opposes: false,
  choose: ({ candidates }) => {
    const steps = candidates.map(
      (candidate): Rational =>
        evidenceOf(candidate)
          .map(({ writing }) => writing!.granule)
          .reduce(lesser),
    )
    const finest = steps.reduce(lesser)
    return onlyOne(candidates, (_, at) => compare(steps[at]!, finest) === 0)
  },
}
