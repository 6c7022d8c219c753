import { isComparative } from './comparative.ts'
import type { DocumentContext } from './context.ts'
import { goesOn, isParted, refers } from './continuation.ts'
import type { Draft, TermUse } from './draft.ts'
import { cuesOf, isOtherAspect, isOwn } from './indicator-words.ts'
import { outerFirst } from './measure-edges.ts'
import { achievedInRow } from './table-baseline.ts'

/**
 * The claim that this one goes on about, where its own words name no other subject: a change or a gap ("16.547 million people (up 2.2%)"),
 * a share of an amount ("VND331.7 trillion, equal to 72.4 per cent of the plan"), a bare figure of the same sort ("45 pct by 2025 and 60 pct by 2030").
 */
export const inherited = (draft: Draft, terms: readonly TermUse[], context: DocumentContext): Draft | null => {
  if (draft.measure === null || draft.kind === 'duration') return null
  const named = terms.some((use) => isOwn(draft, use) && context.topics.has(use.term))
  if (draft.measure !== 'level') {
    const source = levelBefore(draft) ?? levelInRow(draft) ?? claimBefore(draft, context)
    return source === null ||
      source.indicator === null ||
      (source.reading !== draft.reading && isOfOtherPassage(terms, draft, source.indicator, context)) ||
      !goesOn(draft, source, cuesOf(source.indicator, context)) ||
      // "The full pension will go up by 4.1%. A year earlier it rose | 8.5%": of what the change before it is of, which is nothing the catalog knows.
      (refers(draft) && isBehindNone(draft, source)) ||
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
    (isRightAfter(draft, before) || isOfItsWhole(draft, before, context))
  ) {
    const close = terms.some(
      (use) =>
        isOwn(draft, use) &&
        context.topics.has(use.term) &&
        use.ground.first > before.mention.last &&
        use.ground.last <= draft.mention.last + shareWords,
    )
    // "thu 835 tỷ đồng, giảm nợ xuống dưới | 1,2%": a debt is no revenue.
    const { unless = [] } = context.catalog.catalog.indicators.get(before.indicator) ?? {}
    const isRuledOut = terms.some(
      (use) => isOwn(draft, use) && use.ground.first > before.mention.last && unless.includes(use.term),
    )
    // "VND 439.2 trillion, of which | 28.1% by the health insurance fund": a part, whoever's it is.
    const isPart = draft.reading.scan.within('group', before.mention.last + 1, draft.mention.first - 1).length > 0
    if ((!close || isPart) && !isRuledOut) return before
  }
  const parted = remainderOf(draft)
  if (parted !== null) return parted
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
  // "Twelve of 157 communes have reached | 100%": a share of nothing counted here.
  const isOfOthers =
    before !== null &&
    before.indicator === null &&
    before.kind === 'count' &&
    draft.kind === 'percentage' &&
    !draft.mention.inWords
  // "A survey of 1,500 workers found that | 44 percent had thought of withdrawing": nor of people of whom nothing is counted.
  if (isOfOthers && context.people.has(before.unit ?? '')) return null
  const source = isOfOthers ? alikeBefore(draft, context) : (before ?? alikeBefore(draft, context))
  if (source === null || source.indicator === null || isBehindNone(draft, source)) return null
  if (source.reading !== draft.reading && isOfOtherPassage(terms, draft, source.indicator, context)) return null
  // "Riêng tại Bình Dương, con số này là 57.620 người": the noun is that of the figure taken up.
  const takesUp = draft.mention.noun !== null && draft.unit === source.unit && (refers(draft) || isOfPlaceAlone(draft))
  // "74.1 million were verified against the population database; in June it was 48.6 million": "it" says more than the words before.
  const isTakenUp =
    before !== null && !named && draft.mention.noun === null && draft.unit === before.unit && refers(draft)
  if ((inSentence && !isTakenUp) || (draft.mention.noun !== null && !takesUp)) return null
  if (!goesOn(draft, source, cuesOf(source.indicator, context))) return null
  // "It paid 246,000 people, 5.6 percent more. Only one in six workers saves": a change of a number of people is no share.
  if (
    draft.kind === 'percentage' &&
    source.kind === 'percentage' &&
    source.measure !== 'level' &&
    source.unit === 'percent'
  )
    return null
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
  // "spending came to VND201 billion. [...] Only 1.7 per cent of the unemployed took up training": of people, and no share of an amount.
  const { catalog } = context.catalog
  const indicator = catalog.indicators.get(source.indicator)
  const isOfOtherWhole =
    isShare &&
    draft.of !== null &&
    catalog.denominators.has(draft.of) &&
    draft.of !== indicator?.of &&
    indicator?.wholes.includes(draft.of) !== true
  if (isOfOtherWhole) return null
  return isShare || draft.of === null || draft.of === source.of ? source : null
}

