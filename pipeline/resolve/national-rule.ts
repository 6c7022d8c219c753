import type { Hit } from '../../catalog/lexicon.ts'
import type { Indicator } from '../../schemas/catalog.ts'
import type { DocumentContext } from './context.ts'
import type { Draft } from './draft.ts'
import { countryOf, placesIn } from './places.ts'

/** Power of ten below which an amount is one that a rule gives each person. */
const sumScale = 9

/** Whether the number is what a rule lays down: years, a rate on wages, an amount for each. */
const isRule = (draft: Draft, context: DocumentContext): boolean => {
  if (draft.kind === 'duration') return draft.unit === 'year'
  if (draft.kind === 'money') return (draft.mention.scale ?? 0) < sumScale
  // "not above five times the regional minimum wage"
  if (draft.kind === 'multiple') return draft.measure === 'level'
  if (draft.kind !== 'percentage' || draft.of === null) return false
  return rates(context).some(({ of, wholes }) => of === draft.of || wholes.includes(draft.of!))
}

const rates = (context: DocumentContext): Indicator[] =>
  [...context.catalog.catalog.indicators.values()].filter(({ nature }) => nature === 'rate')

/** "The State supports 10% of this amount": a share in words that are those of a rate or rule it out, behind the word of the law. */
const isShareByRule = (draft: Draft, law: Hit, context: DocumentContext): boolean => {
  const { reading, sentence, mention } = draft
  if (draft.kind !== 'percentage' || draft.unit !== 'percent' || draft.measure === 'gap' || draft.of !== null)
    return false
  if (law.last > mention.first) return false
  const near = reading.scan.all('term').filter(({ first, last }) => first >= sentence.first && last <= sentence.last)
  return rates(context).some(({ unless }) => near.some(({ value }) => unless.includes(value)))
}

/**
 * In a text about a province, the words that make a number one of the country's law: "Under the Law on Employment the benefit is 60 percent of the
 * average wage". Null where the sentence names a region, or speaks of the province.
 */
export const nationalRule = (draft: Draft, context: DocumentContext): Hit | null => {
  if (context.region === null) return null
  const { scan } = draft.reading
  const { first, last } = draft.sentence
  const inSentence = (hit: Hit): boolean => hit.first >= first && hit.last <= last
  if (scan.all('place_local').some(inSentence)) return null
  if (placesIn(scan, context.catalog.catalog).some((hit) => inSentence(hit) && hit.value.includes('-'))) return null
  const law = scan.all('place_law').find(inSentence)
  return law !== undefined && (isRule(draft, context) || isShareByRule(draft, law, context)) ? law : null
}

/** "Employees pay 1% of their wages" in a text about a province: a contribution rate is the country's, where the sentence names no province. */
export const nationalRate = (draft: Draft, context: DocumentContext): void => {
  const indicator = context.catalog.catalog.indicators.get(draft.indicator ?? '')
  if (context.home === null || context.region === null || indicator === undefined) return
  if (indicator.nature !== 'rate' || indicator.unit !== 'percent' || draft.measure !== 'level') return
  const ground = draft.grounds.get('place')
  const named = draft.grounds.get('indicator')
  if (ground?.rule !== 'home-place' || named === undefined || draft.place !== context.region.code) return
  draft.place = countryOf(context.home.code)
  draft.grounds.set('place', { ...named, rule: 'national-rule', stated: false })
}
