import { onlyOne, type Rule } from './rule.ts'

/** A reviewer chose it. A claim that two candidates share does not choose between them. */
export const human: Rule = {
  name: 'R0',
  decides: true,
  opposes: true,
  choose: ({ candidates, chosen }) =>
    chosen === null ? null : onlyOne(candidates, ({ claims }) => claims.some(({ claim }) => claim.id === chosen)),
}
