import { modifierOf } from '../grammar/modifier.ts'
import type { Rule } from '../rule.ts'

/** "ranked 2nd", "ranks third", "xếp thứ 5". */
export const rank: Rule = {
  name: 'rank',
  inWords: true,
  read: ({ scan, from }, at) => {
    const word = scan.words[at]!
    const ordinal = scan.from('ordinal', at)
    const modifier = scan.to('modifier', at - 1)
    let before = (modifier?.first ?? at) - 1
    // "ranked the 2nd", "ranked No. 5"
    if (scan.from('stop', before)?.last === before && scan.to('rank', before - 1) !== undefined) before -= 1
    const numbered = scan.to('legal_number', before)
    if (numbered !== undefined) before = numbered.first - 1
    const cue = scan.to('rank', before)
    if (cue === undefined || cue.first < from) return null
    let value: string
    let last: number
    if (word.kind === 'number' && /^\d{1,3}$/u.test(word.norm)) {
      value = String(Number(word.norm))
      last = scan.from('ordinal_sign', at + 1)?.last ?? at
      const unit = scan.from('unit', last + 1) ?? scan.from('percent', last + 1)
      if (last === at && unit !== undefined) return null
    } else if (ordinal !== undefined && ordinal.value !== '1') {
      value = ordinal.value
      last = ordinal.last
    } else return null
    const { modifier: reading, at: modifierAt } = modifierOf(scan, at, last)
    return {
      first: at,
      last,
      rule: 'rank',
      mention: {
        first: at,
        last,
        kind: 'rank',
        rule: 'rank',
        value,
        low: null,
        high: null,
        unit: null,
        digits: scan.slice(at, last),
        scale: null,
        readings: [],
        modifier: reading,
        modifierAt,
        noun: null,
        inWords: word.kind !== 'number',
        legal: null,
      },
    }
  },
}
