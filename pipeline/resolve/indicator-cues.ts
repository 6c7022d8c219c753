import type { Indicator } from '../../schemas/catalog.ts'
import type { DocumentContext } from './context.ts'
import { isOpen, refers, tellsOther } from './continuation.ts'
import type { Draft, TermUse } from './draft.ts'
import { isElsewhere, isOtherAspect, isOwn } from './indicator-words.ts'

const limit = 4.4

export interface Match {
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
const mostNamings = 0.5
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
export const match = (
  draft: Draft,
  indicator: Indicator,
  terms: ReadonlyMap<string, TermUse>,
  context: DocumentContext,
): Match | null => {
  const uses: TermUse[] = []
  let cost = 0
  let nearest = Number.POSITIVE_INFINITY
  const implied =
    impliedByUnit(draft, indicator, terms) ||
    impliedByHeader(draft, indicator, terms) ||
    impliedBeside(draft, indicator, terms)
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
    // "cut late payments to below 2.55 per cent and collect all | 520 trillion": what only the claim before is about rules nothing out.
    if (use !== undefined && use.ground.rule !== 'claim-before' && use.cost <= nearest + 0.6) return null
  }
  if (
    draft.of !== null &&
    indicator.of !== null &&
    draft.measure === 'level' &&
    !isWholeOf(draft.of, indicator) &&
    context.catalog.catalog.denominators.has(draft.of)
  )
    return null
  if (draft.of !== null && draft.of === indicator.of) cost -= 0.8
  // "voluntary insurance reached | 76.2% of the plan", under a title on revenue: any plan may be meant.
  else if (draft.of !== null && isWholeOf(draft.of, indicator) && (uses.at(-1)?.cost ?? 0) <= nearestLimit) cost -= 0.4
  if (aspectElse(draft, uses, indicator, terms, context)) cost += otherAspect
  if (subjectElse(draft, uses, indicator, terms, context)) cost += otherSubject
  for (const term of indicator.assumes) if ((terms.get(term)?.cost ?? 9) < 1) cost -= 0.3
  // "Some 40 percent of farmers own a motorbike": nothing here speaks of what the sentence before spoke of.
  // What is said of a subject, too, must stand here: "contributions came to 8.9bn" is no debt though the sentence before was of one.
  const aspect = uses.at(-1)
  // "compulsory social insurance rose by | 1,130 people": nobody has to say that people who are added take part.
  const isImplied = indicator.implied && (draft.measure === 'level' || implied)
  if (
    indicator.implied &&
    aspect !== undefined &&
    !isOwn(draft, aspect) &&
    draft.kind === 'count' &&
    countsWhole(draft, indicator, terms)
  )
    return null
  if (aspect !== undefined && !isImplied && isElsewhere(draft, aspect) && !isOpen(draft)) return null
  if (
    uses.every((use) => isElsewhere(draft, use)) &&
    (goesOnAboutNone(draft) || !isOpen(draft) || (draft.kind === 'count' && tellsOther(draft)))
  )
    return null
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
const goesOnAboutNone = (draft: Draft): boolean => {
  // "The reserve is down to VND33tn. By the end of next year it will shrink to | VND27tn": so is what the next sentence takes up.
  const before = draft.previous ?? (refers(draft) && draft.before?.reading === draft.reading ? draft.before : null)
  return before !== null && before.kind === draft.kind && before.unit === draft.unit && before.indicator === null
}

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

const isWholeOf = (of: string, indicator: Indicator): boolean => indicator.of === of || indicator.wholes.includes(of)

/** "voluntary insurance covers 1.5 million people, while the informal sector has | 33 million workers": the whole that shares are of, and no part of it. */
const countsWhole = (draft: Draft, indicator: Indicator, terms: ReadonlyMap<string, TermUse>): boolean => {
  const subject = cheapest(terms, indicator.cues[0]!)
  if (subject === null || isOwn(draft, subject)) return false
  for (const [name, use] of terms)
    if (name.startsWith(wholeMark) && isOwn(draft, use) && use.ground.last < draft.mention.first) return true
  return false
}
const wholeMark = 'of:'

/** "Voluntary social insurance 1.45 million people": people, or a share of the labour force, of a scheme take part in it. */
const impliedByUnit = (draft: Draft, indicator: Indicator, terms: ReadonlyMap<string, TermUse>): boolean => {
  // "to add at least 400,000 people to the voluntary scheme" adds to those who take part.
  const isAdded = draft.kind === 'count' && draft.measure === 'change'
  if (!indicator.implied || (draft.measure !== 'level' && !isAdded)) return false
  return indicator.unit === 'percent'
    ? draft.of !== null && isWholeOf(draft.of, indicator)
    : !countsWhole(draft, indicator, terms) &&
        (draft.unit === indicator.unit ||
          (draft.unit === null && draft.kind === 'count' && draft.mention.scale !== null))
}

/** "12 communes reach | 100% health insurance": a share right before the scheme is of those who take part in it. */
const impliedBeside = (draft: Draft, indicator: Indicator, terms: ReadonlyMap<string, TermUse>): boolean => {
  if (!indicator.implied || indicator.unit !== 'percent' || draft.measure !== 'level' || draft.of !== null) return false
  const ground = cheapest(terms, indicator.cues[0]!)?.ground
  return draft.kind === 'percentage' && ground?.reading === draft.reading && ground.first === draft.mention.last + 1
}

/** "| BHYT (%) |", "| Health insurance, % |": a column of shares headed by a scheme alone is of the share that takes part in it. */
const impliedByHeader = (draft: Draft, indicator: Indicator, terms: ReadonlyMap<string, TermUse>): boolean => {
  if (!indicator.implied || indicator.unit !== 'percent' || draft.measure !== 'level' || draft.of !== null) return false
  const ground = cheapest(terms, indicator.cues[0]!)?.ground
  if (draft.kind !== 'percentage' || ground?.rule !== 'column-header' || ground.first !== 0) return false
  const { scan } = ground.reading
  const after = ground.last + 1
  return scan.words[after] === undefined || ['(', ',', '%'].includes(scan.norm(after))
}

/** "workers received support from the fund, with total payments of | VND5.47 trillion": what the sentence, or a title over it, is about. */
const governs = ({ reading, sentence }: Draft, { ground }: TermUse): boolean =>
  ground.reading === reading
    ? ground.first >= sentence.first && ground.last <= sentence.last
    : ground.rule === 'title' || ground.rule === 'heading'

/** The term that takes a figure from an indicator which its words match, or null. */
export const yieldsTo = (draft: Draft, indicator: Indicator, terms: ReadonlyMap<string, TermUse>): TermUse | null => {
  for (const term of indicator.yields_to) {
    const use = terms.get(term)
    if (use !== undefined && governs(draft, use)) return use
  }
  return null
}
