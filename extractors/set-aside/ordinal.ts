import type { Rule } from '../rule.ts'

/** An ordinal that ranks nothing: "the 15th National Assembly", "the 38th session". */
export const ordinal: Rule = {
  name: 'ordinal',
  inWords: false,
  read: ({ scan }, at) => {
    const sign = scan.from('ordinal_sign', at + 1)
    return sign === undefined || !scan.words[at + 1]!.joined
      ? null
      : { first: at, last: sign.last, rule: 'ordinal', reason: 'ordinal' }
  },
}
