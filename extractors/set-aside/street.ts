import type { Rule } from '../rule.ts'

const house = /^\d{1,4}$/u

/** A house number: digits before a name of two capitals or more and a comma or line end ("106 Nguyen Van Troi,", "19 Nguyen Gia Thieu, ..."). */
export const street: Rule = {
  name: 'street',
  inWords: false,
  read: ({ scan }, at) => {
    if (!house.test(scan.norm(at)) || scan.from('unit', at + 1) !== undefined) return null
    let last = at
    while (scan.isCapital(last + 1) && !scan.breaks(last + 1)) last += 1
    if (last - at < 2 || scan.from('place', at + 1) !== undefined) return null
    const end = scan.words[last + 1]
    const before = scan.norm(at - 1)
    const opens = at === 0 || scan.breaks(at) || before === ':' || before === ',' || before === '('
    const kind = scan.to('aside_after', last)?.value === 'address'
    if (kind || (opens && (end === undefined || scan.breaks(last + 1) || end.norm === ',' || end.norm === ';'))) {
      return { first: at, last: at, rule: 'street', reason: 'address' }
    }
    return null
  },
}
