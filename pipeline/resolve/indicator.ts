import { compareDecimal } from '../../extractors/grammar/decimal.ts'
import type { Indicator } from '../../schemas/catalog.ts'
import { inherited, isChangeOfNone, isRightAfter } from './carried-indicator.ts'
import { isComparative } from './comparative.ts'
import { groupShared } from './composition.ts'
import type { DocumentContext } from './context.ts'
import type { Draft, TermUse } from './draft.ts'
import { type Match, match, yieldsTo } from './indicator-cues.ts'
import { fits } from './indicator-unit.ts'
import { isElsewhere, isOwn } from './indicator-words.ts'
import { outerFirst } from './measure-edges.ts'
import { populationBound } from './places.ts'
import { termsOf } from './terms.ts'
import { totalTogether } from './together.ts'
import { wholeBehind } from './windows.ts'

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
  // "20.1 million of | 47.8 million people were insured"
  const { previous, reading } = draft
  if (previous !== null && wholeBehind(reading.scan, previous.mention, draft.mention) !== null) return
  if (isInhabitants(draft, context)) {
    draft.unit = 'person'
    return
  }
  const compared = draft.respective?.changed ?? comparedWith(draft, terms, context)
  if (compared !== null) {
    takeOver(draft, compared, compared.indicator)
    return
  }
  const total = totalTogether(draft, terms, context)
  if (total !== null) {
    const indicator = draft.kind === 'count' ? total : shareOf(total, draft.of, context)
    if (indicator !== null) {
      takeOver(draft, draft.before, indicator)
      return
    }
  }
  const group = groupShared(draft, context)
  const from =
    group === undefined && draft.respective?.term == null ? inherited(draft, terms, context) : (group ?? null)
  const source = context.catalog.catalog.indicators.get(from?.indicator ?? '')
  // "... is 33 million workers. The number of household businesses is 1.9 million": other things counted are no more of them.
  if (from !== null && (draft.kind !== 'count' || source === undefined || fits(draft, source, context))) {
    takeOver(draft, from, from.indicator)
    if (source !== undefined) {
      impliedUnit(draft, source)
      nameKind(draft, source, context)
    }
    return
  }
  const whole = partOfNext(draft)
  if (whole !== null) {
    takeOver(draft, whole, whole.indicator)
    return
  }
  const part = partOfShare(draft, context)
  if (part !== null) {
    takeOver(draft, shareBefore(draft) ?? shareAbove(draft, context), part)
    return
  }
  if (from === null && isChangeOfNone(draft, terms, context)) return
  if (from === null && isListedWithNone(draft, terms, context)) return
  const counted = shareOfCounted(draft)
  const byName = new Map(terms.map((use) => [use.term, use]))
  let best: Match | null = null
  let taker: TermUse | null = null
  for (const indicator of context.catalog.catalog.indicators.values()) {
    // What names no subject of the indicator is none of it: most indicators cost one look.
    const isNamed = (index: number): boolean => indicator.cues[index]?.some((term) => byName.has(term)) === true
    if (!isNamed(0) && (indicator.unit !== 'currency' || !isNamed(1))) continue
    if (!fits(draft, indicator, context)) continue
    // "The debt affects a million employees, or | 51 per cent of those insured": a share of people is none of money.
    if (indicator.as_share && isOfSurveyed(draft, context)) continue
    if (counted !== null && indicator.unit === 'currency' && !isOwnWhole(draft, indicator)) continue
    const found = match(draft, indicator, byName, context)
    const other = found === null ? null : yieldsTo(draft, indicator, byName)
    taker ??= other
    if (found !== null && other === null && (best === null || isNearer(found, best))) best = found
  }
  if (counted !== null && (best === null || isFromAfar(draft, best, counted, context))) {
    takeOver(draft, counted, shareOf(counted.indicator, draft.of, context) ?? counted.indicator)
    return
  }
  if (best === null && taker !== null) best = ofTaker(draft, taker, context)
  const alike =
    best === null
      ? (ofSameWhole(draft, terms, context) ??
        ofPlaceInTurn(draft, terms, context) ??
        goalOfShare(draft, terms, context))
      : null
  if (alike !== null) {
    takeOver(draft, alike, alike.indicator)
    return
  }
  if (goesOnAboutRate(draft, terms, best, context) || (best === null && isNextPart(draft, terms, context))) {
    takeOver(draft, draft.before, draft.before!.indicator)
    return
  }
  if (best === null || (counted?.indicator === null && isAloneInBrackets(draft, best))) return
  draft.indicator = best.indicator.id
  const anchor = [...best.uses].sort((a, b) => a.cost - b.cost)[0]
  if (anchor !== undefined) draft.grounds.set('indicator', anchor.ground)
  repairUnit(draft, best.indicator, context)
  nameKind(draft, best.indicator, context)
}

