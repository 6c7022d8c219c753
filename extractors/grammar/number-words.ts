import { addDecimal, scaleDecimal } from './decimal.ts'
import type { Scan } from './scan.ts'
import type { Amount } from './written-amount.ts'

interface Piece {
  readonly last: number
  readonly value: bigint
}

/** A word that is a number and a unit of time, and multiplies nothing. */
const isTime = (scan: Scan, at: number, last: number): boolean => {
  const unit = scan.from('unit', at)
  return (
    unit !== undefined &&
    unit.last === last &&
    scan.language.units.get(unit.value)?.kind === 'duration' &&
    scan.from('multiplier', last + 1) === undefined &&
    // "năm nghìn", "một trăm linh năm": a five before a scale word and after the word for a gap.
    scan.from('scale', last + 1) === undefined &&
    scan.to('number_and', at - 1) === undefined
  )
}

/**
 * A whole number in words that begins at words[at]: "twenty-five", "hai trăm ba mươi". A word that multiplies takes
 * the pieces smaller than itself: in "hai trăm ba mươi" mươi multiplies ba alone.
 */
const wholeAt = (scan: Scan, at: number): Piece | null => {
  const pieces: bigint[] = []
  // "mười lăm" is fifteen; "ten five" is two numbers, for English has a word of its own.
  const least = scan.language.locale.inflected ? 20n : 10n
  let position = at
  let last = -1
  for (;;) {
    if (scan.norm(position) === '-' && position > at) {
      position += 1
      continue
    }
    if (position > at && scan.breaks(position)) break
    // A capital inside a sentence makes it a name: "hạng Ba", "Seven Bank".
    if (scan.isCapital(position) && !scan.opens(position)) break
    const number = scan.from('number', position)
    const multiplier = scan.from('multiplier', position)
    const and = scan.from('number_and', position)
    if (multiplier !== undefined && last >= 0) {
      const factor = BigInt(multiplier.value)
      let taken = 0n
      while (pieces.length > 0 && pieces.at(-1)! < factor) taken += pieces.pop()!
      pieces.push((taken === 0n ? 1n : taken) * factor)
      last = multiplier.last
      position = last + 1
    } else if (number !== undefined) {
      const value = BigInt(number.value)
      // "hai mươi năm đóng" is twenty years: after a ten the five is another word; "một trăm năm mươi" goes on.
      if (pieces.length > 0 && isTime(scan, position, number.last)) break
      // "two three" and "sáu mười" are two numbers: a piece adds only to a larger one that has room for it.
      const room = pieces.at(-1)
      if (room !== undefined && !(room % 10n === 0n && room >= least && value < room)) break
      pieces.push(value)
      last = number.last
      position = last + 1
    } else if (
      and !== undefined &&
      last >= 0 &&
      scan.from('number', and.last + 1) !== undefined &&
      (pieces.at(-1) ?? 0n) >= 100n
    ) {
      position = and.last + 1
    } else break
  }
  return last < 0 ? null : { last, value: pieces.reduce((sum, piece) => sum + piece, 0n) }
}

/** A number in words with its scale: "nineteen million", "two and a half billion", "hai triệu rưỡi". */
export const numberInWords = (scan: Scan, at: number): Amount | null => {
  const halved = scan.from('half_before', at)
  if (halved !== undefined && scan.from('percent', halved.last + 1) !== undefined)
    // "half a percentage point"
    return {
      first: at,
      last: halved.last,
      value: '0.5',
      digits: scan.slice(at, halved.last),
      scale: 0,
      scaled: false,
      grouped: false,
      inWords: true,
      readings: [{ name: 'decimal', value: '0.5' }],
    }
  const half = halved === undefined ? undefined : scan.from('scale', halved.last + 1)
  if (half !== undefined && halved !== undefined) {
    const value = scaleDecimal('0.5', Number(half.value))
    return {
      first: at,
      last: half.last,
      value,
      digits: scan.slice(at, halved.last),
      scale: Number(half.value),
      scaled: true,
      grouped: false,
      inWords: true,
      readings: [{ name: 'decimal', value }],
    }
  }
  const head = wholeAt(scan, at)
  if (head === null) return null
  let total = '0'
  let part = head.value.toString()
  let last = head.last
  let power = 0
  let scaled = false
  for (;;) {
    const and = scaled ? undefined : scan.from('half', last + 1)
    if (and !== undefined) {
      part = addDecimal(part, '0.5')
      last = and.last
    }
    const scale = scan.from('scale', last + 1)
    if (scale === undefined || scan.breaks(last + 1)) break
    power = Number(scale.value)
    scaled = true
    total = addDecimal(total, scaleDecimal(part, power))
    part = '0'
    last = scale.last
    const more = scan.from('half', last + 1)
    if (more !== undefined) {
      total = addDecimal(total, scaleDecimal('0.5', power))
      last = more.last
      break
    }
    const next = wholeAt(scan, last + 1)
    if (next === null) break
    part = next.value.toString()
    last = next.last
  }
  const value = addDecimal(total, part)
  return {
    first: at,
    last,
    value,
    digits: scan.slice(at, last),
    scale: power,
    scaled,
    grouped: false,
    inWords: true,
    readings: [{ name: 'thousands', value }],
  }
}
