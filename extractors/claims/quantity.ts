import type { Rule } from '../rule.ts'
import { candidateAt, claim } from './mention.ts'

/** Measures that are neither money nor time: "1,200 hectares", "35°C", "12.5 km", "3 million tonnes", "500 MW". */
export const quantity: Rule = {
  name: 'quantity',
  inWords: true,
  read: ({ scan, from }, at) => {
    const candidate = candidateAt(scan, at, from)
    if (candidate === null || candidate.upper.measured?.kind !== 'quantity') return null
    return claim(scan, 'quantity', 'quantity', candidate, candidate.upper.measured.unit)
  },
}
