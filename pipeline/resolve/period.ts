import type { When } from '../../extractors/grammar/calendar.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import type { DocumentContext } from './document-context.ts'
import type { Draft, Window } from './draft.ts'
import { leadsOf } from './leads.ts'
import { periodOf, yearBefore } from './periods.ts'

const lawWords = 7

/** "Law on Social Insurance 2014", "Luật Việc làm năm 2013", "the 2019 Labour Code": the year is of the law's name. */
const isLawYear = (reading: PassageReading, when: When): boolean => {
  if (when.is !== 'year') return false
  const { scan } = reading
  for (let at = when.first - 1; at >= Math.max(0, when.first - lawWords); at -= 1) {
    if (scan.words[at]!.kind !== 'word' || scan.breaks(at + 1)) break
    const type = scan.to('legal_type', at)
    if (type !== undefined && scan.isCapital(type.first)) return true
    if (scan.to('status', at) !== undefined || scan.to('as_of', at) !== undefined) break
  }
  const next = scan.from('legal_type', when.last + 1)
  return next !== undefined && scan.isCapital(next.first)
}

/** Dates that stand with a legal document, or that name a programme, say nothing of a number. */
const isOwnDate = (reading: PassageReading, when: When): boolean =>
  isLawYear(reading, when) ||
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
  // "by the end of the year", "in the year" in a review of 2023 written in 2024: the year the text speaks of.
  const isContextual = (when.is === 'the_year' || (when.is === 'end' && when.of === undefined) || when.of?.is === 'the_year') && when.year === undefined && !future
  const spoken = isContextual ? spokenYear(reading, when, context) : null
  const own = periodOf(when, spoken === null ? context.anchor : { year: spoken }, future)
  const value = own ?? periodOf(when, { ...nearestYear(reading, when, context), ...context.anchor }, true)
  if (value === null) return null
  // "to the end of", "as of" before a month asks for its last day only where the end is said.
  return value
}

/** The year that the text speaks of where the date stands: the last written before it that is no baseline and no law's. */
const spokenYear = (reading: PassageReading, when: When, context: DocumentContext): number | null => {
  for (let index = reading.passage.index; index >= 0; index -= 1) {
    const here = context.readings[index]!
    if (here === context.dateline?.ground.reading) continue
    for (const each of [...here.whens].reverse()) {
      if ((index === reading.passage.index && each.first >= when.first) || isOwnDate(here, each) || isBaseline(here, each)) continue
      const year = each.year2 ?? each.year ?? each.of?.year
      if (year !== undefined && (context.anchor.year === undefined || year <= context.anchor.year)) return year
    }
  }
  return null
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
  if (draft.measure === 'change' && when.is === 'year_range' && rule.startsWith('same-')) {
    // "from 2019 to 2021 it gained 47,500": the second year is measured against the first.
    draft.period = String(when.year2)
    draft.baseline = String(when.year)
  }
  return true
}

/** Dates of the sentence: in the number's own words, then the nearest before, then one that closes the sentence. */
const fromSentence = (draft: Draft, context: DocumentContext): boolean => {
  const { reading, mention, sentence, tail, head } = draft
  const dates = reading.whens.filter((when) => inside(when, sentence) && usable(draft, when) && !(when.first >= mention.first && when.last <= mention.last))
  const specific = dates.filter((when) => !isGeneric(when))
  // "a plan for the period of 2021-2025" names the plan: years of a programme count where they stand beside the number or alone.
  const narrow = specific.filter((when) => when.is !== 'year_range' || besideNumber(draft, when))
  const pool = narrow.length > 0 ? narrow : specific.length > 0 ? specific : dates
  const after = pool.find((when) => inside(when, tail) && closeAfter(draft, when) && (draft.next !== null || isNear(draft, when)))
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
  if (later !== undefined && isNear(draft, later)) return take(draft, reading, later, context, 'same-sentence')
  return false
}

