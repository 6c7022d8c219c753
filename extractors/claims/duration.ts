import { addDecimal, compareDecimal, percentDecimal, scaleDecimal } from '../grammar/decimal.ts'
import { expressionAt } from '../grammar/expression.ts'
import type { Scan } from '../grammar/scan.ts'
import type { Rule } from '../rule.ts'
import { type Candidate, candidateAt, claim } from './mention.ts'

/** How many of the smaller unit make one of the larger. */
const parts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  year: { month: '12' },
  week: { day: '7' },
  day: { hour: '24' },
  hour: { minute: '60' },
}

/** "12 năm 7 tháng", "9 years and 4 months": one length in two units, told in the larger to two decimals. */
const inTwoUnits = (scan: Scan, candidate: Candidate): Candidate | null => {
  const { lower } = candidate
  const small = parts[lower.measured!.unit]
  if (small === undefined || lower.amount.scaled || lower.amount.value.includes('.')) return null
  const and = scan.from('list_and', candidate.last + 1)
  const rest = expressionAt(scan, (and?.last ?? candidate.last) + 1)
  const factor = rest?.measured?.kind === 'duration' ? small[rest.measured.unit] : undefined
  if (rest === null || factor === undefined || scan.breaks(rest.first)) return null
  if (rest.amount.value.includes('.') || compareDecimal(rest.amount.value, factor) >= 0) return null
  const share = percentDecimal(rest.amount.value, factor, 0)
  if (share === null) return null
  const value = addDecimal(lower.amount.value, scaleDecimal(share, -2))
  const amount = {
    ...lower.amount,
    value,
    digits: scan.slice(lower.amount.first, rest.last),
    readings: [{ name: 'decimal' as const, value }],
  }
  return { ...candidate, last: rest.last, lower: { ...lower, amount, last: rest.last } }
}

/** "10.5 hours", "7 days", "60 years old", "4 consecutive years", "aged 35", "15 năm", "56 tuổi 4 tháng". */
export const duration: Rule = {
  name: 'duration',
  inWords: true,
  read: ({ scan, from }, at) => {
    const candidate = candidateAt(scan, at, from)
    if (candidate === null) return null
    const { measured } = candidate.upper
    if (measured?.kind === 'duration') {
      const whole = candidate.range === null ? inTwoUnits(scan, candidate) : null
      if (whole !== null) return claim(scan, 'duration', 'duration', whole, measured.unit)
      return claim(scan, 'duration', 'duration', candidate, measured.unit)
    }
    if (measured !== null) return null
    // "4 consecutive years": one word between number and unit.
    const next = candidate.last + 1
    if (
      scan.words[next]?.kind === 'word' &&
      scan.from('stop', next) === undefined &&
      scan.from('unit', next) === undefined &&
      !scan.breaks(next + 1)
    ) {
      const unit = scan.from('unit', next + 1)
      if (unit !== undefined && scan.language.units.get(unit.value)?.kind === 'duration') {
        return claim(scan, 'duration', 'duration', { ...candidate, last: unit.last }, unit.value)
      }
    }
    return null
  },
}
