import nlp from 'compromise'
import type { Draft, Ground } from './draft.ts'

/** Sentences of one document for which the tagger may be asked: it runs at less than a hundredth of our speed. */
const asksPerDocument = 40

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
    const found = (
      nlp(sentence).nouns().json({ offset: true }) as { offset?: { start: number; length: number } }[]
    ).flatMap(({ offset }) =>
      offset === undefined ? [] : [{ start: offset.start, end: offset.start + offset.length }],
    )
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

/** The phrase before the number up to a boundary: "Total revenue | was more than ...", "the health insurance coverage rate | reached". */
const phraseBefore = (draft: Draft): Ground | null => {
  const { scan } = draft.reading
  const first = Math.max(draft.head.first, draft.sentence.first)
  let last = -1
  let start = -1
  for (let at = draft.mention.first - 1; at >= first; at -= 1) {
    const isContent =
      scan.words[at]!.kind === 'word' &&
      scan.from('stop', at) === undefined &&
      scan.to('modifier', at) === undefined &&
      scan.to('change', at) === undefined
    if (isContent) {
      if (last < 0) last = at
      start = at
    } else if (last >= 0 && !(scan.norm(at) === 'of' || scan.norm(at) === '-')) break
  }
  return last < 0 ? null : ground(draft, start, last, 'phrase-before')
}

/** What is counted or measured, as the text words it: the counted noun, the phrase beside the number, the words of its indicator. */
export const resolveSubject = (draft: Draft, phrases: NounPhrases): void => {
  const found = subjectOf(draft, phrases)
  draft.subject = found.reading.scan.slice(found.first, found.last).replace(/\s+/gu, ' ')
  draft.grounds.set('subject', found)
  if (found.rule === 'sentence')
    draft.flags.add(draft.reading.passage.role === 'cell' ? 'subject_from_table' : 'subject_from_sentence')
}

const subjectOf = (draft: Draft, phrases: NounPhrases): Ground => {
  const { mention, sentence } = draft
  if (mention.kind === 'legal_document')
    return draft.grounds.get('type') ?? ground(draft, mention.first, mention.last, 'number')
  if (mention.noun !== null && draft.kind === 'count')
    return ground(draft, mention.noun.first, mention.noun.last, 'counted-noun')
  const indicator = draft.grounds.get('indicator')
  if (indicator?.rule === 'own-words') return indicator
  return (
    phraseBefore(draft) ??
    indicator ??
    askTagger(draft, phrases) ??
    ground(draft, sentence.first, Math.min(sentence.last, sentence.first + 7), 'sentence')
  )
}

const askTagger = (draft: Draft, phrases: NounPhrases): Ground | null => {
  const { scan } = draft.reading
  if (!scan.language.locale.inflected) return null
  const start = scan.words[draft.sentence.first]!.start
  const end = scan.words[draft.sentence.last]!.end
  const number = scan.words[draft.mention.first]!.start - start
  const found = [...phrases.of(scan.text.slice(start, end))].reverse().find((phrase) => phrase.end <= number)
  if (found === undefined) return null
  const first = scan.words.findIndex((word) => word.start >= start + found.start)
  let last = first
  while (last + 1 < scan.words.length && scan.words[last + 1]!.end <= start + found.end) last += 1
  return first < 0 || last < first ? null : ground(draft, first, last, 'tagger')
}
