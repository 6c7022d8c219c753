import { join } from 'node:path'
import { packageRoot } from '../../catalog/package-root.ts'
import { localStages } from '../../pipeline/local-stages.ts'
import { parse } from '../../pipeline/parse/parse.ts'
import { readDocument } from '../../pipeline/resolve/document-context.ts'
import { runWith } from '../../pipeline/run.ts'
import { columnsOf } from '../../pipeline/write/columns.ts'
import { csvFile } from '../../pipeline/write/csv.ts'
import { tables } from '../../pipeline/write/tables.ts'
import type { ClaimRow } from '../../schemas/claim.ts'
import type { Dataset } from '../../schemas/dataset.ts'
import { cell, code, tableOf } from './markdown.ts'

/** The claim that shows most: of an observation with several values and documents, with most fields stated in words. */
const tellingClaim = ({ claims, observations, checks }: Dataset): ClaimRow => {
  const byId = new Map(observations.map((observation) => [observation.id, observation]))
  const score = (claim: ClaimRow): number => {
    const observation = byId.get(claim.observation_id ?? '')
    const stated = Object.values(claim.evidence).filter((each) => each?.stated).length
    const told = checks.filter(({ supports, refutes }) => supports.includes(claim.id) || refutes.includes(claim.id))
    const several = Math.min(observation?.n_values ?? 0, 2) * 100
    return several + Math.min(told.length, 1) * 50 + Math.min(observation?.n_docs ?? 0, 4) * 10 + stated
  }
  return claims
    .filter(({ kind, value }) => kind === 'percentage' && value !== null)
    .reduce((best, claim) => (score(claim) > score(best) ? claim : best))
}

const json = (value: unknown): string => `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``

const window = 90

/** The text around a span, cut at words, with what was left out marked. */
const around = (text: string, start: number, end: number): string => {
  const from = start <= window ? 0 : text.lastIndexOf(' ', start - window) + 1
  const next = text.indexOf(' ', end + window)
  const to = next < 0 ? text.length : next
  return `${from > 0 ? '… ' : ''}${text.slice(from, to)}${to < text.length ? ' …' : ''}`
}

const quoteBlock = (text: string): string =>
  `\`\`\`text\n${text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')}\n\`\`\``

const evidenceTable = (claim: ClaimRow): string => {
  const rows = Object.entries(claim.evidence).flatMap(([field, evidence]) => {
    if (evidence === undefined) return []
    const value = String(claim[field as keyof ClaimRow] ?? '')
    const said = evidence.stated ? 'stated' : 'implied'
    return [
      [code(field), cell(value), cell(evidence.exact), `${evidence.start}–${evidence.end}`, code(evidence.rule), said],
    ]
  })
  return tableOf(['field', 'value', 'words that say it', 'characters', 'rule', ''], rows)
}

const rowTable = (name: string, row: object): string => {
  const table = tables.find((each) => each.name === name)!
  const cells = columnsOf(table).map(({ name: column, path }) => {
    let value: unknown = row
    for (const key of path) value = (value as Record<string, unknown> | null | undefined)?.[key]
    const text = Array.isArray(value) ? (typeof value[0] === 'object' ? '…' : value.join(';')) : String(value ?? '')
    return [code(column), cell(text)] as const
  })
  return tableOf(
    ['column', 'cell'],
    cells.filter(([column, text]) => text !== '' && !column.includes('_evidence')),
  )
}

/**
 * One claim of the seeds followed from bytes to row, as the sections of docs/how-it-works.md: name -> Markdown.
 * Everything shown comes out of the stages as they are.
 */
