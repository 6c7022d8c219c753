import type { Problem } from '../catalog-error.ts'
import type { Contents } from '../read-files.ts'
import { known, reference, references } from './reference.ts'

/** What an indicator names is there: terms, units, wholes, and the indicator that it becomes beyond its bound. */
export const indicatorProblems = (contents: Contents): Problem[] => {
  const { file, value: indicators } = contents.indicators
  const ids = known(
    'indicator',
    'indicators.yaml',
    indicators.map(({ id }) => id),
  )
  const terms = known(
    'term',
    'terms/*.yaml',
    contents.terms.flatMap(({ value }) => Object.keys(value)),
  )
  const wholes = known(
    'denominator',
    'denominators.yaml',
    contents.denominators.value.map(({ id }) => id),
  )
  const units = known('unit', 'units.yaml', ['percent', 'currency', ...contents.units.value.map(({ id }) => id)])
  return indicators.flatMap((indicator, at) => [
    ...indicator.cues.flatMap((any, and) => references(file, [at, 'cues', and], any, terms)),
    ...references(file, [at, 'assumes'], indicator.assumes, terms),
    ...references(file, [at, 'unless'], indicator.unless, terms),
    ...reference(file, [at, 'unit'], indicator.unit, units),
    ...references(file, [at, 'units'], indicator.units, units),
    ...reference(file, [at, 'of'], indicator.of, wholes),
    ...references(file, [at, 'wholes'], indicator.wholes, wholes),
    ...reference(file, [at, 'exceeds', 'indicator'], indicator.exceeds?.indicator ?? null, ids),
    ...reference(file, [at, 'exceeds', 'unit'], indicator.exceeds?.unit ?? null, units),
  ])
}
