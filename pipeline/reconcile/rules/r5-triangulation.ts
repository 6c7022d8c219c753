import { standing } from '../triangulation.ts'
import type { Rule } from './rule.ts'

/** Arithmetic with other figures of the place and day leaves it standing and the others not. */
export const triangulation: Rule = {
  name: 'R5',
  decides: true,
  opposes: true,
  keep: ({ candidates, corpus, triangulation: found }) => {
    const winner = standing(found(), candidates, corpus.binding.knowledge.reconciliation.most_repair_steps)
    return winner === null ? candidates : [candidates[winner]!]
  },
}
