import { Command } from 'commander'
import type { ClaimRow } from '../../schemas/claim.ts'
import type { Relation } from '../../schemas/observation.ts'
import { compareRows } from '../reconcile/compare-rows.ts'
import { UserError } from '../user-error.ts'
import { readTable } from '../write/read-table.ts'
import { type DatasetOptions, datasetOption } from './dataset-option.ts'
import type { Io } from './io.ts'
import { printableJson, printableLines } from './printable.ts'
import { rowOf } from './row-of.ts'

interface Options extends DatasetOptions {
  readonly catalog?: string
}

const quote = ({ document, selector, sentence }: ClaimRow): string =>
  `${selector.exact} (${document}): ${sentence.exact.replace(/\s+/gu, ' ').trim()}`

const measured = ({ gap, ulps, rel_diff, digit_distance, preferred, hints }: Relation): string[] =>
  [
    gap === null ? null : `distance of the intervals: ${gap}`,
    ulps === null ? null : `difference in units of the coarser last digit: ${ulps}`,
    rel_diff === null ? null : `relative difference: ${rel_diff}`,
    digit_distance === null ? null : `digits typed otherwise: ${digit_distance}`,
    preferred === null ? null : `finer or later: ${preferred}`,
    hints.length === 0 ? null : `hints: ${hints.join(', ')}`,
  ].filter((line) => line !== null)

const fields = ['indicator', 'measure', 'place', 'of', 'unit', 'change_unit', 'facet', 'period', 'baseline'] as const

/** What the two say of the part of the key in which they first differ: "period: 2021-12-31 and 2022-02-28". */
const differing = ({ reason }: Relation, a: ClaimRow, b: ClaimRow): string[] => {
  const part = reason?.replace(/^near /u, '').split(',')[0]
  const [said, other] = part === 'class' ? [a.status, b.status] : fieldsOf(part, a, b)
  return said === undefined || other === undefined || said === other
    ? []
    : [`${part}: ${said ?? 'not said'} and ${other ?? 'not said'}`]
}

const fieldsOf = (part: string | undefined, a: ClaimRow, b: ClaimRow): (string | null | undefined)[] => {
  const name = fields.find((each) => each === part)
  return name === undefined ? [] : [a[name], b[name]]
}

const text = (row: Relation, claims: ReadonlyMap<string, ClaimRow>): string => {
  const [a, b] = [claims.get(row.claim_a)!, claims.get(row.claim_b)!]
  return [
    [row.relation, row.strength, row.reason].filter((each) => each !== null).join(', '),
    ...[a, b].map((claim) => `  ${claim.id}  ${quote(claim)}`),
    ...[...differing(row, a, b), ...measured(row)].map((line) => `  ${line}`),
  ].join('\n')
}

/** The id of a claim. Of an observation its claims are named, since two of them are what is meant. */
const claimOf = (claims: readonly ClaimRow[], id: string, dataset: string): string => {
  const own = claims.filter(({ observation_id }) => observation_id === id).map((each) => each.id)
  if (own.length > 0) throw new UserError(`${id} is an observation; give two claims. It has ${own.join(', ')}.`, 2)
  return rowOf(claims, id, 'claims.csv', dataset).id
}

/** `provenum compare`: how two claims stand to each other, look-alikes included. */
export const compareCommand = (io: Io): Command =>
  new Command('compare')
    .description('Say how two claims stand to each other; where they may not be compared, in what they first differ.')
    .argument('<claim>', 'id of a claim (c_...), or its beginning')
    .argument('<other>', 'id of another claim')
    .addOption(datasetOption())
    .option('--catalog <folder>', 'the catalog that the dataset was made with, where it is your own')
    .option('--json', 'print it as one JSON record')
    .action(async (claim: string, other: string, { dataset, catalog, json }: Options) => {
      const [claims, documents] = await Promise.all([readTable(dataset, 'claims'), readTable(dataset, 'documents')])
      const { catalog: knowledge } = await io.stages.load(catalog)
      const [a, b] = [claim, other].map((id) => claimOf(claims, id, dataset)) as [string, string]
      if (a === b) throw new UserError(`${a} is given twice; name two claims.`, 2)
      const row = compareRows({ claims, documents }, a, b, knowledge)
      const byId = new Map(claims.map((each) => [each.id, each]))
      io.out(`${json ? printableJson(row) : printableLines(text(row, byId))}\n`)
    })