const namesCounted = ({ uses }: Match): boolean => uses.some(({ ground }) => ground.rule === 'counted-noun')

/** "chi khám chữa bệnh BHYT 37.900 tỷ đồng cho | 46,8 triệu lượt người": of two that stand as near, the one that the noun counted names. */
const isNearer = (found: Match, best: Match): boolean =>
  Math.abs(found.score - best.score) <= 1e-9 ? namesCounted(found) && !namesCounted(best) : found.score < best.score

/** "The employer pays 17.5 percent and the worker 8 percent. For health insurance the rates are | 3 and 1.5 percent": a scheme alone, behind a rate, is what the rate goes to. */
const goesOnAboutRate = (
  draft: Draft,
  terms: readonly TermUse[],
  best: Match | null,
  { catalog, topics, cueTerms }: DocumentContext,
): boolean => {
  const { before, reading, of, kind, measure } = draft
  if (kind !== 'percentage' || measure !== 'level' || (best !== null && best.indicator.nature !== 'share')) return false
  if (before?.reading !== reading || before.kind !== 'percentage' || before.measure !== 'level') return false
  if (catalog.catalog.indicators.get(before.indicator ?? '')?.nature !== 'rate') return false
  if (isPartOfRate(draft, before)) return true
  if (of !== null) return false
  const own = terms.filter((use) => isOwn(draft, use) && !isElsewhere(draft, use) && cueTerms.has(use.term))
  return own.length > 0 && own.every(({ term }) => topics.has(term))
}

/** Words from one part of a sum to the next: ", health insurance", "and unemployment insurance". */
const partWords = 6

/** "Of this, social insurance premiums came to VND219 trillion, health insurance | VND87.4 trillion and unemployment insurance | VND16.3 trillion": a scheme alone, next in a list of amounts. */
const isNextPart = (draft: Draft, terms: readonly TermUse[], { topics, cueTerms }: DocumentContext): boolean => {
  const { previous, reading, kind, unit, measure } = draft
  if (kind !== 'money' || measure !== 'level' || previous?.kind !== 'money' || previous.unit !== unit) return false
  if (previous.measure !== 'level' || previous.indicator === null || previous !== draft.before) return false
  const { scan } = reading
  const first = previous.mention.last + 1
  const end = outerFirst(draft)
  const isListed = [',', ';'].includes(scan.norm(first)) || scan.from('list_and', first) !== undefined
  if (!isListed || end - first > partWords) return false
  const between = terms.filter(({ ground }) => ground.reading === reading && ground.first >= first && ground.last < end)
  return (
    between.some(({ term, ground }) => topics.has(term) && ground.last === end - 1) &&
    between.every(({ term }) => topics.has(term) || !cueTerms.has(term))
  )
}

/** "22% tiền lương, gồm | 8% của người lao động và | 14% của chủ sử dụng": those that share a rate. */
const isPartOfRate = ({ reading: { scan }, mention, sentence }: Draft, rate: Draft): boolean => {
  if (rate.sentence !== sentence) return false
  const isSplit = scan.within('group', rate.mention.last + 1, mention.first - 1).length > 0
  const isListed = scan.norm(mention.first - 1) === ',' || scan.to('list_and', mention.first - 1) !== undefined
  return isSplit || (isListed && rate.grounds.get('indicator')?.rule === 'claim-before')
}

/** The indicator that the words of another claim have said. */
const takeOver = (draft: Draft, from: Draft | null, indicator: string | null): void => {
  draft.indicator = indicator
  const ground = from?.grounds.get('indicator')
  if (ground !== undefined) draft.grounds.set('indicator', { ...ground, rule: 'claim-before', stated: false })
}

/** "To cover 95% of the population in 2025 we still need another | 1.1 million people": the people of whom the catalog says that the share is. */
const partOfShare = (draft: Draft, context: DocumentContext): string | null => {
  const { topics, catalog, people } = context
  const { kind, measure, unit, terms } = draft
  if (kind !== 'count' || measure !== 'gap' || !people.has(unit ?? '')) return null
  const isToGoal =
    draft.next?.kind === 'percentage' &&
    draft.reading.scan.within('goal', draft.mention.last, draft.next.mention.first).length > 0
  const share = shareBefore(draft) ?? (isToGoal ? shareAbove(draft, context) : null)
  if (share === null) return null
  if (terms.some((use) => use.ground.rule === 'counted-noun' && topics.has(use.term))) return null
  // "17.48 million people were paying in. The sector remains some | 716,000 people short of the number it was told to reach"
  if (share.kind === 'count') return share.measure === 'level' && share.unit === unit ? share.indicator : null
  if (share.kind !== 'percentage') return null
  for (const relation of catalog.catalog.relations)
    if (relation.type === 'share' && relation.share === share.indicator) return relation.part
  return null
}

