import { createHash } from 'node:crypto'
import { appendFile } from 'node:fs/promises'
import { Command } from 'commander'
import { draftChoice } from '../reconcile/draft-decision.ts'
import { UserError } from '../user-error.ts'
import { readTable } from '../write/read-table.ts'
import { datasetOption } from './dataset-option.ts'
import type { Io } from './io.ts'
import { printable } from './printable.ts'

interface Options {
  readonly choose: string
  readonly reason: string
  readonly by: string
  readonly on?: string
  readonly to?: string
  readonly dataset: string
}

/** The day of the ruling is the only thing that a clock tells; it is written down, so that nothing later depends on one. */
const today = (): string => new Date().toISOString().slice(0, 10)

const idOf = (...parts: readonly string[]): string =>
  `d_${createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 8)}`

/** `provenum decide`: writes the line by which a reviewer rules between rival values. */
export const decideCommand = (io: Io): Command =>
  new Command('decide')
    .description('Rule which claim of an observation stands: prints the line for decisions.jsonl, or adds it there.')
    .argument('<observation>', 'id of an observation (o_...)')
    .requiredOption('--choose <claim>', 'id of the claim that stands (c_...)')
    .requiredOption('--reason <text>', 'why, for the next reviewer')
    .requiredOption('--by <name>', 'who rules')
    .option('--on <day>', 'the day of the ruling (ISO 8601); today without it')
    .option('--to <file>', 'decisions.jsonl of the folder of documents, to add the line to')
    .addOption(datasetOption())
    .action(async (id: string, { choose, reason, by, on, to, dataset }: Options) => {
      const [claims, observations] = await Promise.all([
        readTable(dataset, 'claims'),
        readTable(dataset, 'observations'),
      ])
      const observation = observations.find((row) => row.id === id)
      if (observation === undefined)
        throw new UserError(`${id} is no observation of ${dataset}; ids begin with o_ and stand in observations.`, 2)
      const day = on ?? today()
      try {
        const ruler = { id: idOf(id, choose, by, day), reason, by, on: day }
        const line = `${JSON.stringify(draftChoice(observation, choose, claims, ruler))}\n`
        if (to === undefined) io.out(line)
        else {
          await appendFile(to, line)
          io.error(`added to ${printable(to)}\n`)
        }
      } catch (error) {
        if (error instanceof RangeError) throw new UserError(error.message, 2)
        throw error
      }
    })
