import type { Hit } from '../../catalog/lexicon.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import type { DocumentContext } from './context.ts'
import type { Draft, TermUse } from './draft.ts'
import { leadsOf } from './leads.ts'
import { outerFirst } from './measure-edges.ts'
import { splitTerms } from './split-terms.ts'

/**
 * How far a term stands from a number. The steps are the order of closeness that readers follow: the number's own words, the words
 * that lead to it, its clause, its sentence, what governs the passage, the sentences before, what the whole text is about.
 */
const costs = {
  own: 0,
  clause: 1.2,
  sentence: 2,
  governing: 1.6,
  heading: 2.6,
  passage: 2.4,
  before: 3.2,
  title: 3.4,
  main: 3.3,
  /** What the sentence says of a later figure, behind a verb of its own. */
  parted: 1.6,
} as const

const perWord = 0.03

const distance = (draft: Draft, hit: Hit): number => {
  const { mention } = draft
  return hit.first > mention.last ? hit.first - mention.last : mention.first - hit.last
}

/** Whether the verb or sign right before the number ties it to what stands before: "participation reaches about 31%". */
const isTied = (draft: Draft): boolean => {
  const { scan } = draft.reading
  const before =
    (draft.mention.modifierAt !== null && draft.mention.modifierAt.last < draft.mention.first
      ? draft.mention.modifierAt.first
      : draft.mention.first) - 1
  return scan.to('copula', before) !== undefined
}

/** Words before the numbers of legal documents, by passage. */
const numbered = new WeakMap<PassageReading, ReadonlySet<number>>()
const beforeNumbers = (reading: PassageReading): ReadonlySet<number> => {
  let words = numbered.get(reading)
  if (words === undefined) {
    const legal = reading.mentions.filter(({ kind }) => kind === 'legal_document')
    words = new Set(legal.map(({ first }) => first - 1))
    numbered.set(reading, words)
  }
  return words
}

/** "Luật Bảo hiểm xã hội số | 41/2024/QH15": "số" is of the number, and the words are no "bảo hiểm xã hội số", the digital one. */
const isOfNumber = (reading: PassageReading, { last }: Hit): boolean =>
  beforeNumbers(reading).has(last) && reading.scan.to('legal_number', last) !== undefined

/** "| Retirement | 2,104,511 |": a word that says a term where it is all that the cell says. */
const wholeCell = ({ scan }: PassageReading): Hit | undefined => {
  const hit = scan.from('term_cell', 0)
  return hit?.last === scan.words.length - 1 ? { ...hit, category: 'term' } : undefined
}

const hitsIn = (reading: PassageReading, first: number, last: number): readonly Hit[] => {
  const { scan } = reading
  const terms = scan.within('term', first, last).filter((hit) => !isOfNumber(reading, hit))
  const wholes = scan.within('of', first, last)
  const cell = reading.passage.cell === null || first > 0 ? undefined : wholeCell(reading)
  if (cell !== undefined) return [cell, ...terms, ...wholes]
  return wholes.length === 0 ? terms : [...terms, ...wholes].sort((a, b) => a.first - b.first)
}

const name = (hit: Hit): string => (hit.category === 'of' ? `of:${hit.value}` : hit.value)

/** Every term of the catalog that may say what a number is of, with its distance; the nearest use of each. */
const isCueOf = (context: DocumentContext, indicator: string, term: string): boolean =>
  context.catalog.catalog.indicators.get(indicator)?.cues[0]?.includes(term) ?? false

