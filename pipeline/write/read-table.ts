import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import type { Dataset } from '../../schemas/dataset.ts'
import { systemReason, UserError } from '../user-error.ts'
import { fieldsOf, isDecimal, rowSchema, withoutNull } from './columns.ts'
import { tables } from './tables.ts'

type Json = z.core.JSONSchema.BaseSchema

/** Characters that are read at once. */
const chunkSize = 1 << 20

const isOfNumber = (character: string | undefined): boolean => character !== undefined && /[\d.-]/u.test(character)

/** Where the string that begins at a quotation mark ends, its closing mark included. */
const endOfString = (text: string, from: number): number => {
  let at = from + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at + 1
}

/** JSON with its number literals as strings, so that no digit of a value is lost in a float. */
const withQuotedNumbers = (text: string): string => {
  const parts: string[] = []
  let at = 0
  while (at < text.length) {
    let end = at
    if (text[at] === '"') {
      end = endOfString(text, at)
      parts.push(text.slice(at, end))
    } else if (isOfNumber(text[at])) {
      while (isOfNumber(text[end])) end += 1
      parts.push(`"${text.slice(at, end)}"`)
    } else {
      while (end < text.length && text[end] !== '"' && !isOfNumber(text[end])) end += 1
      parts.push(text.slice(at, end))
    }
    at = end
  }
  return parts.join('')
}

/** A value as its schema has it: whole numbers as numbers, decimals as their digits. */
const restored = (value: unknown, schema: Json): unknown => {
  if (value === null || value === undefined) return value
  const { schema: bare } = withoutNull(schema)
  if (isDecimal(bare)) return value
  if (bare.type === 'integer' || bare.type === 'number') return Number(value)
  if (bare.type === 'array') return (value as unknown[]).map((each) => restored(each, bare.items as Json))
  const fields = fieldsOf(bare)
  if (fields === null) return value
  const entries = Object.entries(value as Record<string, unknown>)
  const schemas = new Map(fields)
  return Object.fromEntries(
    entries.map(([key, each]) => [key, schemas.has(key) ? restored(each, schemas.get(key)!) : each]),
  )
}

/**
 * The JSON of the rows of a file, one after the other. `write` puts one row a line, and such a file is never held whole: at 60,000
 * claims it is 120 MB, and several times that as text, as parts of text and as records. A file that another program laid out otherwise is
 * read at one go.
 */
async function* rowsIn(path: string): AsyncGenerator<unknown> {
  let waiting = ''
  let isByLine: boolean | null = null
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: chunkSize })) {
    // Not by readline: it ends a line at U+2028 too, which may stand in a quote.
    waiting += chunk
    isByLine ??= waiting.length < 4 ? null : waiting.startsWith('[\n{"')
    if (!isByLine) continue
    const lines = waiting.split('\n')
    waiting = lines.pop()!
    for (const line of lines)
      if (line !== '[' && line !== ']')
        yield JSON.parse(withQuotedNumbers(line.endsWith(',') ? line.slice(0, -1) : line))
  }
  if (!isByLine) yield* JSON.parse(withQuotedNumbers(waiting)) as unknown[]
  else if (waiting.trim() !== '') throw new Error('the file ends within a row')
}

/**
 * The rows of one table of a dataset on disk one by one, digit for digit as they were written.
 * Throws UserError where the folder holds no such table, or one of another version.
 */
export async function* rowsOfTable<Name extends keyof Dataset>(
  folder: string,
  name: Name,
): AsyncGenerator<Dataset[Name][number]> {
  const path = join(folder, `${name}.json`)
  const table = tables.find((each) => each.name === name)!
  const schema = rowSchema(table)
  try {
    for await (const row of rowsIn(path)) {
      yield table.row.parse(restored(row, schema)) as Dataset[Name][number]
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall !== undefined)
      throw new UserError(`cannot read ${path}: ${systemReason(error)}; name the folder of a dataset with --dataset`)
    throw new UserError(
      `${path} is no table ${name} of this version (${(error as Error).message.split('\n')[0]}); extract the documents again`,
    )
  }
}

/** All of them. Throws as `rowsOfTable` does. */
export const readTable = async <Name extends keyof Dataset>(folder: string, name: Name): Promise<Dataset[Name]> => {
  const rows: Dataset[Name][number][] = []
  for await (const row of rowsOfTable(folder, name)) rows.push(row)
  return rows as unknown as Dataset[Name]
}
