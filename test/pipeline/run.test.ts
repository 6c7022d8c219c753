import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type RunOptions, runWith } from '../../pipeline/run.ts'
import type { Stages } from '../../pipeline/stages.ts'
import { stages } from './doubles.ts'

let base: string
const at = (...parts: string[]): string => join(base, ...parts)
beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'provenum-')))
  mkdirSync(at('in'))
  writeFileSync(at('in', 'b.txt'), 'two 22')
  writeFileSync(at('in', 'a.txt'), 'one 1 and 9007199254740993')
  writeFileSync(at('in', 'empty.txt'), '')
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

const run = (options: Partial<RunOptions> = {}, changed: Partial<Stages> = {}) =>
  runWith({ ...stages, ...changed }, { inputs: [at('in')], out: at('out'), cache: at('cache'), ...options })
const files = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(at('out'), { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(at('out', name)).isFile())
      .sort()
      .map((name) => [name, readFileSync(at('out', name), 'utf8')]),
  )

describe('a run', () => {
  it('reads every document and puts the dataset in its place', async () => {
    const { dataset, out, unreadable } = await run()
    expect(out).toBe(at('out'))
    expect(unreadable).toEqual([])
    expect(dataset.claims.map(({ document, value }) => [document, value])).toEqual([
      ['a', '1'],
      ['a', '9007199254740993'],
      ['b', '22'],
    ])
    expect(dataset.documents.map(({ document, claims }) => [document, claims])).toEqual([
      ['a', 2],
      ['b', 1],
      ['empty', 0],
    ])
    expect(files()['claims.json']).toContain('"value":9007199254740993,')
    expect(readdirSync(base).sort()).toEqual(['in', 'out'])
  })

  it('writes nothing where no folder is named for it', async () => {
    const { out, dataset } = await runWith(stages, { inputs: [at('in')] })
    expect(out).toBeNull()
    expect(dataset.claims).toHaveLength(3)
    expect(readdirSync(base)).toEqual(['in'])
  })

  it('gives the same bytes whatever the order and the time in which files come', async () => {
    await run()
    const first = files()
    await run(
      {},
      {
        find: async (inputs) => {
          const found = await stages.find(inputs)
          return { ...found, sources: [...found.sources].reverse() }
        },
        read: async (source) => {
          await new Promise((resolve) => setTimeout(resolve, source.name === 'b' ? 1 : 20))
          return stages.read(source)
        },
      },
    )
    expect(files()).toEqual(first)
  })

  it('names what cannot be read and goes on with the rest', async () => {
    writeFileSync(at('in', 'c.txt'), 'a\u0000b')
    const { unreadable, dataset } = await run({ inputs: [at('in'), at('gone.txt')] })
    expect(unreadable).toEqual([
      { path: at('gone.txt'), reason: 'no such file' },
      { path: 'c.txt', reason: 'it is binary, not text' },
    ])
    expect(dataset.documents.map(({ document }) => document)).toEqual(['a', 'b', 'empty'])
  })

  it('goes on where a stage fails on one document', async () => {
    const { unreadable, dataset } = await run(
      {},
      {
        extract: (source, catalog) => {
          if (source.name === 'a') throw new Error('no')
          return stages.extract(source, catalog)
        },
      },
    )
    expect(unreadable).toEqual([{ path: 'a.txt', reason: 'no' }])
    expect(dataset.claims).toHaveLength(1)
  })

  it('leaves the dataset that was there where no document can be read', async () => {
    await run()
    const first = files()
    const { out, unreadable } = await run({ inputs: [at('gone.txt')] })
    expect([out, unreadable.length]).toEqual([null, 1])
    expect(files()).toEqual(first)
  })

  it('says where there are no documents at all', async () => {
    mkdirSync(at('none'))
    await expect(run({ inputs: [at('none')] })).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringContaining('no documents found'),
    })
  })

  it('leaves the dataset that was there, and no lock, where reconciling fails', async () => {
    await run()
    const first = files()
    const failing = run(
      {},
      {
        reconcile: () => {
          throw new Error('no')
        },
      },
    )
    await expect(failing).rejects.toThrow('no')
    expect(files()).toEqual(first)
    expect(existsSync(at('cache'))).toBe(false)
  })

  it('refuses a dataset whose rows do not hold together', async () => {
    await expect(
      run({}, { reconcile: (...all) => ({ ...stages.reconcile(...all), placements: new Map() }) }),
    ).rejects.toThrow(/claims row 0.*fault of Provenum/u)
    expect(existsSync(at('out'))).toBe(false)
  })

  it('fills the table of documents from a folder’s sources.yaml, and the claims stay the same', async () => {
    const { dataset: without } = await run()
    writeFileSync(at('in', 'sources.yaml'), 'b.txt:\n  publisher: Paper\n  published: "2022-03-06"\n')
    const { dataset } = await run()
    expect(dataset.documents.map(({ publisher, published }) => [publisher, published])).toEqual([
      [null, null],
      ['Paper', '2022-03-06'],
      [null, null],
    ])
    expect(dataset.claims).toEqual(without.claims)
  })

  it('says where the catalog is no folder', async () => {
    await expect(run({ catalog: at('none') })).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('--catalog'),
    })
  })

  it('counts the documents as they are done', async () => {
    const seen: [number, number][] = []
    await run({ onDone: (done, all) => seen.push([done, all]) })
    expect(seen).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ])
  })
})
