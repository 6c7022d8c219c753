import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Observation } from '../../schemas/observation.ts'
import { counted } from '../commands/counted.ts'
import { tables } from '../write/tables.ts'

/** Rows as they stand in the JSON files, where decimals are numbers. */
type Printed<Row> = { readonly [Field in keyof Row]: unknown }

const readRows = async <Row>(folder: string, table: string): Promise<readonly Printed<Row>[]> =>
  JSON.parse(await readFile(join(folder, `${table}.json`), 'utf8'))

const shownFields = [
  'indicator',
  'measure',
  'place',
  'period',
  'value',
  'unit',
  'n_claims',
  'n_values',
  'decided_by',
  'grade',
] as const

/**
 * What a run printed and found, for the README, from the dataset in `folder`: the line that the command gave, and the observations whose
 * texts do not all say the same.
 */
export const readmeUse = async (folder: string, named: string): Promise<string> => {
  const lengths = await Promise.all(
    tables.map(async ({ name }) => [name, (await readRows(folder, name)).length] as const),
  )
  const rowsOf = new Map(lengths)
  const observations = await readRows<Observation>(folder, 'observations')
  const disputed = observations.filter(({ n_values }) => Number(n_values) > 1)
  const rows = disputed.map((row) => `| ${shownFields.map((field) => row[field] ?? '').join(' | ')} |`)
  return [
    '```text',
    `${counted((table) => rowsOf.get(table)!)} in ${named}`,
    '```',
    '',
    'The figures on which these texts do not agree, from `observations.csv`:',
    '',
    `| ${shownFields.join(' | ')} |`,
    `|${shownFields.map(() => ' --- |').join('')}`,
    ...rows,
  ].join('\n')
}
