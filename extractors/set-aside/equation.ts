import type { Scan } from '../grammar/scan.ts'
import type { Rule } from '../rule.ts'

const operators = new Set(['x', '×', '*', '+', '÷'])
/** Words of a factor before and behind its number: "2 năm x", "= 15.5 cedis", "one figure = 1 million people". */
const reach = 3
const longest = 30

/** From the start of the sentence or bracket to its end. */
const clauseOf = (scan: Scan, at: number): { first: number; last: number } => {
  let first = at
  let last = at
  const ends = (word: number): boolean =>
    scan.breaks(word) || ((scan.norm(word) === ';' || scan.norm(word) === '.') && !scan.words[word]!.joined)
  while (first > 0 && at - first < longest && !scan.breaks(first) && !ends(first - 1)) first -= 1
  while (last + 1 < scan.words.length && last - at < longest && !scan.breaks(last + 1) && !ends(last + 1)) last += 1
  return { first, last }
}

/** Whether a sign that multiplies or adds stands beside the number or its unit, and no other number between. */
const isFactor = (scan: Scan, at: number, first: number, last: number): boolean => {
  for (let word = at + 1; word <= Math.min(last, at + reach); word += 1) {
    if (operators.has(scan.norm(word))) return true
    if (scan.words[word]!.kind === 'number' || scan.norm(word) === '=') break
  }
  for (let word = at - 1; word >= Math.max(first, at - reach); word -= 1) {
    if (operators.has(scan.norm(word))) return true
    if (scan.words[word]!.kind === 'number' || scan.norm(word) === '=') break
  }
  return false
}

const isOne = (scan: Scan, at: number): boolean => scan.norm(at) === '1' || scan.from('number', at)?.value === '1'

/** "$1 = 15.5 cedis", "one figure = 1 million people": what one of a thing stands for, on both sides of the sign. */
const isWorth = (scan: Scan, at: number, equals: number, first: number, last: number): boolean => {
  if (Math.abs(equals - at) > reach) return false
  for (let word = Math.max(first, equals - reach); word < equals; word += 1)
    if (isOne(scan, word) || scan.from('not_count', word) !== undefined) {
      for (let before = first; before < word; before += 1) if (scan.words[before]!.kind === 'number') return false
      return last > equals
    }
  return false
}

/** Few passages hold a sign of equality or the size of a picture: the others cost one look. */
const known = new WeakMap<Scan, boolean>()
const mayHold = (scan: Scan): boolean => {
  let answer = known.get(scan)
  if (answer === undefined) {
    answer = scan.text.includes('=') || scan.all('picture_unit').length > 0
    known.set(scan, answer)
  }
  return answer
}

/**
 * A number of a reckoning, a rate of exchange or a key: the factors of "(1.5 x 1 + 2 x 9.5) x 6,000,000 = VND 123,000,000", whose result alone
 * is a claim; "$1 = 15.5 cedis"; "one figure = 1 million people"; "1,200 x 3,400 px".
 */
export const equation: Rule = {
  name: 'equation',
  inWords: true,
  read: ({ scan, from }, at) => {
    if (at < from || !mayHold(scan)) return null
    const { first, last } = clauseOf(scan, at)
    let equals = -1
    for (let word = first; word <= last && equals < 0; word += 1) if (scan.norm(word) === '=') equals = word
    const isPicture =
      isFactor(scan, at, first, last) &&
      scan.within('picture_unit', at, Math.min(last, at + reach)).length > 0 &&
      scan.words[at]!.kind === 'number'
    if (isPicture) return { first: at, last: at, rule: 'equation', reason: 'page_furniture' }
    if (equals < 0) return null
    if (at < equals && scan.words[at]!.kind === 'number' && isFactor(scan, at, first, last))
      return { first: at, last: at, rule: 'equation', reason: 'formula' }
    if (isWorth(scan, at, equals, first, last) && (scan.words[at]!.kind === 'number' || at < equals))
      return { first: at, last: at, rule: 'equation', reason: 'formula' }
    return null
  },
}
