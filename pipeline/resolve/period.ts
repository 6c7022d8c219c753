import type { When } from '../../extractors/grammar/calendar.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import type { DocumentContext } from './document-context.ts'
import type { Draft, Window } from './draft.ts'
import { leadsOf } from './leads.ts'
import { periodOf, yearBefore } from './periods.ts'

/** Dates that stand with a legal document, or that name a programme, say nothing of a number. */
const isOwnDate = (reading: PassageReading, when: When): boolean =>
  reading.mentions.some(
    (mention) =>
      mention.kind === 'legal_document' &&
      ((when.first >= mention.first && when.last <= mention.last) || mention.legal?.issued === when || (when.first > mention.last && when.first <= mention.last + 3 && reading.scan.to('legal_dated', when.first - 1) !== undefined)),
  )

/** The phrase of comparison right before a date: "compared to | the end of 2020". */
const comparedBefore = (reading: PassageReading, when: When): boolean => {
  const { scan } = reading
  let at = when.first - 1
  for (let steps = 0; steps < 3 && at >= 0; steps += 1) {
    if (scan.to('baseline', at) !== undefined) return true
    if (scan.from('baseline_skip', at) === undefined) return false
    at -= 1
  }
  return false
}

/** Whether a date is what a change is measured from. */
const isBaseline = (reading: PassageReading, when: When): boolean => when.is === 'same_period' || comparedBefore(reading, when)

const isGeneric = (when: When): boolean => when.is === 'now' || when.is === 'today' || when.is === 'yesterday'

const inside = (when: When, window: Window): boolean => when.first >= window.first && when.last <= window.last

const usable = (draft: Draft, when: When): boolean => !isOwnDate(draft.reading, when) && !isBaseline(draft.reading, when)

/** EDTF of a date for a claim, with the year taken from the dates before it where the text leaves it out. */
const edtf = (reading: PassageReading, when: When, context: DocumentContext, future: boolean): string | null => {
  const own = periodOf(when, context.anchor, future)
  const value = own ?? periodOf(when, { ...nearestYear(reading, when, context), ...context.anchor }, true)
  if (value === null) return null
  // "to the end of", "as of" before a month asks for its last day only where the end is said.
  return value
}

/** The year last written before a date without one, for texts that have no date of their own. */
const nearestYear = (reading: PassageReading, when: When, context: DocumentContext): { year?: number } => {
  if (when.month === undefined && when.quarter === undefined && when.of?.month === undefined && when.n === undefined) return {}
  for (let index = reading.passage.index; index >= 0; index -= 1) {
    const here = context.readings[index]!
    for (const each of [...here.whens].reverse()) {
      if (index === reading.passage.index && each.first >= when.first) continue
      const year = each.year ?? each.of?.year
      if (year !== undefined) return { year }
    }
  }
  return {}
}

const take = (draft: Draft, reading: PassageReading, when: When, context: DocumentContext, rule: string, stated = true): boolean => {
  const value = edtf(reading, when, context, draft.status === 'target')
  if (value === null) return false
  draft.period = value
  draft.grounds.set('period', { reading, first: when.first, last: when.last, rule, stated })
  return true
}

/** Dates of the sentence: in the number's own words, then the nearest before, then one that closes the sentence. */
const fromSentence = (draft: Draft, context: DocumentContext): boolean => {
  const { reading, mention, sentence, tail, head } = draft
  const dates = reading.whens.filter((when) => inside(when, sentence) && usable(draft, when) && !(when.first >= mention.first && when.last <= mention.last))
  const specific = dates.filter((when) => !isGeneric(when))
  const pool = specific.length > 0 ? specific : dates
  const after = pool.find((when) => inside(when, tail) && closeAfter(draft, when))
  const before = [...pool].reverse().find((when) => when.last < mention.first)
  const inHead = before !== undefined && inside(before, head) ? before : undefined
  if (after !== undefined && (inHead === undefined || isTight(draft, after))) return take(draft, reading, after, context, 'same-clause')
  if (inHead !== undefined) return take(draft, reading, inHead, context, 'same-clause')
  if (before !== undefined) {
    // A date that stood in the words of the number before may be that number's alone: "5.2 million in 2020 and 5.5 million".
    const owner = draft.previous
    const ownedByOther = owner !== null && inside(before, owner.tail) && owner.tail.first <= before.first && owner.head.first !== before.first
    const opening = pool.find((when) => when.last < (firstNumber(draft)?.mention.first ?? mention.first))
    if (ownedByOther && opening !== undefined && opening !== before) return take(draft, reading, opening, context, 'same-sentence')
    return take(draft, reading, before, context, 'same-sentence')
  }
  const later = pool.find((when) => when.first > mention.last)
  if (later !== undefined) return take(draft, reading, later, context, 'same-sentence')
  return false
}

const firstNumber = (draft: Draft): Draft | null => {
  let first: Draft | null = draft
  while (first?.previous != null) first = first.previous
  return first
}

/** Whether a date after the number speaks of it: no new clause between ("..., an increase on 2020"). */
const closeAfter = (draft: Draft, when: When): boolean => {
  const { scan } = draft.reading
  for (let at = draft.mention.last + 1; at < when.first; at += 1) {
    if (scan.norm(at) === ';') return false
  }
  return true
}

/** A date right after the number or its noun: "5.2 million in 2020", "1% in 2021". */
const isTight = (draft: Draft, when: When): boolean => when.first - Math.max(draft.mention.last, draft.mention.noun?.last ?? 0) <= 4

