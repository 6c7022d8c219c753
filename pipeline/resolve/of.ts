import { countedNoun } from '../../extractors/grammar/noun.ts'
import type { DocumentContext } from './context.ts'
import type { Draft } from './draft.ts'

/** What a percentage is a share of: the phrase after "of" in the number's own words, by the catalog's wholes or by its own noun. */
export const resolveOf = (draft: Draft, context: DocumentContext): void => {
  if (draft.kind !== 'percentage' || draft.measure !== 'level' || draft.unit !== 'percent') return
  const { scan } = draft.reading
  const { mention, tail } = endOfList(draft)
  const limit = Math.min(tail.last, mention.last + 14)
  const wholes = scan
    .all('of')
    .filter((hit) => hit.first > mention.last && hit.last <= limit + 4 && opensWith(endOfList(draft), hit.first))
  // "of the total number of participants": the total is of what follows it.
  const givesWay = context.catalog.catalog.denominators.get(wholes[0]?.value ?? '')?.gives_way ?? false
  const known = givesWay ? (wholes[1] ?? wholes[0]) : wholes[0]
  if (known !== undefined) {
    draft.of = known.value
    draft.grounds.set('of', {
      reading: draft.reading,
      first: known.first,
      last: known.last,
      rule: 'share-of',
      stated: true,
    })
    return
  }
  if (fromHeader(draft, context) || fromOpening(draft, context)) return
  const skip = scan.from('noun_skip', mention.last + 1)
  if (skip === undefined) {
    if (!fromBrackets(draft)) fromParallel(draft)
    return
  }
  const noun = countedNoun(scan, skip.last)
  if (noun === null || noun.unit === null) return
  draft.of = noun.unit.replaceAll(' ', '_')
  draft.grounds.set('of', {
    reading: draft.reading,
    first: noun.first,
    last: noun.last,
    rule: 'share-of-noun',
    stated: true,
  })
}

/** "lần lượt đạt 81%, 77,5% và | 92% kế hoạch năm": shares in one list are of the whole that stands behind the last. */
const endOfList = (draft: Draft): Draft => {
  const { scan } = draft.reading
  let end = draft
  for (
    let next = draft.next;
    next !== null && next.kind === 'percentage' && next.unit === draft.unit;
    next = next.next
  ) {
    const [first, last] = [end.mention.last + 1, next.mention.first - 1]
    const isJoined = first === last && (scan.norm(first) === ',' || scan.from('list_and', first) !== undefined)
    if (!isJoined) break
    end = next
  }
  return end
}

/** "So với kế hoạch (%)", "% of plan": a column that sets what was done against a whole of any sort. */
const fromHeader = (draft: Draft, { catalog, readings }: DocumentContext): boolean => {
  for (const index of draft.reading.passage.cell?.columnHeaders ?? []) {
    const reading = readings[index]!
    const { scan } = reading
    const whole = scan
      .all('of')
      .find(({ value }) => catalog.catalog.denominators.get(value)?.total_of.includes('any') === true)
    const isSet =
      whole !== undefined &&
      (['baseline', 'fulfilled', 'percent'] as const).some(
        (category) => scan.within(category, 0, whole.first - 1).length > 0,
      )
    if (!isSet) continue
    draft.of = whole.value
    draft.grounds.set('of', { reading, first: whole.first, last: whole.last, rule: 'column-header', stated: true })
    return true
  }
  return false
}

const openingWords = 6

/** "Compared with the plan, voluntary insurance only reached | 76.2%": the whole that its sentence opens with. */
const fromOpening = (draft: Draft, { catalog }: DocumentContext): boolean => {
  const { reading, sentence, mention } = draft
  const { scan } = reading
  const compared = scan.from('baseline', sentence.first)
  if (compared === undefined || draft.previous !== null) return false
  const whole = scan
    .within('of', compared.last + 1, Math.min(compared.last + openingWords, mention.first - 1))
    .find(({ value }) => catalog.catalog.denominators.get(value)?.total_of.includes('any') === true)
  // "So với chỉ tiêu 95,25%" is the goal itself.
  if (whole === undefined || scan.norm(whole.last + 1) !== ',') return false
  draft.of = whole.value
  draft.grounds.set('of', { reading, first: whole.first, last: whole.last, rule: 'share-of', stated: true })
  return true
}

