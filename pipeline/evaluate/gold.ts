import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { UserError } from '../user-error.ts'

const GoldNumber = z.number().nullable()
const GoldText = z.string().nullable()

/** One line of a gold file, as test/gold/GUIDELINES.md defines it. */
export const GoldLine = z.object({
  exact: z.string().min(1),
  before: GoldText,
  kind: GoldText,
  importance: z.enum(['core', 'incidental', 'negative']),
  value: GoldNumber,
  low: GoldNumber,
  high: GoldNumber,
  unit: GoldText,
  modifier: GoldText,
  measure: GoldText,
  direction: GoldText,
  indicator: GoldText,
  status: GoldText,
  period: GoldText,
  baseline: GoldText,
  place: GoldText,
  of: GoldText,
  number: GoldText,
  type: GoldText,
  issued: GoldText,
  issuer: GoldText,
})
export type GoldLine = z.infer<typeof GoldLine>

/** A gold line with its place in the text, in code points, and the places of its digits. */
export interface GoldMention extends GoldLine {
  readonly start: number
  readonly end: number
  readonly digits: readonly number[]
}

export interface GoldDocument {
  readonly document: string
  /** Path of the text. */
  readonly path: string
  /** The text without its byte-order mark. */
  readonly text: string
  readonly mentions: readonly GoldMention[]
  /** The text's code points. */
  readonly points: readonly string[]
}

const endings = ['.txt', '.md', '.html', '.htm']

/** Where the text of a gold document stands. */
const textPath = (texts: string, document: string): string => {
  const path = endings.map((ending) => join(texts, document + ending)).find((each) => existsSync(each))
  if (path !== undefined) return path
  const names = endings.map((ending) => document + ending).join(', ')
  throw new UserError(`no text for the gold of ${document}: ${texts} has none of ${names}`)
}

const parseLine = (line: string, where: string): GoldLine => {
  try {
    return GoldLine.parse(JSON.parse(line))
  } catch (error) {
    const issue = error instanceof z.ZodError ? error.issues[0] : undefined
    throw new UserError(
      `${where}: ${issue ? `${issue.path.join('.')}: ${issue.message}` : (error as Error).message}; see test/gold/GUIDELINES.md`,
    )
  }
}

/**
 * Finds each line in the text: the first place after the line before where `before` + `exact` stands, or else the first at all.
 * Lines stand in reading order, so that a sentence that recurs is met once each time.
 */
const anchor = (lines: readonly GoldLine[], text: string, points: readonly string[], where: string): GoldMention[] => {
  const pointAt = new Map<number, number>()
  let unit = 0
  points.forEach((point, index) => {
    pointAt.set(unit, index)
    unit += point.length
  })
  pointAt.set(unit, points.length)
  let cursor = 0
  return lines.map((line, index) => {
    const before = line.before ?? ''
    const next = text.indexOf(before + line.exact, cursor)
    const at = next < 0 ? text.indexOf(before + line.exact) : next
    if (at < 0)
      throw new UserError(
        `${where}:${index + 1}: ${JSON.stringify(before + line.exact)} is not in the text; mend "before" or "exact"`,
      )
    cursor = at + 1
    const start = pointAt.get(at + before.length)!
    const end = pointAt.get(at + before.length + line.exact.length)!
    const digits: number[] = []
    for (let point = start; point < end; point += 1) if (/\d/u.test(points[point]!)) digits.push(point)
    return { ...line, start, end, digits }
  })
}

/**
 * Reads the gold of a folder (one <document>.jsonl a text) with the texts it annotates.
 * Throws UserError with file, line and mend where a line is no gold line or is not in its text.
 */
export const readGold = async (gold: string, texts: string): Promise<GoldDocument[]> => {
  const files = (await readdir(gold)).filter((name) => name.endsWith('.jsonl')).sort()
  return Promise.all(
    files.map(async (name) => {
      const document = basename(name, '.jsonl')
      const where = join(gold, name)
      const path = textPath(texts, document)
      const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/u, '')
      const points = Array.from(text)
      const lines = (await readFile(where, 'utf8')).split('\n')
      const parsed = lines.flatMap((line, index) => (line === '' ? [] : [parseLine(line, `${where}:${index + 1}`)]))
      return { document, path, text, points, mentions: anchor(parsed, text, points, where) }
    }),
  )
}
