import { compareDecimal } from '../../extractors/grammar/decimal.ts'
import type { Indicator } from '../../schemas/catalog.ts'
import { groupShared } from './composition.ts'
import type { DocumentContext } from './context.ts'
import { goesOn, isOpen, isParted, refers } from './continuation.ts'
import type { Draft, TermUse } from './draft.ts'
import { populationBound } from './places.ts'
import { termsOf } from './terms.ts'

const limit = 4.4

/** Whether a claim of this kind and unit can be a figure of the indicator. A change of it is in percent or in its unit. */
const fits = (draft: Draft, indicator: Indicator, context: DocumentContext): boolean => {
  const { kind, unit, measure } = draft
  const inPercent = indicator.unit === 'percent'
  if (kind === 'percentage') {
    if (measure === 'change' || measure === 'gap') return unit !== 'percentage_point' || inPercent
    // A share of a plan or of a total is a percentage of an indicator in any unit.
    return (
      inPercent || indicator.as_share || isShareOfTotal(draft, indicator, context) || isShareOfGroup(draft, indicator)
    )
  }
  if (kind === 'multiple') return measure === 'change'
  if (kind === 'money') return indicator.unit === 'currency'
  if (kind === 'duration') return indicator.nature === 'duration' && indicator.unit === unit
  if (kind !== 'count' || inPercent || indicator.unit === 'currency') return false
  if (unit === null) return true
  return accepts(indicator, unit, context)
}

/** "72.4 per cent of the plan", "35% of all spending": the catalog says what is planned or split there. */
const isShareOfTotal = (draft: Draft, indicator: Indicator, context: DocumentContext): boolean => {
  const totals = (draft.of === null ? undefined : context.catalog.catalog.denominators.get(draft.of))?.total_of ?? []
  return totals.includes('any') || totals.includes(indicator.id)
}

/** "58.9 per cent of the new subscribers": a share of those who are counted carries the indicator that counts them. */
const isShareOfGroup = (draft: Draft, indicator: Indicator): boolean => {
  const whole = draft.grounds.get('of')
  if (whole === undefined || indicator.unit !== 'person' || draft.of === null || indicator.wholes.includes(draft.of))
    return false
  const aspects = indicator.cues.slice(1).flat()
  return whole.reading.scan
    .all('term')
    .some((hit) => hit.first >= whole.first && hit.last <= whole.last && aspects.includes(hit.value))
}

const lastWord = (unit: string): string => unit.split(' ').at(-1)!

