import type { PassageReading } from '../extract/read-passage.ts'

/** Words before the colon that names who speaks: "MR. DAO VIET ANH (Ministry of Labour):". */
const labelWords = 9

/** Who speaks a passage of a hearing or an interview, as its first words name them; null where none is named. */
const labelOf = ({ scan, passage }: PassageReading): string | null => {
  if (passage.cell !== null || !scan.isCapital(0)) return null
  const colon = scan.words.findIndex(({ norm }) => norm === ':')
  if (colon < 1 || colon > labelWords || colon === scan.words.length - 1) return null
  const words = scan.words.slice(0, colon)
  return words.some(({ kind }) => kind === 'number') ? null : words.map(({ norm }) => norm).join(' ')
}

const asks = ({ scan }: PassageReading): boolean => scan.words.some(({ norm }) => norm === '?')

/** Whether some take turns and one asks: "CHAIR: How many? | MR. HUNG: At the end of April ... | CHAIR: ..."; points of a list have labels too. */
const isTalk = (labels: readonly (string | null)[], readings: readonly PassageReading[]): boolean => {
  const said = labels.filter((label) => label !== null)
  const isQuestion = readings.some((reading, at) => labels[at] !== null && asks(reading))
  return isQuestion && new Set(said).size > 1 && new Set(said).size < said.length
}

/** The labels of a document's passages where it is a talk, else null; looked up once a document. */
const turnsOf = (() => {
  const known = new WeakMap<readonly PassageReading[], readonly (string | null)[] | null>()
  return (readings: readonly PassageReading[]): readonly (string | null)[] | null => {
    const before = known.get(readings)
    if (before !== undefined) return before
    const labels = readings.map(labelOf)
    const turns = isTalk(labels, readings) ? labels : null
    known.set(readings, turns)
    return turns
  }
})()

/** Whether a talk has passed to somebody else between two passages, so that what the one counted dates nothing that the other tells. */
export const isOtherSpeaker = (
  above: PassageReading,
  below: PassageReading,
  readings: readonly PassageReading[],
): boolean =>
  turnsOf(readings)
    ?.slice(above.passage.index + 1, below.passage.index + 1)
    .some((label) => label !== null) ?? false
