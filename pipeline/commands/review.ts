import { access, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { readDecisions } from '../read/decisions-file.ts'
import { RulingsFile } from '../review/rulings-file.ts'
import { type ReviewServer, startReview } from '../review/server.ts'
import { runCounted } from '../run.ts'
import { systemReason, UserError } from '../user-error.ts'
import { readTable } from '../write/read-table.ts'
import { counted } from './counted.ts'
import type { Io } from './io.ts'
import { printable } from './printable.ts'

interface Options {
  readonly sources: string
  readonly port: number
  readonly catalog?: string
  readonly cache?: string
}

const portOf = (text: string): number => {
  const port = Number(text)
  if (!/^\d{1,5}$/u.test(text) || port > 65_535) throw new InvalidArgumentError('a port is a number from 0 to 65535.')
  return port
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** A run replaces the dataset whole, so that it must find every document that the dataset was made of. */
const refuseOther = async (dataset: string, sources: string): Promise<void> => {
  if (!(await isThere(join(dataset, 'report', 'index.html'))))
    throw new UserError(`${dataset} holds no report; make one with provenum extract ${sources} --out ${dataset}`, 2)
  const folder = await stat(sources).catch(() => null)
  if (!folder?.isDirectory())
    throw new UserError(`--sources ${sources}: no such folder; name the folder of the documents`, 2)
  const documents = await readTable(dataset, 'documents')
  const found = await Promise.all(documents.map(({ path }) => isThere(join(sources, path))))
  const missing = documents.filter((_, at) => !found[at])
  if (missing.length > 0)
    throw new UserError(
      `${missing.length} of ${documents.length} documents of ${dataset} are not in ${sources} (${missing[0]!.path} ...); name the folder that it was made from`,
      2,
    )
}

const started = async (start: () => Promise<ReviewServer>, port: number): Promise<ReviewServer> => {
  try {
    return await start()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new UserError(`port ${port} is taken; name another one, or none for one that is free`, 2)
    throw new UserError(`cannot serve on port ${port}: ${systemReason(error)}`)
  }
}

/** `provenum review`: the report with a reviewer's pen. */
export const reviewCommand = (io: Io): Command =>
  new Command('review')
    .description(
      'Serve the report of a dataset to this machine alone, and write the rulings made in it to decisions.jsonl.',
    )
    .argument('[dataset]', 'folder of the dataset', 'output')
    .requiredOption('--sources <folder>', 'folder of the documents; its decisions.jsonl is what is written')
    .option('--port <number>', 'port on 127.0.0.1; a free one without it', portOf, 0)
    .option('--catalog <folder>', 'the catalog that the dataset was made with, where it is your own')
    .option('--cache <folder>', 'working folder for the lock', '.provenum')
    .action(async (dataset: string, { sources, port, ...rest }: Options) => {
      await refuseOther(dataset, sources)
      // A file that no run could read is told now, not after an hour of reviewing.
      await readDecisions(sources)
      const rulings = await RulingsFile.of(sources)
      await rulings.read()
      const run = async (): Promise<string> => {
        const result = await runCounted(io.stages, { inputs: [sources], out: dataset, ...rest })
        if (result.out === null)
          throw new UserError(`no document of ${sources} could be read; the dataset stays as it was`)
        return counted((table) => result.rows[table])
      }
      const server = await started(() => startReview({ dataset, rulings, run, port }), port)
      io.out(`${server.url}\n`)
      io.error(`Rulings are written to ${printable(rulings.path)}. Open the address above; Ctrl-C ends the review.\n`)
      await io.untilStopped()
      await server.close()
      io.error('The review has ended.\n')
    })
