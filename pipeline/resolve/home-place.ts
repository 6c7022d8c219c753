import type { CompiledCatalog } from '../../catalog/compile.ts'
import type { Hit } from '../../catalog/lexicon.ts'
import type { Catalog } from '../../catalog/load.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import type { Ground } from './draft.ts'
import { countryOf, isDateline, isLanguage, placesIn } from './places.ts'

/** The passages of a text, and the catalog that names its places. */
interface Texts {
  readonly catalog: CompiledCatalog
  readonly readings: readonly PassageReading[]
}

/** The place the text as a whole speaks of: the one its own country's names, agencies, adjectives and money point to most. */
export interface HomePlace {
  readonly code: string
  readonly ground: Ground | null
}

type Counts = Map<string, { count: number; ground: Ground | null }>

const tally = (counts: Counts, code: string, weight: number, reading: PassageReading, hit: Hit): void => {
  const known = counts.get(code)
  if (known === undefined)
    counts.set(code, {
      count: weight,
      ground: { reading, first: hit.first, last: hit.last, rule: 'home-place', stated: false },
    })
  else {
    known.count += weight
    known.ground ??= { reading, first: hit.first, last: hit.last, rule: 'home-place', stated: false }
  }
}

/** Money that texts of every country convert into says nothing of where they stand, unless nothing else does. */
const conversions: ReadonlySet<string> = new Set(['USD', 'EUR'])
const moneyWeight = 2

/** The countries that pay with each currency. */
const byCurrency = new WeakMap<Catalog, ReadonlyMap<string, readonly string[]>>()
const usersOf = (catalog: Catalog): ReadonlyMap<string, readonly string[]> => {
  const known = byCurrency.get(catalog)
  if (known !== undefined) return known
  const users = new Map<string, string[]>()
  for (const { code, currency } of catalog.places)
    if (currency !== null && !code.includes('-')) users.set(currency, [...(users.get(currency) ?? []), code])
  byCurrency.set(catalog, users)
  return users
}

const ownCurrencies = (readings: readonly PassageReading[]): ReadonlySet<string> =>
  new Set(
    readings.flatMap(({ mentions }) =>
      mentions.flatMap(({ kind, unit }) => (kind === 'money' && unit !== null && !conversions.has(unit) ? [unit] : [])),
    ),
  )

interface Money {
  readonly unit: string
  readonly first: number
  readonly last: number
}

const amounts = ({ mentions }: PassageReading): Money[] =>
  mentions.flatMap(({ unit, kind, first, last }) => (kind === 'money' && unit !== null ? [{ unit, first, last }] : []))

/** "Revenue and expenditure of the funds, | VND billion": a line without an amount that says what money a table is in. */
const currencies = ({ scan, mentions }: PassageReading): Money[] =>
  mentions.length > 0
    ? []
    : [...scan.all('unit'), ...scan.all('sign_before')].flatMap(({ value, first, last }) =>
        scan.language.units.get(value)?.kind === 'money' &&
        scan.all('scale').some((hit) => hit.first === last + 1 || hit.last === first - 1)
          ? [{ unit: value, first, last }]
          : [],
      )

/** The country whose own money a text counts in; at most as much as two namings, however often. */
const moneySigns = ({ catalog: { catalog }, readings }: Texts, counts: Counts, isAny: boolean): void => {
  const users = usersOf(catalog)
  const weights = new Map<string, number>()
  // "£1.2bn" and "HK$3.2 billion" in one digest: of no country more than of another.
  if (isAny && ownCurrencies(readings).size > 1) return
  for (const reading of readings)
    for (const { unit, first, last } of [...amounts(reading), ...currencies(reading)]) {
      // "Rs" and "dollars" are the money of several countries.
      if (!isAny && (conversions.has(unit) || (reading.scan.language.units.get(unit)?.family ?? null) !== null))
        continue
      const own = users.get(unit) ?? []
      const weight = (weights.get(unit) ?? 0) + 1
      weights.set(unit, weight)
      if (own.length === 1 && weight <= moneyWeight)
        tally(counts, own[0]!, 1, reading, { category: 'unit', value: unit, first, last })
    }
}

/** "300m Swiss francs": the name of a currency, which is weighed as money. */
const isInMoney = ({ mentions }: PassageReading, { first, last }: Hit): boolean =>
  mentions.some((mention) => mention.kind === 'money' && mention.first <= first && mention.last >= last)

const headPassages = 3
const titleWeight = 3
const leadWeight = 2
/** What a language spoken in one country alone says of the country: more than a neighbour named in passing. */
const languageWeight = 2

/** "Half of Asia's people": a head that names a part of the world and no country belongs to none. */
const isOfTheWorld = (head: readonly PassageReading[], { catalog }: CompiledCatalog): boolean =>
  head.some(({ scan }) => scan.all('place_world').length > 0) &&
  head.every(
    ({ scan }) =>
      placesIn(scan, catalog).every((hit) => isDateline(scan, hit)) &&
      !scan.all('adjective').some((hit) => scan.isCapital(hit.first)),
  )

/** The country that a text points to more than to any other. Ties go to the one named first. */
export const homePlace = (context: Texts): HomePlace | null => {
  const counts: Counts = new Map()
  const { catalog, languages } = context.catalog
  const own = context.readings.filter(({ passage }) => passage.role !== 'furniture')
  const head = own.filter(({ passage }, index) => passage.role === 'title' || index < headPassages)
  if (isOfTheWorld(head, context.catalog)) return null
  const weightOf = (reading: PassageReading): number =>
    reading.passage.role === 'title' ? titleWeight : head.includes(reading) ? leadWeight : 1
  for (const reading of own) {
    const { scan } = reading
    for (const hit of placesIn(scan, catalog)) tally(counts, countryOf(hit.value), weightOf(reading), reading, hit)
    for (const category of ['adjective', 'city'] as const)
      for (const hit of scan.all(category))
        if (scan.isCapital(hit.first) && !isLanguage(scan, hit) && !isInMoney(reading, hit))
          tally(counts, countryOf(hit.value), 1, reading, hit)
    for (const hit of scan.all('authority')) {
      const place = catalog.authorities.get(hit.value)?.place
      if (place != null) tally(counts, countryOf(place), 2, reading, hit)
    }
  }
  moneySigns(context, counts, false)
  const spoken = own.length === 0 ? null : mainLanguage(own, languages)
  if (spoken !== null) {
    const known = counts.get(spoken)
    if (known === undefined) counts.set(spoken, { count: languageWeight, ground: null })
    else known.count += languageWeight
  }
  if (counts.size === 0) {
    for (const reading of context.readings)
      for (const hit of placesIn(reading.scan, catalog)) tally(counts, countryOf(hit.value), 2, reading, hit)
    moneySigns(context, counts, true)
  }
  let best: [string, { count: number; ground: Ground | null }] | null = null
  for (const entry of counts) if (best === null || entry[1].count > best[1].count) best = entry
  return best === null ? null : { code: best[0], ground: best[1].ground }
}

/** The country of the language in which most of a text is written. */
const mainLanguage = (readings: readonly PassageReading[], languages: CompiledCatalog['languages']): string | null => {
  let best: string | null = null
  let most = 0
  for (const language of languages.values()) {
    let length = 0
    for (const { scan } of readings) if (scan.language === language) length += scan.words.length
    if (length > most) {
      most = length
      best = language.locale.country
    }
  }
  return best
}
