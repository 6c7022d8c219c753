import type { Rule } from '../rule.ts'

const small = /^\d{1,3}$/u

/** Two bare numbers joined by a sign: a score "2-1", "24/7", an aspect "16:9". */
export const score: Rule = {
  name: 'score',
  inWords: false,
  read: ({ scan }, at) => {
    const sign = scan.words[at + 1]
    const second = scan.words[at + 2]
    if (sign === undefined || second === undefined || !sign.joined || !second.joined || second.kind !== 'number')
      return null
    if (!small.test(scan.norm(at)) || !small.test(second.norm)) return null
    const follows =
      scan.from('percent', at + 3) ??
      scan.from('scale', at + 3) ??
      scan.from('unit', at + 3) ??
      scan.from('sign_after', at + 3)
    if (sign.norm === '/') {
      // "3/4 of ..." is a fraction and "1/7" a day that the calendar reads; "24/7" is neither.
      return Number(scan.norm(at)) >= Number(second.norm) && (scan.norm(at) === second.norm || follows === undefined)
        ? { first: at, last: at + 2, rule: 'score', reason: 'idiom' }
        : null
    }
    if (!['-', '–', ':'].includes(sign.norm) || follows !== undefined) return null
    if (scan.to('sign_before', at - 1) !== undefined) return null
    const plural =
      scan.words[at + 3]?.kind === 'word' &&
      /s$/u.test(scan.norm(at + 3)) &&
      Number(second.norm) > Number(scan.norm(at))
    return plural ? null : { first: at, last: at + 2, rule: 'score', reason: 'score' }
  },
}
