import { standing } from '../triangulation.ts'
import type { Rule } from './rule.ts'

/** Arithmetic with other figures of the place and day leaves it standing and the others not. */
export const triangulation: Rule = {
  name: 'R5',
  decides: true,
  opposes: true,
  choose: ({ candidates, corpus, triangulation: found }) =>
    standing(found(), candidates, corpus.binding.knowledge.reconciliation.most_repair_steps),
}
