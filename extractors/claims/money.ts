import type { Rule } from '../rule.ts'
import { candidateAt, claim } from './mention.ts'

/** "VND54.6 trillion", "395,472 billion VND", "US$2.41 billion", "₱1,500", "4,5 triệu đồng". */
export const money: Rule = {
  name: 'money',
  inWords: true,
  read: ({ scan, from }, at) => {
    const candidate = candidateAt(scan, at, from)
    if (candidate === null || candidate.upper.measured?.kind !== 'money') return null
    return claim(scan, 'money', 'money', candidate, candidate.upper.measured.unit)
  },
}
