import type { Piece } from './block.ts'
import { wordsOf } from './pieces.ts'

/**
 * Gathers the text of one block of a page as a browser shows it: runs of white space are one space, `<br>` ends a line,
 * an entity is its character. Every character knows its stretch of the source.
 */
export class HtmlText {
  private pieces: Piece[] = []
  /** For each `<br>` so far the number of pieces before it. */
  private breaks: number[] = []
  private mark: { readonly sign: string; readonly source: number; readonly width: number } | null = null
  private readonly source: string

  constructor(source: string) {
    this.source = source
  }

  add(start: number, end: number): void {
    this.openMark(this.source.slice(start, start + 2))
    let at = start
    if (this.endsWithSpace()) while (at < end && /[ \t\n\r\f]/u.test(this.source[at]!)) at++
    const words = this.source.slice(at, end)
    const from = at
    for (const run of words.matchAll(/[ \t\n\r\f]{2,}/gu)) {
      if (from + run.index > at) this.pieces.push({ source: at, width: from + run.index - at, text: null })
      this.pieces.push({ source: from + run.index, width: run[0].length, text: ' ' })
      at = from + run.index + run[0].length
    }
    if (at < end) this.pieces.push({ source: at, width: end - at, text: null })
  }

  /** Text whose lines count, as in `<pre>`. */
  addLines(start: number, end: number): void {
    let at = start
    for (const line of this.source.slice(start, end).matchAll(/\r\n|[\n\r]/gu)) {
      const ends = start + line.index
      if (ends > at) this.pieces.push({ source: at, width: ends - at, text: null })
      this.addBreak(ends, ends + line[0].length)
      at = ends + line[0].length
    }
    if (at < end) this.pieces.push({ source: at, width: end - at, text: null })
  }

  /** An entity. One that stands for two characters comes twice, with the same end. */
  addEntity(character: string, start: number, end: number): void {
    const last = this.pieces.at(-1)
    if (last?.source === start && last.text !== null) {
      this.pieces[this.pieces.length - 1] = { ...last, text: last.text + character }
      return
    }
    this.openMark(character)
    this.pieces.push({ source: start, width: end - start, text: character })
  }

  addBreak(start: number, end: number): void {
    this.breaks.push(this.pieces.length)
    this.pieces.push({ source: start, width: end - start, text: '\n' })
  }

  /** Raised or lowered text begins: "16.5<sup>2</sup>" is 16.5 with a note, and reads "16.5^2". */
  raise(sign: string, start: number, end: number): void {
    this.mark = { sign, source: start, width: end - start }
  }

  /** Whether nothing but white space and a `<br>` was added last. */
  endsWithBreak(): boolean {
    const last = this.breaks.at(-1)
    return last !== undefined && this.pieces.slice(last + 1).every((piece) => wordsOf(this.source, piece).trim() === '')
  }

  /** What was gathered, cut at each `<br>`, and a new start. */
  take(): { lines: Piece[][]; joined: Piece[] } {
    const { pieces, breaks } = this
    this.pieces = []
    this.breaks = []
    this.mark = null
    const lines = [...breaks, pieces.length].map((end, i) => pieces.slice(i === 0 ? 0 : breaks[i - 1]! + 1, end))
    return { lines, joined: pieces }
  }

  private endsWithSpace(): boolean {
    const last = this.pieces.at(-1)
    return last === undefined || /[ \t\n\r\f]$/u.test(wordsOf(this.source, last).slice(-1))
  }

  /** A digit right behind a digit or a stop would become part of a number that nobody wrote. */
  private openMark(next: string): void {
    if (this.mark === null || next.trim() === '') return
    const last = this.pieces.at(-1)
    const before = last === undefined ? ' ' : wordsOf(this.source, last).slice(-1)
    if (/^\p{Nd}/u.test(next) && !/[\p{L}\s]/u.test(before)) {
      this.pieces.push({ source: this.mark.source, width: this.mark.width, text: this.mark.sign })
    }
    this.mark = null
  }
}
