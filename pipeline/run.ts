import { join, resolve, sep } from 'node:path'
import type { CompiledCatalog } from '../catalog/compile.ts'
import type { Dataset } from '../schemas/dataset.ts'
import type { SourceFacts, SourceList } from '../schemas/document.ts'
import type { DocumentResult } from '../schemas/result.ts'
import { extractSources } from './extract-sources.ts'
import { foldersOf, isFolder } from './folders.ts'
import { readDecisions } from './read/decisions-file.ts'
import type { FoundSource, Unreadable } from './read/found-source.ts'
import { readSourceFacts } from './read/source-facts.ts'
import type { Reconciliation } from './reconcile/reconcile.ts'
import { layOut } from './report/pages.ts'
import { writeReport } from './report/write-report.ts'
import { sourceTexts } from './source-texts.ts'
import type { Stages } from './stages.ts'
import { systemReason, UserError } from './user-error.ts'
import { version } from './version.ts'
import { claimRecords } from './write/claim-records.ts'
import { reportFolder } from './write/data-package.ts'
import { documentRow } from './write/documents.ts'
import { legalDocuments } from './write/legal-documents.ts'
import { lock } from './write/lock.ts'
import { outFolder } from './write/out-folder.ts'
import { publish, recover } from './write/publish.ts'
import { writeDataset } from './write/write-dataset.ts'

export interface RunOptions {
  /** Files, folders and globs. */
  readonly inputs: readonly string[]
  /** Folder for the dataset; it is replaced whole. Without it nothing is written. */
  readonly out?: string
  /** Folder of the user's catalog; without it the one that comes with the package. */
  readonly catalog?: string
  /** Folder for the lock; ".provenum" under the working folder without it. */
  readonly cache?: string
  /** Called after each document. */
  readonly onDone?: (done: number, all: number) => void
}

export interface RunResult {
  readonly dataset: Dataset
  /** Documents that gave nothing, with the reason. */
  readonly unreadable: readonly Unreadable[]
  /** What the catalog's author should know. */
  readonly warnings: readonly string[]
  /** Where the dataset was put; null where nothing was: no `out`, or no document could be read. */
  readonly out: string | null
}

/** Paths of the documents that stand in none of the folders that were given. */
const loose = (sources: readonly FoundSource[], folders: readonly string[]): string[] => {
  const inside = folders.map((folder) => join(resolve(folder), sep))
  return sources.map(({ absolute }) => absolute).filter((path) => !inside.some((folder) => path.startsWith(folder)))
}

/** Facts of the documents by name, from the sources.yaml of every folder that was given. */
const factsOf = async (
  folders: readonly string[],
  sources: readonly FoundSource[],
  catalog: CompiledCatalog,
): Promise<SourceList> => {
  const authorities = new Set(catalog.catalog.authorities.keys())
  const byPath = new Map<string, SourceFacts>()
  for (const folder of folders)
    for (const [path, facts] of await readSourceFacts(folder, authorities)) byPath.set(path, facts)
  const known = sources.flatMap(({ name, absolute }) => {
    const facts = byPath.get(absolute)
    return facts ? [[name, facts] as const] : []
  })
  return Object.fromEntries(known)
}

/** All tables from the documents' results and what reconciling made of them. Claims stand by document and in reading order. */
const datasetOf = (
  results: readonly DocumentResult[],
  facts: SourceList,
  { placements, sources, observations, ...tables }: Reconciliation,
): Dataset => {
  const claims = results.flatMap((each) => each.claims.map((claim) => ({ ...claim, ...placements.get(claim.id)! })))
  const documents = results.map((each) => documentRow(each, facts[each.document], sources.get(each.document)!))
  const { ofClaim, ofObservation } = layOut({ claims, documents, observations, checks: tables.checks })
  const page = (path: string): string => `${reportFolder}/${path}`
  return {
    claims: claims.map((claim) => ({ ...claim, page: page(ofClaim.get(claim.id)!) })),
    observations: observations.map((row) => ({ ...row, page: page(ofObservation.get(row.id)!) })),
    ...tables,
    documents,
    legal_documents: legalDocuments(results),
    unclaimed: results.flatMap(({ unclaimed }) => unclaimed),
  }
}

/**
 * Everything in order: find, read, extract, reconcile, write. The dataset is a function of the documents' bytes and names, sources.yaml, decisions.jsonl, the
 * catalog and the version; see `stages.ts` for what each stage takes and gives.
 *
 * Throws UserError where nothing is found, or `out` is refused or cannot be written; CatalogError for a wrong catalog. A document that cannot
 * be read is no error: it stands in `unreadable`. Where none could be read, nothing is written, so that no dataset is lost to a wrong path.
 */
export const runWith = async (stages: Stages, options: RunOptions): Promise<RunResult> => {
  if (options.catalog !== undefined && !(await isFolder(options.catalog)))
    throw new UserError(`--catalog ${options.catalog}: no such folder; name a folder with a catalog.yaml`, 2)
  const catalog = await stages.load(options.catalog)
  const { sources, problems } = await stages.find(options.inputs)
  if (sources.length + problems.length === 0)
    throw new UserError(
      `no documents found in ${options.inputs.join(', ')}; name files, or folders with .txt, .md or .html files`,
    )
  const folders = await foldersOf(options.inputs)

  const cache = resolve(options.cache ?? '.provenum')
  const out =
    options.out === undefined ? null : await outFolder(options.out, [...folders, ...loose(sources, folders)], cache)
  const release = out === null ? () => {} : await lock(cache, out)
  try {
    if (out !== null) await recover(out)
    const facts = await factsOf(folders, sources, catalog)
    const decisions = (await Promise.all(folders.map(readDecisions))).flat()
    const extracted = await extractSources(sources, catalog, stages, options.onDone)
    const { results } = extracted
    const reconciled = stages.reconcile(results, facts, catalog, decisions)
    const dataset = datasetOf(results, facts, reconciled)
    const textOf = sourceTexts(sources, stages.read)
    const isWritten = out !== null && results.length > 0
    if (isWritten) {
      const maker = { version: version(), catalog: { id: catalog.catalog.id, sha256: catalog.catalog.sha256 } }
      await publish(out, async (write) => {
        await writeDataset(dataset, maker, write)
        const report = {
          dataset,
          catalog: catalog.catalog,
          version: maker.version,
          decisions,
          parse: stages.parse,
          textOf,
          records: claimRecords,
        }
        await writeReport(report, (path, pieces) => write(`${reportFolder}/${path}`, pieces))
      })
    }
    return {
      dataset,
      unreadable: [...problems, ...extracted.problems],
      warnings: catalog.catalog.warnings,
      out: isWritten ? out : null,
    }
  } catch (error) {
    // Errors of the disk come as they are from the stages that read; say them in words.
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error
    const { path } = error as NodeJS.ErrnoException
    throw new UserError(`${path === undefined ? '' : `${path}: `}${systemReason(error)}`)
  } finally {
    release()
  }
}
