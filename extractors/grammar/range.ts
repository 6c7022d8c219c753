import type { Hit } from '../../catalog/lexicon.ts'
import { compareDecimal, scaleDecimal } from './decimal.ts'
import { type Expression, expressionAt } from './expression.ts'
import type { Scan } from './scan.ts'

/** Two expressions that are the ends of one range: "37%-38%", "2.4 to 3 million", "between 1.2 and 1.5 million". */
export interface Range {
  readonly first: number
  readonly last: number
  readonly low: string
  readonly high: string
  readonly lower: Expression
  readonly upper: Expression
}

const verbReach = 14

/**
 * Whether the two numbers are levels before and after a change ("rose from 18 to 19 million"), not the ends of a range
 * ("is expected to have from 18 thousand to 19 thousand"): "from" stands before the first, and a verb of change before that.
 */
const isFrom = (scan: Scan, first: number): boolean => {
  const from = fromBefore(scan, first)
  if (from === undefined) return false
  return isLedByChange(scan, from) || goesOnFrom(scan, from)
}

const fromBefore = (scan: Scan, first: number): Hit | undefined => {
  const modifier = scan.to('modifier', first - 1)
  return scan.to('range_from', (modifier?.first ?? first) - 1)
}

/** Words over which a list of changes goes on with the verb of the first. */
const listReach = 40

/** "The benefit rises from 7,500 to 8,750 baht, and the pension after 15 years from | 3,000 baht to 3,500 baht": the verb of the clause before. */
const goesOnFrom = (scan: Scan, { first }: Hit): boolean => {
  let isListed = false
  for (let at = first - 1; at >= Math.max(0, first - listReach); at -= 1) {
    if (scan.norm(at) === '.' || scan.breaks(at + 1)) return false
    isListed ||= scan.norm(at) === ',' || scan.norm(at) === ';' || scan.from('list_and', at) !== undefined
    const isNumber = scan.words[at + 1]?.kind === 'number' || scan.from('sign_before', at + 1) !== undefined
    const from = isListed && isNumber ? scan.to('range_from', at) : undefined
    if (from !== undefined) return isLedByChange(scan, from)
  }
  return false
}

const isLedByChange = (scan: Scan, from: Hit): boolean => {
  for (let at = from.last; at >= Math.max(0, from.first - verbReach); at -= 1) {
    const change = scan.to('change', at) ?? scan.to('change_verb', at)
    if (change !== undefined) return true
    if (at < from.first && (scan.norm(at) === '.' || scan.norm(at) === ';')) break
  }
  return false
}

/** How many times the lower end the upper end of what something rose or fell by may be. */
const widest = 3
/** From this on both ends are written out, and the first is no short form of the second ("by 5 to 10 million"). */
const writtenOut = '1000'

/** "rose by 310 to 47,150": no one tells a range so wide. */
const farApart = 50

/** No range is so wide, whatever it is of. */
const beyond = 1000

/** "dropped by 19,800 to 520,900": what it changed by and what it changed to, not what it changed by at least and at most. */
const isByTo = (scan: Scan, first: number, low: string, high: string): boolean =>
  scan.to('change_by', first - 1) !== undefined &&
  ((compareDecimal(low, writtenOut) >= 0 && Number(high) >= widest * Number(low)) ||
    Number(high) >= farApart * Number(low))

/** The range whose lower end is `lower`, or null. */
export const rangeFrom = (scan: Scan, lower: Expression): Range | null => {
  const at = lower.last + 1
  const to = scan.from('range_to', at)
  const and = scan.to('range_between', lower.first - 1) === undefined ? undefined : scan.from('range_and', at)
  const connector = and ?? to
  if (connector === undefined || (connector === to && isFrom(scan, lower.first))) return null
  if (scan.breaks(connector.last + 1)) return null
  // "between 1.2 and about 1.5 million"
  const modifier = scan.from('modifier', connector.last + 1)
  let start = (modifier?.last ?? connector.last) + 1
  if (scan.from('sign_before', start) !== undefined) start = scan.from('sign_before', start)!.last + 1
  if (scan.words[start]?.kind !== 'number' && !lower.amount.inWords) return null
  const upper = expressionAt(scan, start)
  if (upper === null) return null
  // "Rs 4,500 to 5,000 crore": a sign before the first holds for both.
  const signed = lower.measured !== null && lower.first < lower.amount.first
  if (lower.measured !== null && (upper.measured === null ? !signed : upper.measured.unit !== lower.measured.unit))
    return null
  if (lower.amount.scaled && !upper.amount.scaled) return null
  const high = upper.amount.value
  let low = lower.amount.value
  if (upper.amount.scaled && !lower.amount.scaled) {
    const scaled = scaleDecimal(low, upper.amount.scale)
    if (compareDecimal(scaled, high) < 0) low = scaled
  }
  if (compareDecimal(low, high) >= 0) return null
  if (connector === to && isByTo(scan, lower.first, low, high)) return null
  // "paid from October 1 to 10 to 271,000 people"
  if (connector === to && Number(low) > 0 && Number(high) >= beyond * Number(low)) return null
  // "pays benefits from the age of 60 to 1,870 former crew members"
  if (scan.to('age_before', lower.first - 1) !== undefined && compareDecimal(high, '120') > 0) return null
  return { first: lower.first, last: upper.last, low, high, lower, upper }
}