/**
 * "26.6% of the employed worked in agriculture, 33.2% in industry": a share that goes on in the words of the one before ("in ... in")
 * is of the same whole.
 */
const fromParallel = (draft: Draft): void => {
  const { scan } = draft.reading
  const { mention, previous } = draft
  if (previous?.kind !== 'percentage' || previous.measure !== 'level' || previous.of === null) return
  const ground = previous.grounds.get('of')
  const next = scan.norm(mention.last + 1)
  if (ground === undefined || scan.from('stop', mention.last + 1) === undefined || !isListed(draft)) return
  const between = scan.words.slice(previous.mention.last + 1, mention.first)
  if (between.some(({ norm }) => norm === ';') || !between.some(({ norm }) => norm === next)) return
  draft.of = previous.of
  draft.grounds.set('of', { ...ground, rule: 'share-before', stated: false })
}

/** "70,584 (96.3% of the plan), voluntary social insurance 13,502 (| 61.8%)": a share alone in brackets is of the whole that the first of its list names. */
const fromBrackets = (draft: Draft): boolean => {
  const { scan } = draft.reading
  const isAlone = ({ mention }: Draft): boolean =>
    scan.norm(mention.first - 1) === '(' && scan.norm(mention.last + 1) === ')'
  if (!isAlone(draft)) return false
  for (let each = draft.previous; each !== null; each = each.previous) {
    if (each.kind !== 'percentage') continue
    if (scan.norm(each.mention.first - 1) !== '(') return false
    const ground = each.grounds.get('of')
    if (ground === undefined || each.of === null) continue
    draft.of = each.of
    draft.grounds.set('of', { ...ground, rule: 'share-before', stated: false })
    return true
  }
  return false
}

/** Whether the number follows right after a comma or an "and". */
const isListed = ({ reading: { scan }, mention }: Draft): boolean =>
  scan.norm(mention.first - 1) === ',' || scan.to('list_and', mention.first - 1) !== undefined

/** The whole stands right after the number, or after "of" and its small words: not the whole of a later clause. */
const opensWith = (draft: Draft, first: number): boolean => {
  const { scan } = draft.reading
  for (let at = draft.mention.last + 1; at < first; at += 1) {
    const norm = scan.norm(at)
    if (norm === ',' || norm === ';' || norm === '(' || norm === '.') return false
  }
  return first - draft.mention.last <= 8
}

/** The whole of the last rate of the text that says one. */
const wholeBefore = (draft: Draft): string | null => {
  for (let each = draft.before; each !== null; each = each.before)
    if (each.indicator === draft.indicator && each.of !== null) return each.of
  return null
}

/**
 * The usual whole of a share whose text names none: "coverage reached 93.35%" is of the population. A rate has no usual whole: one that goes on
 * about another ("employers 17.5%, workers 8%") takes that of the other.
 */
export const resolveUsualWhole = (draft: Draft, context: DocumentContext): void => {
  if (draft.kind !== 'percentage' || draft.measure !== 'level' || draft.unit !== 'percent' || draft.of !== null) return
  const indicator = draft.indicator === null ? undefined : context.catalog.catalog.indicators.get(draft.indicator)
  if (indicator === undefined) return
  const of = indicator.nature === 'rate' ? wholeBefore(draft) : indicator.of
  const ground = draft.grounds.get('indicator')
  if (of === null || ground === undefined) return
  draft.of = of
  draft.grounds.set('of', { ...ground, rule: 'usual-whole', stated: false })
}
