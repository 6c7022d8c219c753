import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Decision } from '../../schemas/decision.ts'
import { systemReason, UserError } from '../user-error.ts'

/** Name of the file of rulings that a folder of documents may hold. */
export const decisionsFile = 'decisions.jsonl'

const parseLine = (line: string): { decision: Decision } | { problem: string } => {
  let raw: unknown
  try {
    raw = JSON.parse(line)
  } catch (error) {
    return { problem: `is no JSON (${(error as Error).message}); write one ruling a line` }
  }
  const parsed = Decision.safeParse(raw)
  if (parsed.success) return { decision: parsed.data }
  return {
    problem: parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'ruling'}: ${message}`).join('; '),
  }
}

/**
 * The rulings of a folder, in the order of its decisions.jsonl; empty where there is no such file. Blank lines are skipped.
 * Throws UserError listing every line that is no ruling, with file, line and mend.
 */
export const readDecisions = async (folder: string): Promise<Decision[]> => {
  const path = join(folder, decisionsFile)
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return ''
    throw new UserError(`cannot read ${path}: ${systemReason(error)}`)
  })
  const decisions: Decision[] = []
  const problems: string[] = []
  const ids = new Set<string>()
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const read = parseLine(line)
    if ('problem' in read) problems.push(`${path}:${index + 1}: ${read.problem}`)
    else if (ids.has(read.decision.id))
      problems.push(`${path}:${index + 1}: the id ${read.decision.id} stands there twice; give another one`)
    else {
      ids.add(read.decision.id)
      decisions.push(read.decision)
    }
  }
  if (problems.length > 0) throw new UserError(problems.join('\n'))
  return decisions
}

/** Where the rulings of folders stand: id -> "folder/decisions.jsonl:3". For messages, once the rulings have been read. */
export const placesOfDecisions = async (folders: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const places = new Map<string, string>()
  for (const folder of folders) {
    const path = join(folder, decisionsFile)
    const text = await readFile(path, 'utf8').catch(() => '')
    for (const [index, line] of text.split('\n').entries()) {
      const read = line.trim() === '' ? { problem: '' } : parseLine(line)
      if ('decision' in read) places.set(read.decision.id, `${path}:${index + 1}`)
    }
  }
  return places
}
