import type { Problem } from './catalog-error.ts'
import { nearestName } from './nearest-name.ts'
import type { Contents } from './read-files.ts'

const noSuch = (noun: string, name: string, where: string, known: Iterable<string>): string => {
  const nearest = nearestName(name, known)
  return `${noun} "${name}" is in no ${where}; ${nearest === null ? `add it there, or take it out` : `did you mean "${nearest}"?`}`
}

/** The same id on two entries of one list: the later is reported. */
const twice = (
  contents: Contents,
  part: 'indicators' | 'denominators' | 'units' | 'authorities' | 'legalTypes',
): Problem[] => {
  const seen = new Set<string>()
  return contents[part].value.flatMap((entry, at) => {
    if (seen.has(entry.id))
      return [
        contents[part].file.problem([at, 'id'], `"${entry.id}" is there twice; give it another id or join the two`),
      ]
    seen.add(entry.id)
    return []
  })
}

const indicatorProblems = (contents: Contents): Problem[] => {
  const { file, value: indicators } = contents.indicators
  const ids = indicators.map((indicator) => indicator.id)
  const terms = new Set(contents.terms.flatMap(({ value }) => Object.keys(value)))
  const units = new Set(contents.units.value.map((unit) => unit.id))
  const wholes = new Set(contents.denominators.value.map((denominator) => denominator.id))
  const found: Problem[] = []
  for (const [at, indicator] of indicators.entries()) {
    const termAt = (path: readonly PropertyKey[], name: string): void => {
      if (!terms.has(name)) found.push(file.problem([at, ...path], noSuch('term', name, 'terms/*.yaml', terms)))
    }
    for (const [and, any] of indicator.cues.entries())
      for (const [or, name] of any.entries()) termAt(['cues', and, or], name)
    for (const [each, name] of indicator.assumes.entries()) termAt(['assumes', each], name)
    for (const [each, name] of indicator.unless.entries()) termAt(['unless', each], name)
    const unitAt = (path: readonly PropertyKey[], name: string): void => {
      if (name === 'percent' || name === 'currency' || units.has(name)) return
      found.push(file.problem([at, ...path], noSuch('unit', name, 'units.yaml', units)))
    }
    unitAt(['unit'], indicator.unit)
    for (const [each, name] of indicator.units.entries()) unitAt(['units', each], name)
    if (indicator.of !== null && !wholes.has(indicator.of)) {
      found.push(file.problem([at, 'of'], noSuch('denominator', indicator.of, 'denominators.yaml', wholes)))
    }
    for (const [each, name] of indicator.wholes.entries()) {
      if (!wholes.has(name))
        found.push(file.problem([at, 'wholes', each], noSuch('denominator', name, 'denominators.yaml', wholes)))
    }
    if (indicator.exceeds !== null) {
      if (!ids.includes(indicator.exceeds.indicator)) {
        found.push(
          file.problem(
            [at, 'exceeds', 'indicator'],
            noSuch('indicator', indicator.exceeds.indicator, 'indicators.yaml', ids),
          ),
        )
      }
      unitAt(['exceeds', 'unit'], indicator.exceeds.unit)
    }
  }
  return found
}

/** Fields of a relation that name an indicator or a denominator. */
const named = [
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
]

const relationProblems = (contents: Contents): Problem[] => {
  const known = [...contents.indicators.value, ...contents.denominators.value].map((entry) => entry.id)
  const { file, value: relations } = contents.relations
  const found: Problem[] = []
  const check = (path: readonly PropertyKey[], name: unknown): void => {
    if (typeof name !== 'string' || known.includes(name)) return
    found.push(
      file.problem(path, noSuch('indicator or denominator', name, 'indicators.yaml or denominators.yaml', known)),
    )
  }
  for (const [at, relation] of relations.entries()) {
    for (const [field, name] of Object.entries(relation)) {
      if (!named.includes(field)) continue
      if (Array.isArray(name)) for (const [each, part] of name.entries()) check([at, field, each], part)
      else check([at, field], name)
    }
  }
  return found
}

const denominatorProblems = (contents: Contents): Problem[] => {
  const { file, value: denominators } = contents.denominators
  const ids = denominators.map((denominator) => denominator.id)
  return denominators.flatMap((denominator, at) =>
    (['same', 'near'] as const).flatMap((field) =>
      denominator[field].flatMap((name, each) =>
        ids.includes(name)
          ? []
          : [file.problem([at, field, each], noSuch('denominator', name, 'denominators.yaml', ids))],
      ),
    ),
  )
}

const placeProblems = (contents: Contents): Problem[] => {
  const { file, value: places } = contents.places
  const codes = new Set(places.map((place) => place.code))
  const money = new Set(contents.units.value.filter((unit) => unit.kind === 'money').map((unit) => unit.id))
  const seen = new Set<string>()
  return places.flatMap((place, at) => {
    const found: Problem[] = []
    for (const field of ['parent', 'successor'] as const) {
      const code = place[field]
      if (code !== null && !codes.has(code))
        found.push(file.problem([at, field], noSuch('place', code, 'places.yaml', codes)))
    }
    if (place.currency !== null && !money.has(place.currency)) {
      found.push(file.problem([at, 'currency'], noSuch('currency', place.currency, 'units.yaml', money)))
    }
    const key = `${place.code} ${place.valid_from}`
    if (seen.has(key))
      found.push(
        file.problem([at, 'code'], `"${place.code}" is there twice from the same day; give the later one a valid_from`),
      )
    seen.add(key)
    if (place.valid_from !== null && place.valid_to !== null && place.valid_to < place.valid_from) {
      found.push(file.problem([at, 'valid_to'], `"${place.valid_to}" is before valid_from; swap the two`))
    }
    return found
  })
}

const baseProblems = (contents: Contents): Problem[] => {
  const units = new Set(contents.units.value.map((unit) => unit.id))
  const codes = new Set(contents.places.value.map((place) => place.code))
  return [
    ...contents.units.value.flatMap((unit, at) =>
      unit.base === null || units.has(unit.base)
        ? []
        : [contents.units.file.problem([at, 'base'], noSuch('unit', unit.base, 'units.yaml', units))],
    ),
    ...contents.authorities.value.flatMap((authority, at) =>
      authority.place === null || codes.has(authority.place)
        ? []
        : [contents.authorities.file.problem([at, 'place'], noSuch('place', authority.place, 'places.yaml', codes))],
    ),
  ]
}

/** The checks, in order: what each file says of another must be there. */
const checks: ((contents: Contents) => Problem[])[] = [
  (contents) =>
    (['indicators', 'denominators', 'units', 'authorities', 'legalTypes'] as const).flatMap((part) =>
      twice(contents, part),
    ),
  indicatorProblems,
  relationProblems,
  denominatorProblems,
  placeProblems,
  baseProblems,
]

export const crossCheck = (contents: Contents): Problem[] => checks.flatMap((check) => check(contents))

/** Terms that one declared language lacks: no error, since a text of that language is then read without them. */
export const missingTerms = (contents: Contents): string[] => {
  const languages = contents.manifest.value.languages
  const said = new Map(contents.terms.map(({ lang, value }) => [lang, new Set(Object.keys(value))]))
  const all = [...new Set(contents.terms.flatMap(({ value }) => Object.keys(value)))].sort()
  return languages.flatMap((lang) => {
    const missing = all.filter((term) => !said.get(lang)?.has(term))
    return missing.length === 0 ? [] : [`terms/${lang}.yaml does not say: ${missing.join(', ')}`]
  })
}
