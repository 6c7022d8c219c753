import type { Block, Grid } from './block.ts'
import { blockOf } from './block.ts'
import { inlinePieces } from './entities.ts'
import type { Line } from './lines.ts'

/** More columns than this is no table that people read. */
const MOST_COLUMNS = 200

/**
 * How many of the lines from `first` on are rows of a table in plain text: at least two lines in a row that hold tabs,
 * or pipes, and as many cells as the line before or one more or less. 0 where no table begins.
 */
export function tableLength(lines: readonly Line[], first: number): number {
  const sign = separatorOf(lines[first]!.text)
  if (sign === null) return 0
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
  const cells: Block[] = []
  let row = 0
  for (const [index, line] of lines.entries()) {
    if (index === ruler) continue
    let start = line.start
    let column = 0
    // A leading pipe is the frame, not an empty cell.
    const words = sign === '|' && line.text.startsWith('|') ? line.text.slice(1) : line.text
    start += line.text.length - words.length
    for (const cell of words.split(sign, MOST_COLUMNS)) {
      const header = ruler > 0 && index < ruler ? 'column' : null
      const block = blockOf('cell', inlinePieces(source, start, start + cell.length), cell.trim(), group)
      block.place = { grid, row, column, rows: 1, columns: 1, header }
      cells.push(block)
      start += cell.length + 1
      column++
    }
    row++
  }
  return cells
}

function separatorOf(text: string): '\t' | '|' | null {
  if (text.includes('\t')) return '\t'
  return text.includes('|') ? '|' : null
}
