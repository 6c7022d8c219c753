import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonFile } from '../../../pipeline/write/json.ts'
import { tables } from '../../../pipeline/write/tables.ts'
import { claimRow } from './sample.ts'

const claims = tables.find(({ name }) => name === 'claims')!
const file = (...rows: object[]): string => [...jsonFile(claims, rows)].join('')

describe('a table as JSON', () => {
  it('is one array with one row a line', () => {
    const text = file(claimRow(), claimRow({ id: 'c_2' }))
    const lines = text.split('\n')
    expect(lines).toHaveLength(5)
    expect([lines[0], lines[3], lines[4]]).toEqual(['[', ']', ''])
    expect(JSON.parse(lines[2]!)).toMatchObject({ id: 'c_2', selector: { exact: '16.547 million' } })
  })

  it('is an empty array where there are no rows', () => {
    expect(file()).toBe('[]\n')
  })

  it('gives back the row, with numbers for decimal strings', () => {
    const row = claimRow({ value: '0.10' })
    const [back] = JSON.parse(file(row))
    expect(back).toEqual({
      ...row,
      value: 0.1,
      granule: 1000,
      e_low: 16546500,
      e_high: 16547500,
      readings: [{ ...row.readings[0], value: 16547000 }],
    })
  })

  it.each(['9007199254740993', '2.960', '0.1', '-0.00', '123456789012345678901234567890.5'])(
    'writes %s digit for digit',
    (value) => {
      expect(file(claimRow({ value }))).toContain(`"value":${value},`)
    },
  )

  it.each(['007', '1e5', '', '.5', '5.', 'NaN', '1,000'])('refuses the value %j', (value) => {
    expect(() => file(claimRow({ value }))).toThrow(/no number in decimal digits/u)
  })

  it('writes fields in the order of the schema, whatever the order in the row', () => {
    const row = claimRow()
    expect(file(Object.fromEntries(Object.entries(row).reverse()))).toBe(file(row))
  })

  it('holds any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (subject) => {
        expect(JSON.parse(file(claimRow({ subject })))[0].subject).toBe(subject)
        expect(file(claimRow({ subject })).split('\n')).toHaveLength(4)
      }),
      { numRuns: 200 },
    )
  })
})
