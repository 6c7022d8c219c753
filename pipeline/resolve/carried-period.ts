import type { When } from '../../extractors/grammar/calendar.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import { isComparative } from './comparative.ts'
import type { DocumentContext } from './context.ts'
import { isBaseline, isGeneric, isLegalDate } from './dates.ts'
import type { Draft } from './draft.ts'

/** What an earlier claim or date gives a claim whose own sentence has none. */
export type Carried = { readonly from: Draft } | { readonly reading: PassageReading; readonly when: When }

const openingWords = 7

const mayDate = (reading: PassageReading, when: When): boolean =>
  !isLegalDate(reading, when) && when.is !== 'same_period' && !isBaseline(reading, when, false) && !isGeneric(when)

const opensSentence = (reading: PassageReading, when: When): boolean =>
  reading.sentences.some(({ first }) => when.first >= first && when.first <= first + openingWords)

const lends = (draft: Draft, other: Draft): boolean => {
  const ground = other.grounds.get('period')
  if (
    other.kind === 'legal_document' ||
    other.period === null ||
    ground === undefined ||
    ground.rule === 'title' ||
    isComparative(other)
  )
    return false
  if ((other.status === 'target') !== (draft.status === 'target')) return false
  return !(ground.rule === 'list-lead' && other.reading.passage.lead !== draft.reading.passage.lead)
}

/** In the passage: sentence by sentence back, the date that opens one, else that of its last claim, else any. */
const fromPassage = (draft: Draft, before: readonly Draft[]): Carried | null => {
  const { reading } = draft
  const isBase = (when: When): boolean =>
    before.some((each) => {
      const ground = each.grounds.get('baseline')
      return ground !== undefined && ground.reading === reading && ground.first === when.first
    })
  const earlier = reading.sentences.filter(({ last }) => last < draft.sentence.first)
  for (const sentence of [...earlier].reverse()) {
    const dates = reading.whens.filter(
      (when) => when.first >= sentence.first && when.last <= sentence.last && mayDate(reading, when) && !isBase(when),
    )
    const opening = dates.find((when) => when.first <= sentence.first + openingWords)
    const claims = before.filter((each) => each.sentence === sentence && lends(draft, each))
    if (
      opening !== undefined &&
      !claims.some(
        (each) =>
          each.grounds.get('period')?.rule === 'same-clause' &&
          each.period !== null &&
          each.grounds.get('period')!.first > opening.last &&
          each === claims[0],
      )
    )
      return { reading, when: opening }
    const first = claims[0]
    if (first !== undefined) return { from: first }
    const any = dates.at(-1)
    if (any !== undefined && before.every((each) => each.sentence !== sentence)) return { reading, when: any }
  }
  return null
}

/** Up the section: the claims of the passage above, or a date that opens a sentence of it. A date after its number was that number's alone. */
const fromSection = (draft: Draft, context: DocumentContext, before: readonly Draft[]): Carried | null => {
  const { passage } = draft.reading
  for (let at = passage.index - 1; at >= 0; at -= 1) {
    const reading = context.readings[at]!
    if (reading === context.dateline?.ground.reading) continue
    if (
      reading.passage.index === passage.heading ||
      reading.passage.heading !== passage.heading ||
      reading.passage.role === 'title'
    )
      return null
    if (reading.passage.cell !== null || reading.passage.role === 'furniture' || reading.passage.role === 'caption')
      continue
    const last = before.filter((each) => each.reading === reading && each.kind !== 'legal_document').at(-1)
    const ground = last?.grounds.get('period')
    const isTail =
      last !== undefined && ground !== undefined && ground.reading === last.reading && ground.first > last.mention.last
    if (last !== undefined && !isTail && lends(draft, last)) return { from: last }
    const when = [...reading.whens].reverse().find((each) => mayDate(reading, each) && opensSentence(reading, each))
    if (when !== undefined) return { reading, when }
  }
  return null
}

/** The date that governed what stands before a claim: in its passage, then up its section. `before` are the claims before it in the document. */
export const carriedPeriod = (draft: Draft, context: DocumentContext, before: readonly Draft[]): Carried | null =>
  fromPassage(draft, before) ?? fromSection(draft, context, before)
