import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Knowledge } from '../../pipeline/reconcile/knowledge.ts'
import { type Placed, placeClaim } from '../../pipeline/reconcile/placed.ts'
import { type Reconciliation, reconcile } from '../../pipeline/reconcile/reconcile.ts'
import { sourceOf } from '../../pipeline/reconcile/source.ts'
import { Denominator, Indicator, IndicatorRelation } from '../../schemas/catalog.ts'
import type { Claim } from '../../schemas/claim.ts'
import type { Decision } from '../../schemas/decision.ts'
import { SourceFacts, type SourceList } from '../../schemas/document.ts'
import type { Observation } from '../../schemas/observation.ts'
import { ReconciliationSettings } from '../../schemas/reconciliation.ts'
import type { DocumentResult } from '../../schemas/result.ts'

export const settings = ReconciliationSettings.parse(
  parse(readFileSync(new URL('../../catalog/base/reconciliation.yaml', import.meta.url), 'utf8')),
)

const indicator = (id: string, unit: string, nature: Indicator['nature'], more: Partial<Indicator> = {}): Indicator =>
  Indicator.parse({ id, label: { en: id }, definition: { en: id }, unit, nature, cues: [['x']], ...more })

/** A small country of the mind: one register (a stock), its coverage, two parts, a fund (a flow), support in packages. */
export const knowledge: Knowledge = {
  indicators: new Map(
    [
      indicator('register.members', 'person', 'stock'),
      indicator('register.coverage', 'percent', 'share', { of: 'labour_force' }),
      indicator('public.members', 'person', 'stock'),
      indicator('public.coverage', 'percent', 'share', { of: 'labour_force' }),
      indicator('private.members', 'person', 'stock'),
      indicator('private.coverage', 'percent', 'share', { of: 'labour_force' }),
      indicator('fund.revenue', 'currency', 'flow'),
      indicator('fund.debt', 'currency', 'stock'),
      indicator('office.time', 'hour', 'duration'),
      indicator('support.persons', 'person', 'flow', { partitioned: true }),
      indicator('support.amount', 'currency', 'flow', { partitioned: true }),
    ].map((each) => [each.id, each]),
  ),
  relations: [
    { type: 'latent', of: 'labour_force', yearly_rise: '4', yearly_fall: '4' },
    { type: 'share', share: 'register.coverage', part: 'register.members', whole: 'labour_force' },
    { type: 'share', share: 'public.coverage', part: 'public.members', whole: 'labour_force' },
    { type: 'share', share: 'private.coverage', part: 'private.members', whole: 'labour_force' },
    { type: 'sum', total: 'register.members', parts: ['public.members', 'private.members'] },
    { type: 'place_share', of: 'members', indicator: 'register.members' },
    { type: 'bound', lesser: 'register.members', greater: 'labour_force' },
    { type: 'path', indicator: 'register.coverage', direction: 'rising' },
    { type: 'pace', indicator: 'fund.revenue', low: '0.5', high: '2' },
    {
      type: 'per_unit',
      amount: 'support.amount',
      count: 'support.persons',
      unit: 'VND',
      low: '50000',
      high: '20000000',
    },
  ].map((relation) => IndicatorRelation.parse(relation)),
  denominators: new Map(
    [
      Denominator.parse({ id: 'labour_force', same: ['workforce'], near: ['adults'], terms: {} }),
      Denominator.parse({ id: 'adults', terms: {} }),
      Denominator.parse({ id: 'members', terms: {} }),
    ].map((each) => [each.id, each]),
  ),
  places: [],
  authorities: new Map(),
  reconciliation: settings,
}

let made = 0

/** A claim of the register with the fields given: 16.5 million members at the end of 2021, in document "a". */
export const claim = (fields: Partial<Claim> = {}): Claim => {
  made += 1
  const document = fields.document ?? 'a'
  const digits = fields.digits ?? '16.5'
  const start = fields.selector?.start ?? made * 100
  return {
    id: `c_${String(made).padStart(6, '0')}`,
    document,
    kind: 'count',
    value: '16500000',
    low: null,
    high: null,
    unit: 'person',
    modifier: 'exact',
    measure: 'level',
    direction: null,
    indicator: 'register.members',
    subject: null,
    status: 'actual',
    period: '2021-12-31',
    baseline: null,
    place: 'VN',
    of: null,
    facet: null,
    number: null,
    type: null,
    issued: null,
    issuer: null,
    digits,
    scale: '6',
    readings: [],
    rule: 'sample',
    flags: [],
    source: { path: `${document}.txt`, sha256: '0'.repeat(64) },
    selector: { start, end: start + digits.length, exact: digits, prefix: '', suffix: '' },
    line: made,
    column: 1,
    sentence: { start, end: start + digits.length, exact: digits },
    evidence: {},
    steps: [],
    ...fields,
  }
}

/** A percentage: the register's coverage, as "33.75". */
export const percent = (digits: string, fields: Partial<Claim> = {}): Claim =>
  claim({
    kind: 'percentage',
    value: digits,
    digits,
    scale: null,
    unit: 'percent',
    indicator: 'register.coverage',
    of: 'labour_force',
    ...fields,
  })

/** A count in millions: the register's members, as "16.547". */
export const millions = (digits: string, fields: Partial<Claim> = {}): Claim => {
  const [whole = '0', fraction = ''] = digits.split('.')
  const value = BigInt(whole + fraction.padEnd(6, '0')).toString()
  return claim({ digits, value, ...fields })
}

/** A number as written alone: "626,397". */
export const plain = (digits: string, fields: Partial<Claim> = {}): Claim =>
  claim({ digits, value: digits.replaceAll(',', ''), scale: null, ...fields })

export const documentOf = (
  name: string,
  claims: readonly Claim[],
  fields: Partial<DocumentResult> = {},
): DocumentResult => ({
  document: name,
  path: `${name}.txt`,
  sha256: '0'.repeat(64),
  bytes: 0,
  chars: 0,
  format: 'plain',
  lang: 'en',
  title: null,
  dateline: null,
  place: null,
  claims: claims.map((each) => ({ ...each, document: name })),
  unclaimed: [],
  legalLinks: [],
  legalStatements: [],
  ...fields,
})

/** A claim in its place, alone in its document. */
export const placed = (each: Claim, facts: SourceList = {}): Placed =>
  placeClaim(each, 0, sourceOf(documentOf(each.document, [each]), facts, knowledge), knowledge)

/** Documents by name, each with its claims, reconciled with what is known of their sources. */
export const reconciled = (
  documents: Readonly<Record<string, readonly Claim[]>>,
  facts: Readonly<Record<string, Partial<SourceFacts>>> = {},
  decisions: readonly Decision[] = [],
  known: Knowledge = knowledge,
): Reconciliation =>
  reconcile(
    Object.entries(documents).map(([name, claims]) => documentOf(name, claims)),
    Object.fromEntries(Object.entries(facts).map(([name, each]) => [name, SourceFacts.parse(each)])),
    known,
    decisions,
  )

/** The observation that a claim is in. */
export const observationOf = (found: Reconciliation, { id }: Claim): Observation => {
  const observation = found.observations.find((each) => each.id === found.placements.get(id)?.observation_id)
  if (observation === undefined) throw new Error(`${id} is in no observation.`)
  return observation
}
