import type { ClaimRow } from '../../schemas/claim.ts'
import type { Dataset } from '../../schemas/dataset.ts'
import type { Check, Observation, Relation } from '../../schemas/observation.ts'

/** The tables that a trail is read from. */
export type TrailTables = Pick<Dataset, 'claims' | 'observations' | 'relations' | 'conflicts' | 'checks'>

/** Everything that stands behind a claim or an observation, in the order in which it came about. */
export interface Trail {
  readonly id: string
  readonly title: string
  readonly sections: readonly { readonly name: string; readonly lines: readonly string[] }[]
}

const quote = ({ document, selector, line, column }: ClaimRow): string =>
  `${document}, line ${line}, column ${column}: "${selector.prefix.slice(-24)}[${selector.exact}]${selector.suffix.slice(0, 24)}"`.replace(
    /\s+/gu,
    ' ',
  )

const shown = (value: string | null): string => value ?? 'none'

const fieldNames = [
  'indicator',
  'measure',
  'direction',
  'status',
  'period',
  'baseline',
  'place',
  'of',
  'facet',
  'unit',
  'modifier',
  'number',
  'type',
  'issued',
  'issuer',
] as const

const fieldLines = (claim: ClaimRow): string[] =>
  fieldNames.flatMap((name): string[] => {
    const value = claim[name]
    if (value === null) return []
    const said = claim.evidence[name as keyof typeof claim.evidence]
    const words =
      said === undefined ? '' : ` (${said.stated ? 'stated' : 'implied'} by "${said.exact}", rule ${said.rule})`
    return [`${name}: ${value}${words}`]
  })

const readingLines = ({ readings }: ClaimRow): string[] =>
  readings.flatMap(({ name, value, chosen, tests }) => [
    `${chosen ? 'chosen' : 'rejected'}: ${name}, ${value}`,
    ...tests.map(({ test, outcome, text }) => `  ${test} ${outcome}: ${text}`),
  ])

const intervalLine = (claim: ClaimRow): string[] => {
  if (claim.e_low === null || claim.e_open === null) return []
  const [left, right] = claim.e_open
  return [`means ${left}${claim.e_low}, ${claim.e_high}${right}, counted in steps of ${claim.granule}`]
}

const checkLine = ({ id, relation, outcome, margin, text }: Check): string =>
  `${outcome}${margin === null ? '' : ` by ${margin}`} (${relation}): ${text} [${id}]`

const pairLine = (row: Relation, own: string, claims: ReadonlyMap<string, ClaimRow>): string => {
  const other = claims.get(row.claim_a === own ? row.claim_b : row.claim_a)
  const how = [row.relation, row.strength, row.reason, ...row.hints].filter((each) => each !== null).join(', ')
  return `${how}: ${other === undefined ? '' : quote(other)} [${other?.id}]`
}

const naming = (checks: readonly Check[], ids: ReadonlySet<string>): Check[] =>
  checks.filter((check) =>
    [...check.supports, ...check.refutes, ...check.inputs.map((input) => input.slice(input.lastIndexOf('c_')))].some(
      (id) => ids.has(id),
    ),
  )

const section = (name: string, lines: readonly string[]) => (lines.length === 0 ? [] : [{ name, lines }])

