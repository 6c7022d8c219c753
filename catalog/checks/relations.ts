import type { Problem } from '../catalog-error.ts'
import type { Contents } from '../read-files.ts'
import { known, reference, references } from './reference.ts'

/** Fields of a relation that hold the id of an indicator or of a denominator. */
const naming = new Set([
  'share',
  'part',
  'whole',
  'of',
  'indicator',
  'indicators',
  'total',
  'parts',
  'lesser',
  'greater',
  'amount',
  'count',
  'change',
])

/** Relations are between indicators and denominators that are there. */
export const relationProblems = (contents: Contents): Problem[] => {
  const { file, value: relations } = contents.relations
  const entries = [...contents.indicators.value, ...contents.denominators.value]
  const ids = known(
    'indicator or denominator',
    'indicators.yaml or denominators.yaml',
    entries.map(({ id }) => id),
  )
  return relations.flatMap((relation, at) =>
    Object.entries(relation).flatMap(([field, named]) => {
      if (!naming.has(field)) return []
      return Array.isArray(named)
        ? references(file, [at, field], named, ids)
        : reference(file, [at, field], String(named), ids)
    }),
  )
}
