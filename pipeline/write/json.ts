import type { z } from 'zod'
import { fieldsOf, isDecimal, rowSchema, withoutNull } from './columns.ts'
import type { Table } from './tables.ts'

type Json = z.core.JSONSchema.BaseSchema
type Write = (value: unknown) => string

/** "16547000" is written 16547000: the digits of the record, so that no float comes between. */
const decimal: Write = (value) => {
  if (typeof value === 'string' && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/u.test(value)) return value
  throw new Error(
    `${JSON.stringify(value)} is no number in decimal digits; a value must have no leading zero and no exponent`,
  )
}

/**
 * A writer of JSON for values of a schema: fields in the order of the schema, those that are undefined left out,
 * Decimal strings as number literals digit for digit, all else as JSON.stringify has it.
 */
export const jsonWriter = (schema: Json): Write => {
  const { schema: bare, nullable } = withoutNull(schema)
  if (nullable) {
    const write = jsonWriter(bare)
    return (value) => (value === null ? 'null' : write(value))
  }
  if (isDecimal(bare)) return decimal
  if (bare.type === 'array') {
    const write = jsonWriter(bare.items as Json)
    return (value) => `[${(value as readonly unknown[]).map(write).join(',')}]`
  }
  const fields = fieldsOf(bare)?.map(([key, field]) => [key, `${JSON.stringify(key)}:`, jsonWriter(field)] as const)
  if (!fields) return (value) => JSON.stringify(value)
  return (value) => {
    const record = value as Readonly<Record<string, unknown>>
    const written = fields.flatMap(([key, name, write]) =>
      record[key] === undefined ? [] : [name + write(record[key])],
    )
    return `{${written.join(',')}}`
  }
}

/** The table as JSON: one array, one row a line, so that two datasets can be compared line by line. Yields pieces of the file. */
export function* jsonFile(table: Table, rows: Iterable<object>): Generator<string> {
  const write = jsonWriter(rowSchema(table))
  let before = '[\n'
  for (const row of rows) {
    yield before + write(row)
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}
