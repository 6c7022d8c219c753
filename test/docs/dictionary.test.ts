import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { dictionaryPage } from '../../docs/make/dictionary-page.ts'
import { columnsOf } from '../../pipeline/write/columns.ts'
import { tables } from '../../pipeline/write/tables.ts'

const page = dictionaryPage()

/** The part of the page that tells of a table. */
const sectionOf = (name: string): string => {
  const from = page.indexOf(`\n## ${name}\n`)
  const to = page.indexOf('\n## ', from + 1)
  return from < 0 ? '' : page.slice(from, to < 0 ? page.length : to)
}

describe('the data dictionary', () => {
  it.each(tables)('tells every column of $name, its type and its meaning', (table) => {
    const section = sectionOf(table.name)
    for (const { name, path } of columnsOf(table)) {
      const shown = path[0] === 'evidence' ? name.replace(path[1]!, '<field>') : name
      const row = section.split('\n').find((line) => line.startsWith(`| \`${shown}\` |`))
      const cells = row?.split(/(?<!\\)\|/u).map((each) => each.trim()) ?? []
      expect([name, cells.length]).toEqual([name, 7])
      expect([name, cells[2]]).not.toEqual([name, ''])
      expect([name, cells[5]]).not.toEqual([name, ''])
    }
  })

  it.each(tables)('says each value that a column of $name can have', (table) => {
    for (const { enum: values } of columnsOf(table))
      for (const value of values ?? []) expect(sectionOf(table.name)).toContain(`\`${value}\``)
  })

  it.each(tables)('finds no column of $name without a description in its schema', (table) => {
    const schema = z.toJSONSchema(table.row)
    expect(Object.keys(schema.properties ?? {}).length).toBeGreaterThan(2)
    const bare = columnsOf(table).filter(({ description }) => description.replace(/^Of [a-z]+: /u, '').trim() === '')
    expect(bare.map(({ name }) => name)).toEqual([])
  })
})