/** Whether the indicator is counted in this unit. A unit whose base is a person is people, whatever the text calls them. */
const accepts = (indicator: Indicator, unit: string, context: DocumentContext): boolean => {
  const wanted = [indicator.unit, ...indicator.units]
  if (wanted.includes(unit) || wanted.includes(lastWord(unit))) return true
  return wanted.includes('person') && (context.people.has(unit) || context.people.has(lastWord(unit)))
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

/** Namings of the subjects of an indicator from which on the text is about them, and nothing else to speak of. */
const enoughNamings = 5
const mostNamings = 0.7
/** What it costs an indicator that only the text as a whole names its subject. */
const ofTheTextCost = 3.3

/** "Receipts exceeded the plan by 1.1%" in a report on insurance of every kind: the text as a whole is about one of the subjects of the indicator. */
const ofTheText = (
  draft: Draft,
  indicator: Indicator,
  any: readonly string[],
  context: DocumentContext,
): TermUse | null => {
  if (indicator.unit !== 'currency' || indicator.cues.length < 2) return null
  let total = 0
  let own = 0
  let best: { term: string; count: number; ground: TermUse['ground'] } | null = null
  for (const [term, { count, ground }] of context.subjects) {
    total += count
    if (!any.includes(term)) continue
    own += count
    if (best === null || count > best.count) best = { term, count, ground }
  }
  if (best === null || own < enoughNamings || own < mostNamings * total) return null
  return draft.kind === 'duration' ? null : { term: best.term, cost: ofTheTextCost, ground: best.ground }
}

/** At least one cue must stand in the passage or in what governs it: a subject of the title needs an aspect here. */
const nearestLimit = 2.9
/** The same for a claim whose words name nothing at all: the passage before may. */
const openLimit = 3.25
/** How near a scheme must be named where taking part in it is not said. */
const impliedReach = 1.6
const slotWorth = 1.1

/** How well the terms found say an indicator: each cue by its nearest term; more cues are worth more, distance costs. */
const match = (
  draft: Draft,
  indicator: Indicator,
  terms: ReadonlyMap<string, TermUse>,
  context: DocumentContext,
): Match | null => {
  const uses: TermUse[] = []
  let cost = 0
  let nearest = Number.POSITIVE_INFINITY
  const implied = impliedByUnit(draft, indicator)
  for (const [index, any] of indicator.cues.entries()) {
    const use = cheapest(terms, any) ?? (index === 0 ? ofTheText(draft, indicator, any, context) : null)
    if (use === null) {
      if (index > 0 && implied && nearest <= impliedReach && !isOfAnother(indicator, uses, context)) {
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
  if (
    draft.of !== null &&
    indicator.of !== null &&
    draft.measure === 'level' &&
    !isWholeOf(draft.of, indicator) &&
    context.catalog.catalog.denominators.has(draft.of)
  )
    return null
  if (draft.of !== null && isWholeOf(draft.of, indicator)) cost -= 0.8
  if (aspectElse(draft, uses, indicator, terms, context)) cost += otherAspect
  if (subjectElse(draft, uses, indicator, terms, context)) cost += otherSubject
  for (const term of indicator.assumes) if ((terms.get(term)?.cost ?? 9) < 1) cost -= 0.3
  // "Some 40 percent of farmers own a motorbike": nothing here speaks of what the sentence before spoke of.
  // What is said of a subject, too, must stand here: "contributions came to 8.9bn" is no debt though the sentence before was of one.
  const aspect = uses.at(-1)
  if (aspect !== undefined && !indicator.implied && isElsewhere(draft, aspect) && !isOpen(draft)) return null
  if (uses.every((use) => isElsewhere(draft, use)) && (goesOnAboutNone(draft) || !isOpen(draft))) return null
  if (nearest > (isOpen(draft) ? openLimit : nearestLimit) || cost > limit + 1.6) return null
  return { indicator, score: cost - slotWorth * uses.length, uses }
}

/** "12.98 million people" beside "the State Pension" draw it: the term is the first of another indicator that people imply. */
const isOfAnother = (indicator: Indicator, uses: readonly TermUse[], context: DocumentContext): boolean => {
  const subject = uses[0]?.term
  if (subject === undefined || subject === indicator.cues[0]?.[0]) return false
  for (const other of context.catalog.catalog.indicators.values())
    if (other.implied && other.unit === indicator.unit && other.cues[0]?.[0] === subject) return true
  return false
}

/** "The lowest pension has been 396 cedis; until then it was 300 cedis": what goes on about a figure of no indicator is of none. */
const goesOnAboutNone = (draft: Draft): boolean =>
  draft.previous !== null &&
  draft.previous.kind === draft.kind &&
  draft.previous.unit === draft.unit &&
  draft.previous.indicator === null

/** What it costs an indicator where the number's own words say another aspect than it is matched by. */
const otherAspect = 2

/** "Premium income came to 151.7 trillion, while the bill for care ran to 158.6 trillion": a bill is no income, though income is named before. */
const aspectElse = (
  draft: Draft,
  uses: readonly TermUse[],
  indicator: Indicator,
  terms: ReadonlyMap<string, TermUse>,
  context: DocumentContext,
): boolean => {
  const aspect = indicator.cues.length > 1 ? uses.at(-1) : undefined
  if (aspect === undefined || isOwn(draft, aspect)) return false
  return isOtherAspect(
    [...terms.values()].filter((use) => isOwn(draft, use) && !context.topics.has(use.term)),
    indicator.id,
    context,
  )
}

/** What it costs an indicator whose subject is carried from afar where the number's own words name another one. */
const otherSubject = 1.5

/** "... hưởng trợ cấp thất nghiệp; 112.300 lượt người hưởng ốm đau, thai sản": the benefit named beside the number is what it is of. */
const subjectElse = (
  draft: Draft,
  uses: readonly TermUse[],
  indicator: Indicator,
  terms: ReadonlyMap<string, TermUse>,
  context: DocumentContext,
): boolean => {
  const subject = uses[0]
  if (subject === undefined || subject.cost < 1 || isOwn(draft, subject)) return false
  const known = new Set(indicator.cues.flat())
  return [...terms.values()].some((use) => isOwn(draft, use) && context.topics.has(use.term) && !known.has(use.term))
}

/** Words after a number that are still its own. */
const ownReach = 8

/** Whether a term stands in the number's own words: before it, or after it up to the first comma. */
const isOwn = (draft: Draft, { ground }: TermUse): boolean => {
  if (ground.rule !== 'own-words' && ground.rule !== 'counted-noun') return false
  if (ground.first <= draft.mention.last) return true
  if (ground.first > draft.mention.last + ownReach) return false
  for (let at = draft.mention.last + 1; at < ground.first; at += 1)
    if (draft.reading.scan.norm(at) === ',') return false
  return true
}

/** Whether a term stands neither in the number's sentence nor in what governs it. */
const isElsewhere = (draft: Draft, { ground }: TermUse): boolean =>
  draft.reading.passage.cell === null &&
  (ground.reading === draft.reading ? ground.last < draft.sentence.first : !governing.has(ground.rule))

const governing: ReadonlySet<string> = new Set([
  'list-lead',
  'label-below',
  'line-above',
  'row-header',
  'column-header',
  'stub',
  'caption',
])

const isWholeOf = (of: string, indicator: Indicator): boolean => indicator.of === of || indicator.wholes.includes(of)

/** "Voluntary social insurance 1.45 million people": people, or a share of the labour force, of a scheme take part in it. */
const impliedByUnit = (draft: Draft, indicator: Indicator): boolean => {
  if (!indicator.implied || draft.measure !== 'level') return false
  return indicator.unit === 'percent'
    ? draft.of !== null && isWholeOf(draft.of, indicator)
    : draft.unit === indicator.unit || (draft.unit === null && draft.kind === 'count' && draft.mention.scale !== null)
}

/**
 * The claim that this one goes on about, where its own words name no other subject: a change or a gap ("16.547 million people (up 2.2%)"),
 * a share of an amount ("VND331.7 trillion, equal to 72.4 per cent of the plan"), a bare figure of the same sort ("45 pct by 2025 and 60 pct by 2030").
 */
const inherited = (draft: Draft, terms: readonly TermUse[], context: DocumentContext): Draft | null => {
  if (draft.measure === null || draft.kind === 'duration') return null
  const named = terms.some((use) => isOwn(draft, use) && context.topics.has(use.term))
  if (draft.measure !== 'level') {
    const source = levelBefore(draft) ?? claimBefore(draft, context)
    return source === null ||
      source.indicator === null ||
      !goesOn(draft, source, cuesOf(source.indicator, context)) ||
      (named && !isBracketed(draft)) ||
      isOtherAspect(
        terms.filter((use) => isOwn(draft, use)),
        source.indicator,
        context,
      )
      ? null
      : source
  }
  const before = draft.previous
  if (
    draft.kind === 'percentage' &&
    before !== null &&
    before.kind === 'money' &&
    before.indicator !== null &&
    isRightAfter(draft, before)
  ) {
    const close = terms.some(
      (use) =>
        isOwn(draft, use) &&
        context.topics.has(use.term) &&
        use.ground.first > before.mention.last &&
        use.ground.last <= draft.mention.last + shareWords,
    )
    if (!close) return before
  }
  const planned = ofPlan(draft, context)
  if (
    planned !== null &&
    !named &&
    !isOtherAspect(
      terms.filter((use) => isOwn(draft, use)),
      planned.indicator!,
      context,
    )
  )
    return planned
  const inSentence = terms.some(
    (use) =>
      use.ground.reading === draft.reading &&
      use.ground.first >= draft.sentence.first &&
      use.ground.first <= draft.sentence.last &&
      context.topics.has(use.term),
  )
  const source = before ?? alikeBefore(draft, context)
  if (source === null || source.indicator === null) return null
  // "Riêng tại Bình Dương, con số này là 57.620 người": the noun is that of the figure taken up.
  const takesUp = draft.mention.noun !== null && draft.unit === source.unit && refers(draft)
  if (inSentence || (draft.mention.noun !== null && !takesUp)) return null
  if (!goesOn(draft, source, cuesOf(source.indicator, context))) return null
  // "Employers owed VND13.9 trillion. That is 2.88 per cent of the amount due."
  const isShare = draft.kind === 'percentage' && source.kind === 'money'
  if (
    (source.kind !== draft.kind && !isShare) ||
    isOtherAspect(
      terms.filter((use) => isOwn(draft, use)),
      source.indicator,
      context,
    )
  )
    return null
  return isShare || draft.of === null || draft.of === source.of ? source : null
}

/** "20,315 people participating, an increase of 2,108, reaching 80.26% of the plan": a share of any total is of what the level before it in the sentence is. */
const ofPlan = (draft: Draft, context: DocumentContext): Draft | null => {
  if (draft.kind !== 'percentage' || draft.of === null) return null
  if (context.catalog.catalog.denominators.get(draft.of)?.total_of.includes('any') !== true) return null
  for (let before = draft.previous; before !== null; before = before.previous)
    if (before.kind !== 'percentage' && before.measure === 'level') return before.indicator === null ? null : before
  return null
}

const cuesOf = (indicator: string, context: DocumentContext): ReadonlySet<string> =>
  new Set(context.catalog.catalog.indicators.get(indicator)?.cues.flat() ?? [])

/** "Visits fell by 17.6 million. Spending, on the other hand, edged up by 1.3%": words that say another thing than the claim before. */
const isOtherAspect = (own: readonly TermUse[], indicator: string, context: DocumentContext): boolean => {
  const known = context.catalog.catalog.indicators.get(indicator)
  return (
    known !== undefined &&
    own.some(
      ({ term }) =>
        known.unless.includes(term) ||
        (context.cueTerms.has(term) && !known.cues.flat().includes(term) && !term.startsWith('of:')),
    )
  )
}

/** Words after a percentage within which a subject of its own would stand. */
const shareWords = 6

/** Nothing but a few words between two claims of one sentence: ", or", ", equal to", "accounting for". */
const isRightAfter = (draft: Draft, before: Draft): boolean => {
  const { scan } = draft.reading
  if (draft.mention.first - before.mention.last > 7) return false
  for (let at = before.mention.last + 1; at < draft.mention.first; at += 1)
    if (scan.norm(at) === ';' || scan.words[at]!.kind === 'number') return false
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

/** A change in people or in money is one of people or of money: "39.2% of the workforce, 742 thousand people more". */
const isAlike = (draft: Draft, before: Draft): boolean =>
  draft.kind === 'percentage' || draft.kind === 'multiple'
    ? draft.unit !== 'percentage_point' || before.kind === 'percentage'
    : before.kind === draft.kind

const levelBefore = (draft: Draft): Draft | null => {
  for (let before = draft.previous; before !== null; before = before.previous)
    if (!isAlike(draft, before)) continue
    else if (before.measure === 'level' || before.indicator !== null) return before
  return null
}

/** The last claim before with an indicator, in this passage or the one above it in the section. */
const claimBefore = (draft: Draft, context: DocumentContext): Draft | null => {
  const { passage } = draft.reading
  for (let last = draft.before; last !== null; last = last.before) {
    const other = last.reading.passage
    if (
      other.index < passage.index - 1 ||
      other.heading !== passage.heading ||
      other.cell !== null ||
      context.readings[other.index] !== last.reading
    )
      return null
    if (last.kind !== 'legal_document' && last.indicator !== null) return last
  }
  return null
}

/** The last claim of its kind in this passage or the one above: "39.25 pct of the workforce, against 17.5 million ... The government wants 45 pct". */
const alikeBefore = (draft: Draft, context: DocumentContext): Draft | null => {
  const last = claimBefore(draft, context)
  if (last === null || last.kind === draft.kind || last.reading !== draft.reading) return last
  for (let each = last.before; each !== null && each.reading === draft.reading; each = each.before)
    if (each.kind === draft.kind) return each
  return last
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
  const group = groupShared(draft, context)
  const from =
    group === undefined && draft.respective?.term == null ? inherited(draft, terms, context) : (group ?? null)
  const source = context.catalog.catalog.indicators.get(from?.indicator ?? '')
  // "... is 33 million workers. The number of household businesses is 1.9 million": other things counted are no more of them.
  if (from !== null && (draft.kind !== 'count' || source === undefined || fits(draft, source, context))) {
    draft.indicator = from.indicator
    const ground = from.grounds.get('indicator')
    if (ground !== undefined) draft.grounds.set('indicator', { ...ground, rule: 'claim-before', stated: false })
    return
  }
  if (from === null && isChangeOfNone(draft, terms, context)) return
  const byName = new Map(terms.map((use) => [use.term, use]))
  let best: Match | null = null
  for (const indicator of context.catalog.catalog.indicators.values()) {
    // What names no subject of the indicator is none of it: most indicators cost one look.
    const isNamed = (index: number): boolean => indicator.cues[index]?.some((term) => byName.has(term)) === true
    if (!isNamed(0) && (indicator.unit !== 'currency' || !isNamed(1))) continue
    if (!fits(draft, indicator, context)) continue
    const found = match(draft, indicator, byName, context)
    if (found !== null && (best === null || found.score < best.score - 1e-9)) best = found
  }
  if (best === null) return
  draft.indicator = best.indicator.id
  const anchor = [...best.uses].sort((a, b) => a.cost - b.cost)[0]
  if (anchor !== undefined) draft.grounds.set('indicator', anchor.ground)
  repairUnit(draft, best.indicator, context)
}

/** "983,400 workers took out a lump sum, 9.6 percent fewer than in 2023": a change of a figure of no indicator is of none, where its words name no other. */
const isChangeOfNone = (draft: Draft, terms: readonly TermUse[], context: DocumentContext): boolean => {
  if (draft.measure === 'level' || draft.measure === null || draft.reading.passage.cell !== null) return false
  const { previous } = draft
  if (previous === null || previous.indicator !== null || previous.measure !== 'level' || !isAlike(draft, previous))
    return false
  // "home to six industrial parks ... it gained 47,500 people": other things counted.
  if (draft.kind === 'count' && previous.unit !== draft.unit) return false
  return (
    !isParted(draft, previous) &&
    !terms.some(
      (use) =>
        use.ground.reading === draft.reading &&
        use.ground.first >= draft.head.first &&
        use.ground.last <= draft.tail.last &&
        context.topics.has(use.term),
    )
  )
}

/** Where the value breaks the bound of its indicator, the catalog may name what it is instead: 125.96 million "people" are visits. */
const repairUnit = (draft: Draft, indicator: Indicator, context: DocumentContext): void => {
  if (draft.unit === null && draft.kind === 'count') {
    draft.unit = indicator.unit
    draft.flags.add('unit_implied')
  }
  if (indicator.exceeds === null || draft.value === null || draft.measure !== 'level' || draft.kind !== 'count') return
  const bound = indicator.bounds.max === 'population' ? populationOf(draft, context) : indicator.bounds.max
  // The people of a province move with its borders and its year; those of a country do not.
  if (bound === null || compareDecimal(draft.value, bound) <= 0 || draft.place?.includes('-') === true) return
  draft.indicator = indicator.exceeds.indicator
  draft.unit = indicator.exceeds.unit
  draft.flags.add('unit_inferred')
}

/** Upper bound of the population of the claim's place, or null. */
export const populationOf = (draft: Draft, context: DocumentContext): string | null =>
  draft.place === null ? null : populationBound(context.catalog.catalog, draft.place)
