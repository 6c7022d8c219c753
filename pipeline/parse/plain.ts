import type { Block, BlockTree, Grid, Piece } from './block.ts'
import { blockOf } from './block.ts'
import { inlinePieces } from './entities.ts'
import { markFurniture, type Placed } from './furniture.ts'
import { looksLikeCaption, looksLikeDateline, looksLikeHeading, looksLikeTitle } from './headline.ts'
import { continues, endsWithColon, endsWithStop, wrapWidth } from './line-wrap.ts'
import { type Line, linesOf } from './lines.ts'
import { type Marker, markersOf, numberedMarkers } from './list-marker.ts'
import { ListNesting } from './list-nesting.ts'
import { tableCells, tableLength } from './plain-table.ts'

/** What a caller knows of a language and the parser does not. */
export interface ParseOptions {
  /** Whether a short line at the head or foot of a page is no part of the article ("45 views", "Share"). */
  readonly furniture?: (line: string) => boolean
}

/**
 * Plain text to blocks, in one pass over its lines: blank lines set groups apart; in a group each line is a paragraph of
 * its own, unless the text is hard-wrapped; marked lines are list items, lines of tabs or pipes a table. The first line
 * is the title if it looks like one, and short lines alone before a text are headings.
 */
export function parsePlain(source: string, options: ParseOptions = {}): BlockTree {
  const lines = linesOf(source)
  const page = new PlainPage(source, lines)
  for (let at = 0; at < lines.length; ) at = page.read(at)
  page.nameTitle()
  markFurniture(page.placed, options.furniture ?? (() => false))
  page.nameHeadings()
  return { type: 'root', children: page.placed.map(({ block }) => block), markup: page.markup }
}

class PlainPage {
  readonly placed: Placed[] = []
  readonly markup: BlockTree['markup'] = []
  private readonly source: string
  private readonly lines: readonly Line[]
  private readonly marks: readonly (readonly Marker[])[]
  private readonly width: number | null
  private readonly lists = new ListNesting()
  private group = 0
  private tables = 0

  constructor(source: string, lines: readonly Line[]) {
    this.source = source
    this.lines = lines
    this.width = wrapWidth(lines)
    this.marks = numberedMarkers(lines.map(({ text }) => markersOf(text)))
  }

  /** Reads what begins at a line, and gives the number of the line after it. */
  read(at: number): number {
    const line = this.lines[at]!
    if (line.apart) this.group++
    const rows = tableLength(this.lines, at)
    if (rows > 0) return this.readTable(at, rows)
    const marks = this.marks[at]!
    const heading = /^#{1,6}[ \t]+(?=\S)/u.exec(line.text)?.[0]
    if (heading !== undefined) return this.readHashHeading(line, heading, at)
    return marks.length > 0 ? this.readItem(line, marks, at) : this.readParagraph(line, at)
  }

  private readParagraph(line: Line, at: number): number {
    const { pieces, next } = this.readOn(inlinePieces(this.source, line.start, line.end), at)
    const block = blockOf('paragraph', pieces)
    // The text under "(1) General objectives" is led by it.
    const item = this.lists.open()
    if (item !== null && line.apart && looksLikeHeading(this.placed.at(-1)?.text ?? '.')) block.lead = item
    this.add(block, at, next)
    this.lists.interrupt()
    return next
  }

  private readItem(line: Line, marks: readonly Marker[], at: number): number {
    const start = line.start + marks[0]!.length
    const { pieces, next } = this.readOn(inlinePieces(this.source, start, line.end), at)
    const block = blockOf('item', pieces)
    this.lists.place(block, marks, line.indent, this.placed.at(-1) ?? null)
    this.markup.push({ start: line.start, end: start, reason: 'list_marker' })
    this.add(block, at, next)
    return next
  }

  /** "## Results" in a text that is else no Markdown, or too large to be read as such. */
  private readHashHeading(line: Line, hashes: string, at: number): number {
    this.lists.end()
    const block = blockOf(
      'heading',
      inlinePieces(this.source, line.start + hashes.length, line.end),
      hashes.trim().length,
    )
    this.add(block, at, at + 1)
    return at + 1
  }

  private readTable(at: number, rows: number): number {
    this.lists.end()
    const grid: Grid = { number: this.tables++, caption: null }
    const above = this.placed.at(-1)
    if (above?.block.type === 'paragraph') this.announce(grid, above)
    const lead = above && above.block !== grid.caption && endsWithColon(above.text) ? above.block : null
    for (const cell of tableCells(this.source, this.lines.slice(at, at + rows), grid)) {
      cell.lead = lead
      this.placed.push({ block: cell, text: '', group: this.group })
    }
    return at + rows
  }

  private announce(grid: Grid, above: Placed): void {
    if (!looksLikeCaption(above.text)) return
    above.block.type = 'caption'
    grid.caption = above.block
  }

  /** Goes on over the lines that a hard wrap cut off. */
  private readOn(pieces: Piece[], at: number): { pieces: Piece[]; next: number } {
    let next = at + 1
    for (; this.width !== null && next < this.lines.length; next++) {
      const last = this.lines[next - 1]!
      const line = this.lines[next]!
      if (this.marks[next]!.length > 0 || !continues(last, line, this.width)) break
      const gap = line.start - last.end
      pieces.push({ source: last.end, width: gap, text: gap === 1 ? null : ' ' })
      pieces.push(...inlinePieces(this.source, line.start, line.end))
    }
    return { pieces, next }
  }

  private add(block: Block, from: number, to: number): void {
    const first = this.lines[from]!
    const text = to === from + 1 ? first.text : `${first.text} ${this.lines[to - 1]!.text}`
    this.placed.push({ block, text, group: this.group })
  }

  nameTitle(): void {
    const title = this.placed.slice(0, 3).find(({ text }) => !looksLikeDateline(text))
    if (title?.block.type === 'paragraph' && this.placed.length > 1 && looksLikeTitle(title.text))
      title.block.type = 'title'
  }

  /** Names the headings, from the foot upwards: what stands below decides. */
  nameHeadings(): void {
    let below: Placed | null = null
    for (let i = this.placed.length - 1; i > 0; i--) {
      const placed = this.placed[i]!
      const alone = this.placed[i - 1]!.group !== placed.group && this.placed[i + 1]?.group !== placed.group
      if (placed.block.type === 'paragraph' && alone && below && heads(below) && looksLikeHeading(placed.text)) {
        placed.block.type = 'heading'
        placed.block.depth = 2
      }
      below = placed
    }
  }
}

/** Whether a short line above this block can be its heading: a text, a list, a table or a further heading follows. */
function heads({ block, text }: Placed): boolean {
  return (
    block.type === 'heading' ||
    block.type === 'item' ||
    block.type === 'cell' ||
    block.type === 'caption' ||
    endsWithStop(text)
  )
}
