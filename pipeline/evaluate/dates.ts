import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse as parseYaml } from 'yaml'
import { z } from 'zod'
import type { CompiledCatalog } from '../../catalog/compile.ts'
import { packageRoot } from '../../catalog/package-root.ts'
import { readDates } from '../read-dates.ts'

const Edtf = z.union([z.string(), z.number().transform(String), z.null()])
const DateSentence = z.strictObject({
  /** The day of the text, or null. */
  at: z.string().nullable(),
  say: z.string(),
  /** Every date and period in reading order. */
  gives: z.array(Edtf),
})

/** One sentence of test/gold/dates.yaml and what was read in it. */
export interface DateOutcome {
  readonly say: string
  readonly gold: readonly (string | null)[]
  readonly read: readonly (string | null)[]
}

/** A text of one sentence, with its day in front. */
const textOf = (say: string, at: string | null): string =>
  at === null ? `${say}\n` : `---\ndate: ${at}\n---\n\n${say}\n`

/** Reads the dates of the project's own sentences, to be compared with what they are. */
export const dateOutcomes = (catalog: CompiledCatalog): DateOutcome[] => {
  const path = join(packageRoot(), 'test', 'gold', 'dates.yaml')
  const sentences = z.array(DateSentence).parse(parseYaml(readFileSync(path, 'utf8')))
  return sentences.map(({ at, say, gives }) => ({ say, gold: gives, read: readDates(textOf(say, at), catalog) }))
}

/** Dates right, of those in the sentences and those read besides. */
export const dateScore = (outcomes: readonly DateOutcome[]): { right: number; n: number } => {
  let right = 0
  let n = 0
  for (const { gold, read } of outcomes) {
    right += gold.filter((each, index) => read.length > index && each === read[index]).length
    n += Math.max(gold.length, read.length)
  }
  return { right, n }
}