const fromLeads = (draft: Draft, context: DocumentContext): boolean => {
  for (const { reading, rule } of leadsOf(draft.reading, context)) {
    const when = reading.whens.find((each) => !isOwnDate(reading, each) && !isBaseline(reading, each) && !isGeneric(each))
    if (when !== undefined && rule !== 'heading' && take(draft, reading, when, context, rule)) return true
    if (when !== undefined && rule === 'heading' && reading.passage.role !== 'title' && take(draft, reading, when, context, rule, false)) return true
  }
  return false
}

/** The date that governed the claims before, in this passage or in the passages above it in one section. */
const fromBefore = (draft: Draft, context: DocumentContext, drafts: readonly Draft[], index: number): boolean => {
  for (let at = index - 1; at >= 0; at -= 1) {
    const other = drafts[at]!
    if (other.kind === 'legal_document') continue
    if (other.reading.passage.heading !== draft.reading.passage.heading) return false
    if (other.reading.passage.cell !== null) continue
    const ground = other.grounds.get('period')
    if (other.period === null || ground === undefined || ground.rule === 'title') continue
    if (other.status === 'target' && draft.status !== 'target') continue
    if (ground.rule === 'list-lead' && other.reading.passage.lead !== draft.reading.passage.lead) return false
    draft.period = other.period
    draft.grounds.set('period', { ...ground, rule: 'carried', stated: false })
    return true
  }
  return context === null
}

const fromTitle = (draft: Draft, context: DocumentContext): boolean => {
  const title = context.title
  if (title === null || draft.status === 'target') return false
  const when = title.whens.find((each) => !isOwnDate(title, each) && !isBaseline(title, each))
  return when !== undefined && take(draft, title, when, context, 'title', false)
}

/** What a number is of or as of. */
export const resolvePeriod = (draft: Draft, context: DocumentContext, drafts: readonly Draft[], index: number): void => {
  if (draft.kind === 'legal_document') return
  if (draft.twin !== null) {
    draft.period = draft.twin.period
    draft.baseline = draft.twin.baseline
    const ground = draft.twin.grounds.get('period')
    if (ground !== undefined) draft.grounds.set('period', ground)
    return
  }
  if (!fromSentence(draft, context) && !fromLeads(draft, context) && !fromBefore(draft, context, drafts, index)) fromTitle(draft, context)
  if (isFormerLevel(draft)) {
    draft.period = null
    draft.grounds.delete('period')
  }
  resolveBaseline(draft, context)
}

/** "reduced | from 20 hours | to 10.5 hours": the first level is of a time that the text does not give. */
const isFormerLevel = (draft: Draft): boolean => {
  const { scan } = draft.reading
  if (draft.measure !== 'level' || draft.kind === 'legal_document') return false
  const modifier = scan.to('modifier', draft.mention.first - 1)
  const from = scan.to('range_from', (modifier?.first ?? draft.mention.first) - 1)
  if (from === undefined || draft.next === null) return false
  const between = scan.words.slice(draft.mention.last + 1, draft.next.mention.first)
  const own = draft.reading.whens.some((when) => when.first > draft.mention.last && when.last < draft.next!.mention.first)
  return !own && between.length <= 8 && scan.to('change_to', draft.next.mention.first - 1 - (scan.to('modifier', draft.next.mention.first - 1) === undefined ? 0 : 1)) !== undefined
}

const resolveBaseline = (draft: Draft, context: DocumentContext): void => {
  if (draft.measure !== 'change') return
  const { reading, mention, sentence } = draft
  const compared = reading.whens.filter((when) => inside(when, sentence) && !isOwnDate(reading, when) && isBaseline(reading, when))
  const after = compared.find((when) => when.first > mention.last && when.first <= Math.max(draft.tail.last, mention.last + 14))
  const before = [...compared].reverse().find((when) => when.last < mention.first)
  const later = compared.find((when) => when.first > mention.last)
  const own = after ?? before ?? later
  const earlier = own === undefined ? previousBaseline(draft, context) : null
  const [where, when] = own === undefined ? [earlier?.reading, earlier?.when] : [reading, own]
  if (where === undefined || when === undefined) return
  const value = baselineOf(draft, where, when, context)
  if (value === null) return
  draft.baseline = value
  draft.grounds.set('baseline', { reading: where, first: when.first, last: when.last, rule: own === undefined ? 'sentence-before' : 'same-sentence', stated: own !== undefined })
}

const baselineOf = (draft: Draft, reading: PassageReading, when: When, context: DocumentContext): string | null => {
  if (when.is !== 'same_period') return edtf(reading, when, context, false)
  if (draft.period === null) return null
  if (when.year === undefined) return yearBefore(draft.period)
  const back = Number(draft.period.slice(0, 4)) - when.year
  let period = draft.period
  for (let years = 0; years < back; years += 1) period = yearBefore(period)
  return back > 0 ? period : String(when.year)
}

/** "continued to grow compared to the end of 2020. Specifically: ... (up 2.2%)": the sentence or passage before says it for all. */
const previousBaseline = (draft: Draft, context: DocumentContext): { reading: PassageReading; when: When } | null => {
  for (const reading of [draft.reading, context.readings[draft.reading.passage.index - 1]]) {
    if (reading === undefined || reading.passage.heading !== draft.reading.passage.heading) return null
    const list = reading.whens.filter((when) => (reading !== draft.reading || when.last < draft.sentence.first) && comparedBefore(reading, when))
    const when = list.at(-1)
    if (when !== undefined) return { reading, when }
  }
  return null
}

