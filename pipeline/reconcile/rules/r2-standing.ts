import type { Candidate } from '../value-set.ts'
import { evidenceOf, type Rule, thoseWith, unbeaten } from './rule.ts'

/** Whether one goal was certainly adopted before another; days of unlike precision are compared as far as both go. */
const isBefore = (a: string, b: string): boolean => {
  const length = Math.min(a.length, b.length)
  return a.slice(0, length) < b.slice(0, length)
}

const wasAdoptedLater = (later: Candidate, earlier: Candidate): boolean =>
  evidenceOf(later).some(
    (a) =>
      a.adopted !== null && evidenceOf(earlier).every((b) => b.adopted !== null && isBefore(b.adopted, a.adopted!)),
  )

/** It has an actual figure where the others have estimates; of goals, it was adopted last. */
export const standingRule: Rule = {
  name: 'R2',
  decides: true,
  opposes: true,
  keep: ({ candidates }) =>
    candidates.flatMap(evidenceOf).every(({ claim }) => claim.status === 'target')
      ? unbeaten(candidates, wasAdoptedLater)
      : thoseWith(candidates, (candidate) => evidenceOf(candidate).some((each) => !each.is_estimate)),
}
