import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { RulingsFile } from '../../pipeline/review/rulings-file.ts'
import { type ReviewServer, startReview } from '../../pipeline/review/server.ts'
import { choice } from './rulings.ts'

const folder = mkdtempSync(join(tmpdir(), 'review-server-'))
const [dataset, articles] = [join(folder, 'dataset'), join(folder, 'articles')]
const file = join(articles, 'decisions.jsonl')
const page =
  '<!DOCTYPE html><html lang="en"><head><meta http-equiv="Content-Security-Policy" content="default-src &#x27;none&#x27;; form-action &#x27;none&#x27;"></head>'
let server: ReviewServer
let runs = 0
let outcome: () => Promise<string> = async () => '2 claims'
let port: number
let token: string

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

/** A request as it is, with the path unchanged: a browser's would be tidied. */
const ask = (
  path: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (piece: string) => {
        text += piece
      })
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body: text }))
    })
    asked.on('error', reject)
    asked.end(body)
  })
const own = (): string => `http://127.0.0.1:${port}`
const save = (
  sent: unknown,
  { headers = {}, path = 'review/decisions' }: { headers?: Record<string, string>; path?: string } = {},
): Promise<Answer> =>
  ask(`/${token}/${path}`, {
    method: 'POST',
    headers: { origin: own(), 'content-type': 'application/json', ...headers },
    body: typeof sent === 'string' ? sent : JSON.stringify(sent),
  })
const ruled = { decisions: [choice('o_1')], run: false }

beforeAll(async () => {
  mkdirSync(join(dataset, 'report', 'documents'), { recursive: true })
  mkdirSync(articles)
  writeFileSync(join(dataset, 'report', 'index.html'), page)
  writeFileSync(join(dataset, 'report', 'documents', 'a.html'), page)
  writeFileSync(join(dataset, 'claims.csv'), 'id\n')
  writeFileSync(join(dataset, 'notes.txt'), 'no part of a dataset')
  writeFileSync(join(dataset, '.hidden.json'), 'hidden')
  writeFileSync(join(folder, 'outside.json'), 'outside')
  symlinkSync(join(folder, 'outside.json'), join(dataset, 'link.json'))
  symlinkSync(folder, join(dataset, 'report', 'up'))
  const rulings = await RulingsFile.of(articles)
  const run = (): Promise<string> => {
    runs += 1
    return outcome()
  }
  server = await startReview({ dataset, rulings, run, port: 0 })
  const url = new URL(server.url)
  port = Number(url.port)
  token = url.pathname.split('/')[1]!
})
afterEach(() => {
  rmSync(file, { force: true })
  outcome = async () => '2 claims'
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

describe('who knows the address', () => {
  it('reads the report and the tables, with headers that keep them from others', async () => {
    const { status, headers, body } = await ask(`/${token}/report/documents/a.html?q=1`)
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    })
    expect(body).toContain('<html data-review="on" lang="en">')
    expect(body).toContain('form-action &#x27;none&#x27;; connect-src &#x27;self&#x27;"')
    expect((await ask(`/${token}/claims.csv`)).body).toBe('id\n')
    expect(await ask(`/${token}/report/index.html`, { method: 'HEAD' })).toMatchObject({ status: 200, body: '' })
  })
  it('is led to the overview', async () => {
    expect(await ask(`/${token}`)).toMatchObject({ status: 302, headers: { location: `/${token}/report/index.html` } })
  })
  it('has an address that cannot be guessed, another one each time', async () => {
    expect(token).toMatch(/^[\w-]{32}$/u)
    const other = await startReview({ dataset, rulings: await RulingsFile.of(articles), run: outcome, port: 0 })
    expect(other.url).not.toContain(token)
    await other.close()
  })
})

