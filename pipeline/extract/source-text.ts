import type { Quote } from '../../schemas/claim.ts'
import type { Span } from '../../schemas/span.ts'
import { CodePoints } from '../parse/code-points.ts'

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff

/** A decoded source, asked in UTF-16 units and answering in Unicode code points: quotes, what surrounds them, line and column. */
export class SourceText {
  readonly #text: string
  readonly #points: CodePoints
  readonly #lines: readonly number[]

  constructor(text: string) {
    this.#text = text
    this.#points = new CodePoints(text)
    const lines = [0]
    for (const match of text.matchAll(/\r\n|[\n\r]/gu)) lines.push(match.index + match[0].length)
    this.#lines = lines
  }

  /** Length in code points. */
  get length(): number {
    return this.#points.length
  }

  quote({ start, end }: Span): Quote {
    return { start: this.#points.at(start), end: this.#points.at(end), exact: this.#text.slice(start, end) }
  }

  /** Up to `length` UTF-16 units before `at`, no character cut. */
  before(at: number, length: number): string {
    let from = Math.max(0, at - length)
    if (from < at && isLowSurrogate(this.#text.charCodeAt(from))) from += 1
    return this.#text.slice(from, at)
  }

  after(at: number, length: number): string {
    let to = Math.min(this.#text.length, at + length)
    if (to > at && isLowSurrogate(this.#text.charCodeAt(to))) to -= 1
    return this.#text.slice(at, to)
  }

  /** Line and column of a UTF-16 offset, both from 1; the column counts code points. */
  place(at: number): { line: number; column: number } {
    let low = 0
    let high = this.#lines.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#lines[middle]! <= at) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: this.#points.at(at) - this.#points.at(this.#lines[low]!) + 1 }
  }
}
