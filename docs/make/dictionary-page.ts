import { type Column, columnsOf } from '../../pipeline/write/columns.ts'
import { type Table, tables } from '../../pipeline/write/tables.ts'
import { cell, code, tableOf } from './markdown.ts'

const types: Readonly<Record<Column['type'], string>> = {
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: 'true or false',
  list: 'list',
  json: 'JSON',
}

const meaning = (column: Column): string => {
  const values = column.enum === null ? '' : ` One of: ${column.enum.map(code).join(', ')}.`
  return `${cell(column.description)}${values}`
}

/** Where the value stands in the JSON row, where that is not the column's own name. */
const inJson = ({ name, path }: Column): string => (path.join('.') === name ? '' : code(path.join('.')))

const evidenceRows = (columns: readonly Column[]): string[][] => {
  const parts = [...new Set(columns.map(({ path }) => path[2]!))]
  return parts.map((part) => {
    const one = columns.find(({ path }) => path[2] === part)!
    const name = one.name.replace(one.path[1]!, '<field>')
    const about = one.description.replace(/^Of [a-z]+: /u, '')
    return [code(name), types[one.type], 'yes', code(`evidence.<field>.${part}`), cell(about)]
  })
}

const columnRows = (table: Table): string[][] => {
  const columns = columnsOf(table)
  const isEvidence = ({ path }: Column): boolean => path[0] === 'evidence'
  const rows = columns
    .filter((column) => !isEvidence(column))
    .map((column) => [
      code(column.name),
      types[column.type],
      column.nullable ? 'yes' : '',
      inJson(column),
      meaning(column),
    ])
  const evidence = columns.filter(isEvidence)
  return [...rows, ...evidenceRows(evidence)]
}

const evidenceNote = (table: Table): string[] => {
  const fields = [...new Set(columnsOf(table).flatMap(({ path }) => (path[0] === 'evidence' ? [path[1]!] : [])))]
  if (fields.length === 0) return []
  return [
    '',
    `\`<field>\` is each of ${fields.map(code).join(', ')}. What the rules are called: [rules](method/rules.md).`,
  ]
}

const keys = ({ primaryKey, foreignKeys }: Table): string => {
  const own = `A row is known by ${primaryKey.map(code).join(' and ')}.`
  const links = foreignKeys.map(({ field, table }) => `${code(field)} leads to [${code(table)}](#${table}).`)
  return [own, ...links].join(' ')
}

const section = (table: Table): string =>
  [
    `## ${table.name}`,
    '',
    table.description,
    '',
    keys(table),
    '',
    tableOf(['column', 'type', 'may be empty', 'in JSON', 'meaning'], columnRows(table)),
    ...evidenceNote(table),
  ].join('\n')

const head = `# Data dictionary

<!-- Made by "npm run docs" from pipeline/write/tables.ts and schemas/. Change those, not this page. -->

Every table of a dataset, with every column. Each table is there twice, with the same rows in the same order: \`<table>.csv\` and \`<table>.json\`.

- CSV is UTF-8 with LF line ends, quoted as RFC 4180 says. An empty cell is null. Items of a list are joined by \`;\`, and a \`;\` inside an item is written \`%3B\`.
- JSON is one array of records, one record a line. Where the name in JSON differs from the column's, the table says it: \`selector.start\` is the field \`start\` of the
  record \`selector\`.
- Numbers are written digit for digit, without exponent. Read them as decimals, not as floating-point numbers, if the last digit matters to you.
- Offsets count Unicode code points of the decoded text (without a byte-order mark), from 0, end exclusive.
- Dates and periods are EDTF: \`2021\`, \`2022-02\`, \`2021-12-31\`, \`2020/2025\`.
- \`datapackage.json\` says the same for machines (Data Package v2).`

/** docs/data-dictionary.md, whole: from the list of tables and the schemas of their rows. */
export const dictionaryPage = (): string => `${[head, ...tables.map(section)].join('\n\n')}\n`
