import type { Scan } from '../grammar/scan.ts'
import type { Rule } from '../rule.ts'

const signs = new Set(['(', ')', '-', '.', '+', '–', '/', ' '])
const least = 7
/** Words after the first group in which a number, or two of them side by side, ends; keeps "1 1 1 1 ..." linear. */
const reach = 24

/** "Tel.:", "hotline 1900": the label stands before the number, signs between them at most. */
const isLabelled = (scan: Scan, first: number): boolean => {
  let before = first - 1
  for (let steps = 0; steps < 3; steps += 1) {
    if (scan.to('aside_before', before)?.value === 'phone') return true
    if (scan.words[before]?.kind !== 'sign') return false
    before -= 1
  }
  return false
}

const isMeasured = (scan: Scan, last: number): boolean =>
  scan.from('unit', last + 1) !== undefined ||
  scan.from('sign_after', last + 1) !== undefined ||
  scan.from('scale', last + 1) !== undefined

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
    for (let next = at + 1; next < Math.min(scan.words.length, at + reach) && !scan.breaks(next); next += 1) {
      const word = scan.words[next]!
      if (word.kind === 'number') {
        if (whenOf.get(next)?.is === 'day') break
        digits += word.norm.replace(/\D/gu, '').length
        groups += 1
        last = next
      } else if (word.kind !== 'sign' || !signs.has(word.norm)) break
    }
    const norm = scan.norm(at)
    const isDay = whenOf.get(at)?.is === 'day'
    const labelled = isLabelled(scan, first) && digits >= 4 && !isMeasured(scan, last)
    const shaped =
      norm.startsWith('0') ||
      scan.norm(at - 1) === '+' ||
      (scan.norm(at - 1) === '(' && scan.norm(at + 1) === ')' && groups > 1)
    const tollFree = groups > 1 && /^1[89]00$/u.test(norm) && digits >= 8
    if (isDay || (!labelled && !tollFree && !(shaped && digits >= least && (groups > 1 || norm.length >= 9))))
      return null
    return { first, last, rule: 'phone', reason: 'phone' }
  },
}