describe('who does not', () => {
  it.each(['/', '/report/index.html', '/x/report/index.html', '//', '/%'])('finds nothing at %s', async (path) => {
    expect((await ask(path)).status).toBeGreaterThanOrEqual(400)
  })
  it('finds nothing with a part of the token, or more than it', async () => {
    for (const wrong of [token.slice(0, -1), `${token}x`, token.toLowerCase(), ''])
      expect(await ask(`/${wrong}/report/index.html`)).toMatchObject({ status: 404 })
  })
  it('is not let in from another machine', async () => {
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((each) => each?.family === 'IPv4' && !each.internal)
    for (const { address } of others as { address: string }[])
      await expect(
        new Promise((resolve, reject) => connect({ host: address, port }, () => resolve('let in')).on('error', reject)),
      ).rejects.toThrow('ECONNREFUSED')
  })
})

describe('no path leads out of the dataset', () => {
  it.each([
    '../outside.json',
    'report/../../outside.json',
    '..%2foutside.json',
    '%2e%2e/outside.json',
    'report/%2e%2e%2f%2e%2e%2foutside.json',
    '..%5coutside.json',
    '/outside.json',
    '%2foutside.json',
    'link.json',
    'report/up/outside.json',
    '.hidden.json',
    'notes.txt',
    'report',
    'report/',
    'claims.csv%00.html',
    'claims.csv/',
  ])('%s', async (path) => {
    const { status, body } = await ask(`/${token}/${path}`)
    expect(status).toBe(404)
    expect(body).not.toContain('outside')
  })
  it('that is none', async () => {
    expect((await ask(`/${token}/%E0%A4%A`)).status).toBe(400)
    expect((await ask(`http://127.0.0.1:${port}/${token}/claims.csv`)).status).toBe(400)
  })
})

