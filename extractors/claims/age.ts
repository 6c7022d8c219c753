import type { Rule } from '../rule.ts'
import { candidateAt, claim } from './mention.ts'

/** An age whose unit is left out: "aged 60", "at the age of 55", "aged 15 to 24". */
export const age: Rule = {
  name: 'age',
  inWords: true,
  read: ({ scan, from }, at) => {
    const candidate = candidateAt(scan, at, from)
    if (candidate === null || candidate.upper.measured !== null || candidate.upper.amount.scaled) return null
    const modifier = scan.to('modifier', candidate.first - 1)
    const label = scan.to('age_before', (modifier?.first ?? candidate.first) - 1)
    if (label === undefined || label.first < from || candidate.upper.amount.value.length > 3) return null
    return claim(scan, 'age', 'duration', candidate, 'year')
  },
}
