import { join, resolve, sep } from 'node:path'
import type { CompiledCatalog } from '../catalog/compile.ts'
import type { Claim, ClaimPlacement, ClaimRow, UnclaimedRow } from '../schemas/claim.ts'
import type { Dataset, DatasetRows } from '../schemas/dataset.ts'
import type { DocumentRow, SourceFacts, SourceList } from '../schemas/document.ts'
import type { ObservationRow } from '../schemas/observation.ts'
import { extractSources } from './extract-sources.ts'
import { foldersOf, isFolder } from './folders.ts'
import { placesOfDecisions, readDecisions } from './read/decisions-file.ts'
import type { FoundSource, Unreadable } from './read/found-source.ts'
import { readSourceFacts } from './read/source-facts.ts'
import { DecisionError } from './reconcile/decision-error.ts'
import { reconcileSpilled, type SpilledReconciliation } from './reconcile-spilled.ts'
import { layOut } from './report/pages.ts'
import { writeReport } from './report/write-report.ts'
import { Shelves } from './shelves.ts'
import { sourceTexts } from './source-texts.ts'
import { SpilledResults } from './spilled-results.ts'
import type { Stages } from './stages.ts'
import { systemReason, UserError } from './user-error.ts'
import { version } from './version.ts'
import { claimRecords } from './write/claim-records.ts'
import { reportFolder } from './write/data-package.ts'
import { documentRow } from './write/documents.ts'
import { legalDocuments } from './write/legal-documents.ts'
import { lock } from './write/lock.ts'
import { outFolder } from './write/out-folder.ts'
import { publish, recover, workFolder } from './write/publish.ts'
import { tables } from './write/tables.ts'
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

export interface RunSummary {
  /** Rows of each table. */
  readonly rows: Readonly<Record<keyof Dataset, number>>
  /** Documents that gave nothing, with the reason. */
  readonly unreadable: readonly Unreadable[]
  /** What the catalog's author should know, and which folders were left out. */
  readonly warnings: readonly string[]
  /** Where the dataset was put; null where nothing was: no `out`, or no document could be read. */
  readonly out: string | null
}

export interface RunResult extends Omit<RunSummary, 'rows'> {
  readonly dataset: Dataset
}

/** A dataset among the articles: what its report quotes would be counted twice. */
const notRead = (folder: string): string => `${folder} holds a dataset, so nothing in it was read as an article`

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

/**
 * All tables from the documents' results and what reconciling made of them, each on a shelf. Claims stand by document and in reading order.
 */
const datasetOf = (
  results: SpilledResults,
  facts: SourceList,
  { placementsOf, sources, ...reconciled }: SpilledReconciliation,
  shelves: Shelves,
): DatasetRows => {
  const placedClaims: Iterable<Claim & ClaimPlacement> = {
    *[Symbol.iterator]() {
      for (const { document, claims } of results) {
        const placements = placementsOf(document)
        for (const [at, claim] of claims.entries()) yield { ...claim, ...placements[at]! }
      }
    },
  }
  const [documents, unclaimed] = [shelves.shelf<DocumentRow>(), shelves.shelf<UnclaimedRow>()]
  for (const each of results) {
    documents.add(documentRow(each, facts[each.document], sources.get(each.document)!))
    for (const row of each.unclaimed) unclaimed.add(row)
  }
  const { observations, checks } = reconciled
  const { ofClaim, ofObservation } = layOut({ claims: placedClaims, documents, observations, checks })
  const page = (path: string): string => `${reportFolder}/${path}`
  const claims = shelves.shelf<ClaimRow>()
  for (const claim of placedClaims) claims.add({ ...claim, page: page(ofClaim.get(claim.id)!) })
  const observed = shelves.shelf<ObservationRow>()
  for (const row of observations) observed.add({ ...row, page: page(ofObservation.get(row.id)!) })
  return {
    claims,
    observations: observed,
    relations: reconciled.relations,
    conflicts: reconciled.conflicts,
    checks,
    hedges: reconciled.hedges,
    calibration: reconciled.calibration,
    documents,
    legal_documents: shelves.holding(legalDocuments(results)),
    unclaimed,
  }
}

/**
 * Everything in order: find, read, extract, reconcile, write. The dataset is a function of the documents' bytes and names, sources.yaml, decisions.jsonl, the
 * catalog and the version; see `stages.ts` for what each stage takes and gives.
 *
 * Throws UserError where nothing is found, or `out` is refused or cannot be written; CatalogError for a wrong catalog. A document that cannot
 * be read is no error: it stands in `unreadable`. Where none could be read, nothing is written, so that no dataset is lost to a wrong path.
 */
const runOver = async <Taken>(
  stages: Stages,
  options: RunOptions,
  take: (dataset: DatasetRows) => Taken,
): Promise<Omit<RunSummary, 'rows'> & { readonly taken: Taken }> => {
  if (options.catalog !== undefined && !(await isFolder(options.catalog)))
    throw new UserError(`--catalog ${options.catalog}: no such folder; name a folder with a catalog.yaml`, 2)
  const catalog = await stages.load(options.catalog)
  const { sources, problems, datasets } = await stages.find(options.inputs)
  if (sources.length + problems.length === 0)
    throw new UserError(
      `no documents found in ${options.inputs.join(', ')}; name files, or folders with .txt, .md or .html files${datasets.map((folder) => `; ${notRead(folder)}`).join('')}`,
    )
  const folders = await foldersOf(options.inputs)

  const cache = resolve(options.cache ?? '.provenum')
  const out =
    options.out === undefined ? null : await outFolder(options.out, [...folders, ...loose(sources, folders)], cache)
  const release = out === null ? () => {} : await lock(cache, out)
  let shelves: Shelves | null = null
  try {
    if (out !== null) await recover(out)
    const facts = await factsOf(folders, sources, catalog)
    const decisions = (await Promise.all(folders.map(readDecisions))).flat()
    shelves = new Shelves(await workFolder(out))
    const results = new SpilledResults(shelves.shelf({ kept: 0 }))
    const unread = await extractSources(sources, catalog, stages, (result) => results.add(result), options.onDone)
    const corpus = { results, facts, catalog, decisions }
    const dataset = datasetOf(results, facts, reconcileSpilled(corpus, stages.reconcile, shelves), shelves)
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
      taken: take(dataset),
      unreadable: [...problems, ...unread],
      warnings: [...catalog.catalog.warnings, ...datasets.map(notRead)],
      out: isWritten ? out : null,
    }
  } catch (error) {
    // Errors of the disk come as they are from the stages that read; say them in words.
    if (error instanceof DecisionError) throw error.at(await placesOfDecisions(folders))
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error
    const { path } = error as NodeJS.ErrnoException
    throw new UserError(`${path === undefined ? '' : `${path}: `}${systemReason(error)}`)
  } finally {
    shelves?.close()
    release()
  }
}

/** The same for a corpus of any size: all that is told of the dataset is how many rows it has. */
export const runCounted = async (stages: Stages, options: RunOptions): Promise<RunSummary> => {
  const { taken, ...rest } = await runOver(
    stages,
    options,
    (dataset) => Object.fromEntries(tables.map(({ name }) => [name, dataset[name].length])) as RunSummary['rows'],
  )
  return { ...rest, rows: taken }
}

/** The same with the whole dataset as records in memory. */
export const runWith = async (stages: Stages, options: RunOptions): Promise<RunResult> => {
  const { taken, ...rest } = await runOver(
    stages,
    options,
    (dataset) => Object.fromEntries(tables.map(({ name }) => [name, [...dataset[name]]])) as unknown as Dataset,
  )
  return { ...rest, dataset: taken }
}
