import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { packageRoot } from '../../catalog/package-root.ts'

const Share = z.object({ right: z.int(), of: z.int(), low: z.string().nullable(), high: z.string().nullable() })

/** `docs/method/scores.json`: how often claims are found and their fields are right, as `npm run readme` measured it. */
export const Scores = z.object({
  recall: Share,
  precision: Share,
  fields: z.record(z.string(), Share),
  sets: z.record(z.string(), z.object({ recall: Share, precision: Share, rows: Share })),
})
export type Scores = z.infer<typeof Scores>

/** What is known of the method beside the code: what each rule does, and what was measured. */
export interface Method {
  /** Name of a rule -> what it does, in one sentence or two, in English. */
  readonly rules: ReadonlyMap<string, string>
  /** Language -> the same in it. */
  readonly translated: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly scores: Scores | null
}

const folder = (): string => join(packageRoot(), 'docs', 'method')

const read = <Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> | null => {
  try {
    // Every JSON text is one of YAML.
    return schema.parse(parse(readFileSync(join(folder(), name), 'utf8')))
  } catch (error) {
    // A copy of the program without its documentation still writes the report, with less said in it.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

const rulesOf = (name: string): ReadonlyMap<string, string> =>
  new Map(Object.entries(read(name, z.record(z.string(), z.string())) ?? {}))

/** `rules.json` and what `languages` say of it in `rules.vi.yaml` and its like, where they do; and the scores. */
export const readMethod = (languages: readonly string[]): Method => ({
  rules: rulesOf('rules.json'),
  translated: new Map(languages.map((language) => [language, rulesOf(`rules.${language}.yaml`)])),
  scores: read('scores.json', Scores),
})
