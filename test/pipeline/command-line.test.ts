import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commandLine } from '../../pipeline/command-line.ts'
import { lock } from '../../pipeline/write/lock.ts'
import { recorder } from './doubles.ts'

let base: string
const at = (...parts: string[]): string => join(base, ...parts)
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'provenum-'))
  mkdirSync(at('in'))
  writeFileSync(at('in', 'a.txt'), 'one 1')
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

const extract = async (io: ReturnType<typeof recorder>, ...more: string[]) =>
  commandLine(['extract', at('in'), '--out', at('out'), '--cache', at('cache'), ...more], io)

describe('provenum extract', () => {
  it('prints one line on standard output, nothing else, and gives 0', async () => {
    const io = recorder()
    expect(await extract(io)).toBe(0)
    expect(io.outText()).toBe(
      `1 document, 1 claim, 0 observations, 0 conflicts, 0 checks, 0 legal documents in ${at('out')}\n`,
    )
    expect(io.errorText()).toBe('')
    expect(readdirSync(at('out'))).toContain('claims.csv')
  })

  it('prints one JSON record with --json', async () => {
    const io = recorder()
    expect(await extract(io, '--json')).toBe(0)
    expect(io.outText().split('\n')).toHaveLength(2)
    expect(JSON.parse(io.outText())).toMatchObject({
      out: at('out'),
      documents: 1,
      claims: 1,
      legal_documents: 0,
      unreadable: [],
    })
  })

  it('names on standard error what it could not read, and gives 3', async () => {
    writeFileSync(at('in', 'b.txt'), '\u0000')
    const io = recorder()
    expect(await extract(io, '--quiet')).toBe(3)
    expect(io.errorText()).toBe('provenum: cannot read b.txt: it is binary, not text\n')
    expect(io.outText()).toMatch(/^1 document, /u)
  })

  it('shows names that would steer a terminal instead of obeying them', async () => {
    writeFileSync(at('in', 'a\u001b[2J\n\u202e.txt'), '\u0000')
    const io = recorder()
    expect(await extract(io)).toBe(3)
    expect(io.errorText()).toBe('provenum: cannot read a\\u001b[2J\\u000a\\u202e.txt: it is binary, not text\n')
    const json = recorder()
    await extract(json, '--json')
    for (const character of ['\u001b', '\u202e']) expect(json.outText()).not.toContain(character)
    expect(JSON.parse(json.outText()).unreadable[0].path).toBe('a\u001b[2J\n\u202e.txt')
  })

  it('gives 3 and writes nothing where nothing could be read', async () => {
    const io = recorder()
    expect(await commandLine(['extract', at('gone.txt'), '--out', at('out'), '--cache', at('cache')], io)).toBe(3)
    expect(io.errorText()).toContain('cannot read')
    expect(io.outText()).toContain('nothing written')
    expect(readdirSync(base)).toEqual(['in'])
  })

  it('shows progress on a terminal alone, and never with --quiet', async () => {
    const io = { ...recorder(), isTerminal: true }
    await extract(io)
    expect(io.errorText()).toContain('\r')
    const quiet = { ...recorder(), isTerminal: true }
    await extract(quiet, '--quiet')
    expect(quiet.errorText()).toBe('')
  })

  it.each([
    ['no folder for the dataset', ['extract', 'in'], /required option '--out <folder>'/u],
    ['no input', ['extract', '--out', 'x'], /missing required argument 'inputs'/u],
    ['an option that does not exist', ['extract', 'in', '--out', 'x', '--outt'], /unknown option '--outt'.*--out/su],
    ['a command that does not exist', ['extrakt'], /unknown command 'extrakt'.*extract/su],
    ['no command', [], /Usage: provenum/u],
  ])('called with %s it says so and gives 2', async (_, argv, message) => {
    const io = recorder()
    expect(await commandLine(argv, io)).toBe(2)
    expect(io.errorText()).toMatch(message)
    expect(io.outText()).toBe('')
  })

  it('gives 2 where the dataset would stand inside the input', async () => {
    const io = recorder()
    expect(await commandLine(['extract', at('in'), '--out', at('in', 'out'), '--cache', at('cache')], io)).toBe(2)
    expect(io.errorText()).toMatch(/^provenum: --out .* lies inside the input .*; choose a folder outside it\n$/u)
    expect(readdirSync(at('in'))).toEqual(['a.txt'])
  })

  it('gives 1 where another run writes the same folder', async () => {
    const release = await lock(at('cache'), join(realpathSync(base), 'out'))
    const io = recorder()
    expect(await extract(io)).toBe(1)
    expect(io.errorText()).toMatch(
      /^provenum: another run \(process \d+\) is writing .*out; wait until it has ended\n$/u,
    )
    release()
    expect(await extract(recorder())).toBe(0)
  })

  it('gives 1 for a fault of its own, without a stack', async () => {
    const io = recorder({
      reconcile: () => {
        throw new TypeError('x is not a function')
      },
    })
    expect(await extract(io)).toBe(1)
    expect(io.errorText()).toBe('provenum: x is not a function; this is a fault of Provenum, please report it\n')
  })
})

describe('provenum', () => {
  it('prints its version', async () => {
    const io = recorder()
    expect(await commandLine(['--version'], io)).toBe(0)
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
    expect(io.outText()).toBe(`${version}\n`)
  })

  it.each([[['--help']], [['help']], [['extract', '--help']]])('%j helps on standard output', async (argv) => {
    const io = recorder()
    expect(await commandLine(argv, io)).toBe(0)
    expect(io.outText()).toMatch(/^Usage: provenum/u)
    expect(io.errorText()).toBe('')
  })

  it('shows examples and exit codes in the help of extract', async () => {
    const io = recorder()
    await commandLine(['extract', '--help'], io)
    expect(io.outText()).toContain('Examples:')
    expect(io.outText()).toContain('3 done but some documents could not be read')
  })
})
