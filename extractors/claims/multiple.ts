import { compareDecimal } from '../grammar/decimal.ts'
import { modifierOf } from '../grammar/modifier.ts'
import type { Rule } from '../rule.ts'
import { candidateAt, claim } from './mention.ts'

/**
 * "increased 10 times", "20 times the base salary", "3.5-fold", "doubled", "gấp 3 lần". "Supported 406,922 times" is a count:
 * a multiple is small and stands after a change or before a comparison.
 */
export const multiple: Rule = {
  name: 'multiple',
  inWords: true,
  read: ({ scan, from }, at) => {
    const named = scan.from('multiple', at)
    // "Under the | triple | lock pensions rise by 4.1%": the name of a thing, which the language lists as no multiple.
    if (named !== undefined && compareDecimal(named.value, '0') > 0) {
      const { modifier, at: modifierAt } = modifierOf(scan, at, named.last)
      return {
        first: at,
        last: named.last,
        rule: 'multiple',
        mention: {
          first: at,
          last: named.last,
          kind: 'multiple',
          rule: 'multiple',
          value: named.value,
          low: null,
          high: null,
          unit: null,
          digits: scan.slice(at, named.last),
          scale: null,
          readings: [],
          modifier,
          modifierAt,
          noun: null,
          inWords: true,
          legal: null,
        },
      }
    }
    const candidate = candidateAt(scan, at, from)
    if (candidate === null || candidate.upper.measured?.kind !== 'times') return null
    const { amount } = candidate.upper
    if (amount.scaled || compareDecimal(amount.value, '1000') >= 0) return null
    const compared = scan.from('times_compared', candidate.last + 1) !== undefined
    const modifier = scan.to('modifier', candidate.first - 1)
    const changed = scan.to('change', (modifier?.first ?? candidate.first) - 1) !== undefined
    const fold = scan.norm(candidate.last) !== '' && scan.words[candidate.last]!.joined
    // "4.6 times a year's payments": nothing is done four and a half times.
    const broken = !amount.inWords && amount.value.includes('.')
    return compared || changed || fold || broken ? claim(scan, 'multiple', 'multiple', candidate, null) : null
  },
}
