import { type Column, columnsOf } from './columns.ts'
import { type Table, tables } from './tables.ts'

const typeName: Readonly<Record<Column['type'], string>> = {
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: 'true or false',
  list: 'list, by ";"',
  json: 'JSON',
}

const cell = (text: string): string => text.replaceAll('|', '\\|')

const columnRows = (table: Table): string[] => {
  const columns = columnsOf(table)
  // The five columns of evidence are the same for every field: they are told once.
  const told = columns.filter(({ path }) => path[0] !== 'evidence')
  const rows = told.map(({ name, type, description }) => `| \`${name}\` | ${typeName[type]} | ${cell(description)} |`)
  const fields = [...new Set(columns.filter(({ path }) => path[0] === 'evidence').map(({ path }) => path[1]!))]
  if (fields.length === 0) return rows
  const names = fields.map((field) => `\`${field}\``).join(', ')
  return [
    ...rows,
    `| \`<field>_evidence\` | text | The words that say the field; likewise \`_evidence_start\`, \`_evidence_end\`, \`_evidence_rule\` and \`_evidence_stated\` (false where it is implied). Fields: ${names}. |`,
  ]
}

/** The tables of the dataset as Markdown for the README: what each is, its key, and its columns. */
export const readmeTables = (): string =>
  [
    '| table | a row is known by | what it holds |',
    '| --- | --- | --- |',
    ...tables.map(
      ({ name, primaryKey, description }) =>
        `| \`${name}\` | ${primaryKey.map((key) => `\`${key}\``).join(', ')} | ${cell(description)} |`,
    ),
    ...tables.flatMap((table) => [
      '',
      `<details><summary>Columns of <code>${table.name}</code></summary>`,
      '',
      '| column | type | |',
      '| --- | --- | --- |',
      ...columnRows(table),
      '',
      '</details>',
    ]),
  ].join('\n')
