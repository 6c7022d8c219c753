import type { Problem } from '../catalog-error.ts'
import type { Contents } from '../read-files.ts'
import { known, references } from './reference.ts'

/** Wholes that are the same or near are there. */
export const denominatorProblems = (contents: Contents): Problem[] => {
  const { file, value: denominators } = contents.denominators
  const ids = known(
    'denominator',
    'denominators.yaml',
    denominators.map(({ id }) => id),
  )
  return denominators.flatMap(({ same, near }, at) => [
    ...references(file, [at, 'same'], same, ids),
    ...references(file, [at, 'near'], near, ids),
  ])
}
