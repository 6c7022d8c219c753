import { z } from 'zod'
import { nearestName } from './nearest-name.ts'

/** The name that was likely meant, to be put behind what is wrong; nothing where none is near. */
const didYouMean = (name: string, known: readonly string[]): string => {
  const nearest = nearestName(name, known)
  return nearest === null ? '' : `; did you mean "${nearest}"?`
}

/** "stok" is none of stock, flow; did you mean "stock"? */
const noneOf = (given: unknown, known: readonly string[]): string =>
  `${shown(given)} is none of ${known.join(', ')}${typeof given === 'string' && known.length > 1 ? didYouMean(given, known) : ''}`

/** Names of the fields of the object that stands at a path of the schema; empty where they cannot be told. */
const fieldsAt = (schema: z.ZodType, path: readonly PropertyKey[]): string[] => {
  let at: unknown = schema
  const bare = (): void => {
    while (at instanceof z.ZodDefault || at instanceof z.ZodNullable || at instanceof z.ZodOptional) at = at.unwrap()
  }
  for (const part of path) {
    bare()
    if (at instanceof z.ZodArray) at = at.element
    else if (at instanceof z.ZodObject) at = at.shape[part as string]
    else if (at instanceof z.ZodRecord) at = at.valueType
    else return []
  }
  bare()
  return at instanceof z.ZodObject ? Object.keys(at.shape) : []
}

/** How an editor of YAML calls what zod expects. */
const kinds: Record<string, string> = {
  string: 'text',
  array: 'a list',
  object: 'a map',
  record: 'a map',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
}

const shown = (value: unknown): string => (typeof value === 'string' ? `"${value}"` : JSON.stringify(value))

/** What is wrong and how to mend it, in words for whoever edits the file. `key` is the unknown field, where that is what is wrong. */
export const issueText = (issue: z.core.$ZodIssue, schema: z.ZodType, key: string | null): string => {
  if (key !== null) {
    const fields = fieldsAt(schema, issue.path)
    if (fields.length === 0) return `no such field "${key}"; take it out`
    return `no such field "${key}"${didYouMean(key, fields) || `; known are ${fields.join(', ')}`}`
  }
  if (issue.code === 'invalid_value') {
    return noneOf(issue.input, issue.values.map(String))
  }
  if (issue.code === 'invalid_union' && issue.discriminator !== undefined && 'options' in issue) {
    const options = (issue.options as unknown[]).map(String)
    const given = (issue.input as Record<string, unknown>)[issue.discriminator]
    return typeof given === 'string' ? noneOf(given, options) : `must be one of ${options.join(', ')}`
  }
  if (issue.code === 'invalid_type') {
    const { expected, input } = issue
    if (input === undefined && issue.path.length === 0) return 'the file is empty; write it, or take it away'
    const noun = kinds[expected] ?? `a ${expected}`
    if (input === undefined) return `is missing; add it, it must be ${noun}`
    if (expected === 'string' && typeof input !== 'object') return `${shown(input)} must be text; write it in quotes`
    return `must be ${noun}`
  }
  if (issue.code === 'invalid_format' && 'pattern' in issue)
    return `${shown(issue.input)} is not of the form ${issue.pattern}`
  if (issue.code === 'too_small' && issue.origin === 'array')
    return `needs at least ${issue.minimum} ${issue.minimum === 1 ? 'entry' : 'entries'}; add it`
  if (issue.code === 'too_small' && issue.origin === 'string') return 'is empty; write something or take it out'
  return issue.message
}
