import { Command } from 'commander'
import { type RunSummary, runCounted } from '../run.ts'
import { counted } from './counted.ts'
import type { Io } from './io.ts'
import { printable, printableJson } from './printable.ts'

/** Done, but some documents could not be read. */
const someUnreadable = 3

interface Options {
  readonly out: string
  readonly catalog?: string
  readonly cache?: string
  readonly json?: boolean
  readonly quiet?: boolean
}

/** The line for people; `out` is the folder as it was named. */
const summary = ({ rows, out }: RunSummary, named: string): string =>
  `${counted((table) => rows[table])}${out === null ? '; nothing written' : ` in ${printable(named)}`}\n`

const progress = (io: Io): ((done: number, all: number) => void) => {
  let last = 0
  return (done, all) => {
    // A line a hundredth: more would only slow the run down.
    if (done < all && done - last < all / 100) return
    last = done
    io.error(done < all ? `\r${done} of ${all} documents` : '\r\u001b[K')
  }
}

const examples = `
Examples:
  provenum extract articles --out dataset
  provenum extract report.html 'news/**/*.txt' --out dataset --json
  provenum extract articles --out dataset --catalog my-catalog

Exit codes: 0 done, 1 failed, 2 called wrongly, 3 done but some documents could not be read.
`

/** `provenum extract`: documents in, a dataset out. */
export const extractCommand = (io: Io): Command =>
  new Command('extract')
    .description('Extract every numeric claim of the documents, reconcile them, and write the dataset.')
    .argument('<inputs...>', 'files, folders or globs of .txt, .md and .html documents')
    .requiredOption('--out <folder>', 'where the dataset goes; a dataset that is there is replaced whole')
    .option('--catalog <folder>', 'your own catalog of indicators, places, units ...')
    .option('--cache <folder>', 'working folder for the lock', '.provenum')
    .option('--json', 'print the summary as one JSON record')
    .option('--quiet', 'print no progress and no warnings')
    .addHelpText('after', examples)
    .action(async (inputs: string[], options: Options) => {
      const { json, quiet, ...rest } = options
      const showProgress = io.isTerminal && !quiet
      const result = await runCounted(io.stages, { inputs, ...rest, ...(showProgress ? { onDone: progress(io) } : {}) })
      if (!quiet) for (const warning of result.warnings) io.error(`provenum: warning: ${printable(warning)}\n`)
      for (const { path, reason } of result.unreadable)
        io.error(`provenum: cannot read ${printable(path)}: ${printable(reason)}\n`)
      io.out(
        json
          ? `${printableJson({ out: result.out, ...result.rows, unreadable: result.unreadable })}\n`
          : summary(result, options.out),
      )
      if (result.unreadable.length > 0) io.exitCode = someUnreadable
    })
