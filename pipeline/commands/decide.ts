import { createHash } from 'node:crypto'
import { appendFile, readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { z } from 'zod'
import type { ClaimRow } from '../../schemas/claim.ts'
import { draftChoice } from '../reconcile/draft-decision.ts'
import { systemReason, UserError } from '../user-error.ts'
import { readTable } from '../write/read-table.ts'
import { datasetOption } from './dataset-option.ts'
import type { Io } from './io.ts'
import { printable } from './printable.ts'
import { rowOf } from './row-of.ts'

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

/** What a reviewer may leave unsaid or say wrongly, with the mend. */
const objection = ({ reason, by }: Options, day: string): string | null => {
  if (reason.trim() === '') return '--reason says nothing; write why, for the next reviewer.'
  if (by.trim() === '') return '--by names nobody; write who rules.'
  return z.iso.date().safeParse(day).success ? null : `--on ${day} is no day; write it as 2026-11-22.`
}

const textOf = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}

/** The id of the ruling on an observation that a file holds already; null where it holds none. */
const earlierIn = (text: string, observation: string): string | null => {
  const rulings = text.split('\n').flatMap((line): { id?: unknown; action?: unknown; key?: unknown }[] => {
    try {
      return line.trim() === '' ? [] : [JSON.parse(line)]
    } catch {
      return [] // the next run names it, with its line
    }
  })
  const found = rulings.find(({ action, key }) => action === 'choose' && key === observation)
  return found === undefined ? null : String(found.id)
}

/** Adds the line on a line of its own. Throws UserError where the file rules on the observation already, or cannot be written. */
const add = async (path: string, line: string, observation: string): Promise<void> => {
  try {
    const text = await textOf(path)
    const earlier = earlierIn(text, observation)
    if (earlier !== null)
      throw new UserError(`${path} rules on ${observation} already (${earlier}); take that line out first.`, 2)
    await appendFile(path, `${text === '' || text.endsWith('\n') ? '' : '\n'}${line}`)
  } catch (error) {
    if (error instanceof UserError) throw error
    throw new UserError(`cannot write ${path}: ${systemReason(error)}`)
  }
}

/** The observation that is ruled on. A claim is told from it by what it is in. */
const observationOf = (claims: readonly ClaimRow[], id: string): string => {
  const claim = claims.find((row) => row.id === id)
  if (claim === undefined) return id
  const home = claim.observation_id
  throw new UserError(
    home === null
      ? `${id} is a claim without an observation, so there is nothing to rule on.`
      : `${id} is a claim; give the observation that it is in: decide ${home} --choose ${id}`,
    2,
  )
}

/** The claim that is chosen, by its id or a beginning of it that no other claim of the observation has. */
const chosenOf = (own: readonly ClaimRow[], choose: string, observation: string): string => {
  const found = own.filter(({ id }) => id === choose || (choose.length > 2 && id.startsWith(choose)))
  if (found.length === 1) return found[0]!.id
  const offered = own.map(({ id, selector }) => `${id} (${selector.exact.replace(/\s+/gu, ' ')})`).join(', ')
  throw new UserError(`"${printable(choose)}" is not one claim of ${observation}; choose one of ${offered}.`, 2)
}

/** `provenum decide`: writes the line by which a reviewer rules between rival values. */
export const decideCommand = (io: Io): Command =>
  new Command('decide')
    .description('Rule which claim of an observation stands: prints the line for decisions.jsonl, or adds it there.')
    .argument('<observation>', 'id of an observation (o_...), or its beginning')
    .requiredOption('--choose <claim>', 'id of the claim that stands (c_...), or its beginning')
    .requiredOption('--reason <text>', 'why, for the next reviewer')
    .requiredOption('--by <name>', 'who rules')
    .option('--on <day>', 'the day of the ruling (ISO 8601); today without it')
    .option('--to <file>', 'decisions.jsonl of the folder of documents, to add the line to')
    .addOption(datasetOption())
    .action(async (id: string, options: Options) => {
      const { choose, reason, by, on, to, dataset } = options
      const day = on ?? today()
      const wrong = objection(options, day)
      if (wrong !== null) throw new UserError(wrong, 2)
      const [claims, observations] = await Promise.all([
        readTable(dataset, 'claims'),
        readTable(dataset, 'observations'),
      ])
      const observation = rowOf(observations, observationOf(claims, id), 'observations.csv', dataset)
      const own = claims.filter(({ observation_id }) => observation_id === observation.id)
      const claim = chosenOf(own, choose, observation.id)
      const ruler = { id: idOf(observation.id, claim, by, day), reason, by, on: day }
      const line = `${JSON.stringify(draftChoice(observation, claim, claims, ruler))}\n`
      if (observation.n_values === 1)
        io.error(`${observation.id} has one value; the ruling changes nothing until a text says otherwise.\n`)
      if (to === undefined) io.out(line)
      else {
        await add(to, line, observation.id)
        io.error(`added to ${printable(to)}\n`)
      }
    })
