import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { packageRoot } from '../../catalog/package-root.ts'
import type { ScoredClaim } from './claims.ts'
import type { GoldMention } from './gold.ts'

/** Fields compared where a claim met a mention, in the order in which they are printed. */
export const figureFields = [
  'kind',
  'value',
  'unit',
  'modifier',
  'measure',
  'direction',
  'indicator',
  'status',
  'period',
  'baseline',
  'place',
  'of',
] as const
export const legalFields = ['number', 'type', 'issued', 'issuer'] as const
export type Field = (typeof figureFields)[number] | (typeof legalFields)[number]

/** A row may be right without these: texts leave them out too often for anyone to agree on them. */
const lenient: readonly Field[] = ['baseline', 'of']

/** The fields that count for a mention. */
export const fieldsOf = (mention: GoldMention): readonly Field[] =>
  mention.kind === 'legal_document' ? ['kind', ...legalFields] : figureFields

export const isRowRight = (wrong: readonly Field[]): boolean => wrong.every((field) => lenient.includes(field))

/** Alias -> the unit it scores as, from test/gold/units.yaml. */
const readUnits = (): ReadonlyMap<string, string> => {
  const path = join(packageRoot(), 'test', 'gold', 'units.yaml')
  const same = z.record(z.string(), z.array(z.string())).parse(parse(readFileSync(path, 'utf8')))
  return new Map(Object.entries(same).flatMap(([unit, aliases]) => aliases.map((alias) => [alias, unit] as const)))
}
let units: ReadonlyMap<string, string> | null = null

const unitName = (unit: string | null): string | null => {
  if (unit === null) return null
  units ??= readUnits()
  const whole = unit.toLowerCase().replace(/[\s-]+/gu, '_')
  const last = whole.slice(whole.lastIndexOf('_') + 1)
  const singular = last.replace(/ies$/u, 'y').replace(/s$/u, '')
  return units.get(whole) ?? units.get(last) ?? units.get(singular) ?? singular
}

/** Figures that differ in the fifth digit or beyond are one, but counts of a thousand and more to the unit. */
const isSameNumber = (claimed: number | null, gold: number | null): boolean => {
  if (claimed === null || gold === null) return claimed === gold
  const gap = Math.abs(claimed - gold)
  return gap <= 2e-4 * Math.max(Math.abs(claimed), Math.abs(gold)) && (Math.abs(claimed) < 1000 || gap < 0.5)
}

/** A year and its last day are one here: "in 2021", "by the end of 2021". */
const isSamePeriod = (claimed: string | null, gold: string | null): boolean =>
  claimed?.replace(/-12-31$/u, '') === gold?.replace(/-12-31$/u, '')

/** Whether the claim has the mention's value in a field. */
export const agrees = (field: Field, claim: ScoredClaim, mention: GoldMention): boolean => {
  switch (field) {
    case 'value':
      return (['value', 'low', 'high'] as const).every((each) => isSameNumber(claim[each], mention[each]))
    case 'unit':
      return unitName(claim.unit) === unitName(mention.unit)
    case 'period':
    case 'baseline':
      return isSamePeriod(claim[field], mention[field])
    case 'number':
      return String(claim.number).toUpperCase() === String(mention.number).toUpperCase()
    default:
      return claim[field] === mention[field]
  }
}

/** The value of a field as it is shown: a range as "37..38", null as "null". */
export const shown = (field: Field, of: ScoredClaim | GoldMention): string =>
  field === 'value' ? String(of.value ?? `${of.low}..${of.high}`) : String(of[field])