/**
 * "561,204 cards were paid for by the budget. The remaining | 119,244 people were workers, retirees and families": the rest of what was told
 * of right before, and of no one group in the list of those it is made up of. "The remaining 2.1 million people are voluntary" are of one.
 */
const remainderOf = (draft: Draft): Draft | null => {
  const { scan } = draft.reading
  const { noun } = draft.mention
  if (noun === null || scan.to('remainder', outerFirst(draft) - 1) === undefined) return null
  if (scan.from('copula', noun.last + 1) === undefined) return null
  const end = Math.min(draft.tail.last, draft.sentence.last)
  if (scan.within('list_and', noun.last + 1, end).length === 0) return null
  for (let each = draft.before; each !== null && each.reading === draft.reading; each = each.before)
    if (each.measure === 'level' && each.kind === draft.kind && each.unit === draft.unit)
      return each.indicator === null ? null : each
  return null
}

/** "The debt fell to VND61.4 billion in the course of the year, and now equals | 2.7 per cent of what we have to collect": a share of the whole that the amount is a part of. */
const isOfItsWhole = ({ of }: Draft, { indicator }: Draft, { catalog }: DocumentContext): boolean =>
  of !== null && catalog.catalog.indicators.get(indicator ?? '')?.of === of

/**
 * "Riêng huyện Diễn Châu có hơn 9.200 người", "Duy Tien town alone has 46,300 people": a place and people, and not a word of what they do,
 * is the part of that place in what was told before.
 */
const isOfPlaceAlone = (draft: Draft): boolean => {
  const { scan, whens } = draft.reading
  const { noun } = draft.mention
  if (noun === null || draft.measure !== 'level' || draft.unit !== 'person') return false
  // "Minister Dao Ngoc Dung said that | 49.1 million people were in work": the name of who speaks.
  if (scan.within('not_period', draft.head.first, draft.mention.first - 1).some(({ value }) => value === 'said'))
    return false
  let isNamed = false
  for (let at = draft.head.first; at < draft.mention.first; at += 1)
    isNamed ||= scan.isCapital(at) && at > draft.sentence.first
  if (!isNamed) return false
  for (
    let at = Math.max(noun.last, draft.mention.last) + 1;
    at <= Math.min(draft.tail.last, draft.sentence.last);
    at += 1
  ) {
    if (scan.words[at]!.kind !== 'word' || scan.from('stop', at) !== undefined) continue
    if (!whens.some(({ first, last }) => first <= at && at <= last)) return false
  }
  return true
}

/** "20,315 people participating, an increase of 2,108, reaching 80.26% of the plan": a share of any total is of what the level before it in the sentence is. */
const ofPlan = (draft: Draft, context: DocumentContext): Draft | null => {
  if (draft.kind !== 'percentage' || draft.of === null) return null
  if (context.catalog.catalog.denominators.get(draft.of)?.total_of.includes('any') !== true) return null
  const achieved = achievedInRow(draft)
  if (achieved !== null) return achieved.indicator === null ? null : achieved
  let opening = draft
  for (let before = draft.previous; before !== null; before = before.previous) {
    if (isBehindBrackets(draft, before)) continue
    if (before.kind !== 'percentage' && before.measure === 'level') return before.indicator === null ? null : before
    opening = before
  }
  // "The number represents 2.35% of the workforce and | 85.2% of this year's target": the number that the sentence takes up.
  if (!refers(opening)) return null
  const above = opening.before === null ? null : claimBefore(opening, context)
  for (let each = above; each !== null && each.reading === above!.reading; each = each.before)
    if (each.kind !== 'percentage' && each.measure === 'level') return each.indicator === null ? null : each
  return null
}

/** Words after a percentage within which a subject of its own would stand. */
const shareWords = 6

