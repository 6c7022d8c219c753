import type { Block, Grid } from './block.ts'
import { blockOf } from './block.ts'
import { inlinePieces } from './entities.ts'
import type { Line } from './lines.ts'

/** More columns than this is no table that people read. */
const MOST_COLUMNS = 200

type Separator = '\t' | '|' | 'spaces'

/** A cell's text and where it begins in its line. */
interface Cell {
  readonly start: number
  readonly text: string
}

/**
 * How many of the lines from `first` on are rows of a table in plain text: at least two lines in a row that hold tabs,
 * or pipes, and as many cells as the line before or one more or less; or columns that spaces align. 0 where no table begins.
 */
export function tableLength(lines: readonly Line[], first: number): number {
  const sign = separatorOf(lines[first]!.text)
  if (sign === null) return 0
  if (sign === 'spaces') return alignedLength(lines, first)
  let count = 0
  let columns = 0
  for (let i = first; i < lines.length; i++) {
    const line = lines[i]!
    if (i > first && line.apart) break
    const cells = line.text.split(sign, MOST_COLUMNS).length
    if (cells < 2 || (count > 0 && Math.abs(cells - columns) > 1)) break
    columns = cells
    count++
  }
  return count > 1 ? count : 0
}

/** The cells of a table's lines, row by row. A line of dashes ("|---|---|") marks the row above it as header. */
export function tableCells(source: string, lines: readonly Line[], grid: Grid, group: number): Block[] {
  const sign = separatorOf(lines[0]!.text) ?? '\t'
  const ruler = lines.findIndex(({ text }) => /^[\s|:+=-]+$/u.test(text))
  const blocks: Block[] = []
  let row = 0
  for (const [index, line] of lines.entries()) {
    if (index === ruler) continue
    for (const [column, { start, text }] of cellsOf(line.text, sign).entries()) {
      const header = ruler > 0 && index < ruler ? 'column' : null
      const at = line.start + start
      const block = blockOf('cell', inlinePieces(source, at, at + text.length), text.trim(), group)
      block.place = { grid, row, column, rows: 1, columns: 1, header }
      blocks.push(block)
    }
    row++
  }
  return blocks
}

function separatorOf(text: string): Separator | null {
  if (text.includes('\t')) return '\t'
  if (text.includes('|')) return '|'
  return text.includes(GAP) ? 'spaces' : null
}

/** Spaces between two columns at least. */
const GAP = '   '

/**
 * "Type of claim    July–September 2023    July–September 2024 / Old age    9,812    10,447": a row of names and at least two rows whose
 * cells after the first are figures, all with as many cells. Spaces in a line of words alone align nothing.
 */
function alignedLength(lines: readonly Line[], first: number): number {
  const columns = cellsOf(lines[first]!.text, 'spaces').length
  if (columns < 2 || columns > MOST_COLUMNS) return 0
  let next = first + 1
  while (next < lines.length && !lines[next]!.apart && isRow(lines[next]!.text, columns)) next++
  return next - first > 2 ? next - first : 0
}

/** A figure alone in its cell, with signs and a unit of a word, or a mark for none: "10,447", "(3.2%)", "VND 812 bn", "–", "n/a". */
const FIGURE =
  /^[(+−–-]?\s?(?:\p{L}{1,4}\s?)?\p{Sc}?\s?\p{Nd}[\p{Nd}.,\u00a0 ]*(?:\s?[%\p{L}]{1,10})?\)?$|^(?:[–—−.-]{1,3}|\p{L}\/\p{L})$/u

/** Whether a line has so many cells, of which those after the first are figures. */
function isRow(text: string, columns: number): boolean {
  if (!text.includes(GAP)) return false
  const cells = cellsOf(text, 'spaces')
  return cells.length === columns && cells.slice(1).every((cell) => FIGURE.test(cell.text))
}

function cellsOf(text: string, sign: Separator): readonly Cell[] {
  const cells: Cell[] = []
  if (sign === 'spaces') {
    let start = 0
    for (const gap of text.matchAll(/ {3,}/gu)) {
      cells.push({ start, text: text.slice(start, gap.index) })
      start = gap.index + gap[0].length
    }
    cells.push({ start, text: text.slice(start) })
    return cells
  }
  // A leading pipe is the frame, not an empty cell.
  const words = sign === '|' && text.startsWith('|') ? text.slice(1) : text
  let start = text.length - words.length
  for (const cell of words.split(sign, MOST_COLUMNS)) {
    cells.push({ start, text: cell })
    start += cell.length + 1
  }
  return cells
}
