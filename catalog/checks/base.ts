import type { Problem } from '../catalog-error.ts'
import type { Contents } from '../read-files.ts'
import { known, reference } from './reference.ts'

/** What a unit is a multiple of, and the place of an authority, are there. */
export const baseProblems = (contents: Contents): Problem[] => {
  const { units, authorities } = contents
  const ids = known(
    'unit',
    'units.yaml',
    units.value.map(({ id }) => id),
  )
  const codes = known(
    'place',
    'places.yaml',
    contents.places.value.map(({ code }) => code),
  )
  return [
    ...units.value.flatMap(({ base }, at) => reference(units.file, [at, 'base'], base, ids)),
    ...authorities.value.flatMap(({ place }, at) => reference(authorities.file, [at, 'place'], place, codes)),
  ]
}
