import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Why a request is refused: the status, and a line for whoever reads it. */
export interface Refusal {
  readonly status: number
  readonly message: string
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Compared in a time that does not tell how much of it was right; hashed, so that neither does its length. */
const isSame = (given: string, token: string): boolean => timingSafeEqual(digest(given), digest(token))

/** Whether another site's page made the request. A link that is followed is none: it shows a page, to the reviewer alone. */
const isFromElsewhere = ({ headers, method }: IncomingMessage, own: readonly string[]): boolean => {
  const { origin } = headers
  if (origin !== undefined && !own.includes(origin)) return true
  if (origin === undefined && method === 'POST') return true
  const site = headers['sec-fetch-site'] ?? 'same-origin'
  const isNavigation = method === 'GET' && headers['sec-fetch-mode'] === 'navigate'
  return site !== 'same-origin' && site !== 'none' && !isNavigation
}

/**
 * What keeps others out: the address must be that of this machine (a name that someone points at 127.0.0.1 is refused), the first part of the
 * path must be the token, and no page of another site may ask. Gives the parts of the path after the token, decoded.
 */
export const guard = (
  request: IncomingMessage,
  { port, token }: { readonly port: number; readonly token: string },
): { readonly parts: readonly string[] } | Refusal => {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  if (!hosts.includes(request.headers.host ?? '')) return { status: 421, message: `only ${hosts[0]} is served here` }
  const path = (request.url ?? '').split('?')[0]!
  if (!path.startsWith('/')) return { status: 400, message: 'the path of a page is expected' }
  let parts: string[]
  try {
    parts = path.slice(1).split('/').map(decodeURIComponent)
  } catch {
    return { status: 400, message: 'the path is not encoded as an address is' }
  }
  const [given, ...rest] = parts
  if (!isSame(given ?? '', token))
    return { status: 404, message: 'there is nothing here; use the whole address that provenum review printed' }
  const own = hosts.map((host) => `http://${host}`)
  if (isFromElsewhere(request, own)) return { status: 403, message: 'a page of another site may not ask this' }
  return { parts: rest }
}
