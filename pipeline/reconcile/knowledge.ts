import type { Authority, Denominator, Indicator, IndicatorRelation, Place } from '../../schemas/catalog.ts'
import type { ReconciliationSettings } from '../../schemas/reconciliation.ts'

/** The part of the catalog that reconciling rests on. */
export interface Knowledge {
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly relations: readonly IndicatorRelation[]
  readonly denominators: ReadonlyMap<string, Denominator>
  readonly places: readonly Place[]
  readonly authorities: ReadonlyMap<string, Authority>
  readonly reconciliation: ReconciliationSettings
}

/** The relations of one type, in the order in which the catalog declares them. */
export const relationsOf = <Type extends IndicatorRelation['type']>(
  knowledge: Knowledge,
  type: Type,
): Extract<IndicatorRelation, { type: Type }>[] =>
  knowledge.relations.filter(
    (relation): relation is Extract<IndicatorRelation, { type: Type }> => relation.type === type,
  )

/** The place that a place is a part of: as the catalog says, else the country of an ISO 3166-2 code. */
export const parentPlace = (knowledge: Knowledge, code: string): string | null => {
  const known = knowledge.places.find((place) => place.code === code)?.parent
  if (known !== undefined && known !== null) return known
  const dash = code.indexOf('-')
  return dash < 0 ? null : code.slice(0, dash)
}

/** What a text calls the whole of a share, by the id that stands first of those that the catalog calls the same. */
export const canonicalWhole = (knowledge: Knowledge, of: string | null): string | null => {
  if (of === null) return null
  for (const { id, same } of knowledge.denominators.values()) if (id === of || same.includes(of)) return id
  return of
}

/** Whether two wholes (canonical ids) are the same, near (or one of them unsaid), or different. */
export const compareWholes = (
  knowledge: Knowledge,
  a: string | null,
  b: string | null,
): 'same' | 'near' | 'different' => {
  if (a === b) return 'same'
  if (a === null || b === null) return 'near'
  const names = (from: string, to: string): boolean => knowledge.denominators.get(from)?.near.includes(to) ?? false
  return names(a, b) || names(b, a) ? 'near' : 'different'
}
