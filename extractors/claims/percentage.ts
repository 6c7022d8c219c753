import type { Rule } from '../rule.ts'
import { candidateAt, claim } from './mention.ts'

/** "2.96%", "33 per cent", "37%-38%", "2.4 percentage points", "12,5 phần trăm". */
export const percentage: Rule = {
  name: 'percentage',
  inWords: true,
  read: ({ scan, from }, at) => {
    const candidate = candidateAt(scan, at, from)
    if (candidate === null || candidate.upper.measured?.kind !== 'percent') return null
    return claim(scan, 'percentage', 'percentage', candidate, candidate.upper.measured.unit)
  },
}
