import type { Observation } from '../../schemas/observation.ts'
import type { CheckFact } from './check-row.ts'
import type { Keyed } from './keyed.ts'
import { countReports } from './rules/r7-corroboration.ts'

/** What valid checks say of the published value: those that rest on nothing that was set aside. */
export interface Backing {
  readonly supports: readonly CheckFact[]
  readonly refutes: readonly CheckFact[]
}

export const backingOf = (keyed: Keyed, facts: readonly CheckFact[], aside: ReadonlySet<string>): Backing => {
  const own = new Set(keyed.winner?.claims.map(({ claim }) => claim.id))
  const valid = facts.filter(
    ({ row, rests }) => row.force === 'hard' && ![...rests].some((id) => aside.has(id) && !own.has(id)),
  )
  return {
    supports: valid.filter(({ row }) => row.supports.some((id) => own.has(id))),
    refutes: valid.filter(({ row }) => row.refutes.some((id) => own.has(id))),
  }
}

/**
 * The grade, by facts alone: A one value, and two reports or a supporting check; B one value, and nothing contradicts;
 * C rivals decided by a reviewer or by R1 to R5; D decided by count or precision alone, or with any rule or check against;
 * U unresolved.
 */
export const gradeOf = (keyed: Keyed, backing: Backing): Observation['grade'] => {
  const { verdict, winner } = keyed
  if (winner === null) return 'U'
  if (backing.refutes.length > 0) return 'D'
  if (verdict === null) return countReports(winner.claims) > 1 || backing.supports.length > 0 ? 'A' : 'B'
  const byEvidence = !['R7', 'R8'].includes(verdict.decidedBy ?? '')
  return byEvidence && verdict.against.length === 0 ? 'C' : 'D'
}
