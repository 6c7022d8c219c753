import type { FormatTest, Reading } from '../../schemas/mention.ts'

/** A reading with the tests that it was put to; which one holds is not decided yet. */
export type TestedReading = Omit<Reading, 'chosen'>

/** Which of two readings of a numeral holds, and what a reviewer should know of that choice. */
export interface Choice {
  /** Null where no reading is possible. */
  readonly chosen: TestedReading | null
  readonly flag:
    | 'format_by_bound'
    | 'format_by_scale_word'
    | 'format_by_series'
    | 'format_by_profile'
    | 'format_impossible'
    | null
}

/** A reading that fails one of these is impossible. */
const hard: readonly FormatTest[] = ['F1', 'F2', 'F3', 'F5']
/** Between readings that are possible, the first of these that only one of them fails decides. */
const soft = [
  ['F4', 'format_by_scale_word'],
  ['F7', 'format_by_series'],
  ['F6', 'format_by_profile'],
] as const

const fails = ({ tests }: TestedReading, names: readonly FormatTest[]): boolean =>
  tests.some(({ test, outcome }) => outcome === 'fail' && names.includes(test))

/**
 * Decides between the readings of one numeral by the outcomes of their tests (method: section 5 of the reconciliation design): what
 * is impossible falls; of two that are left the scale word decides, then the series, then what the text's other numerals look like.
 * The first reading is that of the locale: to depart from it, or to rest on looks alone, is flagged.
 */
export const chooseReading = (readings: readonly TestedReading[]): Choice => {
  const standing = readings.filter((reading) => !fails(reading, hard))
  if (standing.length === 0) return { chosen: null, flag: 'format_impossible' }
  if (standing.length === 1)
    return { chosen: standing[0]!, flag: standing[0] === readings[0] ? null : 'format_by_bound' }
  for (const [test, flag] of soft) {
    const [left, rival] = standing.filter((reading) => !fails(reading, [test]))
    if (left === undefined || rival !== undefined) continue
    return { chosen: left, flag: left === readings[0] && test !== 'F6' ? null : flag }
  }
  return { chosen: standing[0]!, flag: 'format_by_profile' }
}
