/**
 * Converts offsets of one text between UTF-16 units and Unicode code points: O(n) once, O(log n) a question, and
 * no memory where the text has no character above U+FFFF. An unpaired surrogate is one code point.
 */
export class CodePoints {
  /** Length of the text in code points. */
  readonly length: number
  /** Offsets of the second unit of every surrogate pair, in order. */
  private readonly pairs: readonly number[]

  constructor(text: string) {
    const pairs: number[] = []
    for (const match of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) pairs.push(match.index + 1)
    this.pairs = pairs
    this.length = text.length - pairs.length
  }

  /** Code points before the UTF-16 offset `unit`. An offset inside a pair counts the pair's character. */
  at(unit: number): number {
    return unit - lowerBound(this.pairs, unit)
  }

  /** UTF-16 offset of the code point offset `point`: the inverse of `at`. */
  unit(point: number): number {
    let low = 0
    let high = this.pairs.length
    while (low < high) {
      const middle = (low + high) >> 1
      // The pair number `middle` is the code point at pairs[middle] - 1 - middle.
      if (this.pairs[middle]! - 1 - middle < point) low = middle + 1
      else high = middle
    }
    return point + low
  }
}

/** How many of the sorted numbers are below the bound. */
function lowerBound(sorted: readonly number[], bound: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < bound) low = middle + 1
    else high = middle
  }
  return low
}
