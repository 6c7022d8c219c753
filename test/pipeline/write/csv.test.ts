import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf } from '../../../pipeline/write/columns.ts'
import { csvFile } from '../../../pipeline/write/csv.ts'
import { jsonFile } from '../../../pipeline/write/json.ts'
import { tables } from '../../../pipeline/write/tables.ts'
import { claimRow, dataset } from './sample.ts'

const claims = tables.find(({ name }) => name === 'claims')!
const file = (...rows: object[]): string => [...csvFile(claims, rows)].join('')
const read = (text: string): Record<string, string>[] => parse(text, { columns: true })

describe('a table as CSV', () => {
  it('has a header line and one record a row, with LF', () => {
    const text = file(claimRow())
    expect(text.startsWith('id,document,kind,value,low,high,unit,')).toBe(true)
    expect(text.endsWith('\n')).toBe(true)
    expect(text).not.toContain('\r')
    expect(file()).toBe(
      `${columnsOf(claims)
        .map(({ name }) => name)
        .join(',')}\n`,
    )
  })

  it('writes decimals as they stand, null as nothing, booleans in words', () => {
    const [row] = read(file(claimRow({ value: '9007199254740993.10' })))
    expect(row).toMatchObject({
      value: '9007199254740993.10',
      low: '',
      unit_evidence: 'people',
      unit_evidence_stated: 'true',
    })
    expect(row).toMatchObject({ place_evidence: '', place_evidence_stated: '' })
  })

  it('joins lists by ";", and writes a ";" of an item as %3B', () => {
    expect(read(file(claimRow({ flags: ['a', 'b;c'] })))[0]!.flags).toBe('a;b%3Bc')
    expect(read(file(claimRow({ flags: [] })))[0]!.flags).toBe('')
  })

  it('quotes a lone CR, which other readers take for a line end', () => {
    expect(file(claimRow({ subject: 'a\rb' }))).toContain(',"a\rb",')
  })

  it('writes lists of records as the JSON of the JSON table', () => {
    const [row] = read(file(claimRow()))
    expect(JSON.parse(row!.steps!)).toEqual(claimRow().steps)
    expect(row!.readings).toContain('"value":16547000,')
  })

  it('gives back any text, over line ends, quotes, commas and control characters', () => {
    const text = fc.string({
      unit: fc.constantFrom('"', ',', '\n', '\r', ';', ' ', '=', '-', 'ă', '😀', '\u0000', '\u2028', 'x'),
    })
    fc.assert(
      fc.property(text, text, (subject, exact) => {
        const row = claimRow({ subject, selector: { ...claimRow().selector, exact } })
        const back = read(file(row, claimRow()))
        expect(back).toHaveLength(2)
        expect(back[0]).toMatchObject({ subject, exact })
      }),
      { numRuns: 200 },
    )
  })

  it('writes as many rows as there are, over all batches', () => {
    const rows = Array.from({ length: 1203 }, (_, index) => claimRow({ id: `c_${index}` }))
    expect(read(file(...rows)).map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
  })

  it.each(tables.map((table) => [table.name, table] as const))(
    '%s: says the same as the JSON table, row by row',
    (name, table) => {
      const rows = dataset()[name]
      const csv = read([...csvFile(table, rows)].join(''))
      const json = JSON.parse([...jsonFile(table, rows)].join('')) as object[]
      expect(csv).toHaveLength(json.length)
      json.forEach((row, index) => {
        for (const { name: column, path, type } of columnsOf(table)) {
          const value =
            path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], row) ?? null
          const cell = csv[index]![column]!
          if (type === 'list') expect(cell).toBe((value as string[]).join(';'))
          else if (type === 'json') expect(JSON.parse(cell)).toEqual(value)
          else expect(cell).toBe(value === null ? '' : String(value))
        }
      })
    },
  )
})
