import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../../catalog/package-root.ts'
import { withSection } from '../../../pipeline/evaluate/marked-section.ts'
import { columnsOf } from '../../../pipeline/write/columns.ts'
import { readmeTables } from '../../../pipeline/write/readme-tables.ts'
import { tables } from '../../../pipeline/write/tables.ts'

describe('the tables in the README', () => {
  const text = readmeTables()

  it('name every table, its key and every column but those of evidence, which are told once', () => {
    for (const table of tables) {
      expect(text).toContain(`| \`${table.name}\` | ${table.primaryKey.map((key) => `\`${key}\``).join(', ')} |`)
      for (const { name, path } of columnsOf(table))
        if (path[0] !== 'evidence') expect(text).toContain(`| \`${name}\` |`)
    }
    expect(text.match(/_evidence_start/gu)).toHaveLength(1)
  })

  it('are Markdown tables: no cell breaks its row', () => {
    for (const line of text.split('\n').filter((each) => each.startsWith('|')))
      expect([line, line.replaceAll('\\|', '').split('|').length]).toEqual([line, 5])
  })

  it('are those that the README shows (npm run readme writes them)', () => {
    const readme = readFileSync(join(packageRoot(), 'README.md'), 'utf8')
    expect(withSection(readme, 'files', text)).toBe(readme)
  })
})
