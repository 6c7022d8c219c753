import type { When } from '../../extractors/grammar/calendar.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import type { DocumentContext } from './context.ts'
import { isLegalDate, isOnset } from './dates.ts'

/** Words between "takes effect" and the day: "from", "on", "kể từ ngày". */
const gap = 4
/** Passages at the head of a text, in which it says what it is about. */
const headPassages = 8

/** Words between a day and the number of the law that holds from it: "From 1 July 2025, | the Law on Social Insurance No. | 41/2024/QH15". */
const lawGap = 12

/** "From 1 July 2025, the Law on Social Insurance No. 41/2024/QH15 replaces Law No. 58/2014/QH13": the day and then the law open a sentence. */
const dayOfLaw = (reading: PassageReading): When | undefined =>
  reading.whens.find(
    (when) =>
      when.is === 'day' &&
      isOnset(reading, when) &&
      reading.sentences.some(({ first }) => when.first - first >= 0 && when.first - first <= 1) &&
      reading.mentions.some(
        ({ kind, first }) =>
          kind === 'legal_document' &&
          first > when.last &&
          first - when.last <= lawGap &&
          // "From July 1, under Decree 24/2023/ND-CP, the base salary is": of one sum that it sets.
          reading.scan.within('legal_under', when.last, first).length === 0,
      ),
  )

const dayIn = (reading: PassageReading): When | undefined =>
  dayOfLaw(reading) ??
  reading.scan
    .all('in_force')
    .map((hit) =>
      reading.whens.find((when) => when.first > hit.last && when.first - hit.last <= gap && when.is === 'day'),
    )
    .find((when) => when !== undefined)

/**
 * The day that a text on a new rule opens with: its first paragraph with a figure names the legal text that sets it, and a day from
 * which it holds. "On Saturday the base salary went up. Under Decree 24/2023/ND-CP it stands at 1.8 million dong".
 */
export const ruleDay = ({ readings, dateline }: DocumentContext): { reading: PassageReading; when: When } | null => {
  const reading = readings.find(
    ({ passage, mentions }) =>
      passage.role === 'paragraph' && mentions.some(({ kind }) => kind === 'legal_document' || kind === 'money'),
  )
  if (reading === undefined || !reading.mentions.some(({ kind }) => kind === 'legal_document')) return null
  const when = reading.whens.find(
    (each) => days.has(each.is) && each !== dateline?.when && !isLegalDate(reading, each) && sets(reading, each),
  )
  return when === undefined ? null : { reading, when }
}
const days: ReadonlySet<When['is']> = new Set(['day', 'weekday'])

/** "From July 1", "On Saturday the base salary went up": a day on which something begins to hold. */
const sets = (reading: PassageReading, when: When): boolean => {
  if (isOnset(reading, when)) return true
  const sentence = reading.sentences.find(({ first, last }) => when.first >= first && when.last <= last)
  return (
    sentence !== undefined &&
    reading.scan
      .all('change')
      .some((hit) => hit.value !== 'none' && hit.first >= sentence.first && hit.last <= sentence.last)
  )
}

/** The first words of a legal text: its own number stands in its head. */
const isLegalText = ({ readings, title }: DocumentContext): boolean =>
  (title?.scan.all('legal_type').some(({ first }) => first === 0) ?? false) ||
  readings.slice(0, headPassages).some(({ scan }) => {
    const type = scan.from('legal_type', 0)
    return type !== undefined && type.last === scan.words.length - 1
  })

/**
 * The day from which the rules that a text is about hold: a report says it at its head ("The law takes effect on July 1, 2025"), a
 * legal text anywhere ("Nghị quyết này có hiệu lực từ ngày 01/01/2023").
 */
export const inForceDay = (context: DocumentContext): InForce | null => {
  const known = inForceDays.get(context.readings)
  if (known !== undefined) return known
  const found = findInForceDay(context)
  inForceDays.set(context.readings, found)
  return found
}

interface InForce {
  readonly reading: PassageReading
  readonly when: When
}
const inForceDays = new WeakMap<readonly PassageReading[], InForce | null>()

const findInForceDay = (context: DocumentContext): InForce | null => {
  const body = context.readings.filter(({ passage }) => passage.role !== 'furniture' && passage.role !== 'caption')
  const places = isLegalText(context) ? [...body].reverse() : body.slice(0, headPassages)
  for (const reading of places) {
    const when = dayIn(reading)
    if (when !== undefined) return { reading, when }
  }
  return null
}
