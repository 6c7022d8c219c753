import type { DatasetRows } from '../../schemas/dataset.ts'
import { type Table, tables } from './tables.ts'

type Row = Readonly<Record<string, unknown>>

const mend = 'this is a fault of Provenum, please report it with the text that caused it; nothing was written'

/** Values of some fields as one string that no other values give. */
const keyOf = (row: Row, fields: readonly string[]): string => JSON.stringify(fields.map((field) => row[field]))

const checkRow = (table: Table, row: Row, index: number): void => {
  const parsed = table.row.safeParse(row)
  if (parsed.success) return
  const issue = parsed.error.issues[0]!
  const key = table.primaryKey.map((field) => String(row[field])).join(', ')
  throw new Error(`${table.name} row ${index} (${key}): ${issue.path.join('.') || 'row'}: ${issue.message}; ${mend}`)
}

/**
 * Holds every row to its schema, primary keys to be there once, and foreign keys to be there at all.
 * Throws an Error that names the table, the row (from 0) and the field: such a dataset must never be written.
 */
export const validate = (dataset: DatasetRows): void => {
  const referred = new Set(tables.flatMap(({ foreignKeys }) => foreignKeys.map(({ table }) => table)))
  const keys = new Map<string, Set<string>>()
  for (const table of tables) {
    const seen = new Set<string>()
    let index = 0
    for (const row of dataset[table.name]) {
      checkRow(table, row as Row, index)
      const key = keyOf(row as Row, table.primaryKey)
      if (seen.has(key)) throw new Error(`${table.name} row ${index}: the key ${key} stands there twice; ${mend}`)
      seen.add(key)
      index += 1
    }
    // Keys that nothing refers to are let go: there are many times more pairs than claims.
    if (referred.has(table.name)) keys.set(table.name, seen)
  }
  for (const table of tables) {
    if (table.foreignKeys.length === 0) continue
    let index = 0
    for (const row of dataset[table.name]) {
      for (const { field, table: to } of table.foreignKeys) {
        const value = (row as Row)[field]
        if (value === null || keys.get(to)!.has(JSON.stringify([value]))) continue
        throw new Error(`${table.name} row ${index}: ${field} ${JSON.stringify(value)} is not in ${to}; ${mend}`)
      }
      index += 1
    }
  }
}
