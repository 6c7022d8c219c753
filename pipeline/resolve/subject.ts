import nlp from 'compromise/two'
import { countedNoun } from '../../extractors/grammar/noun.ts'
import type { Scan } from '../../extractors/grammar/scan.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import type { DocumentContext } from './context.ts'
import type { Draft, Ground } from './draft.ts'
import { leadsOf } from './leads.ts'

/** Sentences of one document for which the tagger may be asked: it runs at less than a hundredth of our speed. */
const asksPerDocument = 4

/** What the tagger says of a word, of which we read this much. */
interface TaggedWord {
  readonly tags: ReadonlySet<string>
  readonly offset: { readonly start: number; readonly length: number }
}

/** How often the tagger was asked for one document, and what it answered for a sentence. */
export class NounPhrases {
  #asked = 0
  readonly #known = new Map<string, readonly { start: number; end: number }[]>()

  /** Spans of the noun phrases of an English sentence, in UTF-16 units of it; empty once the bound is reached. */
  of(sentence: string): readonly { start: number; end: number }[] {
    const known = this.#known.get(sentence)
    if (known !== undefined) return known
    if (this.#asked >= asksPerDocument || sentence.length > 600) return []
    this.#asked += 1
    // The tags alone: `nouns()` cuts the sentence into clauses as well, which takes as long again.
    const { document } = nlp(sentence).compute('offset') as unknown as { document: readonly (readonly TaggedWord[])[] }
    const found: { start: number; end: number }[] = []
    let isOpen = false
    for (const { tags, offset } of document.flat()) {
      const isNoun = tags.has('Noun') && !tags.has('Pronoun') && !tags.has('Date')
      const end = offset.start + offset.length
      if (isNoun && isOpen) found[found.length - 1]!.end = end
      else if (isNoun) found.push({ start: offset.start, end })
      isOpen = isNoun || (isOpen && tags.has('Possessive'))
    }
    this.#known.set(sentence, found)
    return found
  }
}

const ground = (draft: Draft, first: number, last: number, rule: string): Ground => ({
  reading: draft.reading,
  first,
  last,
  rule,
  stated: true,
})

/** Words before one within which a phrase that holds it begins. */
const phraseReach = 4

const isInside = (scan: Scan, at: number, categories: readonly ('term' | 'of' | 'average' | 'modifier')[]): boolean => {
  for (let first = at; first >= Math.max(0, at - phraseReach); first -= 1)
    for (const category of categories) {
      const last = scan.from(category, first)?.last
      if (last !== undefined && last >= at && last > first) return true
    }
  return false
}

/** "lương hưu bình quân", "với chi phí": in a language written in syllables, a stop word inside a longer phrase is half of a word. */
const isStop = (scan: Scan, at: number): boolean =>
  scan.from('stop', at) !== undefined &&
  (scan.language.locale.inflected || !isInside(scan, at, ['term', 'of', 'average']))

/** Whether a word may be inside a noun phrase: no stop word, no modifier, no word of change, no date, no part of a claim. */
const isContent = ({ scan, taken }: PassageReading, at: number): boolean =>
  scan.words[at]!.kind === 'word' &&
  !isStop(scan, at) &&
  scan.to('modifier', at) === undefined &&
  !isInside(scan, at, ['modifier']) &&
  scan.to('change', at) === undefined &&
  !taken.has(at)

/** "number of the insured", "satisfaction index of participants", "non-state sector": one phrase. */
const isJoiner = (scan: Scan, at: number): boolean =>
  scan.norm(at) === '-' || scan.from('noun_skip', at) !== undefined || scan.to('noun_skip', at) !== undefined

/** The phrase before the number up to a boundary: "Total revenue | was more than ...", "the health insurance coverage rate | reached". */
const phraseBefore = (draft: Draft): Ground | null => {
  const { scan } = draft.reading
  const first = Math.max(draft.head.first, draft.sentence.first)
  let last = -1
  let start = -1
  for (let at = draft.mention.first - 1; at >= first; at -= 1) {
    if (isContent(draft.reading, at)) {
      if (last < 0) last = at
      start = at
    } else if (last >= 0 && !isJoiner(scan, at)) break
  }
  return last < 0 ? null : ground(draft, start, last, 'phrase-before')
}

/** The phrase right after the number: "12% of employees", "29,1% dân số", "27.5 per cent of the labour force was idle". */
const phraseAfter = (draft: Draft): Ground | null => {
  const { reading, mention, sentence } = draft
  const skip = reading.scan.from('noun_skip', mention.last + 1)?.last
  const noun = countedNoun(reading.scan, skip ?? mention.last)
  // "29,1% dân số": a whole of the catalog may be longer than the unit that it begins with, "dân".
  const whole = draft.grounds.get('of')
  if (noun !== null && whole?.first === noun.first && whole.last > noun.last) return whole
  const isWhen = noun !== null && reading.taken.has(noun.last)
  if (noun !== null && !isWhen && noun.sure && noun.last <= sentence.last)
    return ground(draft, noun.first, noun.last, 'phrase-after')
  if (skip === undefined) return null
  let last = skip
  while (last < sentence.last && isContent(reading, last + 1)) last += 1
  return last === skip ? null : ground(draft, skip + 1, last, 'phrase-after')
}

/** Whether a passage says nothing but a date: "1 Jan 2025" over a row of a table. */
const isDate = ({ scan, whens }: PassageReading): boolean =>
  whens.some(({ first, last }) => first === 0 && last === scan.words.length - 1)

/** The words of the row a cell stands in, else of its column, the first that are no date: what the cell is of. */
const tableHeader = (draft: Draft, context: DocumentContext): Ground | null => {
  if (draft.reading.passage.cell === null) return null
  const header = leadsOf(draft.reading, context).find(
    ({ reading, rule }) =>
      (rule === 'row-header' || rule === 'column-header') && reading.scan.words.length > 0 && !isDate(reading),
  )
  if (header === undefined) return null
  const { reading, rule } = header
  return { reading, first: 0, last: reading.scan.words.length - 1, rule, stated: true }
}

/** "12.38 million workers, of whom 11.29m were still in a job": the number before it in the sentence said what is counted. */
const subjectBefore = ({ previous }: Draft): Ground | null => {
  const found = previous?.grounds.get('subject')
  return found === undefined || found.rule === 'sentence' ? null : { ...found, rule: 'number-before', stated: false }
}

const subjectOf = (draft: Draft, context: DocumentContext, phrases: NounPhrases): Ground => {
  const { mention, sentence } = draft
  if (mention.kind === 'legal_document')
    return draft.grounds.get('type') ?? ground(draft, mention.first, mention.last, 'number')
  if (mention.noun !== null && draft.kind === 'count')
    return ground(draft, mention.noun.first, mention.noun.last, 'counted-noun')
  const indicator = draft.grounds.get('indicator')
  const whole = draft.grounds.get('of')
  const before = phraseBefore(draft)
  // "The satisfaction index of participants was 88.5%": the phrase says more than the words of the indicator in it.
  const isWithin =
    before !== null && indicator !== undefined && before.first <= indicator.first && indicator.last <= before.last
  if (indicator?.rule === 'own-words' && !isWithin) return indicator
  return (
    before ??
    phraseAfter(draft) ??
    (whole?.rule === 'share-before' ? undefined : whole) ??
    indicator ??
    tableHeader(draft, context) ??
    subjectBefore(draft) ??
    askTagger(draft, phrases) ??
    ground(draft, sentence.first, Math.min(sentence.last, sentence.first + 7), 'sentence')
  )
}

/** What is counted or measured, as the text words it: the counted noun, the phrase beside the number, the words of its indicator. */
export const resolveSubject = (draft: Draft, context: DocumentContext, phrases: NounPhrases): void => {
  const found = subjectOf(draft, context, phrases)
  draft.subject = found.reading.scan.slice(found.first, found.last).replace(/\s+/gu, ' ')
  draft.grounds.set('subject', found)
  if (found.rule === 'sentence')
    draft.flags.add(draft.reading.passage.role === 'cell' ? 'subject_from_table' : 'subject_from_sentence')
}

/**
 * What the tagger takes for a noun phrase, without its dates and numbers: the first before the number, which is what the sentence
 * speaks of, else the first after it.
 */
const askTagger = (draft: Draft, phrases: NounPhrases): Ground | null => {
  const { reading, mention, sentence } = draft
  const { words, text, language } = reading.scan
  if (!language.locale.inflected) return null
  const open: number[] = []
  for (let at = sentence.first; at <= sentence.last; at += 1) if (isContent(reading, at)) open.push(at)
  if (open.length === 0) return null
  const start = words[sentence.first]!.start
  let after: Ground | null = null
  for (const phrase of phrases.of(text.slice(start, words[sentence.last]!.end))) {
    const inside = open.filter((at) => words[at]!.start >= start + phrase.start && words[at]!.end <= start + phrase.end)
    if (inside.length === 0) continue
    const found = ground(draft, inside[0]!, inside.at(-1)!, 'tagger')
    if (found.last < mention.first) return found
    if (found.first > mention.last) after ??= found
  }
  return after
}
