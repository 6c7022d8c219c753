import { hash } from 'node:crypto'
import type { ClaimPlacement } from '../../schemas/claim.ts'
import { compareWholes, type Knowledge } from './knowledge.ts'

/** The parts of an observation key, canonical, in the order in which they are compared and printed. */
export interface KeyParts {
  readonly indicator: string
  readonly measure: 'level' | 'change' | 'gap'
  /** outcome holds actual and estimate (an early vintage of the same thing); a goal is another variable. */
  readonly class: 'outcome' | 'target'
  readonly place: string | null
  readonly of: string | null
  readonly unit: string | null
  readonly change_unit: ClaimPlacement['change_unit']
  readonly facet: string | null
  /**
   * The document, for claims that never meet across texts: of an indicator that texts split, without a facet; of no
   * known place; of two figures in one text that nothing tells apart (then with the claim that came first).
   */
  readonly alone: string | null
  /** Normal form. */
  readonly period: string
  readonly baseline: string | null
}

export const partNames = [
  'indicator',
  'measure',
  'class',
  'place',
  'of',
  'unit',
  'change_unit',
  'facet',
  'alone',
  'period',
  'baseline',
] as const satisfies readonly (keyof KeyParts)[]
export type PartName = (typeof partNames)[number]

const written = (part: string | null): string => (part === null ? '' : part.replace(/[\\|]/gu, '\\$&'))

/** The key as one string; two claims share an observation where theirs are equal. */
export const keyOf = (parts: KeyParts): string => partNames.map((name) => written(parts[name])).join('|')

/** The key without what may differ between near claims: whole and unit of change. Near claims share it. */
export const nearKeyOf = (parts: KeyParts): string =>
  keyOf({ ...parts, of: null, unit: nearUnit(parts), change_unit: null })

/** A percent of a share may be percentage points, so the two meet in one near key. */
const nearUnit = (parts: KeyParts): string | null =>
  parts.change_unit !== null && parts.unit === 'percentage_point' ? 'percent' : parts.unit

/** A stable short id: a letter and twelve hex digits of the SHA-256 of what it names. */
export const shortId = (letter: string, name: string): string => `${letter}_${hash('sha256', name, 'hex').slice(0, 12)}`

export const observationId = (key: string): string => shortId('o', key)

export interface Comparability {
  readonly level: 'strict' | 'near' | 'none'
  /** The parts that differ, in the order of the key. */
  readonly differs: readonly PartName[]
}

const isNear = (knowledge: Knowledge, name: PartName, a: KeyParts, b: KeyParts): boolean => {
  if (name === 'of') return compareWholes(knowledge, a.of, b.of) === 'near'
  if (name === 'unit') return a.change_unit !== null && b.change_unit !== null && nearUnit(a) === nearUnit(b)
  return name === 'change_unit' && (a.change_unit === 'ambiguous' || b.change_unit === 'ambiguous')
}

/**
 * How comparable two keys are: strict (equal), near (equal but for a near or unsaid whole, or a change that may be in
 * percent or in points), or none.
 */
export const comparability = (knowledge: Knowledge, a: KeyParts, b: KeyParts): Comparability => {
  const differs = partNames.filter((name) => a[name] !== b[name])
  if (differs.length === 0) return { level: 'strict', differs }
  return { level: differs.every((name) => isNear(knowledge, name, a, b)) ? 'near' : 'none', differs }
}
