import type { Rule } from './rule.ts'

/** A reviewer chose it. A claim that two candidates share does not choose between them. */
export const human: Rule = {
  name: 'R0',
  decides: true,
  opposes: true,
  keep: ({ candidates, chosen }) => {
    const found = candidates.filter(({ claims }) => claims.some(({ claim }) => claim.id === chosen))
    return found.length === 1 ? found : candidates
  },
}
