import type { Block, Grid } from './block.ts'
import { CELLS } from './html-elements.ts'
import { textOf } from './pieces.ts'

/** Spans beyond these are mistakes or attacks. */
const MOST_COLUMNS = 40
const MOST_ROWS = 500
/** A cell with more text or more paragraphs is no cell: the table lays out the page. */
const LONGEST_CELL = 600
const MOST_PARAGRAPHS = 6

interface Cell {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly isHeader: boolean
  readonly scope: string
  readonly inHead: boolean
}

/** A `<table>` while it is read: which blocks stand in which cell. */
export class HtmlTable {
  /** Set where the table cannot be one of data: it says so itself, or another stands in it. */
  isLayout: boolean
  private caption: Block | null = null
  private inCaption = false
  private inHead = false
  private readonly contents = new Map<Block, Cell>()
  private readonly cells: Cell[] = []
  /** For each column the row from which it is free again. */
  private readonly taken: number[] = []
  /** Rows in which some cell is no header. */
  private readonly mixedRows = new Set<number>()
  private row = -1
  private column = 0
  private cell: Cell | null = null

  constructor(attributes: ReadonlyMap<string, string>) {
    this.isLayout = /^(?:presentation|none)$/u.test(attributes.get('role') ?? '')
  }

  /** A row, a cell, a head begins in it. */
  openPart(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === 'tr') this.openRow()
    else if (name === 'thead') this.inHead = true
    else if (CELLS.has(name)) this.openCell(name, attributes)
    else this.inCaption ||= name === 'caption'
  }

  closePart(name: string): void {
    if (name === 'thead') this.inHead = false
    else if (CELLS.has(name)) this.cell = null
    else if (name === 'caption') this.inCaption = false
  }

  private openRow(): void {
    this.row++
    this.column = 0
    this.cell = null
  }

  private openCell(name: string, attributes: ReadonlyMap<string, string>): void {
    if (this.row < 0) this.openRow()
    while ((this.taken[this.column] ?? 0) > this.row) this.column++
    const columns = spanOf(attributes.get('colspan'), MOST_COLUMNS)
    const rows = spanOf(attributes.get('rowspan'), MOST_ROWS)
    for (let i = this.column; i < this.column + columns; i++) this.taken[i] = this.row + rows
    const scope = attributes.get('scope')?.toLowerCase() ?? ''
    this.cell = {
      row: this.row,
      column: this.column,
      rows,
      columns,
      isHeader: name === 'th',
      scope,
      inHead: this.inHead,
    }
    this.cells.push(this.cell)
    if (name === 'td') this.mixedRows.add(this.row)
    this.column += columns
  }

  /** Notes where in the table a block stands. */
  hold(block: Block): void {
    if (this.cell !== null) this.contents.set(block, this.cell)
    else if (this.inCaption) this.caption ??= block
  }

  /**
   * The blocks of the table in their final form: cells with their places, or, where the table only lays out the page,
   * the blocks as they were.
   */
  close(source: string, blocks: readonly Block[], number: number): readonly Block[] {
    if (!this.isData()) {
      if (this.caption !== null && this.caption.type === 'caption') this.caption.type = 'paragraph'
      return blocks
    }
    const grid: Grid = { number, caption: this.caption }
    const isMarked = this.cells.some(({ isHeader, inHead }) => isHeader || inHead)
    const done: Block[] = []
    let last: Cell | undefined
    for (const block of blocks) {
      const cell = this.contents.get(block)
      if (cell !== undefined && cell === last) {
        join(source, done.at(-1)!, block)
        continue
      }
      last = cell
      done.push(block)
      if (cell === undefined) continue
      const { row, column, rows, columns } = cell
      block.type = 'cell'
      block.depth = 0
      block.lead = null
      block.place = { grid, row, column, rows, columns, header: isMarked ? this.headerOf(cell) : null }
    }
    return done
  }

  private headerOf(cell: Cell): 'column' | 'row' | 'none' {
    if (cell.scope.startsWith('row')) return 'row'
    if (cell.inHead || cell.scope.startsWith('col')) return 'column'
    if (!cell.isHeader) return 'none'
    return this.mixedRows.has(cell.row) ? 'row' : 'column'
  }

  private isData(): boolean {
    if (this.isLayout || this.row < 1 || this.taken.length < 2) return false
    const sizes = new Map<Cell, { length: number; blocks: number }>()
    for (const [block, cell] of this.contents) {
      const size = sizes.get(cell) ?? { length: 0, blocks: 0 }
      sizes.set(cell, { length: size.length + block.text.length, blocks: size.blocks + 1 })
    }
    return [...sizes.values()].every(({ length, blocks }) => length <= LONGEST_CELL && blocks <= MOST_PARAGRAPHS)
  }
}

function spanOf(value: string | undefined, most: number): number {
  const span = Number.parseInt(value ?? '1', 10)
  return span > 0 ? Math.min(span, most) : 1
}

/** Two paragraphs of one cell are lines of it. The line end takes two characters of the tag between them. */
function join(source: string, cell: Block, more: Block): void {
  const last = cell.pieces.at(-1)
  if (last !== undefined) cell.pieces.push({ source: last.source + last.width, width: 2, text: '\n' })
  cell.pieces.push(...more.pieces)
  cell.text = textOf(source, cell.pieces)
}