/** Nothing but a few words between two claims of one sentence: ", or", ", equal to", "accounting for". */
export const isRightAfter = (draft: Draft, before: Draft): boolean => {
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

/** Words from a change to the figure that it is a change from. */
const comparedReach = 5

/** "paid P132.4 billion to 2.96 million members, 12.7 percent more than | the P117.5 billion of 2023": the kind of figure that a change is told against. */
const kindCompared = ({ kind, next, mention }: Draft): Draft['kind'] | null =>
  kind === 'percentage' &&
  next !== null &&
  next.mention.first - mention.last <= comparedReach &&
  next.kind !== 'percentage' &&
  isComparative(next)
    ? next.kind
    : null

const levelBefore = (draft: Draft): Draft | null => {
  let inBrackets: Draft | null = null
  const kind = kindCompared(draft)
  for (let before = draft.previous; before !== null; before = before.previous) {
    if (kind !== null && before.kind !== kind) continue
    if (!isAlike(draft, before) || !(before.measure === 'level' || before.indicator !== null)) continue
    if (!isBehindBrackets(draft, before)) return before
    inBrackets ??= before
  }
  return inBrackets
}

/** "128,765 people (compulsory: 102,340; voluntary: 26,425), an increase of | 3.4%": what follows brackets is said of what stands before them. */
const isBehindBrackets = ({ reading: { scan }, mention }: Draft, { mention: other }: Draft): boolean => {
  let depth = 0
  for (let at = other.last + 1; at < mention.first; at += 1) {
    const norm = scan.norm(at)
    if (norm === '(') depth += 1
    else if (norm === ')') depth -= 1
    if (depth < 0) return true
  }
  return false
}

/** "| Bình Dương | 86.730 | +19,2 |": a column of changes is of the level before it in the row. */
const levelInRow = (draft: Draft): Draft | null => {
  const { cell } = draft.reading.passage
  for (let each = draft.before; cell !== null && each !== null; each = each.before) {
    const other = each.reading.passage.cell
    if (other === null || other.table !== cell.table || other.row !== cell.row) return null
    if (each.measure === 'level' && each.indicator !== null) return each
  }
  return null
}

/** Passages back to what "tỷ lệ này", "the rate" takes up. */
const referReach = 3

/** "Năm 2021, tỷ lệ này của cả nước là | 91,01%": said of a rate that other shares may stand between. */
const takesUpRate = (draft: Draft): boolean =>
  draft.kind === 'percentage' && !draft.reading.scan.language.locale.inflected && refers(draft)

/** The last claim before with an indicator, in this passage or the one above it in the section. */
const claimBefore = (draft: Draft, context: DocumentContext): Draft | null => {
  const { passage } = draft.reading
  for (let last = draft.before; last !== null; last = last.before) {
    const other = last.reading.passage
    if (
      other.index < passage.index - (takesUpRate(draft) ? referReach : 1) ||
      other.heading !== passage.heading ||
      other.cell !== null ||
      context.readings[other.index] !== last.reading
    )
      return null
    if (last.kind !== 'legal_document' && last.indicator !== null) return last
  }
  return null
}

/** "Only Pleiku has passed the mark, with | 93.2%" under a passage that ends with a number of people: what refers up is of the last of its kind. */
const isTakenFromAbove = (draft: Draft, each: Draft): boolean =>
  each.indicator !== null && !draft.mention.inWords && refers(draft)

/** The last claim of its kind in this passage or the one above: "39.25 pct of the workforce, against 17.5 million ... The government wants 45 pct". */
const alikeBefore = (draft: Draft, context: DocumentContext): Draft | null => {
  const last = claimBefore(draft, context)
  if (last === null || last.kind === draft.kind) return last
  for (let each = last.before; each !== null && each.reading === last.reading; each = each.before)
    if (each.kind === draft.kind && (each.reading === draft.reading || isTakenFromAbove(draft, each))) return each
  return last
}

/** "983,400 workers took out a lump sum, 9.6 percent fewer than in 2023": a change of a figure of no indicator is of none, where its words name no other. */
export const isChangeOfNone = (draft: Draft, terms: readonly TermUse[], context: DocumentContext): boolean => {
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

/** "Late payments still worry the agency. They stood at | 13.8 trillion", a passage below the collections: what opens the passage rules those out. */
const isOfOtherPassage = (
  terms: readonly TermUse[],
  { reading, sentence }: Draft,
  indicator: string,
  context: DocumentContext,
): boolean => {
  const { unless = [] } = context.catalog.catalog.indicators.get(indicator) ?? {}
  const opening = terms.filter(({ ground }) => ground.reading === reading && ground.last < sentence.first)
  return opening.some(({ term }) => unless.includes(term)) || isOtherAspect(opening, indicator, context)
}

/** "The fund took in VND104.6tn. The reserve is down to VND33tn and will shrink to | VND27tn": an amount of nothing the catalog knows stands between. */
const isBehindNone = (draft: Draft, source: Draft): boolean => {
  // "pays 22 percent. The State chips in 10 percent of that; the ministry plans to raise it to | 20 percent": the share before it.
  const beside = draft.before
  const isRaised =
    beside?.reading === draft.reading &&
    beside.kind === 'percentage' &&
    draft.reading.scan.to('change_to', draft.mention.first - 1) !== undefined &&
    beside.sentence !== draft.sentence
  if (draft.kind === 'percentage' && isRaised && beside.measure === 'level' && beside.indicator === null) return true
  for (let each = draft.before; each !== null && each !== source; each = each.before)
    if (
      each.reading === draft.reading &&
      each.reading !== source.reading &&
      each.kind === draft.kind &&
      each.unit === draft.unit
    )
      return (each.measure === 'level' || draft.measure !== 'level') && each.indicator === null
  return false
}

/** A change in people or in money is one of people or of money: "39.2% of the workforce, 742 thousand people more". */
const isAlike = (draft: Draft, before: Draft): boolean =>
  draft.kind === 'percentage' || draft.kind === 'multiple'
    ? draft.unit !== 'percentage_point' || before.kind === 'percentage'
    : before.kind === draft.kind
