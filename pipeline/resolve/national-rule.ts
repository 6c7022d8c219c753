import type { Hit } from '../../catalog/lexicon.ts'
import type { DocumentContext } from './context.ts'
import type { Draft } from './draft.ts'
import { placesIn } from './places.ts'

/** Power of ten below which an amount is one that a rule gives each person. */
const sumScale = 9

/** Whether the number is what a rule lays down: years, a rate on wages, an amount for each. */
const isRule = (draft: Draft, context: DocumentContext): boolean => {
  if (draft.kind === 'duration') return draft.unit === 'year'
  if (draft.kind === 'money') return (draft.mention.scale ?? 0) < sumScale
  if (draft.kind !== 'percentage' || draft.of === null) return false
  for (const { nature, of, wholes } of context.catalog.catalog.indicators.values())
    if (nature === 'rate' && (of === draft.of || wholes.includes(draft.of))) return true
  return false
}

/**
 * In a text about a province, the words that make a number one of the country's law: "Under the Law on Employment the benefit is 60 percent of the
 * average wage". Null where the sentence names a region, or speaks of the province.
 */
export const nationalRule = (draft: Draft, context: DocumentContext): Hit | null => {
  if (context.region === null || !isRule(draft, context)) return null
  const { scan } = draft.reading
  const { first, last } = draft.sentence
  const inSentence = (hit: Hit): boolean => hit.first >= first && hit.last <= last
  if (scan.all('place_local').some(inSentence)) return null
  if (placesIn(scan, context.catalog.catalog).some((hit) => inSentence(hit) && hit.value.includes('-'))) return null
  return scan.all('place_law').find(inSentence) ?? null
}
