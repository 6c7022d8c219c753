import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { tables } from '../../../pipeline/write/tables.ts'
import { type WriteFile, writeDataset } from '../../../pipeline/write/write-dataset.ts'
import { claimRow, dataset } from './sample.ts'

const maker = { version: '1.2.3', catalog: { id: 'social-security', sha256: 'f'.repeat(64) } }

const write = async (rows = dataset()): Promise<Map<string, string>> => {
  const files = new Map<string, string>()
  const into: WriteFile = async (path, pieces) => {
    const text = [...pieces].join('')
    files.set(path, text)
    return { path, bytes: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') }
  }
  await writeDataset(rows, maker, into)
  return files
}

interface Field {
  name: string
  type: string
  description: string
  delimiter?: string
  constraints?: { required?: boolean; enum?: string[]; pattern?: string; minimum?: number }
}

/** Whether a cell is what Table Schema v2 says of its field. */
const fits = (field: Field, cell: string): boolean => {
  if (cell === '') return field.constraints?.required !== true
  const { enum: allowed, pattern, minimum } = field.constraints ?? {}
  if (allowed && !allowed.includes(cell)) return false
  if (pattern && !new RegExp(pattern, 'u').test(cell)) return false
  if (minimum !== undefined && Number(cell) < minimum) return false
  if (field.type === 'integer') return /^-?\d+$/u.test(cell)
  if (field.type === 'number') return /^-?\d+(?:\.\d+)?$/u.test(cell)
  if (field.type === 'boolean') return cell === 'true' || cell === 'false'
  if (field.type === 'array') return Array.isArray(JSON.parse(cell))
  return true
}

describe('the files of a dataset', () => {
  it('are a CSV and a JSON file of each table, and datapackage.json last', async () => {
    const names = [...(await write()).keys()]
    expect(names).toHaveLength(tables.length * 2 + 1)
    expect(names).toEqual(
      expect.arrayContaining(['claims.csv', 'claims.json', 'legal_documents.csv', 'calibration.json']),
    )
    expect(names.at(-1)).toBe('datapackage.json')
  })

  it('are the same bytes from the same rows', async () => {
    expect(await write()).toEqual(await write())
  })

  it('are not begun where a row is wrong', async () => {
    await expect(write(dataset({ claims: [claimRow({ value: 'many' })] }))).rejects.toThrow(/claims row 0/u)
  })
})

describe('datapackage.json', () => {
  it('names every other file with its size and hash', async () => {
    const files = await write()
    const { resources, name, version, provenum, $schema } = JSON.parse(files.get('datapackage.json')!)
    expect({ name, version, provenum }).toEqual({ name: 'provenum', version: '1.2.3', provenum: maker })
    expect($schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json')
    expect(resources.map(({ path }: { path: string }) => path)).toEqual([...files.keys()].slice(0, -1))
    for (const { path, bytes, hash } of resources) {
      const text = files.get(path)!
      expect(bytes).toBe(Buffer.byteLength(text))
      expect(hash).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`)
    }
    expect(new Set(resources.map((each: { name: string }) => each.name)).size).toBe(resources.length)
  })

  it('types every column of every CSV so that its cells fit', async () => {
    const files = await write()
    const { resources } = JSON.parse(files.get('datapackage.json')!)
    const typed = resources.filter(({ type }: { type?: string }) => type === 'table')
    expect(typed).toHaveLength(tables.length)
    let cells = 0
    for (const { path, schema } of typed) {
      const [header, ...records] = parse(files.get(path)!) as string[][]
      expect(schema.fields.map(({ name }: Field) => name)).toEqual(header)
      for (const record of records)
        schema.fields.forEach((field: Field, index: number) => {
          cells += 1
          expect([field.name, record[index], fits(field, record[index]!)]).toEqual([field.name, record[index], true])
        })
    }
    expect(cells).toBeGreaterThan(300)
  })

  it('gives primary and foreign keys', async () => {
    const { resources } = JSON.parse((await write()).get('datapackage.json')!)
    const { schema } = resources.find(({ name }: { name: string }) => name === 'claims')
    expect(schema.primaryKey).toEqual(['id'])
    expect(schema.foreignKeys).toContainEqual({
      fields: ['document'],
      reference: { resource: 'documents', fields: ['document'] },
    })
    expect(schema.fields.find(({ name }: Field) => name === 'id').constraints).toEqual({ required: true })
    expect(schema.fields.find(({ name }: Field) => name === 'flags')).toMatchObject({ type: 'list', delimiter: ';' })
  })
})
