import type { Problem } from '../catalog-error.ts'
import type { Contents } from '../read-files.ts'
import { known, reference } from './reference.ts'

/** Parents, successors and currencies are there; a code stands once from any day; days are in order. */
export const placeProblems = (contents: Contents): Problem[] => {
  const { file, value: places } = contents.places
  const codes = known(
    'place',
    'places.yaml',
    places.map(({ code }) => code),
  )
  const money = contents.units.value.filter(({ kind }) => kind === 'money')
  const currencies = known(
    'currency',
    'units.yaml',
    money.map(({ id }) => id),
  )
  const seen = new Set<string>()
  return places.flatMap(({ code, parent, successor, currency, valid_from, valid_to }, at) => {
    const found = [
      ...reference(file, [at, 'parent'], parent, codes),
      ...reference(file, [at, 'successor'], successor, codes),
      ...reference(file, [at, 'currency'], currency, currencies),
    ]
    const start = `${code} ${valid_from}`
    if (seen.has(start)) {
      found.push(
        file.problem([at, 'code'], `"${code}" is there twice from the same day; give the later one a valid_from`),
      )
    }
    seen.add(start)
    if (valid_from !== null && valid_to !== null && valid_to < valid_from) {
      found.push(file.problem([at, 'valid_to'], `"${valid_to}" is before valid_from; swap the two`))
    }
    return found
  })
}
