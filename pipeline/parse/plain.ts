import type { Block, BlockTree, Grid } from './block.ts'
import { blockOf } from './block.ts'
import { inlinePieces } from './entities.ts'
import { continues, wrapWidth } from './line-wrap.ts'
import { type Line, linesOf } from './lines.ts'
import { type Marker, markersOf, numberedMarkers } from './list-marker.ts'
import { tableCells, tableLength } from './plain-table.ts'

/**
 * Plain text to blocks, in one pass over its lines: blank lines set groups apart; in a group each line is a block of
 * its own, unless the text is hard-wrapped. Lines of tabs, of pipes or of columns that spaces align are a table. What a paragraph is besides (an item,
 * a heading, the title) is told by its shape later, in `structure.ts`.
 */
export function parsePlain(source: string): BlockTree {
  const lines = linesOf(source)
  const marks = numberedMarkers(lines.map(({ text }) => markersOf(text)))
  const width = wrapWidth(lines)
  const blocks: Block[] = []
  let group = 0
  let tables = 0
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]!
    if (line.apart) group++
    const rows = tableLength(lines, at)
    if (rows > 0) {
      const grid: Grid = { number: tables++, caption: null }
      for (const cell of tableCells(source, lines.slice(at, at + rows), grid, group)) blocks.push(cell)
      at += rows
    } else {
      const next = width === null ? at + 1 : lastLine(lines, marks, at, width)
      blocks.push(textBlock(source, lines, at, next, group, marks[at]!))
      at = next
    }
  }
  return { type: 'root', children: blocks, markup: [] }
}

/** The number of the line after the last one that a hard wrap cut off from the line `first`. */
function lastLine(lines: readonly Line[], marks: readonly (readonly Marker[])[], first: number, width: number): number {
  let next = first + 1
  while (next < lines.length && marks[next]!.length === 0 && continues(lines[next - 1]!, lines[next]!, width)) next++
  return next
}

function textBlock(
  source: string,
  lines: readonly Line[],
  from: number,
  to: number,
  group: number,
  marks: readonly Marker[],
): Block {
  const first = lines[from]!
  // "## Results" in a text that is no Markdown else, or too large to be read as such.
  const hashes = /^#{1,6}[ \t]+(?=\S)/u.exec(first.text)?.[0] ?? ''
  const pieces = inlinePieces(source, first.start + hashes.length, first.end)
  let text = first.text.slice(hashes.length)
  for (let i = from + 1; i < to; i++) {
    const line = lines[i]!
    const end = lines[i - 1]!.end
    const gap = line.start - end
    pieces.push(
      { source: end, width: gap, text: gap === 1 ? null : ' ' },
      ...inlinePieces(source, line.start, line.end),
    )
    text += ` ${line.text}`
  }
  const block = blockOf(hashes === '' ? 'paragraph' : 'heading', pieces, text, group)
  block.depth = hashes.trimEnd().length
  block.indent = first.indent
  block.marks = marks
  return block
}
