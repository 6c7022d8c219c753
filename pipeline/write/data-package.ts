import { type Column, columnsOf } from './columns.ts'
import { type Table, tables } from './tables.ts'

/** The `name` of every dataset of ours; a folder whose datapackage.json bears it may be replaced. */
export const packageName = 'provenum'

/** Folder of the audit report in every dataset of ours. */
export const reportFolder = 'report'

/** A file of the dataset as it was written. */
export interface WrittenFile {
  readonly path: string
  readonly bytes: number
  /** Hex. */
  readonly sha256: string
}

/** What made the dataset: version of Provenum, and the catalog with its hash. */
export interface Maker {
  readonly version: string
  readonly catalog: { readonly id: string; readonly sha256: string }
}

const present = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined))

/** Types of Table Schema v2; a `list` is split by its delimiter, an `array` is JSON text. */
const typeOf = (column: Column): Record<string, unknown> => {
  if (column.type === 'list') return { type: 'list', delimiter: ';', itemType: 'string' }
  return { type: column.type === 'json' ? 'array' : column.type }
}

const fieldOf = (table: Table, column: Column): Record<string, unknown> => {
  const isKey = table.primaryKey.includes(column.name)
  // An empty text and null are both an empty cell, so that plain text is never "required" but in a key.
  const mayBeEmpty = column.type === 'list' || (column.type === 'string' && !column.enum && !column.pattern)
  const constraints = present({
    required: !column.nullable && (isKey || !mayBeEmpty) ? true : null,
    enum: column.enum,
    pattern: column.type === 'string' ? column.pattern : null,
    minimum: column.minimum,
  })
  return {
    name: column.name,
    ...typeOf(column),
    description: column.description,
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  }
}

/** Table Schema (Data Package v2) of a table's CSV. */
const tableSchema = (table: Table): Record<string, unknown> => ({
  fields: columnsOf(table).map((column) => fieldOf(table, column)),
  primaryKey: table.primaryKey,
  ...(table.foreignKeys.length > 0
    ? {
        foreignKeys: table.foreignKeys.map(({ field, table: to }) => ({
          fields: [field],
          reference: { resource: to, fields: tables.find((each) => each.name === to)!.primaryKey },
        })),
      }
    : {}),
  missingValues: [''],
})

const mediaTypes: Readonly<Record<string, string>> = { csv: 'text/csv', json: 'application/json' }

const resourceOf = (file: WrittenFile): Record<string, unknown> => {
  const [stem, ending] = file.path.split('.') as [string, string]
  const table = tables.find((each) => each.name === stem)
  const isTable = table !== undefined && ending === 'csv'
  return {
    name: isTable ? stem : `${stem}-${ending}`,
    ...(isTable ? { type: 'table' } : {}),
    path: file.path,
    ...(table ? { description: isTable ? table.description : `The rows of ${stem}.csv, nested.` } : {}),
    format: ending,
    ...present({ mediatype: mediaTypes[ending] }),
    encoding: 'utf-8',
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
    ...(isTable ? { schema: tableSchema(table) } : {}),
  }
}

/**
 * The text of datapackage.json (Data Package v2, https://datapackage.org): every file with its size and hash, every CSV
 * with its columns, types and keys, all from the list of tables. No clock: the same files give the same text.
 */
export const dataPackage = (files: readonly WrittenFile[], maker: Maker): string => {
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: packageName,
    title: 'Numeric claims with their sources, reconciled',
    version: maker.version,
    provenum: maker,
    resources: files.map(resourceOf),
  }
  return `${JSON.stringify(descriptor, null, 2)}\n`
}
