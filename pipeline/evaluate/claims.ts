import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { systemReason, UserError } from '../user-error.ts'

const Text = z
  .string()
  .nullish()
  .transform((value) => value ?? null)
/** A number of claims.json, or the decimal string of a claim in memory. Scoring alone may use floats. */
const Figure = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? null : Number(value)))

/** What scoring looks at in a claim; start and end are code points. */
export const ScoredClaim = z
  .object({
    document: z.string(),
    selector: z.object({ start: z.int(), end: z.int(), exact: z.string() }),
    kind: Text,
    value: Figure,
    low: Figure,
    high: Figure,
    unit: Text,
    modifier: Text,
    measure: Text,
    direction: Text,
    indicator: Text,
    status: Text,
    period: Text,
    baseline: Text,
    place: Text,
    of: Text,
    number: Text,
    type: Text,
    issued: Text,
    issuer: Text,
  })
  .transform(({ selector, ...fields }) => ({
    ...fields,
    start: selector.start,
    end: selector.end,
    exact: selector.exact,
  }))
export type ScoredClaim = z.output<typeof ScoredClaim>

/** Claims of a claims.json: an array, or an object that holds one as `claims`. Throws UserError naming file, row and field. */
export const readClaims = async (path: string): Promise<ScoredClaim[]> => {
  const text = await readFile(path, 'utf8').catch((error) => {
    throw new UserError(`cannot read ${path}: ${systemReason(error)}`)
  })
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch (error) {
    throw new UserError(`${path} is no JSON: ${(error as Error).message}`)
  }
  const parsed = z.array(ScoredClaim).safeParse(Array.isArray(raw) ? raw : (raw as { claims?: unknown })?.claims)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  throw new UserError(`${path}: [${issue.path.join('.')}]: ${issue.message}; it must be claims as Provenum writes them`)
}
