import type { DatasetRows } from '../../schemas/dataset.ts'
import { csvFile } from './csv.ts'
import { dataPackage, type Maker, type WrittenFile } from './data-package.ts'
import { jsonFile } from './json.ts'
import type { Table } from './tables.ts'
import { tables } from './tables.ts'
import { validate } from './validate.ts'

/** Writes one file from its pieces. `publish` gives it. */
export type WriteFile = (path: string, pieces: Iterable<string>) => Promise<WrittenFile>

/** The formats of a table, each with the ending of its file. Another one is a line here. */
const formats: readonly (readonly [string, (table: Table, rows: Iterable<object>) => Iterable<string>])[] = [
  ['csv', csvFile],
  ['json', jsonFile],
]

/**
 * Writes every table in every format, and datapackage.json last. The rows are validated first: throws an Error naming table,
 * row and field before any file is written.
 */
export const writeDataset = async (dataset: DatasetRows, maker: Maker, write: WriteFile): Promise<void> => {
  validate(dataset)
  const written: WrittenFile[] = []
  for (const [ending, file] of formats)
    for (const table of tables) written.push(await write(`${table.name}.${ending}`, file(table, dataset[table.name])))
  await write('datapackage.json', [dataPackage(written, maker)])
}
