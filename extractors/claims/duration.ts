import type { Rule } from '../rule.ts'
import { candidateAt, claim } from './mention.ts'

/** "10.5 hours", "7 days", "60 years old", "4 consecutive years", "aged 35", "15 năm". */
export const duration: Rule = {
  name: 'duration',
  inWords: true,
  read: ({ scan, from }, at) => {
    const candidate = candidateAt(scan, at, from)
    if (candidate === null) return null
    const { measured } = candidate.upper
    if (measured?.kind === 'duration') {
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
