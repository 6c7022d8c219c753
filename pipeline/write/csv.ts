import { stringify } from 'csv-stringify/sync'
import { type Column, columnsOf } from './columns.ts'
import { jsonWriter } from './json.ts'
import type { Table } from './tables.ts'

/** Rows turned into text at a time: enough to be fast, little enough that no file stands in memory whole. */
const batch = 500

/** A list joined by ";". A ";" inside an item is written %3B, since the format has no escape of its own. */
const joined = (items: readonly string[]): string => items.map((item) => item.replaceAll(';', '%3B')).join(';')

const cellOf = (column: Column): ((row: object) => string) => {
  const write = column.type === 'list' ? (value: unknown) => joined(value as string[]) : null
  const json = column.type === 'json' ? jsonWriter(column.schema) : null
  return (row) => {
    let value: unknown = row
    for (const key of column.path) value = (value as Readonly<Record<string, unknown>> | null | undefined)?.[key]
    if (value === null || value === undefined) return ''
    return write ? write(value) : json ? json(value) : String(value)
  }
}

// A lone CR must be quoted too; csv-stringify by itself looks for the line end that it writes.
const quoting = { record_delimiter: 'unix', quoted_match: /\r/u } as const

/** The header line of a table as CSV, and its rows one by one, each with its line end: the file is these in order. */
export const csvRecords = (table: Table): { header: string; record: (row: object) => string } => {
  const columns = columnsOf(table)
  const cells = columns.map(cellOf)
  return {
    header: stringify([columns.map((column) => column.name)], quoting),
    record: (row) => stringify([cells.map((cell) => cell(row))], quoting),
  }
}

/**
 * The table as CSV: RFC 4180 with LF, UTF-8 without a mark, a header line, an empty cell for null, true and false in words,
 * decimals as they stand in the record, lists joined by ";", lists of records as JSON text. Yields pieces of the file.
 *
 * It is lossless and meant for machines: text that begins with "=" stays as it is.
 */
export function* csvFile(table: Table, rows: Iterable<object>): Generator<string> {
  const columns = columnsOf(table)
  const cells = columns.map(cellOf)
  const text = (lines: string[][]): string => stringify(lines, quoting)
  yield text([columns.map((column) => column.name)])
  let lines: string[][] = []
  for (const row of rows) {
    lines.push(cells.map((cell) => cell(row)))
    if (lines.length < batch) continue
    yield text(lines)
    lines = []
  }
  if (lines.length > 0) yield text(lines)
}
