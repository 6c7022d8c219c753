import type { CompiledCatalog } from '../../catalog/compile.ts'
import type { Hit } from '../../catalog/lexicon.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import type { Ground } from './draft.ts'
import { countryOf, placesIn } from './places.ts'

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

const tally = (
  counts: Map<string, { count: number; ground: Ground }>,
  code: string,
  weight: number,
  reading: PassageReading,
  hit: Hit,
): void => {
  const known = counts.get(code)
  if (known === undefined)
    counts.set(code, {
      count: weight,
      ground: { reading, first: hit.first, last: hit.last, rule: 'home-place', stated: false },
    })
  else known.count += weight
}

/** Where a text names no country: its page furniture and the money it counts in. */
const weakSigns = (context: Texts, counts: Map<string, { count: number; ground: Ground }>): void => {
  const { catalog } = context.catalog
  const byMoney = new Map<string, string[]>()
  for (const { code, currency } of catalog.places)
    if (currency !== null) byMoney.set(currency, [...(byMoney.get(currency) ?? []), code])
  for (const reading of context.readings) {
    for (const hit of placesIn(reading.scan, catalog)) tally(counts, countryOf(hit.value), 2, reading, hit)
    for (const { unit, kind, first, last } of reading.mentions) {
      const users = kind === 'money' && unit !== null ? (byMoney.get(unit) ?? []) : []
      if (users.length === 1) tally(counts, users[0]!, 1, reading, { category: 'unit', value: unit!, first, last })
    }
  }
}

/** Points at which a text names one country more than any other. Ties go to the one named first. */
export const homePlace = (context: Texts): HomePlace | null => {
  const counts = new Map<string, { count: number; ground: Ground }>()
  const { catalog } = context.catalog
  for (const reading of context.readings) {
    if (reading.passage.role === 'furniture') continue
    const { scan } = reading
    const isTitle = reading.passage.role === 'title' || reading.passage.index < 3
    for (const hit of placesIn(scan, catalog)) tally(counts, countryOf(hit.value), isTitle ? 3 : 1, reading, hit)
    for (const hit of scan.all('adjective'))
      if (scan.isCapital(hit.first)) tally(counts, countryOf(hit.value), 1, reading, hit)
    for (const hit of scan.all('city')) if (scan.isCapital(hit.first)) tally(counts, hit.value, 1, reading, hit)
    for (const hit of scan.all('authority')) {
      const place = catalog.authorities.get(hit.value)?.place
      if (place != null) tally(counts, countryOf(place), 2, reading, hit)
    }
  }
  if (counts.size === 0) weakSigns(context, counts)
  let best: [string, { count: number; ground: Ground }] | null = null
  for (const entry of counts) if (best === null || entry[1].count > best[1].count) best = entry
  if (best !== null) return { code: best[0], ground: best[1].ground }
  return null
}

/** The province or other part of the country that a local text is about: named in its title or first lines and again and again. */
export const homeRegion = (context: Texts, home: HomePlace | null): HomePlace | null => {
  if (home === null) return null
  const { catalog } = context.catalog
  const counts = new Map<string, { count: number; ground: Ground }>()
  let early: string | null = null
  let inTitle: string | null = null
  let opensTitle = false
  let locals = 0
  let nationals = 0
  for (const reading of context.readings) {
    if (reading.passage.role === 'furniture') continue
    for (const hit of placesIn(reading.scan, catalog)) {
      if (!hit.value.startsWith(`${home.code}-`)) continue
      tally(counts, hit.value, 1, reading, hit)
      if (inTitle === null && reading.passage.role === 'title') {
        inTitle = hit.value
        opensTitle = hit.first <= 1 && reading.scan.norm(hit.last + 1) === ':'
      }
      if (
        early === null &&
        (reading.passage.role === 'title' || reading.passage.index < 4) &&
        reading.passage.text.length < 400
      )
        early = hit.value
    }
    locals += reading.scan.all('place_local').length
    nationals += reading.scan.all('place_national').length
  }
  if (counts.size === 0) return null
  const ranked = [...counts].sort((a, b) => b[1].count - a[1].count)
  const [code, { count, ground }] = ranked[0]!
  const total = ranked.reduce((sum, [, each]) => sum + each.count, 0)
  // A region is what a text is about where its head names it and no other region is named nearly as often.
  const second = ranked[1]?.[1].count ?? 0
  // "Bình Dương: Hơn 27.000 hồ sơ ...": a title that opens with a region and a colon is about it.
  if (inTitle !== null && opensTitle) return { code: inTitle, ground: counts.get(inTitle)!.ground }
  const named = inTitle === code && count > second && (count >= 2 || locals > 0 || nationals === 0)
  const local = early === code && ((locals >= 2 && count > second) || (locals > 0 && count >= 3 && count * 2 >= total))
  const isAbout = named || local
  return isAbout ? { code, ground } : null
}