/** "The plan is 95.15%. We were still about | 22,700 people short of that mark": the share of the sentence, or of the one before. */
const shareBefore = ({ before, reading }: Draft): Draft | null => {
  let level = before
  while (level !== null && level.reading === reading && level.measure === 'change') level = level.before
  return level?.reading === reading ? level : null
}

/** "... and Ca Mau has reached 89.7 percent. An Giang needs another 58,000 people to meet its target of | 93.5 percent": the share that the passage above ends on. */
const shareAbove = (draft: Draft, { catalog }: DocumentContext): Draft | null => {
  const { passage } = draft.reading
  let each = draft.before
  while (each !== null && each.reading === draft.reading) each = each.before
  const isNear = each?.reading.passage.heading === passage.heading && passage.index - each.reading.passage.index === 1
  if (!isNear || each?.kind !== 'percentage' || each.measure !== 'level') return null
  return catalog.catalog.indicators.get(each.indicator ?? '')?.nature === 'share' ? each : null
}

/** A goal in percent that nothing but its own name says, right below the shares that it is one of. */
const goalOfShare = (draft: Draft, terms: readonly TermUse[], context: DocumentContext): Draft | null => {
  const { kind, measure, status, reading } = draft
  if (kind !== 'percentage' || measure !== 'level' || status !== 'target' || draft.of !== null) return null
  const of = reading.scan.to('noun_skip', outerFirst(draft) - 1)
  const isNamed = of !== undefined && reading.scan.to('goal', of.first - 1) !== undefined
  const isOther = terms.some((use) => isOwn(draft, use) && context.topics.has(use.term))
  return isNamed && !isOther ? shareAbove(draft, context) : null
}

const inhabited = ['place_admin', 'place_national', 'place_local'] as const

/** "the country of | 100 million", "a province of | 1.4 million people": who lives there, whatever is then told of them. */
const isInhabitants = (draft: Draft, { topics }: DocumentContext): boolean => {
  const { scan } = draft.reading
  const of = scan.to('noun_skip', outerFirst(draft) - 1)
  // "health insurance coverage nationwide of | 93.3 million people": what was said before is what they are.
  if (
    draft.terms.some(
      (use) =>
        use.ground.rule === 'counted-noun' ||
        (isOwn(draft, use) && use.ground.last < draft.mention.first && topics.has(use.term)),
    )
  )
    return false
  return (
    draft.kind === 'count' &&
    (draft.unit === null || draft.unit === 'person') &&
    draft.mention.scale !== null &&
    of !== undefined &&
    inhabited.some((category) => scan.to(category, of.first - 1) !== undefined)
  )
}

/** Words between a figure and the one that it is compared with. */
const comparedReach = 10

/**
 * "Net income climbed to P95.3 billion, from | P83.4 billion the year before, as collections outpaced payments": a figure that the one
 * before it is compared with is of the same, and of none where that is of none, as long as no word of its own says another thing.
 */
const comparedWith = (draft: Draft, terms: readonly TermUse[], { topics, cueTerms }: DocumentContext): Draft | null => {
  const { kind, unit } = draft
  // "a deficit of 8.9 trillion dong ($352 million) this year, after one of | 2.1 trillion dong": the amount before the brackets.
  const beside = draft.previous
  const previous = beside?.twin ?? beside
  const isPair = draft.measure === 'level' && previous?.measure === 'level' && previous.kind === kind
  if (!isPair || previous.unit !== unit || draft.respective !== null || !isComparative(draft)) return null
  const { scan, mentions } = draft.reading
  const between = { first: beside!.mention.last + 1, last: draft.mention.first - 1 }
  if (
    between.last - between.first >= comparedReach ||
    mentions.some(({ first }) => first > beside!.mention.last && first < draft.mention.first)
  )
    return null
  for (let at = between.first; at <= between.last; at += 1) if (scan.norm(at) === ';') return null
  // "from P83.4 billion the year before, | as spending outpaced contributions": a comma opens another statement.
  let comma = draft.mention.last + 1
  while (comma <= draft.sentence.last && scan.norm(comma) !== ',') comma += 1
  const isOther = terms.some(
    (use) =>
      isOwn(draft, use) &&
      use.ground.reading === draft.reading &&
      use.ground.first < comma &&
      use.ground.first > Math.max(previous.mention.last, previous.mention.noun?.last ?? 0) &&
      (topics.has(use.term) || cueTerms.has(use.term)),
  )
  return isOther ? null : previous
}

