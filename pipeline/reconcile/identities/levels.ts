import type { KeyParts } from '../key.ts'
import type { Binding } from './identity.ts'

/** In what, and as a share of what, a level is given. */
export interface LevelForm {
  readonly unit: string
  readonly of: string | null
}

const isOfSameThing = (a: KeyParts, b: KeyParts): boolean => a.place === b.place && a.facet === b.facet

/**
 * The forms in which there are levels of the indicator that a change or gap speaks of, at its time or at its baseline;
 * where there are none, the usual form of the indicator, so that what no text states can be solved for.
 */
export const levelForms = ({ ledger, knowledge }: Binding, parts: KeyParts): LevelForm[] => {
  const found = new Map<string, LevelForm>()
  for (const level of ledger.keys({ indicator: parts.indicator, measure: 'level', class: 'outcome' })) {
    if (!isOfSameThing(level, parts) || level.unit === null) continue
    if (level.period !== parts.period && level.period !== parts.baseline) continue
    found.set(`${level.unit}|${level.of ?? ''}`, { unit: level.unit, of: level.of })
  }
  const usual = knowledge.indicators.get(parts.indicator)
  if (found.size === 0 && usual !== undefined && usual.unit !== 'currency') {
    return [{ unit: usual.unit, of: usual.unit === 'percent' ? usual.of : null }]
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, form]) => form)
}

/** The unit of a change or gap as the text says it, or as arithmetic has settled it; null where it stays ambiguous. */
export const settledUnit = (
  { settled }: Binding,
  key: string,
  parts: KeyParts,
): 'percent' | 'percentage_point' | 'absolute' | null =>
  parts.change_unit === 'ambiguous' ? (settled.get(key) ?? null) : parts.change_unit
