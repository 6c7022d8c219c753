import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSource } from '../../../pipeline/read/read-source.ts'

let folder: string
const read = (path: string) => readSource({ path, absolute: join(folder, path), name: 'x' })

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'provenum-read-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('readSource', () => {
  it('gives the text, and the hash and size of the bytes', async () => {
    const bytes = Buffer.from('\ufeff37%–38%\r\n')
    writeFileSync(join(folder, 'a.txt'), bytes)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(await read('a.txt')).toEqual({ name: 'x', path: 'a.txt', sha256, bytes: 14, text: '37%–38%\r\n' })
  })

  it('reads an empty file', async () => {
    writeFileSync(join(folder, 'empty.txt'), '')
    expect(await read('empty.txt')).toMatchObject({ bytes: 0, text: '' })
  })

  it('refuses a file with a NUL, even as its last byte', async () => {
    writeFileSync(join(folder, 'binary.txt'), `${'5 people '.repeat(20_000)}\0`)
    await expect(read('binary.txt')).rejects.toThrow('holds a NUL character (after 180000 others)')
  })

  it('refuses a file that is too large without reading it', async () => {
    writeFileSync(join(folder, 'large.txt'), '')
    truncateSync(join(folder, 'large.txt'), 257 * 1_048_576)
    await expect(read('large.txt')).rejects.toThrow('has 257 MB and at most 256 are read')
  })

  it('says what the system says of a file that is gone', async () => {
    await expect(read('gone.txt')).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('refuses a folder, and does not wait for a pipe', async () => {
    await expect(readSource({ path: '.', absolute: folder, name: 'x' })).rejects.toThrow('no regular file')
    if (process.platform === 'win32') return
    execFileSync('mkfifo', [join(folder, 'pipe.txt')])
    await expect(read('pipe.txt')).rejects.toThrow('no regular file')
  })

  it('reads many files with few open', async () => {
    writeFileSync(join(folder, 'b.txt'), '5')
    const all = await Promise.all(Array.from({ length: 2000 }, () => read('b.txt')))
    expect(all.every(({ text }) => text === '5')).toBe(true)
  })
})
