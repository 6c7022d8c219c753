import { compareDecimal } from '../../extractors/grammar/decimal.ts'
import type { Indicator } from '../../schemas/catalog.ts'
import type { DocumentContext } from './document-context.ts'
import type { Draft, TermUse } from './draft.ts'
import { placeNamed } from './places.ts'
import { termsOf } from './terms.ts'

/** Things counted that are people, whatever the text calls them. */
const limit = 4.4

/** Whether a claim of this kind and unit can be a figure of the indicator. A change of it is in percent or in its unit. */
const fits = (draft: Draft, indicator: Indicator, context: DocumentContext): boolean => {
  const { kind, unit, measure } = draft
  const inPercent = indicator.unit === 'percent'
  if (kind === 'percentage') {
    if (measure === 'change' || measure === 'gap') return unit !== 'percentage_point' || inPercent
    // A share of a plan or of a total is a percentage of an indicator in any unit.
    return inPercent || isShareOfTotal(draft, indicator)
  }
  if (kind === 'multiple') return measure === 'change'
  if (kind === 'money') return indicator.unit === 'currency'
  if (kind === 'duration') return indicator.nature === 'duration' && indicator.unit === unit
  if (kind !== 'count' || inPercent || indicator.unit === 'currency') return false
  if (unit === null) return true
  return accepts(indicator, unit, context)
}

const isShareOfTotal = (draft: Draft, indicator: Indicator): boolean =>
  draft.of !== null && (draft.of === 'year_plan' || draft.of === 'total' || draft.of === indicator.id.replace('.', '_') || (draft.of === 'expenditure' && indicator.id.endsWith('expenditure')) || (draft.of === 'revenue' && indicator.id.endsWith('revenue')))

const lastWord = (unit: string): string => unit.split(' ').at(-1)!

const accepts = (indicator: Indicator, unit: string, context: DocumentContext): boolean => {
  const wanted = [indicator.unit, ...indicator.units]
  if (wanted.includes(unit) || wanted.includes(lastWord(unit))) return true
  return wanted.includes('person') && context.people.has(lastWord(unit))
}

interface Match {
  readonly indicator: Indicator
  readonly score: number
  readonly uses: readonly TermUse[]
}

/** The cheapest use of any of the terms. */
const cheapest = (terms: ReadonlyMap<string, TermUse>, any: readonly string[]): TermUse | null => {
  let best: TermUse | null = null
  for (const term of any) {
    const use = terms.get(term)
    if (use !== undefined && (best === null || use.cost < best.cost)) best = use
  }
  return best
}

const slotWorth = 1.1

/** How well the terms found say an indicator: each cue by its nearest term; more cues are worth more, distance costs. */
const match = (draft: Draft, indicator: Indicator, terms: ReadonlyMap<string, TermUse>): Match | null => {
  const uses: TermUse[] = []
  let cost = 0
  let nearest = Number.POSITIVE_INFINITY
  const implied = impliedByUnit(draft, indicator)
  for (const [index, any] of indicator.cues.entries()) {
    const use = cheapest(terms, any)
    if (use === null) {
      if (index > 0 && implied) {
        cost += 0.9
        continue
      }
      return null
    }
    uses.push(use)
    cost += use.cost
    nearest = Math.min(nearest, use.cost)
  }
  for (const term of indicator.unless) {
    const use = terms.get(term)
    if (use !== undefined && use.cost <= nearest + 0.6) return null
  }
  if (draft.of !== null && isWholeOf(draft.of, indicator)) cost -= 0.8
  for (const term of indicator.assumes) if ((terms.get(term)?.cost ?? 9) < 1) cost -= 0.3
  if (nearest > limit || cost > limit + 1.6) return null
  return { indicator, score: cost - slotWorth * uses.length, uses }
}

const isWholeOf = (of: string, indicator: Indicator): boolean => indicator.of === of || indicator.wholes.includes(of)

/** "Voluntary social insurance 1.45 million people": people, or a share of the labour force, of a scheme take part in it. */
const impliedByUnit = (draft: Draft, indicator: Indicator): boolean => {
  if (draft.measure !== 'level') return false
  if (indicator.unit === 'percent') return draft.of !== null && isWholeOf(draft.of, indicator) && indicator.nature === 'share'
  return indicator.nature === 'stock' && indicator.unit === 'person' && draft.unit === 'person'
}

/**
 * The claim that this one goes on about, where its own words name no other subject: a change or a gap ("16.547 million people (up 2.2%)"),
 * a share of an amount ("VND331.7 trillion, equal to 72.4 per cent of the plan"), a bare figure of the same sort ("45 pct by 2025 and 60 pct by 2030").
 */
