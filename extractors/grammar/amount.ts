import { addDecimal, scaleDecimal } from './decimal.ts'
import { numberInWords } from './number-words.ts'
import { readNumeral } from './numeral.ts'
import type { Scan } from './scan.ts'
import type { Amount } from './written-amount.ts'

const vulgar = new Map([
  ['½', '0.5'],
  ['¼', '0.25'],
  ['¾', '0.75'],
  ['⅓', '0.33'],
  ['⅔', '0.67'],
  ['⅛', '0.125'],
])

/** The scale after a word: a word ("million", "nghìn tỷ") or a letter that stands right after the digits ("2.4bn"). */
const scaleAfter = (scan: Scan, at: number): { power: number; last: number } | null => {
  const next = scan.words[at + 1]
  if (next === undefined) return null
  const sign = next.joined ? scan.from('scale_sign', at + 1) : undefined
  // "16m people", "2.4bn", but "16m long" is a length and "5k race" a name: the rules of units look first.
  if (sign !== undefined && scan.words[sign.last]!.kind === 'word')
    return { power: Number(sign.value), last: sign.last }
  // "a 7.1-billion-baht budget"
  const isHyphened = next.norm === '-' && next.joined && scan.words[at + 2]?.joined === true
  const word = scan.from('scale', isHyphened ? at + 2 : at + 1)
  if (word !== undefined && !scan.breaks(at + 1)) {
    // "10 million hundred" is no number, "3 thousand billion" is: the lexicon holds the pairs; a second word multiplies.
    const more = scan.from('scale', word.last + 1)
    if (more !== undefined && Number(more.value) >= 9 && Number(word.value) <= 6) {
      return { power: Number(word.value) + Number(more.value), last: more.last }
    }
    return { power: Number(word.value), last: word.last }
  }
  return null
}

/** The amount whose numeral is words[at], or that begins there in words. Null where there is no number. */
export const amountAt = (scan: Scan, at: number): Amount | null => {
  const word = scan.words[at]
  if (word === undefined) return null
  if (word.kind !== 'number') return numberInWords(scan, at)
  const numeral = readNumeral(word.norm, scan.language.locale.numbers.decimal)
  if (numeral === null) return null
  let last = at
  let readings = numeral.readings
  // "2½ million"
  const fraction = vulgar.get(scan.norm(at + 1))
  if (fraction !== undefined && !word.norm.includes('.')) {
    readings = [{ name: 'decimal', value: addDecimal(readings[0]!.value, fraction) }]
    last += 1
  }
  const digits = scan.slice(at, last)
  const scale = scaleAfter(scan, last)
  if (scale !== null) {
    last = scale.last
    readings = readings.map(({ name, value }) => ({ name, value: scaleDecimal(value, scale.power) }))
    // "2 triệu rưỡi" is two and a half million.
    const half = scan.from('half', last + 1)
    if (half !== undefined) {
      last = half.last
      readings = readings.map(({ name, value }) => ({
        name,
        value: addDecimal(value, scaleDecimal('0.5', scale.power)),
      }))
    }
  }
  return {
    first: at,
    last,
    value: readings[0]!.value,
    digits,
    scale: scale?.power ?? 0,
    scaled: scale !== null,
    grouped: numeral.grouped || readings.length > 1,
    inWords: false,
    readings,
  }
}
