import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { reportOf } from '../report-dataset.ts'
import type { Io } from './io.ts'
import { printable, printableJson } from './printable.ts'

interface Options {
  readonly sources?: readonly string[]
  readonly catalog?: string
  readonly cache: string
  readonly json?: boolean
}

/** Where the documents are looked for unless told: the folder seeds of the working folder, or the working folder. */
const usualSources = async (): Promise<string[]> =>
  existsSync('seeds') && (await stat('seeds')).isDirectory() ? ['seeds'] : ['.']

const examples = `
Examples:
  provenum report output
  provenum report dataset --sources articles 'news/**/*.txt'

The texts are read again for it; one whose bytes have changed is not shown, only the sentences of its claims.
`

/** `provenum report`: writes the audit report of a dataset anew. */
export const reportCommand = (io: Io): Command =>
  new Command('report')
    .description('Write the audit report of a dataset anew, from its tables and the texts of its documents.')
    .argument('<dataset>', 'the folder of the dataset; its folder report is replaced')
    .option(
      '--sources <inputs...>',
      'files, folders or globs of the documents; ./seeds or the working folder without it',
    )
    .option('--catalog <folder>', 'the catalog that the dataset was made with, where it is your own')
    .option('--cache <folder>', 'working folder for the lock', '.provenum')
    .option('--json', 'print the summary as one JSON record')
    .addHelpText('after', examples)
    .action(async (dataset: string, { sources, catalog, cache, json }: Options) => {
      const inputs = sources ?? (await usualSources())
      const { pages, unfound } = await reportOf(io.stages, {
        dataset: resolve(dataset),
        inputs,
        cache: resolve(cache),
        ...(catalog === undefined ? {} : { catalog }),
      })
      for (const document of unfound)
        io.error(
          `provenum: no text of ${printable(document)} with the same bytes in ${printable(inputs.join(', '))}; name its folder with --sources\n`,
        )
      const index = join(dataset, 'report', 'index.html')
      io.out(
        json
          ? `${printableJson({ pages, index, unfound })}\n`
          : `${pages} page${pages === 1 ? '' : 's'}; open ${printable(index)}\n`,
      )
    })
