import { countedNoun } from '../grammar/noun.ts'
import { isAgeOfPeople } from '../grammar/number-list.ts'
import type { Scan } from '../grammar/scan.ts'
import type { Rule } from '../rule.ts'
import { type Candidate, candidateAt, claim } from './mention.ts'

/** "people of | 75 and over", "a person of | 65 or older", "children under | 18": no one counts so. */
const isOfPeople = (scan: Scan, { first, last, lower, upper, range }: Candidate): boolean => {
  if (range === null && isAgeOfPeople(scan, lower)) return countedNoun(scan, last) === null
  const bound = scan.from('modifier_after', last + 1)
  const isBound = bound?.value === 'at_least' && bound.last > bound.first && upper.amount.value.length === 2
  const people = isBound && scan.from('stop', first - 1) !== undefined ? scan.to('unit', first - 2) : undefined
  const unit = people === undefined ? undefined : scan.language.units.get(people.value)
  return (
    unit !== undefined && (unit.id === 'person' || unit.base === 'person') && countedNoun(scan, bound!.last) === null
  )
}

/** An age whose unit is left out: "aged 60", "at the age of 55", "aged 15 to 24". */
export const age: Rule = {
  name: 'age',
  inWords: true,
  read: ({ scan, from }, at) => {
    const candidate = candidateAt(scan, at, from)
    if (candidate === null || candidate.upper.measured !== null || candidate.upper.amount.scaled) return null
    const modifier = scan.to('modifier', candidate.first - 1)
    const label = scan.to('age_before', (modifier?.first ?? candidate.first) - 1)
    if (label === undefined)
      return isOfPeople(scan, candidate) ? claim(scan, 'age', 'duration', candidate, 'year') : null
    if (label.first < from || candidate.upper.amount.value.length > 3) return null
    return claim(scan, 'age', 'duration', candidate, 'year')
  },
}
