import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { datasetFile } from './dataset-files.ts'
import { guard, type Refusal } from './guard.ts'
import { type RulingsFile, withRulings } from './rulings-file.ts'
import { readSaveRequest, type SaveRequest } from './save-request.ts'

export interface ReviewOptions {
  /** Folder of the dataset whose report is served. */
  readonly dataset: string
  /** The one file that is written. */
  readonly rulings: RulingsFile
  /** Reads the documents again with the rulings; gives what came of it in a line. Rejects where a ruling does not fit. */
  readonly run: () => Promise<string>
  /** 0 for any free one. */
  readonly port: number
}

export interface ReviewServer {
  /** Address of the report, with the secret. */
  readonly url: string
  readonly close: () => Promise<void>
}

interface Answer {
  readonly status: number
  readonly type: string
  readonly body: Buffer | string
  readonly headers?: Readonly<Record<string, string>>
}

const always = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
}

/** What a script of a page is told. */
const said = (status: number, message: string): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify({ message }),
})

/** What a reader is told. */
const refused = ({ status, message }: Refusal): Answer => ({
  status,
  type: 'text/plain; charset=utf-8',
  body: `${message}\n`,
})

/**
 * Saves rulings, and runs with them where that is asked for. Where the run refuses them the file is put back as it was, so that it never holds what stops
 * the next run.
 */
const saved = async ({ rulings, run }: ReviewOptions, request: SaveRequest): Promise<Answer> => {
  try {
    const before = await rulings.read()
    await rulings.write(withRulings(before ?? '', request.decisions))
    if (!request.run) return said(200, `${request.decisions.length} in ${rulings.path}`)
    try {
      return said(200, await run())
    } catch (error) {
      await rulings.write(before)
      throw error
    }
  } catch (error) {
    return said(409, (error as Error).message)
  }
}

/**
 * Serves the report of a dataset to the reviewer at this machine, and writes their rulings: on 127.0.0.1 alone, under an address with a secret,
 * to pages of its own alone.
 *
 * Rejects with the system's error where the port cannot be had.
 */
export const startReview = async (options: ReviewOptions): Promise<ReviewServer> => {
  const token = randomBytes(24).toString('base64url')
  let port = options.port
  // Two pages may save at once; one waits for the other.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <Result>(act: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(act)
    last = turn.catch(() => {})
    return turn
  }

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const admitted = guard(request, { port, token })
    if ('status' in admitted)
      return request.method === 'POST' ? said(admitted.status, admitted.message) : refused(admitted)
    const { parts } = admitted
    if (request.method === 'POST') {
      if (parts.join('/') !== 'review/decisions') return said(404, 'nothing is saved here')
      const read = await readSaveRequest(request)
      return 'status' in read ? said(read.status, read.message) : inTurn(() => saved(options, read))
    }
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return { ...refused({ status: 405, message: 'pages are read by GET' }), headers: { Allow: 'GET, HEAD, POST' } }
    if (parts.join('') === '')
      return { status: 302, type: 'text/plain', body: '', headers: { Location: `/${token}/report/index.html` } }
    const file = await datasetFile(options.dataset, parts)
    return file === null ? refused({ status: 404, message: 'there is no such page' }) : { status: 200, ...file }
  }

  const server = createServer({ requestTimeout: 30_000 }, (request: IncomingMessage, response: ServerResponse) => {
    answer(request)
      .catch((error: Error) => said(500, error.message))
      .then(({ status, type, body, headers }) => {
        // What a refused request still sends is not read.
        if (!request.complete) response.setHeader('Connection', 'close')
        response.writeHead(status, {
          ...always,
          ...headers,
          'Content-Type': type,
          'Content-Length': Buffer.byteLength(body),
        })
        response.end(request.method === 'HEAD' ? undefined : body)
      })
      .catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  port = (server.address() as AddressInfo).port
  return {
    url: `http://127.0.0.1:${port}/${token}/report/index.html`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeIdleConnections()
      // A ruling that is being written is written to the end.
      await last
      server.closeAllConnections()
      await closed
    },
  }
}