export const termsOf = (draft: Draft, context: DocumentContext): TermUse[] => {
  const respectiveTerm = draft.respective?.term ?? null
  const { reading, mention, sentence, head, tail } = draft
  const uses = new Map<string, TermUse>()
  const add = (from: PassageReading, hit: Hit, cost: number, rule: string, stated: boolean): void => {
    const term = name(hit)
    const known = uses.get(term)
    if (known !== undefined && known.cost <= cost) return
    uses.set(term, { term, cost, ground: { reading: from, first: hit.first, last: hit.last, rule, stated } })
  }
  const tied = isTied(draft)
  const noun = mention.noun ?? mention
  const clause = clauseOf(draft)
  const shared = sharedTail(draft)
  const ownVerb = verbOfNext(draft)
  for (const hit of hitsIn(reading, sentence.first, sentence.last)) {
    if (hit.first <= mention.last && hit.last >= mention.first) continue
    const far = Math.min(distance(draft, hit), 30) * perWord
    const { respective } = draft
    if (respective?.term != null && context.topics.has(hit.value)) {
      if (hit === respective.term) add(reading, hit, costs.own, 'respectively', true)
      continue
    }
    const isNoun = hit.first >= noun.first && hit.first <= noun.last
    if (isNoun) add(reading, hit, costs.own, 'counted-noun', true)
    else if (hit.first >= tail.first && hit.last <= tail.last)
      add(reading, hit, costs.own + far + (tied ? 0.5 : 0), 'own-words', true)
    else if (hit.first >= head.first && hit.last <= head.last)
      add(reading, hit, costs.own + far + (tied ? 0 : 0.35), 'own-words', true)
    else if (shared !== null && hit.first >= shared.first && hit.last <= shared.last)
      add(reading, hit, costs.own + far + 0.5, 'own-words', true)
    else if (hit.first >= clause.first && hit.last <= clause.last && hit.last < mention.first)
      add(reading, hit, costs.clause + far, 'same-clause', true)
    else {
      const behind = hit.first > mention.last ? 0.4 : 0
      const parted = ownVerb >= 0 && hit.first > ownVerb ? costs.parted : 0
      add(reading, hit, costs.sentence + far + behind + parted, 'same-sentence', true)
    }
  }
  for (const hit of splitTerms(draft)) add(reading, hit, costs.own, 'own-words', true)
  let step = 0
  for (const { reading: lead, rule } of leadsOf(reading, context)) {
    const base =
      rule === 'heading' ? costs.heading : rule === 'list-lead' || rule === 'line-above' ? costs.governing : 0.2
    for (const hit of hitsIn(lead, 0, lead.scan.words.length)) add(lead, hit, base + step * 0.2, rule, true)
    step += 1
  }
  for (const row of draft.kind === 'count' ? [] : rowsAbove(reading, context))
    for (const hit of hitsIn(row, 0, row.scan.words.length))
      if (context.topics.has(hit.value)) add(row, hit, costs.before, 'row-above', false)
  for (const hit of hitsIn(reading, 0, sentence.first - 1))
    if (!isPassing(hit, context))
      add(reading, hit, costs.passage + Math.min((sentence.first - hit.last) * perWord, 0.7), 'same-passage', false)
  // "Health insurance covers 1,297,500 people, equal to 95.6 percent of them": the subject of the claim before.
  const previous = draft.previous
  if (previous?.indicator != null && respectiveTerm === null)
    for (const use of previous.terms)
      if (context.topics.has(use.term) && isCueOf(context, previous.indicator, use.term))
        add(
          use.ground.reading,
          { category: 'term', value: use.term, first: use.ground.first, last: use.ground.last },
          Math.max(costs.before - 2.2, use.cost),
          'claim-before',
          false,
        )
  const before = context.readings[reading.passage.index - 1]
  if (before !== undefined && before.passage.heading === reading.passage.heading && before.passage.cell === null) {
    for (const hit of hitsIn(before, 0, before.scan.words.length))
      if (!isPassing(hit, context)) add(before, hit, costs.before, 'passage-before', false)
  }
  // The line above a headline names whose text it is: "BẢO HIỂM XÃ HỘI VIỆT NAM".
  const [opening] = context.readings
  const titles = [context.title, opening?.passage.role === 'title' ? opening : null]
  for (const title of new Set(titles))
    if (title !== null && title !== reading)
      for (const hit of hitsIn(title, 0, title.scan.words.length)) add(title, hit, costs.title, 'title', false)
  const main = context.mainTopic
  if (main !== null && !uses.has(main.term)) uses.set(main.term, { term: main.term, cost: costs.main, ground: main })
  return [...uses.values()]
}

/** Namings of a subject from which on it is what the text goes on about. */
const namings = 3

const takers = new WeakMap<DocumentContext['catalog'], ReadonlySet<string>>()

/** Terms that take the figures of others: support of a package takes money that was paid and workers who are insured. */
const takersOf = ({ catalog }: DocumentContext): ReadonlySet<string> => {
  let known = takers.get(catalog)
  if (known === undefined) {
    known = new Set([...catalog.catalog.indicators.values()].flatMap(({ yields_to }) => yields_to))
    takers.set(catalog, known)
  }
  return known
}

/** "The province supports 30% of the card price. [...] Delegations went to | 96 units": what a text names once in passing takes nothing in its next passage. */
const isPassing = ({ value }: Hit, context: DocumentContext): boolean =>
  takersOf(context).has(value) && (context.subjects.get(value)?.count ?? 0) < namings

/** Cells back in which the names of the rows above are looked for. */
const rowReach = 48

/** "Số người tham gia BHXH", "Số người tham gia BHYT", "Tổng thu": the rows above say of what the total is. */
const rowsAbove = ({ passage: { cell } }: PassageReading, { readings }: DocumentContext): readonly PassageReading[] => {
  const header = cell?.rowHeaders[0]
  if (header === undefined) return []
  const { column } = readings[header]!.passage.cell!
  return readings
    .slice(Math.max(0, header - rowReach), header)
    .filter(({ passage }) => passage.cell?.table === cell!.table && passage.cell.column === column)
}

/** "keep the coverage above | 98% | and bring | the share of workers in social insurance to 27%": the verb that the next figure has of its own; -1 where it has none. */
const verbOfNext = ({ next, mention, reading: { scan } }: Draft): number => {
  if (next === null) return -1
  for (let at = mention.last + 1; at < next.mention.first; at += 1) {
    const and = scan.from('list_and', at)
    if (and !== undefined && scan.from('target_head', and.last + 1) !== undefined) return and.last + 1
  }
  return -1
}

/** "20.1 million people, | or 42.7 percent of the labour force, | were insured": words behind the same number in other terms are of both. */
const sharedTail = ({ next, kind, reading: { scan } }: Draft): Draft['tail'] | null =>
  next !== null &&
  kind === 'count' &&
  next.kind === 'percentage' &&
  scan.to('equivalent', outerFirst(next) - 1) !== undefined
    ? next.tail
    : null

/** The words between the semicolons around the number. */
const clauseOf = (draft: Draft): { first: number; last: number } => {
  const { scan } = draft.reading
  let first = draft.mention.first
  while (first > draft.sentence.first && scan.norm(first - 1) !== ';') first -= 1
  let last = draft.mention.last
  while (last < draft.sentence.last && scan.norm(last + 1) !== ';') last += 1
  return { first, last }
}
