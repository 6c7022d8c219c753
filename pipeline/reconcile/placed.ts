import type { ClaimPlacement } from '../../schemas/claim.ts'
import type { DocumentFigures, Figure } from '../../schemas/result.ts'
import { type KeyParts, keyOf } from './key.ts'
import { canonicalWhole, type Knowledge } from './knowledge.ts'
import { type NormalPeriod, normalPeriod, periodForm, periodText } from './period.ts'
import type { Source } from './source.ts'
import { type Writing, writing } from './writing.ts'

/** Why a claim has no key. Such a claim groups with nothing, and may still be an operand of a check. */
export type Unkeyed =
  | 'legal_document'
  | 'value_unknown'
  | 'indicator_unknown'
  | 'measure_unknown'
  | 'period_unknown'
  | 'rejected'

/** A claim with its intervals and its place in the key. */
export interface Placed {
  readonly claim: Figure
  readonly source: Source
  /** Position in reading order of the document, from 0. */
  readonly order: number
  readonly writing: Writing | null
  readonly period: NormalPeriod | null
  readonly baseline: NormalPeriod | null
  readonly change_unit: ClaimPlacement['change_unit']
  readonly parts: KeyParts | null
  readonly key: string | null
  readonly unkeyed: Unkeyed | null
  /** Whether it is an estimate, by its own words or since it repeats one to the digit that was replaced since. */
  readonly is_estimate: boolean
  /** For a goal: the day on which the instrument that sets it was adopted, and that instrument's number. */
  readonly adopted: string | null
  readonly instrument: string | null
  /** What a reviewer should know of the placing: facet_unknown, facet_by_subject ... */
  readonly flags: readonly string[]
}

const changeUnit = (claim: Figure, indicatorUnit: string | undefined): ClaimPlacement['change_unit'] => {
  if (claim.measure === 'level' || claim.measure === null) return null
  if (claim.kind === 'multiple') return 'ambiguous' // "increased 10 times" is tenfold, or by ten times
  if (claim.unit === 'percentage_point') return 'percentage_point'
  if (claim.unit !== 'percent') return 'absolute'
  return indicatorUnit === undefined || indicatorUnit === 'percent' ? 'ambiguous' : 'percent'
}

/** The words of a facet with one space between them. */
export const facetText = (facet: string | null): string | null =>
  facet === null ? null : facet.replace(/\s+/gu, ' ').trim() || null

const whyUnkeyed = (claim: Figure, placed: Pick<Placed, 'writing' | 'period'>): Unkeyed | null => {
  if (claim.kind === 'legal_document') return 'legal_document'
  if (placed.writing === null) return 'value_unknown'
  if (claim.indicator === null) return 'indicator_unknown'
  if (claim.measure === null) return 'measure_unknown'
  return placed.period === null ? 'period_unknown' : null
}

/** "Inpatient and outpatient health care visits" are visits: of several words the last says what is counted. */
const unitOf = ({ kind, unit }: Figure, usual: string | undefined): string | null => {
  if (kind === 'multiple') return 'multiple'
  return usual !== undefined && unit?.endsWith(` ${usual}`) ? usual : unit
}

const partsOf = (
  claim: Figure,
  placed: Pick<Placed, 'period' | 'baseline' | 'change_unit'>,
  knowledge: Knowledge,
): KeyParts => {
  const indicator = claim.indicator ?? ''
  const facet = facetText(claim.facet)
  const splits = knowledge.indicators.get(indicator)?.partitioned ?? false
  return {
    indicator,
    measure: claim.measure ?? 'level',
    class: claim.status === 'target' ? 'target' : 'outcome',
    place: claim.place,
    of: canonicalWhole(knowledge, claim.of),
    unit: unitOf(claim, knowledge.indicators.get(indicator)?.unit),
    change_unit: placed.change_unit,
    facet,
    alone: claim.place === null || (splits && facet === null) ? claim.document : null,
    period: placed.period === null ? '' : periodText(placed.period),
    baseline: placed.baseline === null ? claim.baseline : periodText(placed.baseline),
  }
}

/** A claim with a part of its key changed. */
export const rekeyed = (placed: Placed, change: Partial<KeyParts>, flag?: string): Placed => {
  if (placed.parts === null) return placed
  const parts = { ...placed.parts, ...change }
  return { ...placed, parts, key: keyOf(parts), flags: flag === undefined ? placed.flags : [...placed.flags, flag] }
}

/** The claim's intervals, normal periods and key, from its own fields alone. */
export const placeClaim = (claim: Figure, order: number, source: Source, knowledge: Knowledge): Placed => {
  const indicator = claim.indicator === null ? undefined : knowledge.indicators.get(claim.indicator)
  const form = periodForm(indicator?.nature ?? null, claim.status === 'target')
  const basic = {
    writing: writing(claim, knowledge.reconciliation),
    period: normalPeriod(claim.period, form, claim.flags.includes('accumulated')),
    baseline: normalPeriod(claim.baseline, periodForm(indicator?.nature ?? null, false)),
    change_unit: changeUnit(claim, indicator?.unit),
  }
  const unkeyed = whyUnkeyed(claim, basic)
  const parts = unkeyed === null ? partsOf(claim, basic, knowledge) : null
  return {
    claim,
    source,
    order,
    ...basic,
    parts,
    key: parts === null ? null : keyOf(parts),
    unkeyed,
    is_estimate: claim.status === 'estimate',
    adopted: null,
    instrument: null,
    flags: [],
  }
}

/** All claims of a document, placed one by one, in reading order. */
export const placeClaims = (result: DocumentFigures, source: Source, knowledge: Knowledge): Placed[] =>
  result.claims.map((claim, order) => placeClaim(claim, order, source, knowledge))
