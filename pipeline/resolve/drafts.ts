import type { Mention } from '../../extractors/rule.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import type { Sentence } from '../extract/sentences.ts'
import type { Draft } from './draft.ts'
import { windowsOf } from './windows.ts'

const draftOf = (
  reading: PassageReading,
  sentence: Sentence,
  mention: Mention,
  head: Draft['head'],
  tail: Draft['tail'],
): Draft => ({
  reading,
  mention,
  sentence,
  head,
  tail,
  previous: null,
  next: null,
  before: null,
  twin: null,
  respective: null,
  headerScale: null,
  readings: [],
  kind: mention.kind,
  value: mention.value,
  low: mention.low,
  high: mention.high,
  unit: mention.unit,
  modifier: mention.modifier,
  measure: null,
  direction: null,
  status: null,
  period: null,
  baseline: null,
  place: null,
  of: null,
  indicator: null,
  subject: null,
  facet: null,
  number: mention.legal?.number ?? null,
  type: mention.legal?.type ?? null,
  issued: null,
  issuer: mention.legal?.issuer ?? null,
  terms: [],
  grounds: new Map(),
  flags: new Set(),
})

/** The claims of a passage, sentence by sentence, each with the words that are its own. Legal documents part nothing. */
export const draftsOf = (reading: PassageReading): Draft[] => {
  const drafts: Draft[] = []
  for (const sentence of reading.sentences) {
    const inside = reading.mentions.filter(
      (mention) => mention.first >= sentence.first && mention.first <= sentence.last,
    )
    const numbers = inside.filter((mention) => mention.kind !== 'legal_document')
    const windows = windowsOf(reading.scan, sentence, numbers)
    let previous: Draft | null = null
    for (const mention of inside) {
      const index = numbers.indexOf(mention)
      const own = windows[index] ?? {
        head: { first: sentence.first, last: mention.first - 1 },
        tail: { first: mention.last + 1, last: sentence.last },
      }
      const draft = draftOf(reading, sentence, mention, own.head, own.tail)
      if (index >= 0) {
        draft.previous = previous
        if (previous !== null) previous.next = draft
        previous = draft
      }
      drafts.push(draft)
    }
  }
  return drafts
}
