import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { Decision } from '../../schemas/decision.ts'
import type { Refusal } from './guard.ts'

/** Most bytes of a request: some hundred rulings. */
const largest = 1_000_000

/** What a page sends: rulings, and whether the documents are to be read again with them. It names no file. */
const SaveRequest = z.strictObject({ decisions: z.array(Decision).min(1), run: z.boolean() })
export type SaveRequest = z.infer<typeof SaveRequest>

const bodyOf = async (request: IncomingMessage): Promise<string | null> => {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > largest) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

/** Reads what a page sends, by the schema of decisions.jsonl itself. */
export const readSaveRequest = async (request: IncomingMessage): Promise<SaveRequest | Refusal> => {
  // A form of another site can send text, but no JSON without asking first.
  if (!/^application\/json(?:;|$)/u.test(request.headers['content-type'] ?? ''))
    return { status: 415, message: 'rulings are sent as application/json' }
  if (Number(request.headers['content-length'] ?? 0) > largest) return tooLarge
  const body = await bodyOf(request)
  if (body === null) return tooLarge
  let raw: unknown
  try {
    raw = JSON.parse(body)
  } catch {
    return { status: 400, message: 'what was sent is no JSON' }
  }
  const parsed = SaveRequest.safeParse(raw)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'request'}: ${message}`)
  return { status: 422, message: problems.join('; ') }
}

const tooLarge: Refusal = { status: 413, message: `more than ${largest} bytes; save fewer rulings at a time` }
