import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Dataset, DatasetRows } from '../schemas/dataset.ts'
import { foldersOf } from './folders.ts'
import { readDecisions } from './read/decisions-file.ts'
import { writeReport } from './report/write-report.ts'
import type { Shelf } from './shelf.ts'
import { Shelves } from './shelves.ts'
import { sourceTexts } from './source-texts.ts'
import type { Stages } from './stages.ts'
import { UserError } from './user-error.ts'
import { version } from './version.ts'
import { claimRecords } from './write/claim-records.ts'
import { reportFolder } from './write/data-package.ts'
import { lock } from './write/lock.ts'
import { publish, recover, workFolder } from './write/publish.ts'
import { rowsOfTable } from './write/read-table.ts'
import { tables } from './write/tables.ts'

export interface ReportOptions {
  /** Folder of the dataset, as an absolute path. */
  readonly dataset: string
  /** Files, folders and globs in which the documents are looked for. */
  readonly inputs: readonly string[]
  readonly catalog?: string
  /** Folder for the lock, as an absolute path. */
  readonly cache: string
}

/** The tables of a dataset on disk, row by row from one file to another that is read faster: they need not fit into memory. */
const readDataset = async (folder: string, shelves: Shelves): Promise<DatasetRows> => {
  const read: [string, Shelf<object>][] = []
  for (const { name } of tables) {
    const shelf = shelves.shelf<Dataset[typeof name][number]>()
    for await (const row of rowsOfTable(folder, name)) shelf.add(row)
    read.push([name, shelf as Shelf<object>])
  }
  return Object.fromEntries(read) as unknown as DatasetRows
}

/**
 * Writes the report of a dataset on disk anew, and puts it in place by two renames; the tables stay as they are. Gives the number of
 * pages and the documents whose text was not found.
 *
 * Throws UserError where there is no dataset, or the report cannot be written; CatalogError for a wrong catalog.
 */
export const reportOf = async (
  stages: Stages,
  { dataset: folder, inputs, catalog: own, cache }: ReportOptions,
): Promise<{ pages: number; unfound: string[] }> => {
  if (!existsSync(join(folder, 'datapackage.json')))
    throw new UserError(`${folder} holds no dataset (no datapackage.json); name the folder that extract wrote`, 2)
  const { catalog } = await stages.load(own)
  const out = join(folder, reportFolder)
  const release = await lock(cache, folder)
  let shelves: Shelves | null = null
  try {
    await recover(out)
    shelves = new Shelves(await workFolder(out))
    const dataset = await readDataset(folder, shelves)
    const { sources } = await stages.find(inputs)
    const decisions = (await Promise.all((await foldersOf(inputs)).map(readDecisions))).flat()
    let pages = 0
    let unfound: string[] = []
    await publish(out, async (write) => {
      const input = {
        dataset,
        catalog,
        version: version(),
        decisions,
        parse: stages.parse,
        textOf: sourceTexts(sources, stages.read),
        records: claimRecords,
      }
      unfound = await writeReport(input, async (path, pieces) => {
        await write(path, pieces)
        if (path.endsWith('.html')) pages += 1
      })
    })
    return { pages, unfound }
  } finally {
    shelves?.close()
    release()
  }
}