const inherited = (draft: Draft, terms: readonly TermUse[], context: DocumentContext): Draft | null => {
  if (draft.measure === null || draft.kind === 'duration') return null
  const isOwn = (use: TermUse): boolean => use.ground.rule === 'own-words' || use.ground.rule === 'counted-noun'
  const named = terms.some((use) => isOwn(use) && use.cost < 0.6 && context.topics.has(use.term))
  if (draft.measure !== 'level') {
    const source = levelBefore(draft) ?? claimBefore(draft)
    return source === null || source.indicator === null || (named && !isBracketed(draft)) ? null : source
  }
  const before = draft.previous
  if (draft.kind === 'percentage' && before !== null && before.kind === 'money' && before.indicator !== null && !named && isRightAfter(draft, before)) return before
  const inSentence = terms.some((use) => use.ground.reading === draft.reading && use.ground.first >= draft.sentence.first && context.topics.has(use.term))
  const source = before ?? claimBefore(draft)
  if (inSentence || draft.mention.noun !== null || source === null || source.indicator === null || source.kind !== draft.kind) return null
  return draft.of === null || draft.of === source.of ? source : null
}

/** Nothing but a few words between two claims of one sentence: ", or", ", equal to", "accounting for". */
const isRightAfter = (draft: Draft, before: Draft): boolean => {
  const { scan } = draft.reading
  if (draft.mention.first - before.mention.last > 7) return false
  for (let at = before.mention.last + 1; at < draft.mention.first; at += 1) if (scan.norm(at) === ';' || scan.words[at]!.kind === 'number') return false
  return true
}

const isBracketed = (draft: Draft): boolean => {
  const { scan } = draft.reading
  for (let at = draft.mention.first - 1; at >= Math.max(draft.sentence.first, draft.mention.first - 6); at -= 1) {
    if (scan.norm(at) === '(') return true
    if (scan.words[at]!.kind === 'number') return false
  }
  return false
}

const levelBefore = (draft: Draft): Draft | null => {
  for (let before = draft.previous; before !== null; before = before.previous) if (before.measure === 'level' || before.indicator !== null) return before
  return null
}

/** The claim before in the passage, where the sentence before is the last that holds numbers. */
const claimBefore = (draft: Draft): Draft | null => {
  let last = draft.before
  while (last !== null && last.kind === 'legal_document') last = last.before
  return last !== null && last.reading === draft.reading ? last : null
}

/** The indicator of the catalog that a claim is a figure of, or null. */
export const resolveIndicator = (draft: Draft, context: DocumentContext): void => {
  if (draft.kind === 'legal_document' || draft.kind === 'rank' || draft.kind === 'quantity') return
  if (draft.twin !== null) {
    draft.indicator = draft.twin.indicator
    const ground = draft.twin.grounds.get('indicator')
    if (ground !== undefined) draft.grounds.set('indicator', ground)
    return
  }
  const terms = termsOf(draft, context)
  draft.terms = terms
  const from = draft.respective?.term != null ? null : inherited(draft, terms, context)
  if (from !== null) {
    draft.indicator = from.indicator
    const ground = from.grounds.get('indicator')
    if (ground !== undefined) draft.grounds.set('indicator', { ...ground, rule: 'claim-before', stated: false })
    return
  }
  const byName = new Map(terms.map((use) => [use.term, use]))
  let best: Match | null = null
  for (const indicator of context.catalog.catalog.indicators.values()) {
    if (!fits(draft, indicator, context)) continue
    const found = match(draft, indicator, byName)
    if (found !== null && (best === null || found.score < best.score - 1e-9)) best = found
  }
  if (best === null) return
  draft.indicator = best.indicator.id
  const anchor = [...best.uses].sort((a, b) => a.cost - b.cost)[0]
  if (anchor !== undefined) draft.grounds.set('indicator', anchor.ground)
  repairUnit(draft, best.indicator, context)
}

/** Where the value breaks the bound of its indicator, the catalog may name what it is instead: 125.96 million "people" are visits. */
const repairUnit = (draft: Draft, indicator: Indicator, context: DocumentContext): void => {
  if (draft.unit === null && draft.kind === 'count') {
    draft.unit = indicator.unit
    draft.flags.add('unit_implied')
  }
  if (indicator.exceeds === null || draft.value === null || draft.measure !== 'level' || draft.kind !== 'count') return
  const bound = indicator.bounds.max === 'population' ? populationOf(draft, context) : indicator.bounds.max
  if (bound === null || compareDecimal(draft.value, bound) <= 0) return
  draft.indicator = indicator.exceeds.indicator
  draft.unit = indicator.exceeds.unit
  draft.flags.add('unit_inferred')
}

/** Upper bound of the population of the claim's place, or null. */
export const populationOf = (draft: Draft, context: DocumentContext): string | null =>
  draft.place === null ? null : (placeNamed(context.catalog.catalog, draft.place)?.population ?? null)
