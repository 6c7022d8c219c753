import { z } from 'zod'
import type { Table } from './tables.ts'

type Json = z.core.JSONSchema.BaseSchema

/** What a cell of a CSV file holds. `list` is strings joined by ";", `json` is JSON text (a list of records). */
export type CellType = 'string' | 'number' | 'integer' | 'boolean' | 'list' | 'json'

/** One column of a table as CSV: where its value stands in the row, and how the data package types it. */
export interface Column {
  readonly name: string
  /** Keys from the row to the value: ['selector', 'start']. */
  readonly path: readonly string[]
  readonly type: CellType
  readonly description: string
  readonly nullable: boolean
  readonly enum: readonly string[] | null
  readonly pattern: string | null
  readonly minimum: number | null
  /** Schema of the value, for writing `json` cells. */
  readonly schema: Json
}

/** The JSON Schema of a row, with Decimal as a reference (`isDecimal`). The one view of zod that the writers use. */
export const rowSchema = (table: Table): Json => z.toJSONSchema(table.row) as Json

export const isDecimal = (schema: Json): boolean => schema.$ref === '#/$defs/Decimal'

/** A schema without its null. */
export const withoutNull = (schema: Json): { schema: Json; nullable: boolean } => {
  if (schema.anyOf) {
    const rest = schema.anyOf.filter((each) => (each as Json).type !== 'null') as Json[]
    if (rest.length === 1 && rest.length < schema.anyOf.length) return { schema: rest[0]!, nullable: true }
  }
  const types: unknown = schema.type
  if (Array.isArray(types) && types.includes('null')) {
    const rest = types.filter((each) => each !== 'null')
    return { schema: { ...schema, type: rest[0] } as Json, nullable: true }
  }
  return { schema, nullable: false }
}

/** Fields of an object in their order; of a record with a closed set of keys likewise, each optional. */
export const fieldsOf = (schema: Json): readonly (readonly [string, Json])[] | null => {
  if (schema.properties) return Object.entries(schema.properties) as [string, Json][]
  const keys = (schema.propertyNames as Json | undefined)?.enum
  return keys ? keys.map((key) => [String(key), schema.additionalProperties as Json] as const) : null
}

const cellType = (schema: Json, path: readonly string[]): CellType => {
  if (isDecimal(schema)) return 'number'
  if (schema.type === 'array') return (schema.items as Json).type === 'string' ? 'list' : 'json'
  if (schema.type === 'string' || schema.type === 'integer' || schema.type === 'boolean') return schema.type
  throw new Error(`no CSV cell for ${path.join('.')}: write its type into pipeline/write/columns.ts`)
}

const leaves = (schema: Json, path: readonly string[], optional: boolean, about: string): Omit<Column, 'name'>[] => {
  const { schema: bare, nullable } = withoutNull(schema)
  const described = schema.description ?? bare.description ?? ''
  const fields = fieldsOf(bare)
  if (fields) {
    const isRecord = !bare.properties
    const whose = described === '' ? about : `${described}: `
    return fields.flatMap(([key, field]) =>
      leaves(field, [...path, key], optional || nullable || isRecord, isRecord ? `Of ${key}: ` : whose),
    )
  }
  return [
    {
      path,
      type: cellType(bare, path),
      description: about + described,
      nullable: optional || nullable,
      enum: (bare.enum as readonly string[] | undefined) ?? null,
      pattern: bare.pattern ?? null,
      minimum: bare.minimum !== undefined && bare.minimum > Number.MIN_SAFE_INTEGER ? bare.minimum : null,
      schema: bare,
    },
  ]
}

/** The columns of a table's CSV in their order: nested records laid out flat, those of `table.tail` at the end. */
export const columnsOf = (table: Table): readonly Column[] => {
  const all = leaves(rowSchema(table), [], false, '').map((leaf) => ({ ...leaf, name: table.csvName(leaf.path) }))
  const isTail = (column: Column): boolean => table.tail.includes(column.path[0]!)
  return [...all.filter((column) => !isTail(column)), ...all.filter(isTail)]
}
