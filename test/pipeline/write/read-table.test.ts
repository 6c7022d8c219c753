import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { jsonFile } from '../../../pipeline/write/json.ts'
import { readTable } from '../../../pipeline/write/read-table.ts'
import { tables } from '../../../pipeline/write/tables.ts'
import { claimRow } from './sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'provenum-tables-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const claims = tables.find(({ name }) => name === 'claims')!
const textOf = (rows: readonly object[]): string => [...jsonFile(claims, rows)].join('')
const read = (text: string) => {
  writeFileSync(join(folder, 'claims.json'), text)
  return readTable(folder, 'claims')
}

describe('a table read from its file', () => {
  // What a reader by lines may stumble over: ends of lines that JSON lets stand in a string, brackets, and digits beyond a float.
  const quote = '}\u2028,\u2029[\u0085"]\n{\r\\'
  const rows = [
    claimRow({ value: '123456789012345678901234567890.50' }),
    claimRow({ id: 'c_2', subject: quote }),
    claimRow({ id: 'c_3', subject: '[' }),
  ]

  it('is what was written', async () => {
    expect(await read(textOf(rows))).toEqual(rows)
    expect(await read(textOf([]))).toEqual([])
  })

  it('is so where it is far larger than what is read at once', async () => {
    const many = Array.from({ length: 1_500 }, (_, at) => claimRow({ id: `c_${at}`, subject: `${quote}é`.repeat(60) }))
    expect(await read(textOf(many))).toEqual(many)
  })

  it('may have been laid out anew', async () => {
    const row = claimRow({ value: '12' })
    expect(await read(JSON.stringify([JSON.parse(textOf([row]))[0]], null, 2))).toEqual([row])
    expect(await read(JSON.stringify([JSON.parse(textOf([row]))[0]]))).toEqual([row])
  })

  it.each([
    ['is cut within a row', textOf(rows).slice(0, -40)],
    ['is cut after its first line', '[\n{"id":'],
    ['is no JSON', 'id,document\n'],
    ['is empty', ''],
    ['has a row of another version', '[\n{"id":"c_1"}\n]\n'],
  ])('is refused where it %s', async (_, text) => {
    await expect(read(text)).rejects.toThrow(/claims\.json is no table claims of this version/u)
  })

  it('is missed by the name of its file', async () => {
    await expect(readTable(join(folder, 'none'), 'claims')).rejects.toThrow(/cannot read .*claims\.json: no such file/u)
  })
})
