import { Command } from 'commander'
import { trailOf, trailText } from '../reconcile/trail.ts'
import { readTable } from '../write/read-table.ts'
import { type DatasetOptions, datasetOption } from './dataset-option.ts'
import type { Io } from './io.ts'
import { printableJson, printableLines } from './printable.ts'
import { rowOf } from './row-of.ts'

/** `provenum explain`: everything that stands behind a number that was printed. */
export const explainCommand = (io: Io): Command =>
  new Command('explain')
    .description('Print the whole trail of a claim or an observation: file, characters, words, arithmetic, verdict.')
    .argument('<id>', 'id of a claim (c_...) or of an observation (o_...), or its beginning')
    .addOption(datasetOption())
    .option('--json', 'print it as one JSON record')
    .action(async (id: string, { dataset, json }: DatasetOptions) => {
      const [claims, observations, relations, conflicts, checks] = await Promise.all([
        readTable(dataset, 'claims'),
        readTable(dataset, 'observations'),
        readTable(dataset, 'relations'),
        readTable(dataset, 'conflicts'),
        readTable(dataset, 'checks'),
      ])
      const row = rowOf<{ id: string }>([...claims, ...observations], id, 'claims.csv or observations.csv', dataset)
      const trail = trailOf(row.id, { claims, observations, relations, conflicts, checks })
      io.out(`${json ? printableJson(trail) : printableLines(trailText(trail))}\n`)
    })
