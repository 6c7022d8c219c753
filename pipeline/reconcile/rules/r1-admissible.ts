import { evidenceOf, type Rule, thoseWith } from './rule.ts'

/** The others break a hard bound, or are refuted by the figures of their own text. */
export const admissible: Rule = {
  name: 'R1',
  decides: true,
  opposes: true,
  keep: ({ candidates, isInadmissible }) =>
    thoseWith(candidates, (candidate) => !evidenceOf(candidate).every(isInadmissible)),
}
