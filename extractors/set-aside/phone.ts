import type { Rule } from '../rule.ts'

const signs = new Set(['(', ')', '-', '.', '+', '–', '/', ' '])
const least = 7

/**
 * A telephone number: digits in groups by space, dot, hyphen or brackets that begin with 0, + or an area code in brackets, or that follow a
 * word such as "hotline". "(028) 7302 2286", "+84 24 3935 2079", "Tel. 1900 9068".
 */
export const phone: Rule = {
  name: 'phone',
  inWords: false,
  read: ({ scan, whenOf, from }, at) => {
    let first = at
    while (
      first > from &&
      scan.words[first - 1]!.kind === 'sign' &&
      (scan.norm(first - 1) === '(' || scan.norm(first - 1) === '+')
    )
      first -= 1
    let last = at
    let digits = scan.norm(at).replace(/\D/gu, '').length
    let groups = 1
    for (let next = at + 1; next < scan.words.length && !scan.breaks(next); next += 1) {
      const word = scan.words[next]!
      if (word.kind === 'number') {
        if (whenOf.get(next)?.is === 'day') break
        digits += word.norm.replace(/\D/gu, '').length
        groups += 1
        last = next
      } else if (word.kind !== 'sign' || !signs.has(word.norm)) break
    }
    const norm = scan.norm(at)
    const labelled =
      [first - 1, first - 2, first - 3].some((before) => scan.to('aside_before', before)?.value === 'phone') &&
      digits >= 4
    const shaped =
      norm.startsWith('0') ||
      scan.norm(at - 1) === '+' ||
      (scan.norm(at - 1) === '(' && scan.norm(at + 1) === ')' && groups > 1)
    const tollFree = groups > 1 && /^1[89]00$/u.test(norm) && digits >= 8
    if (!labelled && !tollFree && !(shaped && digits >= least && (groups > 1 || norm.length >= 9))) return null
    return { first, last, rule: 'phone', reason: 'phone' }
  },
}
