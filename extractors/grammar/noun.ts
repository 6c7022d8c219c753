import type { Language } from '../../catalog/compile.ts'
import type { WordSpan } from '../rule.ts'
import type { Scan } from './scan.ts'

/** The noun that a number counts, with the unit's standard name where the catalog has one. */
export interface CountedNoun extends WordSpan {
  /** Null where the noun is not known and may be cut. */
  readonly unit: string | null
  /** True where the catalog knows the noun, or its form says that it is one. */
  readonly sure: boolean
}

const longest = 7
const apostrophes = new Set(["'", '’'])
const plural = /^\p{L}{2,}s$/u
const notPlural = /(?:ss|us|is|ous|ics)$/u

/** Singular of a regular English plural. */
export const singular = (word: string): string => {
  if (/(?:ches|shes|xes|sses|zes)$/u.test(word)) return word.slice(0, -2)
  if (/[^aeiou]ies$/u.test(word)) return `${word.slice(0, -3)}y`
  if (plural.test(word) && !notPlural.test(word)) return word.slice(0, -1)
  return word
}

const looksPlural = (word: string): boolean => plural.test(word) && !notPlural.test(word)

/** "2,150 registered enterprises": a word at which noun phrases end may begin one before a plural. */
const isParticiple = (scan: Scan, at: number): boolean =>
  /(?:ed|ing)$/u.test(scan.norm(at)) &&
  isInside(scan, at + 1) &&
  (looksPlural(scan.norm(at + 1)) || scan.from('unit', at + 1) !== undefined)

const isHyphen = (scan: Scan, at: number): boolean => scan.norm(at) === '-' && scan.words[at]!.joined

/** "up 1.77 million | year-on-year", "month-to-date": a unit that hyphens tie to a preposition measures nothing and is counted by nothing. */
export const opensPhrase = (scan: Scan, at: number): boolean =>
  isHyphen(scan, at + 1) && scan.from('stop', at + 2) !== undefined && isHyphen(scan, at + 3)

/** "one-off", "follow-up": a word that a hyphen joins is part of an adjective. */
const isHyphened = (scan: Scan, at: number): boolean =>
  (isHyphen(scan, at + 1) && scan.words[at + 2]?.joined === true) ||
  (isHyphen(scan, at - 1) && scan.words[at]!.joined && scan.words[at - 2]?.kind === 'word')

/** Whether words[at] can be inside a noun phrase: a word that no list of stops holds. */
const isInside = (scan: Scan, at: number): boolean =>
  scan.words[at]?.kind === 'word' && (scan.from('stop', at) === undefined || isHyphened(scan, at)) && !scan.breaks(at)

/** "30 million VssID | accounts": a thing counted, though the word may be a verb; "the total | accounts for" goes on with what it governs. */
const isCounted = (scan: Scan, at: number): boolean => {
  const hit = scan.from('unit', at)
  const isVerb = (['composition', 'copula', 'tense'] as const).some(
    (category) => (scan.from(category, at)?.last ?? at) > at,
  )
  return hit !== undefined && !scan.breaks(at) && !isVerb && scan.from('noun_skip', hit.last + 1) === undefined
}

const isPast = (scan: Scan, at: number): boolean =>
  scan.words[at]?.kind === 'word' &&
  scan.language.locale.tense.past_ending.some((ending) => scan.norm(at).endsWith(ending)) &&
  scan.norm(at).length > 4

/**
 * The noun counted by the number whose last word is `last`: "95,762 | applications", "15,000 | payment points",
 * "12,500 | medical facilities". It runs to the last plural (or known unit) before a word at which noun phrases end.
 * A name after a number counts nothing ("106 Nguyen Van Troi").
 */
