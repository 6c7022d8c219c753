import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { outFolder } from '../../../pipeline/write/out-folder.ts'

let base: string
const at = (...parts: string[]): string => join(base, ...parts)
const check = (out: string, inputs: string[] = [at('in')]): Promise<string> => outFolder(out, inputs, at('.provenum'))
const ours = (folder: string, name = 'provenum'): void => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'claims.csv'), '')
  writeFileSync(
    join(folder, 'datapackage.json'),
    JSON.stringify({ name, resources: [{ path: 'claims.csv' }, { path: 'report/a.html' }] }),
  )
}

beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'provenum-')))
  mkdirSync(at('in'))
  writeFileSync(at('in', 'a.txt'), 'text')
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

describe('the folder for the dataset', () => {
  it('may be absent, with folders above it too', async () => {
    expect(await check(at('x', 'y', 'out'))).toBe(at('x', 'y', 'out'))
  })

  it('may be empty, but for what a system drops there', async () => {
    mkdirSync(at('out'))
    writeFileSync(at('out', '.DS_Store'), '')
    expect(await check(at('out'))).toBe(at('out'))
  })

  it('may hold a dataset of ours', async () => {
    ours(at('out'))
    mkdirSync(at('out', 'report'))
    expect(await check(at('out'))).toBe(at('out'))
  })

  it('is the folder that a link leads to', async () => {
    mkdirSync(at('real'))
    symlinkSync(at('real'), at('link'))
    expect(await check(at('link'))).toBe(at('real'))
    expect(await check(at('link', 'deeper'))).toBe(at('real', 'deeper'))
  })

  it.each([
    ['a file', () => writeFileSync(at('out'), ''), /is a file, not a folder/u],
    ['below a file', () => writeFileSync(at('out'), ''), /is a file, not a folder|path is a file/u, ['out', 'deeper']],
    [
      'a folder with other files',
      () => {
        mkdirSync(at('out'))
        writeFileSync(at('out', 'thesis.doc'), '')
      },
      /holds no dataset of provenum/u,
    ],
    ['a dataset of others', () => ours(at('out'), 'census'), /holds no dataset of provenum/u],
    [
      'a datapackage.json that cannot be read',
      () => {
        mkdirSync(at('out'))
        writeFileSync(at('out', 'datapackage.json'), '{')
      },
      /holds no dataset of provenum/u,
    ],
    [
      'a dataset of ours with a file of the user',
      () => {
        ours(at('out'))
        writeFileSync(at('out', 'notes\n.md'), '')
      },
      /"notes\\n\.md", which is no part of the dataset and would be lost/u,
    ],
    ['an input', () => {}, /holds the input .* and would replace it/u, ['in']],
    ['a folder inside an input', () => {}, /lies inside the input/u, ['in', 'out']],
    ['a folder that holds an input', () => {}, /holds the input/u, ['.']],
    ['a folder that holds the working folder', () => mkdirSync(at('out')), /working folder/u, ['.provenum']],
  ] as [string, () => void, RegExp, string[]?][])('may not be %s', async (_, make, message, out = ['out']) => {
    make()
    await expect(check(at(...out))).rejects.toMatchObject({
      name: 'UserError',
      exitCode: 2,
      message: expect.stringMatching(message),
    })
  })

  it('may not be an input by way of a link', async () => {
    symlinkSync(at('in'), at('link'))
    await expect(check(at('link', 'out'))).rejects.toThrow(/lies inside the input/u)
  })

  it('may stand beside an input whose name begins alike', async () => {
    expect(await check(at('in-output'))).toBe(at('in-output'))
    expect(await check(at('..in'), [at('in')])).toBe(at('..in'))
  })

  it('must have a name', async () => {
    await expect(check('')).rejects.toThrow(/--out is empty/u)
  })
})
