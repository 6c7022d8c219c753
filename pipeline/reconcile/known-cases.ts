import type { Observation } from '../../schemas/observation.ts'
import type { KnownCase } from './calibration.ts'
import type { Court } from './contest.ts'
import type { Keyed } from './keyed.ts'
import { judgeContest } from './verdict.ts'

/** The keys on which a reviewer ruled, as cases for the rules: would they have chosen the same without the ruling? */
export const knownCases = (
  keyed: readonly Keyed[],
  court: Court,
  observations: readonly Observation[],
): KnownCase[] => {
  const grades = new Map(observations.map(({ id, grade }) => [id, grade]))
  return keyed.flatMap(({ key, id, values, decision, verdict, winner }): KnownCase[] => {
    if (decision === null || winner === null) return []
    if (verdict === null) return [{ grade: grades.get(id) ?? 'B', rule: null, isRight: true }]
    const alone = judgeContest(court.contest(key, values.candidates, null))
    if (alone.winner === null) return []
    const byEvidence = !['R7', 'R8'].includes(alone.decidedBy ?? '') && alone.against.length === 0
    return [{ grade: byEvidence ? 'C' : 'D', rule: alone.decidedBy, isRight: alone.winner === winner }]
  })
}
