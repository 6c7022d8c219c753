import type { Calibration } from '../../schemas/observation.ts'

/** A case in which the truth is known: what was decided, by what, and whether that was right. */
export interface KnownCase {
  readonly grade: string
  readonly rule: string | null
  readonly isRight: boolean
}

/** Standard normal quantile of 97.5%. */
const z = 1.959963984540054

/** Wilson's 95% limits of a share, to four places. */
const wilson = (right: number, n: number): { low: string; high: string } => {
  const [p, z2] = [right / n, z * z]
  const middle = p + z2 / (2 * n)
  const spread = z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))
  const end = (value: number): string => Math.min(1, Math.max(0, value / (1 + z2 / n))).toFixed(4)
  return { low: end(middle - spread), high: end(middle + spread) }
}

const subjects = [
  'grade:A',
  'grade:B',
  'grade:C',
  'grade:D',
  ...['R1', 'R2', 'R3', 'R4', 'R5', 'R7', 'R8'].map((rule) => `rule:${rule}`),
]

/**
 * How often each grade and each rule was right where the truth is known (gold, held-out lines, reviewers' rulings). With
 * fewer cases than `measuredFrom` no limits are given: "not yet measured".
 */
export const calibrationRows = (cases: readonly KnownCase[], measuredFrom: number): Calibration[] =>
  subjects.map((subject) => {
    const own = cases.filter(({ grade, rule }) => subject === `grade:${grade}` || subject === `rule:${rule}`)
    const [n, right] = [own.length, own.filter(({ isRight }) => isRight).length]
    if (n < measuredFrom)
      return {
        subject,
        n,
        right,
        low: null,
        high: null,
        text: `not yet measured (${n} of ${measuredFrom} known cases)`,
      }
    const limits = wilson(right, n)
    return {
      subject,
      n,
      right,
      ...limits,
      text: `right in ${right} of ${n} known cases (95% limits ${limits.low} to ${limits.high})`,
    }
  })
