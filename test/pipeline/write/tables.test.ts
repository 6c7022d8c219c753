import { describe, expect, it } from 'vitest'
import { columnsOf } from '../../../pipeline/write/columns.ts'
import { tables } from '../../../pipeline/write/tables.ts'
import { emptyDataset } from './sample.ts'

const claims = tables.find(({ name }) => name === 'claims')!

describe('the list of tables', () => {
  it('holds every table of the dataset once', () => {
    expect(tables.map(({ name }) => name).sort()).toEqual(Object.keys(emptyDataset).sort())
  })

  it.each(tables.map((table) => [table.name, table] as const))(
    '%s: every column has a name of its own and a description',
    (_, table) => {
      const columns = columnsOf(table)
      expect(columns.length).toBeGreaterThan(4)
      expect(
        columns
          .filter(({ description }) => !/^[(\p{L}].{4,}/u.test(description.replace(/^Of \w+: /u, '')))
          .map(({ name }) => name),
      ).toEqual([])
      expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length)
    },
  )

  it.each(tables.map((table) => [table.name, table] as const))(
    '%s: keys are columns, and foreign keys point at a key of one column',
    (_, table) => {
      const names = columnsOf(table).map(({ name }) => name)
      expect(names).toEqual(expect.arrayContaining([...table.primaryKey]))
      for (const { field, table: to } of table.foreignKeys) {
        expect(names).toContain(field)
        expect(tables.find(({ name }) => name === to)!.primaryKey).toHaveLength(1)
      }
    },
  )
})

describe('the columns of claims', () => {
  const names = columnsOf(claims).map(({ name }) => name)

  it('lie flat: source, selector, sentence, evidence', () => {
    expect(names).toEqual(
      expect.arrayContaining([
        'source_path',
        'sha256',
        'start',
        'end',
        'exact',
        'prefix',
        'suffix',
        'sentence',
        'sentence_start',
      ]),
    )
    expect(names).toEqual(
      expect.arrayContaining([
        'place_evidence',
        'place_evidence_start',
        'place_evidence_end',
        'place_evidence_rule',
        'place_evidence_stated',
      ]),
    )
  })

  it('keep the period in normal form apart from the evidence of the period', () => {
    expect(names).toEqual(
      expect.arrayContaining(['period_start', 'period_rule', 'period_evidence_start', 'period_evidence_rule']),
    )
  })

  it('have the many columns of evidence after all others but the steps', () => {
    expect(names.findIndex((name) => name.includes('_evidence'))).toBeGreaterThan(names.indexOf('observation_id'))
    expect(names.at(-1)).toBe('steps')
  })

  it('know their types and what may be null', () => {
    const column = Object.fromEntries(columnsOf(claims).map((each) => [each.name, each]))
    expect(column.value).toMatchObject({ type: 'number', nullable: true })
    expect(column.start).toMatchObject({ type: 'integer', nullable: false, minimum: 0 })
    expect(column.line).toMatchObject({ type: 'integer', nullable: false })
    expect(column.modifier!.enum).toContain('more_than')
    expect(column.flags!.type).toBe('list')
    expect(column.steps!.type).toBe('json')
    expect(column.place_evidence_stated).toMatchObject({ type: 'boolean', nullable: true })
    expect(column.period!.pattern).toContain('X')
  })
})
