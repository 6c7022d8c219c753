import { readFileSync } from 'node:fs'
import { join } from 'node:path'
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
  /** Name of a rule -> what it does, in one sentence or two. */
  readonly rules: ReadonlyMap<string, string>
  readonly scores: Scores | null
}

const read = <Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> | null => {
  try {
    return schema.parse(JSON.parse(readFileSync(join(packageRoot(), 'docs', 'method', name), 'utf8')))
  } catch (error) {
    // A copy of the program without its documentation still writes the report, with less said in it.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

export const readMethod = (): Method => ({
  rules: new Map(Object.entries(read('rules.json', z.record(z.string(), z.string())) ?? {})),
  scores: read('scores.json', Scores),
})
