import type { PassageReading } from '../extract/read-passage.ts'
import type { Draft, Window } from './draft.ts'

/** What a verb tells: what happened ("rose to", "was"), what holds ("is", "pays", "may") or has come about ("has grown"); null where no verb is known. */
export type Tense = 'past' | 'present' | 'perfect' | null

const auxiliaryReach = 2

/** Whether a word is the past of a regular verb by itself: "collected", not "is collected", "the insured". */
const isRegularPast = ({ scan }: PassageReading, at: number, first: number): boolean => {
  const word = scan.words[at]!
  if (word.kind !== 'word' || at === first) return false
  if (
    !scan.language.locale.tense.past_ending.some((end) => word.norm.length > end.length + 2 && word.norm.endsWith(end))
  )
    return false
  for (let before = at - 1; before >= Math.max(first, at - auxiliaryReach); before -= 1)
    if (scan.to('tense', before) !== undefined) return false
  const before = scan.words[at - 1]!
  // "lists were made, and | suspended contributions came to": "and" joins verbs, where "the" opens a noun.
  if (scan.to('list_and', at - 1) !== undefined) return true
  return before.kind === 'sign' ? !before.joined : scan.from('stop', at - 1) === undefined
}

const participleReach = 3

/** "has | grown", "have piled up"; but "has 401 members". */
const isPerfect = ({ scan }: PassageReading, at: number): boolean => {
  if (scan.from('perfect', at) === undefined) return false
  const { past_ending: endings } = scan.language.locale.tense
  for (let next = at + 1; next <= at + participleReach; next += 1) {
    const word = scan.words[next]
    if (word === undefined || word.kind !== 'word') return false
    if (scan.from('participle', next) !== undefined || endings.some((end) => word.norm.endsWith(end))) return true
  }
  return false
}

const listed = (reading: PassageReading, at: number): Tense => {
  const hit = reading.scan.to('tense', at)
  // "is expected | to hit | 99 per cent": an infinitive tells no past.
  if (hit === undefined || (hit.value === 'past' && reading.scan.to('purpose', hit.first - 1) !== undefined))
    return null
  if (isPerfect(reading, at)) return 'perfect'
  // "have paid", "are paid": the word before tells.
  if (hit.value === 'past')
    for (let before = hit.first - 1; before >= Math.max(0, hit.first - auxiliaryReach); before -= 1)
      if (reading.scan.to('tense', before)?.value === 'present')
        return reading.scan.to('perfect', before) === undefined ? 'present' : 'perfect'
  return hit.value as 'past' | 'present'
}

/** "Late payments, including those of firms that | have gone | bankrupt, amount to | VND214 billion": a clause that a comma has closed governs nothing behind it. */
const isClosed = ({ scan }: PassageReading, at: number, mention: Window): boolean => {
  const opening = scan.from('relative', at) ?? scan.to('relative', at) ?? scan.to('relative', at - 1)
  return opening !== undefined && scan.words.slice(at + 1, mention.first).some(({ norm }) => norm === ',')
}

/** The tense of the verb that governs a number: the nearest before it in its sentence, else the first after it. */
export const tenseAt = (reading: PassageReading, sentence: Window, mention: Window): Tense => {
  const { scan } = reading
  for (let at = mention.first - 1; at >= sentence.first; at -= 1) {
    if (scan.norm(at) === ';') break
    if (isClosed(reading, at, mention)) continue
    const tense = listed(reading, at)
    if (tense !== null) return tense
    if (isRegularPast(reading, at, sentence.first)) return 'past'
  }
  for (let at = mention.last + 1; at <= sentence.last; at += 1) {
    if (scan.norm(at) === ';') break
    const tense = listed(reading, at)
    if (tense !== null) return tense
    if (isRegularPast(reading, at, sentence.first)) return 'past'
  }
  return null
}

/** Whether a verb stands among some words: "after | the rate was raised | in January". */
export const hasVerb = (reading: PassageReading, first: number, last: number): boolean => {
  for (let at = first; at <= last; at += 1)
    if (reading.scan.to('tense', at) !== undefined || isRegularPast(reading, at, first - 1)) return true
  return false
}

/** The noun counted is no verb: "26 million | accounts | have been approved". */
export const tenseOf = ({ reading, sentence, mention: { first, last, noun } }: Draft): Tense =>
  tenseAt(reading, sentence, { first, last: Math.max(last, noun?.last ?? 0) })

/** Whether a sentence points to the figure before it, ahead of the number: "Of these, | 9 million are women". */
export const pointsBack = (draft: Draft): boolean => {
  const { reading, sentence, mention } = draft
  const end = Math.min(sentence.last, mention.last + 4)
  return wholeAtOpening(draft) !== null || reading.scan.within('anaphora', sentence.first, end).length > 0
}

/** Words of a group that a sentence opens with. */
const wholeWords = 4

/** "110,000 workers applied. Of the | applicants, | 106,300 have been paid": the words of what a sentence opens with, parts of which it tells. */
export const wholeAtOpening = ({ reading: { scan }, sentence, mention }: Draft): Window | null => {
  const of = scan.language.locale.inflected ? scan.from('noun_skip', sentence.first) : undefined
  if (of === undefined || !scan.isCapital(sentence.first)) return null
  let comma = of.last + 1
  while (comma <= of.last + 1 + wholeWords && scan.norm(comma) !== ',') comma += 1
  const isNear = comma > of.last + 1 && comma <= of.last + 1 + wholeWords && comma < mention.first
  // "Of course, ...": an idiom names nothing.
  if (!isNear || scan.from('stop', of.last + 1)?.last === comma - 1) return null
  return scan.to('change', of.last) === undefined ? { first: of.last + 1, last: comma - 1 } : null
}

/** Goals, forecasts and what "will" be lie ahead: "From July 1 pensions will rise" in April is of this July. */
export const isToCome = ({ reading, mention, sentence, status }: Draft): boolean =>
  status === 'target' ||
  (status === 'estimate' && tenseAt(reading, sentence, mention) !== 'past') ||
  reading.scan.all('future').some(({ first, last }) => first >= sentence.first && last <= sentence.last) ||
  // "Pensions | to rise | 15% from July", says a headline.
  (reading.passage.role === 'title' &&
    reading.scan
      .all('purpose')
      .some(({ last }) => (['change', 'change_verb'] as const).some((each) => reading.scan.from(each, last + 1))))

/** "The pension will go up to | 350 cedis", "| 2.1 billion will go to claims": said in the number's own words of what lies ahead. */
export const willBe = ({ reading: { scan }, head, mention, tail }: Draft): boolean => {
  // "Voluntary members, I will be honest, are | 240,000 fewer": the words behind the last comma.
  let first = mention.first
  while (first > head.first && ![',', ';'].includes(scan.norm(first - 1))) first -= 1
  return (
    scan.within('future', first, mention.first - 1).length > 0 ||
    scan.within('future', mention.last + 1, Math.min(tail.last, mention.last + 2)).length > 0
  )
}