export const claimWalk = async (): Promise<ReadonlyMap<string, string>> => {
  const seeds = join(packageRoot(), 'seeds')
  const { dataset } = await runWith(localStages, { inputs: [seeds] })
  const claim = tellingClaim(dataset)
  const catalog = await localStages.load()
  const { sources } = await localStages.find([seeds])
  const file = await localStages.read(sources.find(({ name }) => name === claim.document)!)

  const { start, end, exact } = claim.selector
  const points = Array.from(file.text)
  const at = { start: points.slice(0, start).join('').length, end: points.slice(0, end).join('').length }

  const { readings } = readDocument(parse(file.text).passages, catalog)
  const reading = readings.find(({ passage }) =>
    passage.segments.some(({ source, width }) => source <= at.start && at.end <= source + width),
  )!
  const { passage, mentions, asides, scan } = reading
  const segment = passage.segments.find(({ source, width }) => source <= at.start && at.start < source + width)!
  const inPassage = segment.at + at.start - segment.source
  const mention = mentions.find(({ first }) => scan.words[first]!.start === inPassage)!
  const { kind, rule, digits, value, low, high, unit, modifier } = mention

  const asideRows = asides.map(({ first, last, reason, rule: by }) => [
    cell(scan.slice(first, last)),
    code(reason),
    code(by),
  ])
  const observation = dataset.observations.find(({ id }) => id === claim.observation_id)!
  const peers = dataset.claims.filter(({ observation_id }) => observation_id === observation.id)
  const relations = dataset.relations.filter(({ claim_a, claim_b }) => [claim_a, claim_b].includes(claim.id))
  const checks = dataset.checks.filter(({ supports, refutes }) => [...supports, ...refutes].includes(claim.id))
  const claimsTable = tables.find(({ name }) => name === 'claims')!
  const csv = [...csvFile(claimsTable, [claim])].join('')

  return new Map([
    [
      'read',
      `${json({ name: file.name, path: file.path, sha256: file.sha256, bytes: file.bytes })}\n\n${quoteBlock(around(file.text, at.start, at.end))}`,
    ],
    [
      'parse',
      json({
        index: passage.index,
        role: passage.role,
        text: around(passage.text, inPassage, inPassage + exact.length),
        segment,
        heading: passage.heading === null ? null : readings[passage.heading]!.passage.text.trim(),
        lead: passage.lead === null ? null : around(readings[passage.lead]!.passage.text.trim(), 0, 0),
      }),
    ],
    ['extract', json({ rule, kind, digits, value, low, high, unit, modifier })],
    [
      'aside',
      asideRows.length === 0
        ? 'In this passage no number was set aside.'
        : tableOf(['in the same passage, set aside', 'reason', 'rule'], asideRows),
    ],
    [
      'steps',
      tableOf(
        ['step', 'from', 'to', 'rule'],
        claim.steps.map((step) => [code(step.op), cell(step.in), cell(step.out), code(step.rule)]),
      ),
    ],
    ['resolve', evidenceTable(claim)],
    [
      'interval',
      `The digits ${code(claim.digits)} with the modifier ${code(claim.modifier ?? '')} mean a number from ${claim.e_low} to ${claim.e_high} (ends ${code(claim.e_open ?? '')}); the last written digit is a step of ${claim.granule}.`,
    ],
    [
      'claims',
      tableOf(
        ['claim', 'document', 'as written', 'value', 'from', 'to'],
        peers.map((each) => [
          code(each.id),
          cell(each.document),
          cell(each.selector.exact),
          each.value ?? '',
          each.e_low ?? '',
          each.e_high ?? '',
        ]),
      ),
    ],
    [
      'relations',
      tableOf(
        ['claim', 'claim', 'relation', 'reason'],
        relations.map((each) => [code(each.claim_a), code(each.claim_b), code(each.relation), cell(each.reason ?? '')]),
      ),
    ],
    [
      'checks',
      checks.length === 0
        ? 'No arithmetic speaks of this claim.'
        : tableOf(
            ['check', 'outcome', 'supports', 'refutes', 'arithmetic'],
            checks.map(({ relation, outcome, text, ...each }) => [
              code(relation),
              code(outcome),
              each.supports.map(code).join(' '),
              each.refutes.map(code).join(' '),
              cell(text),
            ]),
          ),
    ],
    ['observation', rowTable('observations', observation)],
    ['row', rowTable('claims', claim)],
    [
      'csv',
      `\`claims.csv\` has ${columnsOf(claimsTable).length} columns; this row takes ${Buffer.byteLength(csv.slice(csv.indexOf('\n') + 1))} bytes in it.`,
    ],
  ])
}
