import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { packageRoot } from '../../catalog/package-root.ts'

/** The file that `bin` names, as plain node runs it after `npm ci` or `npm test` built it. */
const cli = join(packageRoot(), JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')).bin.provenum)

let base: string
const at = (...parts: string[]): string => join(base, ...parts)
beforeAll(() => {
  if (!existsSync(cli)) throw new Error(`${cli} is not there: run npm run build`)
})
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'provenum-'))
  mkdirSync(at('in'))
  writeFileSync(at('in', 'a.txt'), 'In 2023, 12.5 million people had health insurance, 91.2% of the population.\n')
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

const args = (): string[] => ['extract', at('in'), '--out', at('out'), '--cache', at('cache')]
const run = (argv: string[], options = {}) =>
  spawnSync(process.execPath, [cli, ...argv], { encoding: 'utf8', cwd: base, ...options })
const ended = (child: ChildProcess) =>
  new Promise<[number | null, NodeJS.Signals | null]>((resolve) =>
    child.once('close', (code, signal) => resolve([code, signal])),
  )

describe('the command as it is installed', () => {
  it('extracts a folder, and leaves nothing but the dataset', () => {
    const { status, stdout, stderr } = run(args())
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^1 document, 2 claims, /u)
    expect(readdirSync(base).sort()).toEqual(['in', 'out'])
  })

  it('gives 2 for bad usage, 3 for a document that is not there, each without a stack', () => {
    const usage = run(['extract'])
    expect([usage.status, usage.stdout]).toEqual([2, ''])
    const missing = run([...args(), at('gone.txt')])
    expect([missing.status, missing.stderr]).toEqual([
      3,
      `provenum: cannot read ${at('gone.txt')}: no such file or folder (ENOENT)\n`,
    ])
    expect(usage.stderr + missing.stderr).not.toMatch(/\n\s+at /u)
  })

  it('takes an empty file for a document with no claims', () => {
    writeFileSync(at('in', 'empty.txt'), '')
    const { status, stdout } = run([...args(), '--json'])
    expect([status, JSON.parse(stdout)]).toEqual([
      0,
      expect.objectContaining({ documents: 2, claims: 2, unreadable: [] }),
    ])
  })

  it('is silent where nobody reads its output any more', async () => {
    const child = spawn(process.execPath, [cli, ...args()], { stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.destroy()
    let errors = ''
    child.stderr.on('data', (data) => {
      errors += data
    })
    expect(await ended(child)).toEqual([0, null])
    expect(errors).toBe('')
  })

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('ends with %s by %i and leaves nothing behind', async (signal, code) => {
    for (let index = 0; index < 300; index += 1)
      writeFileSync(at('in', `${index}.txt`), 'In 2023, 12.5 million people had health insurance.\n\n'.repeat(200))
    const child = spawn(process.execPath, [cli, ...args()], { stdio: 'ignore' })
    const end = ended(child)
    while (!existsSync(at('cache'))) await new Promise((resolve) => setTimeout(resolve, 5))
    child.kill(signal)
    const [status, by] = await end
    expect(by ?? status).toBe(code)
    expect(readdirSync(base)).toEqual(['in'])
  })

  it('ends at once with a signal amid a text that takes long, and leaves the earlier dataset whole', async () => {
    expect(run(args()).status).toBe(0)
    const first = readFileSync(at('out', 'claims.json'), 'utf8')
    writeFileSync(at('in', 'long.txt'), 'In 2023, 12.5 million people had health insurance.\n\n'.repeat(200_000))
    const child = spawn(process.execPath, [cli, ...args()], { stdio: 'ignore' })
    const end = ended(child)
    while (!existsSync(at('cache'))) await new Promise((resolve) => setTimeout(resolve, 5))
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    const from = performance.now()
    child.kill('SIGINT')
    const [status, by] = await end
    // By the system amid the text; by the program itself where a loaded machine is still reading it.
    expect(['SIGINT', 130]).toContain(by ?? status)
    expect(performance.now() - from).toBeLessThan(2_000)
    expect(readFileSync(at('out', 'claims.json'), 'utf8')).toBe(first)
    rmSync(at('in', 'long.txt'))
    expect(run(args()).status).toBe(0)
    expect(readdirSync(base).sort()).toEqual(['in', 'out'])
  })

  it('puts right what a killed run left, whatever the moment', async () => {
    const started = Date.now()
    expect(run(args()).status).toBe(0)
    const time = Date.now() - started
    const first = readFileSync(at('out', 'claims.json'), 'utf8')
    for (const part of [0.85, 0.95]) {
      const child = spawn(process.execPath, [cli, ...args()], { stdio: 'ignore' })
      const end = ended(child)
      await new Promise((resolve) => setTimeout(resolve, time * part))
      child.kill('SIGKILL')
      await end
      expect(run(args()).status).toBe(0)
      expect(readdirSync(base).sort()).toEqual(['in', 'out'])
      expect(readFileSync(at('out', 'claims.json'), 'utf8')).toBe(first)
    }
  })
})
