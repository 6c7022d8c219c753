import type { When } from '../../extractors/grammar/calendar.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import type { DocumentContext } from './context.ts'

/** Words between "takes effect" and the day: "from", "on", "kể từ ngày". */
const gap = 4
/** Passages at the head of a text, in which it says what it is about. */
const headPassages = 8

const dayIn = (reading: PassageReading): When | undefined =>
  reading.scan
    .all('in_force')
    .map((hit) =>
      reading.whens.find((when) => when.first > hit.last && when.first - hit.last <= gap && when.is === 'day'),
    )
    .find((when) => when !== undefined)

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
export const inForceDay = (context: DocumentContext): { reading: PassageReading; when: When } | null => {
  const body = context.readings.filter(({ passage }) => passage.role !== 'furniture' && passage.role !== 'caption')
  const places = isLegalText(context) ? [...body].reverse() : body.slice(0, headPassages)
  for (const reading of places) {
    const when = dayIn(reading)
    if (when !== undefined) return { reading, when }
  }
  return null
}