/** "there are 34,800 people, which is only | half of the 70,000 planned": the part that one number is of another. */
const partOfNext = ({ kind, measure, previous, next, mention, reading: { scan } }: Draft): Draft | null => {
  if (kind !== 'percentage' || measure !== 'level' || next?.kind !== 'count') return null
  if (previous?.kind !== 'count' || previous.measure !== 'level') return null
  const of = scan.from('noun_skip', mention.last + 1)
  const isOfNext = of !== undefined && of.last === (next.mention.modifierAt?.first ?? next.mention.first) - 1
  return isOfNext ? previous : null
}

/** "A survey of 1,500 workers found that 44 percent had thought of it, mainly because of debts (| 31 percent)": shares of people of whom nothing is counted. */
const isOfSurveyed = ({ kind, of, previous }: Draft, { people }: DocumentContext): boolean => {
  let each = previous
  while (each?.kind === 'percentage' && each.indicator === null) each = each.previous
  return (
    kind === 'percentage' &&
    of === null &&
    each?.kind === 'count' &&
    each.indicator === null &&
    people.has(each.unit ?? '')
  )
}

/** "Of the employed, 20.0 million (38.6%) lived in towns; farming had 13.7 million, accounting for | 26.5%": the people counted right before the share, where nothing in its sentence says another rate. */
const shareOfCounted = (draft: Draft): Draft | null => {
  const { previous } = draft
  const isShare = draft.kind === 'percentage' && draft.measure === 'level' && draft.unit === 'percent'
  if (!isShare || previous?.kind !== 'count' || previous.measure !== 'level') return null
  // "benefits went to 46,270 people in the same period, nearly | one-third of them in the capital region"
  const them = draft.reading.scan.from('group_pronoun', draft.mention.last + 1)
  // "more than four-fifths | of the total": of an amount as well.
  const isOfThem = them !== undefined && them.last - them.first === 1
  // "one in five of these | renewed late": who did something else.
  const { scan } = draft.reading
  const isDoing = (at: number): boolean => scan.words[at]?.kind === 'word' && scan.from('stop', at) === undefined
  return (isOfThem && !(draft.mention.inWords && isDoing(them.last + 1))) || isRightAfter(draft, previous)
    ? previous
    : null
}

/** "It pays 80% of the bill, | 95% for the near-poor and | 100% for the poor": of no indicator, as the share that opens the list. */
const isListedWithNone = (draft: Draft, terms: readonly TermUse[], { topics }: DocumentContext): boolean => {
  const { previous, reading, kind, measure } = draft
  const isAlike =
    kind === 'percentage' && measure === 'level' && previous?.kind === 'percentage' && previous.measure === 'level'
  if (!isAlike || previous.indicator !== null || draft.respective !== null) return false
  const before = outerFirst(draft) - 1
  // "... at commune stations; | 95 per cent for pensioners; and | 80 per cent for all others"
  const isListed = [',', ';'].includes(reading.scan.norm(before)) || reading.scan.to('list_and', before) !== undefined
  return isListed && !terms.some((use) => isOwn(draft, use) && topics.has(use.term))
}

/** "1.1 million workers received support ... In Binh Duong, | 1.03 million workers received VND2.5 trillion": told of one place after another, in the same words. */
const ofPlaceInTurn = (draft: Draft, terms: readonly TermUse[], { topics }: DocumentContext): Draft | null => {
  const ground = draft.grounds.get('place')
  const isInTurn =
    ground?.reading === draft.reading && ground.first >= draft.sentence.first && ground.first < draft.mention.first
  if (
    !isInTurn ||
    draft.measure !== 'level' ||
    draft.unit === null ||
    (draft.kind !== 'count' && draft.kind !== 'money')
  )
    return null
  const own = new Set(terms.filter((use) => isOwn(draft, use)).map(({ term }) => term))
  if ([...own].some((term) => topics.has(term))) return null
  for (let each = draft.before, step = 0; each !== null && step < sharesBack; each = each.before, step += 1) {
    if (
      each.kind !== draft.kind ||
      each.unit !== draft.unit ||
      each.measure !== 'level' ||
      each.status !== draft.status
    )
      continue
    if (each.reading.passage.heading !== draft.reading.passage.heading) return null
    const isAlike = each.terms.some((use) => isOwn(each, use) && own.has(use.term))
    return each.indicator !== null && each.place !== draft.place && isAlike ? each : null
  }
  return null
}