const claimTrail = (claim: ClaimRow, tables: TrailTables, claims: ReadonlyMap<string, ClaimRow>): Trail => {
  const observation = tables.observations.find(({ id }) => id === claim.observation_id)
  const pairs = tables.relations.filter((row) => row.claim_a === claim.id || row.claim_b === claim.id)
  return {
    id: claim.id,
    title: `${claim.selector.exact}: ${shown(claim.indicator)}, ${shown(claim.place)}, ${shown(claim.period)}`,
    sections: [
      ...section('source', [
        `${claim.source.path}, sha256 ${claim.source.sha256}`,
        `characters ${claim.selector.start} to ${claim.selector.end}, line ${claim.line}, column ${claim.column}`,
        claim.sentence.exact.replace(/\s+/gu, ' ').trim(),
      ]),
      ...section('value', [
        ...claim.steps.map((step) => `${step.op}: ${step.in} -> ${step.out} (${step.rule})`),
        ...readingLines(claim),
        ...intervalLine(claim),
        ...(claim.period_end === null
          ? []
          : [`period ${claim.period_start} to ${claim.period_end} (${claim.period_rule})`]),
        ...(claim.flags.length === 0 ? [] : [`flags: ${claim.flags.join(', ')}`]),
      ]),
      ...section('words', fieldLines(claim)),
      ...section('observation', observation === undefined ? [] : [`${observation.id}: ${observation.explanation}`]),
      ...section(
        'pairs',
        pairs.map((row) => pairLine(row, claim.id, claims)),
      ),
      ...section('checks', naming(tables.checks, new Set([claim.id])).map(checkLine)),
    ],
  }
}

const verdictLines = (row: Observation): string[] => [
  `value ${shown(row.value)}, from ${shown(row.low)} to ${shown(row.high)}, grade ${row.grade}, status ${row.obs_status}`,
  `values on offer: ${row.candidates.join(', ')}`,
  `decided by ${shown(row.decided_by)}; agree: ${row.agree.join(', ') || 'none'}; against: ${row.against.join(', ') || 'none'}`,
  [
    [row.n_claims, 'claim'] as const,
    [row.n_docs, 'document'] as const,
    [row.n_reports, 'report'] as const,
    [row.n_origins, 'origin'] as const,
  ]
    .map(([count, noun]) => `${count} ${noun}${count === 1 ? '' : 's'}`)
    .join(', '),
  ...(row.flags.length === 0 ? [] : [`flags: ${row.flags.join(', ')}`]),
  ...(row.comparability_note === null ? [] : [`made comparable: ${row.comparability_note}`]),
  ...(row.see_also.length === 0 ? [] : [`see also: ${row.see_also.join(', ')}`]),
  ...(row.decision_id === null ? [] : [`ruling: ${row.decision_id}`]),
]

const observationTrail = (row: Observation, tables: TrailTables): Trail => {
  const own = tables.claims.filter(({ observation_id }) => observation_id === row.id)
  const ids = new Set(own.map(({ id }) => id))
  const conflicts = tables.conflicts.filter(({ observation_id }) => observation_id === row.id)
  const key = [row.indicator, row.measure, row.class, row.place, row.of, row.unit, row.facet, row.period, row.baseline]
  return {
    id: row.id,
    title: row.explanation,
    sections: [
      ...section('key', [key.map((part) => part ?? '-').join(' | ')]),
      ...section('verdict', verdictLines(row)),
      ...section(
        'claims',
        own.map((claim) => `${claim.id === row.preferred_claim ? '* ' : ''}${quote(claim)} [${claim.id}]`),
      ),
      ...section(
        'conflicts',
        conflicts.map(
          (each) => `${each.claim_a} / ${each.claim_b}: ${each.relation}, cause ${each.cause}, ${each.resolution}`,
        ),
      ),
      ...section('checks', naming(tables.checks, ids).map(checkLine)),
    ],
  }
}

/**
 * The whole trail of a claim (c_...) or an observation (o_...): from the characters of the file to the verdict.
 * Throws RangeError where the tables hold no such id.
 */
export const trailOf = (id: string, tables: TrailTables): Trail => {
  const claims = new Map(tables.claims.map((claim) => [claim.id, claim]))
  const claim = claims.get(id)
  if (claim !== undefined) return claimTrail(claim, tables, claims)
  const observation = tables.observations.find((row) => row.id === id)
  if (observation !== undefined) return observationTrail(observation, tables)
  throw new RangeError(`${id} is no claim (c_...) and no observation (o_...) of this dataset.`)
}

/** A trail as text for a terminal: a heading for each section, its lines indented. */
export const trailText = ({ id, title, sections }: Trail): string =>
  [`${id}  ${title}`, ...sections.flatMap(({ name, lines }) => [name, ...lines.map((line) => `  ${line}`)])].join('\n')