export const countedNoun = (scan: Scan, last: number): CountedNoun | null => {
  let first = last + 1
  if (scan.norm(first) === '-' && scan.words[first]!.joined && scan.words[first + 1]?.joined) first += 1
  if (first >= scan.words.length || scan.breaks(first) || opensPhrase(scan, first)) return null
  const known = scan.from('unit', first)
  const isInflected = scan.language.locale.inflected
  if (!isInflected) return uninflected(scan, first)
  let end = -1
  let unit: string | null = null
  for (let at = first; at < first + longest; at += 1) {
    // "2.3 million students' health insurance cards"
    if ((scan.norm(at) === '-' || apostrophes.has(scan.norm(at))) && scan.words[at]!.joined && at > first) continue
    // "118.721 million inpatient and outpatient visits": one noun with two adjectives.
    if (end < 0 && at > first && scan.from('list_and', at) !== undefined) continue
    // "441,700 people | filed applications": behind a noun in the plural a past is a verb, and what follows its object.
    if (end >= 0 && isPast(scan, at)) break
    const isNoun = at === first ? known !== undefined || isParticiple(scan, at) : end < 0 && isCounted(scan, at)
    if (!isInside(scan, at) && !isNoun) break
    const hit = scan.from('unit', at)
    if (hit !== undefined && !(scan.isCapital(at) && at > first) && isPlural(scan, hit)) {
      end = hit.last
      unit = at === first ? hit.value : phraseUnit(scan, first, hit.last)
      at = hit.last
      continue
    }
    const word = scan.norm(at)
    if (looksPlural(word) && !scan.isCapital(at)) {
      end = at
      unit = phraseUnit(scan, first, at)
    }
  }
  if (end < 0 || unit === null) return null
  // "300 workers" in a street name: a capital at the head is only fine where the phrase ends in a plural of its own.
  return { first, last: end, unit, sure: true }
}

/** "38 online conference" counts nothing: a noun that has a plural takes it after a number, unless a hyphen joins them. */
const isPlural = (scan: Scan, hit: { first: number; last: number; value: string }): boolean => {
  const word = scan.norm(hit.last)
  const unit = scan.language.units.get(hit.value)
  if (unit === undefined || unit.kind !== 'count' || looksPlural(word)) return true
  const forms = unit.terms[scan.language.locale.id] ?? []
  return (
    !forms.some((form) => form !== word && singular(form.split(' ').at(-1)!) === word) ||
    scan.norm(hit.first - 1) === '-'
  )
}

/** Units that others are a kind of: person, vehicle. */
const generic = new WeakMap<Language['units'], ReadonlySet<string>>()
const genericOf = (units: Language['units']): ReadonlySet<string> => {
  let known = generic.get(units)
  if (known === undefined) {
    known = new Set([...units.values()].flatMap(({ base }) => base ?? []))
    generic.set(units, known)
  }
  return known
}

const phraseUnit = (scan: Scan, first: number, last: number): string => {
  const known = scan.from('unit', last)
  // "water meters" measure no length.
  const isCounted = known?.last === last && scan.language.units.get(known.value)?.kind === 'count'
  // "voluntary participants", "card holders" are persons, and no voluntary persons.
  if (isCounted && known.value !== singular(scan.norm(last)) && genericOf(scan.language.units).has(known.value))
    return known.value
  const head = isCounted ? known.value : singular(scan.norm(last))
  const before = scan.words
    .slice(first, last)
    .filter((word) => word.kind === 'word')
    .map((word) => word.norm)
  return [...before, head].join(' ')
}

/** Words that an unknown noun of a language without plurals may have. */
const longestUnknown = 2

/** Languages without plurals: a known unit, behind its classifier ("chiếc | máy tính"), else the one or two words up to a stop; of more words none is known to be the noun. */
const uninflected = (scan: Scan, first: number): CountedNoun | null => {
  const known = scan.from('unit', first)
  const classifier = scan.from('classifier', first)
  const behind = classifier === undefined || scan.breaks(classifier.last + 1) ? undefined : classifier.last + 1
  const named = behind === undefined ? undefined : scan.from('unit', behind)
  // "chiếc | xe đạp" before "chiếc xe"
  const noun = named !== undefined && named.last >= (known?.last ?? first) ? named : known
  if (noun !== undefined) return { first, last: noun.last, unit: noun.value, sure: true }
  const start = behind ?? first
  let end = start
  while (end < start + longestUnknown && isInside(scan, end) && !scan.isCapital(end)) end += 1
  if (end === first) return null
  const isWhole = end > start && !(isInside(scan, end) && !scan.isCapital(end))
  return { first, last: end - 1, unit: isWhole ? scan.slice(start, end - 1).toLowerCase() : null, sure: false }
}

/** "hired 40 and 50 nurses": the noun behind the last number of a list is that of all. */
export const nounBehindList = (scan: Scan, last: number): CountedNoun | null => {
  let at = last
  for (let count = 0; count < 6; count += 1) {
    const comma = scan.norm(at + 1) === ',' ? at + 1 : at
    const next = (scan.from('list_and', comma + 1)?.last ?? comma) + 1
    if (next === at + 1 || scan.words[next]?.kind !== 'number' || scan.breaks(next)) return null
    const end = scan.from('scale', next + 1)?.last ?? next
    const noun = countedNoun(scan, end)
    if (noun !== null) return noun
    at = end
  }
  return null
}
