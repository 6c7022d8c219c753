import { human } from './rules/r0-human.ts'
import { admissible } from './rules/r1-admissible.ts'
import { standingRule } from './rules/r2-standing.ts'
import { authority } from './rules/r3-authority.ts'
import { vintage } from './rules/r4-vintage.ts'
import { triangulation } from './rules/r5-triangulation.ts'
import { driftRule } from './rules/r6-drift.ts'
import { corroboration } from './rules/r7-corroboration.ts'
import { precision } from './rules/r8-precision.ts'
import type { Contest, Rule } from './rules/rule.ts'
import type { Candidate } from './value-set.ts'

/** The rules of the verdict, in order. Each leaves fewer candidates or all; the one that leaves a single one decides. */
const rules: readonly Rule[] = [
  human,
  admissible,
  standingRule,
  authority,
  vintage,
  triangulation,
  driftRule,
  corroboration,
  precision,
]

export interface Verdict {
  /** The chosen candidate; null where the rules leave several. */
  readonly winner: Candidate | null
  readonly decidedBy: string | null
  /** Later rules that would choose the same, and those that would rule it out. */
  readonly agree: readonly string[]
  readonly against: readonly string[]
}

/**
 * Which of rival values is published, and by which rule. Each rule is asked of the candidates that those before it left;
 * the later ones are asked of all, and listed. Never an average, never by order of input.
 */
export const judgeContest = (contest: Contest): Verdict => {
  let left = contest.candidates
  for (const [at, rule] of rules.entries()) {
    if (!rule.decides) continue
    left = rule.keep({ ...contest, candidates: left })
    const [winner] = left
    if (winner === undefined || left.length > 1) continue
    const later = rules.slice(at + 1).map((each) => ({ ...each, kept: each.keep(contest) }))
    return {
      winner,
      decidedBy: rule.name,
      agree: later.filter(({ kept }) => kept.length === 1 && kept[0] === winner).map(({ name }) => name),
      against: later.filter(({ opposes, kept }) => opposes && !kept.includes(winner)).map(({ name }) => name),
    }
  }
  return { winner: null, decidedBy: null, agree: [], against: [] }
}