const besideNumber = (draft: Draft, when: When): boolean =>
  when.first > draft.mention.last ? when.first - draft.mention.last <= 6 : draft.mention.first - when.last <= 6

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

const reach = 16

/** Whether a later date still speaks of the number: it is near, or an as-of date ("... by the end of February 2022"). A far "this year" is of the clause it stands in. */
const isNear = (draft: Draft, when: When): boolean =>
  when.first - draft.mention.last <= reach || draft.reading.scan.to('as_of', when.first - 1) !== undefined || (when.first - draft.mention.last <= 2 * reach && when.year !== undefined)

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

const openingWords = 7

/** Dates of the sentences before in the passage, and those that opened a sentence of the passages above in its section. */
const governing = (reading: PassageReading, until: number, isOwn: boolean): When | undefined =>
  [...reading.whens]
    .reverse()
    .find((when) => when.last < until && !isOwnDate(reading, when) && !isBaseline(reading, when) && !isGeneric(when) && (isOwn || opensSentence(reading, when)))

const opensSentence = (reading: PassageReading, when: When): boolean =>
  reading.sentences.some(({ first }) => when.first >= first && when.first <= first + openingWords)

/** The date that governed what stands before: in this passage, then up the section, from the claims there or from a date that opens a sentence. */
const fromBefore = (draft: Draft, context: DocumentContext, drafts: readonly Draft[], index: number): boolean => {
  const { passage } = draft.reading
  const own = governing(draft.reading, draft.sentence.first, true)
  let before = index - 1
  while (before >= 0 && drafts[before]!.kind === 'legal_document') before -= 1
  const neighbour = drafts[before]
  if (own !== undefined && (neighbour === undefined || neighbour.reading !== draft.reading || neighbour.mention.first < own.first || neighbour.period === null)) {
    return take(draft, draft.reading, own, context, 'same-passage', false)
  }
  if (neighbour !== undefined && neighbour.reading === draft.reading && carry(draft, neighbour)) return true
  if (own !== undefined) return take(draft, draft.reading, own, context, 'same-passage', false)
  for (let at = passage.index - 1; at >= 0; at -= 1) {
    const reading = context.readings[at]!
    if (reading === context.dateline?.ground.reading) continue
    if (reading.passage.index === passage.heading || reading.passage.heading !== passage.heading || reading.passage.role === 'title') return false
    if (reading.passage.cell !== null || reading.passage.role === 'furniture') continue
    const claims = drafts.filter((each, position) => position < index && each.reading === reading && each.kind !== 'legal_document')
    const last = claims.at(-1)
    if (last !== undefined && carry(draft, last)) return true
    const when = governing(reading, reading.scan.words.length, false)
    if (when !== undefined) return take(draft, reading, when, context, 'carried', false)
  }
  return false
}

const carry = (draft: Draft, other: Draft): boolean => {
  const ground = other.grounds.get('period')
  if (other.period === null || ground === undefined || ground.rule === 'title') return false
  if ((other.status === 'actual') !== (draft.status === 'actual')) return false
  // A date after its number is of that number alone.
  if (ground.reading === other.reading && ground.first > other.mention.last) return false
  if (ground.rule === 'list-lead' && other.reading.passage.lead !== draft.reading.passage.lead) return false
  draft.period = other.period
  draft.grounds.set('period', { ...ground, rule: 'carried', stated: false })
  return true
}

const fromTitle = (draft: Draft, context: DocumentContext): boolean => {
  const title = context.title
  if (title === null) return false
  const when = title.whens.find((each) => !isOwnDate(title, each) && !isBaseline(title, each))
  // A title's year dates results; goals only where the title is that of a plan.
  if (draft.status === 'target' && title.scan.all('target_strong').length === 0) return false
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
  const given = draft.respective?.when ?? null
  if (given !== null && take(draft, draft.reading, given, context, 'respectively')) return resolveBaseline(draft, context)
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
  if (draft.measure !== 'change' || draft.baseline !== null) return
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