describe('pages of other sites', () => {
  it('do not reach it by a name that is made to mean this machine', async () => {
    for (const host of [
      `evil.example:${port}`,
      'evil.example',
      '127.0.0.1',
      `127.0.0.1.evil.example:${port}`,
      `127.0.0.1:${port + 1}`,
    ]) {
      expect(await ask(`/${token}/report/index.html`, { headers: { host } })).toMatchObject({ status: 421 })
      expect(await save(ruled, { headers: { host } })).toMatchObject({ status: 421 })
    }
    expect((await ask(`/${token}/report/index.html`, { headers: { host: `localhost:${port}` } })).status).toBe(200)
    expect(() => readFileSync(file)).toThrow()
  })
  it('save nothing, even if they knew the token', async () => {
    for (const origin of [
      'https://evil.example',
      'null',
      `http://127.0.0.1:${port + 1}`,
      `https://127.0.0.1:${port}`,
      '',
    ])
      expect(await save(ruled, { headers: { origin } })).toMatchObject({ status: 403 })
    expect(await save(ruled, { headers: { 'sec-fetch-site': 'cross-site' } })).toMatchObject({ status: 403 })
    expect(await save(ruled, { headers: { 'sec-fetch-site': 'same-site' } })).toMatchObject({ status: 403 })
    const bare = await ask(`/${token}/review/decisions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(ruled),
    })
    expect(bare.status).toBe(403)
    expect(() => readFileSync(file)).toThrow()
  })
  it('read nothing, but a link of theirs may be followed', async () => {
    const cross = { 'sec-fetch-site': 'cross-site' }
    expect((await ask(`/${token}/claims.csv`, { headers: { ...cross, 'sec-fetch-mode': 'no-cors' } })).status).toBe(403)
    expect((await ask(`/${token}/claims.csv`, { headers: { origin: 'https://evil.example' } })).status).toBe(403)
    const followed = await ask(`/${token}/report/index.html`, { headers: { ...cross, 'sec-fetch-mode': 'navigate' } })
    expect(followed.status).toBe(200)
  })
  it('get no leave to ask', async () => {
    const { status, headers } = await ask(`/${token}/review/decisions`, { method: 'OPTIONS' })
    expect(status).toBe(405)
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

describe('a page of the report', () => {
  it('saves rulings to the one file', async () => {
    const { status, body } = await save(ruled)
    expect(status, body).toBe(200)
    expect(readFileSync(file, 'utf8')).toBe(`${JSON.stringify(choice('o_1'))}\n`)
    expect(readdirSync(articles)).toEqual(['decisions.jsonl'])
    expect(runs).toBe(0)
  })
  it('saves them one after another, none lost', async () => {
    await Promise.all(['o_1', 'o_2', 'o_3'].map((key) => save({ decisions: [choice(key)], run: false })))
    expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(3)
  })
  it('has the documents read again with them', async () => {
    const before = runs
    expect(await save({ ...ruled, run: true })).toMatchObject({ status: 200, body: '{"message":"2 claims"}' })
    expect(runs).toBe(before + 1)
  })
  it('is told why a run refuses them, and the file is as it was', async () => {
    outcome = () => Promise.reject(new Error('d_1 rules on o_1, which is no observation any more'))
    expect(await save({ ...ruled, run: true })).toMatchObject({
      status: 409,
      body: expect.stringContaining('no observation'),
    })
    expect(() => readFileSync(file)).toThrow()
    writeFileSync(file, 'as it was\n')
    await save({ ...ruled, run: true })
    expect(readFileSync(file, 'utf8')).toBe('as it was\n')
  })
  it.each([
    ['no JSON', '{', 400],
    ['no ruling', { decisions: [], run: false }, 422],
    ['a path of its own', { ...ruled, path: '/etc/passwd' }, 422],
    ['a ruling without a reason', { ...ruled, decisions: [{ ...choice('o_1'), reason: '' }] }, 422],
    ['a ruling with more than the schema has', { ...ruled, decisions: [{ ...choice('o_1'), file: '../x' }] }, 422],
    ['a list', [choice('o_1')], 422],
    ['too much', { decisions: [{ ...choice('o_1'), reason: 'x'.repeat(1_000_001) }], run: false }, 413],
  ])('is refused %s', async (_, sent, status) => {
    expect((await save(sent)).status).toBe(status)
    expect(() => readFileSync(file)).toThrow()
  })
  it('is refused what is sent in pieces without an end', async () => {
    const status = await new Promise((resolve, reject) => {
      const headers = { origin: own(), 'content-type': 'application/json', 'transfer-encoding': 'chunked' }
      const sent = request({ host: '127.0.0.1', port, path: `/${token}/review/decisions`, method: 'POST', headers })
      sent.on('response', (response) => {
        resolve(response.statusCode)
        response.resume()
        sent.destroy()
      })
      sent.on('error', reject)
      for (let piece = 0; piece < 12; piece += 1) sent.write('x'.repeat(100_000))
    })
    expect(status).toBe(413)
  })
  it('is refused what a form of another site could send', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonx'])
      expect((await save(ruled, { headers: { 'content-type': type } })).status).toBe(415)
  })
  it('writes nowhere else, and in no other way', async () => {
    for (const path of ['review', 'report/index.html', 'claims.csv', 'review/decisions/x', 'review/../claims.csv'])
      expect((await save(ruled, { path })).status).toBe(404)
    for (const method of ['PUT', 'DELETE', 'PATCH'])
      expect((await ask(`/${token}/review/decisions`, { method })).status).toBe(405)
    expect(readFileSync(join(dataset, 'claims.csv'), 'utf8')).toBe('id\n')
  })
  it('is told where the file is a link, which is not followed', async () => {
    symlinkSync(join(folder, 'outside.json'), file)
    expect(await save(ruled)).toMatchObject({ status: 409, body: expect.stringContaining('is a link') })
    expect(readFileSync(join(folder, 'outside.json'), 'utf8')).toBe('outside')
  })
})

it('closes with what is being written written, and lets go of its port', async () => {
  let finish = (_: string): void => {}
  outcome = () =>
    new Promise((resolve) => {
      finish = resolve
    })
  const before = runs
  const asked = save({ ...ruled, run: true })
  while (runs === before) await new Promise((resolve) => setTimeout(resolve, 5))
  const closed = server.close()
  finish('done')
  await closed
  await asked.catch(() => null)
  expect(readFileSync(file, 'utf8')).toContain('d_o_1')
  await expect(ask(`/${token}/report/index.html`)).rejects.toThrow()
})
