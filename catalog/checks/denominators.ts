import type { Problem } from '../catalog-error.ts'
import type { Contents } from '../read-files.ts'
import { known, references } from './reference.ts'

/** Wholes that are the same or near, and the indicators that a whole is the total of, are there. */
export const denominatorProblems = (contents: Contents): Problem[] => {
  const { file, value: denominators } = contents.denominators
  const ids = known(
    'denominator',
    'denominators.yaml',
    denominators.map(({ id }) => id),
  )
  const indicators = known('indicator', 'indicators.yaml', ['any', ...contents.indicators.value.map(({ id }) => id)])
  return denominators.flatMap(({ same, near, total_of }, at) => [
    ...references(file, [at, 'total_of'], total_of, indicators),
    ...references(file, [at, 'same'], same, ids),
    ...references(file, [at, 'near'], near, ids),
  ])
}
