import type { TableCell } from '../../schemas/passage.ts'
import type { Block, Grid, GridPlace } from './block.ts'
import type { Written } from './written.ts'

interface Cell {
  readonly index: number
  readonly place: GridPlace
  readonly text: string
}

/** A cell under more header rows than this is in no table that people read; the bound keeps hostile tables linear. */
const MOST_HEADERS = 8
const NONE: readonly number[] = []

/**
 * For each cell the indexes of its header cells and of its caption. Headers that the source marks are taken as marked
 * (`<th>`, the first row of a Markdown table); elsewhere they are judged by shape: a first row of words and years over
 * numbers, and the words at the left of a row.
 */
export function readHeaders(
  written: readonly Written[],
  indexOf: ReadonlyMap<Block, number>,
): ReadonlyMap<number, TableCell> {
  const grids = new Map<Grid, Cell[]>()
  written.forEach(({ block, text }, index) => {
    if (block.place === null) return
    const cell = { index, place: block.place, text }
    const cells = grids.get(block.place.grid)
    if (cells) cells.push(cell)
    else grids.set(block.place.grid, [cell])
  })
  const found = new Map<number, TableCell>()
  for (const [grid, cells] of grids) {
    const caption = grid.caption === null ? null : (indexOf.get(grid.caption) ?? null)
    for (const [index, cell] of readGrid(cells, grid.number, caption)) found.set(index, cell)
  }
  return found
}

function* readGrid(cells: readonly Cell[], table: number, caption: number | null): Iterable<[number, TableCell]> {
  const inFirstRow = headsColumns(cells)
  const ordinals = isOrdinal(cells)
  const above = new Map<number, number[]>()
  let reaching: Cell[] = []
  const rows = rowsOf(cells)
  const isYearsBelow = hasYearsBelow(rows, inFirstRow)
  for (const row of rows) {
    const headings: Cell[] = []
    const labels = labelsOf(row, ordinals)
    // A label that spans rows ("South" over three provinces) reaches down from the row where it stands.
    reaching = reaching.filter(({ place }) => place.row + place.rows > row[0]!.place.row).slice(-MOST_HEADERS)
    const left = reaching.map((cell) => cell.index)
    for (const cell of row) {
      const { place } = cell
      const overColumns =
        place.header === 'column' ||
        (place.header === null && place.row === 0 && inFirstRow) ||
        (place.row === 1 && isYearsBelow)
      const overRow = !overColumns && labels.has(cell)
      const columnHeaders = headersOver(place, above)
      const rowHeaders = left.length === 0 ? NONE : left.slice(-MOST_HEADERS)
      if (overColumns) headings.push(cell)
      if (overRow) left.push(cell.index)
      if (overRow && place.rows > 1) reaching.push(cell)
      yield [
        cell.index,
        {
          table,
          row: place.row,
          column: place.column,
          header: overColumns || overRow,
          rowHeaders: overColumns ? NONE : rowHeaders,
          columnHeaders,
          caption,
        },
      ]
    }
    for (const [at, { index, place }] of headings.entries()) {
      const next = place.row === 0 && isYearsBelow ? (headings[at + 1]?.place.column ?? widthOf(cells)) : 0
      const gap = place.column === 0 ? 0 : Math.max(0, next - place.column - place.columns)
      for (const column of columnsOf({ ...place, columns: place.columns + gap }))
        above.set(column, [...(above.get(column) ?? []), index].slice(-MOST_HEADERS))
    }
  }
}

const widthOf = (cells: readonly Cell[]): number => Math.max(...cells.map(({ place }) => place.column + place.columns))

/** "| Country | Recipients | | Spending | |" over "| | 2022 | 2023 | 2022 | 2023 |": years under headings that reach over the empty cells beside them. */
function hasYearsBelow(rows: readonly (readonly Cell[])[], inFirstRow: boolean): boolean {
  const [first, second] = rows
  if (first === undefined || second === undefined || rows.length < 3 || second.length < 2) return false
  const isHeader = first.every(
    ({ place }) => place.row === 0 && (place.header === 'column' || (place.header === null && inFirstRow)),
  )
  return (
    isHeader &&
    second.every(
      ({ place, text }) =>
        place.row === 1 && place.column > 0 && place.header === null && /^(?:19|20)\d\d$/u.test(text),
    )
  )
}

function rowsOf(cells: readonly Cell[]): Cell[][] {
  const rows = new Map<number, Cell[]>()
  for (const cell of cells) {
    const row = rows.get(cell.place.row)
    if (row) row.push(cell)
    else rows.set(cell.place.row, [cell])
  }
  return [...rows.values()]
}

function headersOver(place: GridPlace, above: ReadonlyMap<number, readonly number[]>): readonly number[] {
  if (place.columns === 1) return above.get(place.column) ?? NONE
  return [...new Set(columnsOf(place).flatMap((column) => above.get(column) ?? NONE))]
}

function columnsOf(place: GridPlace): number[] {
  return Array.from({ length: place.columns }, (_, i) => place.column + i)
}

/** The cells of a row that say what the row is: those marked, else the words before its first number. */
function labelsOf(row: readonly Cell[], ordinals: boolean): ReadonlySet<Cell> {
  const marked = row.filter((cell) => cell.place.header === 'row')
  if (marked.length > 0) return new Set(marked)
  const labels = new Set<Cell>()
  for (const cell of row) {
    if (cell.place.header === 'column') continue
    const first = cell.place.column === 0
    if (isNumeric(cell.text) && !(first && (ordinals || isYear(cell.text)))) return labels
    labels.add(cell)
  }
  // A row of words alone: only its first cell can be its label.
  return new Set(row.filter((cell) => cell.place.column === 0))
}

/** Whether the first row heads the columns: words or years, with a number somewhere below. */
function headsColumns(cells: readonly Cell[]): boolean {
  const first = cells.filter((cell) => cell.place.row === 0)
  return (
    first.every((cell) => !isNumeric(cell.text) || isYear(cell.text)) &&
    cells.some((cell) => cell.place.row > 0 && isNumeric(cell.text))
  )
}

/** Whether the first column only counts the rows: 1, 2, 3 ... */
function isOrdinal(cells: readonly Cell[]): boolean {
  const numbers = cells.filter((cell) => cell.place.column === 0 && /^\d{1,3}\.?$/u.test(cell.text))
  return numbers.length > 1 && numbers.every((cell, i) => Number.parseInt(cell.text, 10) === i + 1)
}

/** A number, with the sign or letters of a currency before it and a short unit after it: "91 %", "US$2.41", "Rp 5,396,761". */
function isNumeric(text: string): boolean {
  return /^[^\p{L}\p{N}\p{Sc}]{0,3}(?:\p{L}{0,4}\p{Sc}\s?|\p{L}{1,4}[\s.]?\s?(?=\p{Nd}{3}|\p{Nd}{1,3}[.,]\p{Nd}))?\p{Nd}[\p{Nd}.,\s]*(?:[%\p{L}][^\p{Nd}]{0,14})?$/u.test(
    text,
  )
}

/** "2021", "2021-2025", "6 months 2022": a header, though it has digits. */
function isYear(text: string): boolean {
  return /(?<!\p{Nd}[.,]?)(?:19|20)\d\d(?![.,]?\p{Nd})/u.test(text) && !/[%$€£]/u.test(text)
}
