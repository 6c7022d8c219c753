import { scaleDecimal } from './decimal.ts'
import { type Expression, expressionAt } from './expression.ts'
import type { Scan } from './scan.ts'

const longest = 8

/** A joining sign or word between the numbers of a list: "70, 60 and 50 percent". */
const joinerEnd = (scan: Scan, at: number): number => {
  let last = at
  if (scan.norm(at) === ',' || scan.norm(at) === '/') last = at + 1
  const and = scan.from('list_and', last)
  if (and !== undefined) last = and.last + 1
  return last
}

/**
 * The last number of a list that begins with a bare number; it names the unit and scale of all: "5.2, 6 and 7 million people",
 * "20.6, 10.8 and 8.4 per cent". Null where the number heads no list.
 */
const lastOfList = (scan: Scan, head: Expression): Expression | null => {
  let at = head.last + 1
  let last: Expression | null = null
  for (let count = 0; count < longest; count += 1) {
    const next = joinerEnd(scan, at)
    if (next === at || scan.words[next]?.kind !== 'number' || scan.breaks(next)) return last
    last = expressionAt(scan, next)
    if (last === null || last.first !== next) return null
    at = last.last + 1
    // "numbered 94,216,000, or 93.1 per cent": a number in groups is no per cent.
    if (last.measured?.kind === 'percent' && head.amount.grouped) return null
    if (last.measured !== null || last.amount.scaled) return last
  }
  return last
}

/** "from 31 to 33 per cent", "rút từ 20 xuống còn 15 ngày": the second of two levels, which names the unit of both. */
const endOfChange = (scan: Scan, head: Expression): Expression | null => {
  const before = head.first - 1
  if (scan.to('range_from', before) === undefined && scan.to('range_between', before) === undefined) return null
  let next = head.last + 1
  while (next <= head.last + connectorWords && scan.words[next]?.kind === 'word') {
    if (scan.from('unit', next) !== undefined || scan.from('percent', next) !== undefined) return null
    next += 1
  }
  if (next === head.last + 1 || scan.words[next]?.kind !== 'number' || scan.breaks(next)) return null
  if (scan.from('range_to', head.last + 1) === undefined && scan.from('change_to', head.last + 1) === undefined)
    return null
  const end = expressionAt(scan, next)
  // A year or a date on either side is none of it: "from 2020 to 15 percent".
  const isYear = head.amount.digits.length === 4 && !head.amount.grouped
  return end === null || end.first !== next || isYear ? null : end
}
const connectorWords = 3

const ages = new Set(['more_than', 'less_than'])

/** "children under | 18", "people over | 70": an age that people are above or below. */
export const isAgeOfPeople = (scan: Scan, { first, amount }: Expression): boolean => {
  const isPlain = amount.value.length === 2 && !amount.scaled && !amount.inWords
  if (!isPlain || !scan.language.locale.inflected) return false
  const bound = scan.to('modifier', first - 1)
  const people = bound !== undefined && ages.has(bound.value) ? scan.to('unit', bound.first - 1) : undefined
  const unit = people === undefined || scan.breaks(first) ? undefined : scan.language.units.get(people.value)
  return unit !== undefined && (unit.id === 'person' || unit.base === 'person')
}

/** The expression with the unit and scale that its list gives it. */
export const withListUnit = (scan: Scan, head: Expression): Expression => {
  if (head.measured !== null || head.amount.scaled || head.amount.inWords) return head
  // "6.8 million children under | 18, 1.1 million people over 70"
  if (isAgeOfPeople(scan, head)) return head
  const list = lastOfList(scan, head)
  const last = list ?? endOfChange(scan, head)
  if (last === null || (last.measured === null && !last.amount.scaled)) return head
  const { scale, scaled } = last.amount
  const { amount } = head
  // "từ 700.000 lên 1,5 triệu đồng": what is written out in groups is in no scale of another.
  if (!scaled || (amount.grouped && list === null)) return { ...head, measured: last.measured }
  const readings = amount.readings.map(({ name, value }) => ({ name, value: scaleDecimal(value, scale) }))
  return { ...head, measured: last.measured, amount: { ...amount, value: readings[0]!.value, readings, scale, scaled } }
}
