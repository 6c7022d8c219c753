import type { IndicatorRelation } from '../../schemas/catalog.ts'
import type { Knowledge } from './knowledge.ts'

/** One name for all wholes: a text may take any share of any of them, so shares of the labour force and of adults hang together. */
const anyWhole = 'whole'

/** What a relation speaks of: indicators, and wholes that shares are of. */
const named = (relation: IndicatorRelation): readonly string[] => {
  switch (relation.type) {
    case 'share':
      return [relation.share, relation.part, relation.whole, anyWhole]
    case 'place_share':
      return [relation.of, relation.indicator]
    case 'sum':
      return [relation.total, ...relation.parts]
    case 'bound':
      return [relation.lesser, relation.greater]
    case 'part_of_change':
      return [relation.change, ...relation.parts]
    case 'per_unit':
    case 'quotient':
      return [relation.amount, relation.count]
    case 'pace':
    case 'path':
      return [relation.indicator]
    case 'latent':
      return [relation.of, anyWhole]
    case 'same_series':
      return relation.indicators
  }
}

/**
 * Which indicators arithmetic can join, directly or through others: gives each the first name (by code points) of those it hangs together
 * with, wholes included. Null for what no relation names: it meets no other indicator.
 */
export const linkedIndicators = (knowledge: Knowledge): ((name: string) => string | null) => {
  const above = new Map<string, string>()
  const root = (name: string): string => {
    const next = above.get(name) ?? name
    return next === name ? name : root(next)
  }
  for (const relation of knowledge.relations) {
    const [first, ...rest] = named(relation)
      .map((name) => {
        if (!above.has(name)) above.set(name, name)
        return root(name)
      })
      .sort()
    for (const other of rest) above.set(other, first!)
  }
  return (name) => (above.has(name) ? root(name) : null)
}