/** The indicator that the term alone names: "2.7 trillion was paid in Binh Duong", in a text whose title is of support. */
const ofTaker = (draft: Draft, use: TermUse, context: DocumentContext): Match | null => {
  for (const indicator of context.catalog.catalog.indicators.values())
    if (indicator.cues.length === 1 && indicator.cues[0]!.includes(use.term) && fits(draft, indicator, context))
      return { indicator, score: use.cost, uses: [use] }
  return null
}

/** Claims back within which a share of the same whole is what is taken up. */
const sharesBack = 24

/** "The country aims for | 45% of the workforce to be covered", some lines below "or 42.7% of the workforce": the rate that the text has told of such a whole. */
const ofSameWhole = (draft: Draft, terms: readonly TermUse[], { catalog, topics }: DocumentContext): Draft | null => {
  if (draft.kind !== 'percentage' || draft.measure !== 'level' || draft.of === null) return null
  const own = terms.filter((use) => isOwn(draft, use)).map(({ term }) => term)
  if (own.some((term) => topics.has(term))) return null
  for (let each = draft.before, step = 0; each !== null && step < sharesBack; each = each.before, step += 1) {
    if (each.kind !== 'percentage' || each.measure !== 'level' || each.of !== draft.of || each.indicator === null)
      continue
    const indicator = catalog.catalog.indicators.get(each.indicator)
    const aspects = indicator?.implied === true && indicator.of === draft.of ? (indicator.cues[1] ?? []) : []
    return own.some((term) => aspects.includes(term)) && !own.some((term) => indicator!.unless.includes(term))
      ? each
      : null
  }
  return null
}

/** "29,850 dossiers were received online (| 72.4%)": a share of what was counted, and no rate that the sentence names elsewhere. */
const isAloneInBrackets = (draft: Draft, { uses }: Match): boolean =>
  draft.of === null && draft.reading.scan.norm(outerFirst(draft) - 1) === '(' && !uses.some((use) => isOwn(draft, use))

const isOwnWhole = ({ of }: Draft, indicator: Indicator): boolean =>
  of !== null && (of === indicator.of || indicator.wholes.includes(of))

/** "Contributors numbered 18.26 million, | 39.25% of the workforce": the rate that people of this indicator are of such a whole. */
const shareOf = (indicator: string | null, of: string | null, { catalog }: DocumentContext): string | null => {
  const subject = catalog.catalog.indicators.get(indicator ?? '')?.cues[0]?.[0]
  if (of === null || subject === undefined) return null
  for (const other of catalog.catalog.indicators.values())
    if (other.unit === 'percent' && other.implied && other.cues[0]?.[0] === subject)
      if (of === other.of || other.wholes.includes(of)) return other.id
  return null
}

/** Whether nothing in the sentence says the rate that was found, and it is of another subject than the people counted. */
const isFromAfar = (
  draft: Draft,
  { indicator, uses }: Match,
  counted: Draft,
  { catalog }: DocumentContext,
): boolean => {
  const subjects = catalog.catalog.indicators.get(counted.indicator ?? '')?.cues[0] ?? []
  return uses.every((use) => isElsewhere(draft, use)) && !subjects.some((term) => indicator.cues[0]!.includes(term))
}

/** "Số lượt khám chữa bệnh là 121,3 triệu lượt": turns of a thing that is counted in a kind of turns, visits, are visits. */
const nameKind = (draft: Draft, indicator: Indicator, { catalog, people }: DocumentContext): void => {
  if (draft.kind !== 'count' || draft.unit === null || people.has(draft.unit)) return
  if (catalog.catalog.units.get(indicator.unit)?.base === draft.unit) draft.unit = indicator.unit
}

/** "58,400 of them were contributing. The target for the end of the year is | 72,000": counted in what the indicator is counted in. */
const impliedUnit = (draft: Draft, indicator: Indicator): void => {
  if (draft.unit !== null || draft.kind !== 'count') return
  draft.unit = indicator.unit
  draft.flags.add('unit_implied')
}

/** Where the value breaks the bound of its indicator, the catalog may name what it is instead: 125.96 million "people" are visits. */
const repairUnit = (draft: Draft, indicator: Indicator, context: DocumentContext): void => {
  impliedUnit(draft, indicator)
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
