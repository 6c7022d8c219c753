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

/** The rules of the verdict, in order. The first that separates decides; the later ones are listed all the same. */
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
  /** Position of the chosen candidate; null where no rule separates them. */
  readonly winner: number | null
  readonly decidedBy: string | null
  /** Later rules that would choose the same, and those that would choose another. */
  readonly agree: readonly string[]
  readonly against: readonly string[]
  /** What each rule would choose. */
  readonly choices: ReadonlyMap<string, number | null>
}

/** Which of rival values is published, and by which rule. Never an average, never by order of input. */
export const judgeContest = (contest: Contest): Verdict => {
  const choices = new Map(rules.map((rule) => [rule.name, rule.choose(contest)]))
  const deciding = rules.findIndex(({ name, decides }) => decides && choices.get(name) !== null)
  if (deciding < 0) return { winner: null, decidedBy: null, agree: [], against: [], choices }
  const decidedBy = rules[deciding]!.name
  const winner = choices.get(decidedBy)!
  const later = rules.slice(deciding + 1)
  return {
    winner,
    decidedBy,
    agree: later.filter(({ name }) => choices.get(name) === winner).map(({ name }) => name),
    against: later
      .filter(({ name, opposes }) => opposes && choices.get(name) !== null && choices.get(name) !== winner)
      .map(({ name }) => name),
    choices,
  }
}
