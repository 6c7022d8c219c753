import type { Hit } from '../../catalog/lexicon.ts'
import { compareDecimal } from '../grammar/decimal.ts'
import type { Scan } from '../grammar/scan.ts'
import type { Rule } from '../rule.ts'
import { type Candidate, candidateAt, claim } from './mention.ts'

const reach = 8

/** A number of digits alone, up to a hundred, that ends its clause. */
const isElliptic = (scan: Scan, { upper, range, last, first }: Candidate): boolean =>
  range === null &&
  upper.measured === null &&
  !upper.amount.inWords &&
  !upper.amount.scaled &&
  !upper.amount.grouped &&
  compareDecimal(upper.amount.value, '100') < 0 &&
  scan.role !== 'cell' &&
  scan.words[first - 1]?.kind === 'word' &&
  scan.from('stop', first - 1) === undefined &&
  ['.', ',', ';', ''].includes(scan.norm(last + 1))

/** "a worker gives 8 percent, the employer 14", "while her employer adds 14": the per cent of the clause before, with no number between. */
const percentBefore = (scan: Scan, first: number): Hit | undefined => {
  let isParted = false
  for (let at = first - 1; at > 0 && at >= first - reach; at -= 1) {
    const word = scan.words[at]!
    if (word.kind === 'number' || ['.', ';', '(', ')', ':', '"', '”'].includes(word.norm) || scan.breaks(at + 1))
      return undefined
    const percent = isParted ? scan.to('percent', at) : undefined
    if (percent !== undefined) return scan.words[percent.first - 1]?.kind === 'number' ? percent : undefined
    isParted ||= word.norm === ',' || scan.from('clause', at)?.value === 'strong'
  }
  return undefined
}

/** "2.96%", "33 per cent", "37%-38%", "2.4 percentage points", "12,5 phần trăm". */
export const percentage: Rule = {
  name: 'percentage',
  inWords: true,
  read: ({ scan, from }, at) => {
    const candidate = candidateAt(scan, at, from)
    if (candidate === null) return null
    if (candidate.upper.measured?.kind !== 'percent') {
      const percent = isElliptic(scan, candidate) ? percentBefore(scan, candidate.first) : undefined
      return percent === undefined ? null : claim(scan, 'percentage', 'percentage', candidate, percent.value)
    }
    const { amount, measured } = candidate.upper
    // "gained 245 points, or 0.7%": the points of an index.
    if (measured.unit === 'percentage_point' && compareDecimal(amount.value, '100') >= 0)
      return claim(scan, 'percentage', 'count', { ...candidate, last: amount.last }, 'point', {
        first: measured.last,
        last: measured.last,
      })
    return claim(scan, 'percentage', 'percentage', candidate, measured.unit)
  },
}
