import type { CompiledCatalog } from '../../catalog/compile.ts'
import type { Hit } from '../../catalog/lexicon.ts'
import type { Scan } from '../../extractors/grammar/scan.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import type { HomePlace } from './home-place.ts'
import { formerParts, isAskers, placesIn } from './places.ts'

const headPassages = 4
const headLength = 400

interface Signs {
  readonly ground: { readonly reading: PassageReading; readonly first: number; readonly last: number }
  /** Sentences and headings that name it, and page furniture once. */
  count: number
  isInTitle: boolean
  isInHead: boolean
  /** "Huế: ...", "Lâm Đồng mới: ...": the title opens with it and a colon. */
  opensTitle: boolean
  /** "BHXH tỉnh Yên Bái", "Yen Bai Provincial Social Insurance": a body of its own speaks in the head. */
  hasBody: boolean
}

const openingWords = 4

/** A title whose first words end in a colon names what the text is about. */
const opensWithColon = (scan: Scan, hit: Hit): boolean => {
  if (hit.first > 1) return false
  for (let at = hit.last + 1; at <= hit.last + openingWords; at += 1) if (scan.norm(at) === ':') return true
  return false
}

/** A body's name beside the place: "BHXH tỉnh ⟨X⟩", "Sở Y tế ⟨X⟩", "⟨X⟩ Provincial Social Insurance", "⟨X⟩ Social Security". */
const isBody = (scan: Scan, hit: Hit): boolean =>
  scan
    .all('authority')
    .some(
      ({ first, last }) =>
        (last < hit.first && hit.first - last <= 3 && scan.from('place_admin', last + 1)?.last === hit.first - 1) ||
        last === hit.first - 1 ||
        first === hit.last + 1 ||
        (first <= hit.first && last > hit.last),
    )

/** "enterprises in Ho Chi Minh City owe money, the city's | Social Insurance announced": a local body, by its name, behind the place. */
const namesOwnBody = (scan: Scan, hit: Hit): boolean =>
  scan.within('place_local', hit.last + 1, hit.last + bodyReach).some(({ last }) => scan.isCapital(last + 1))

const bodyReach = 40

const readSigns = (
  readings: readonly PassageReading[],
  country: string,
  { catalog }: CompiledCatalog,
): Map<string, Signs> => {
  const signs = new Map<string, Signs>()
  for (const reading of readings) {
    const { scan, passage } = reading
    const isFurniture = passage.role === 'furniture'
    const isHead = passage.role === 'title' || (passage.index < headPassages && passage.text.length < headLength)
    let told = -1
    for (const hit of placesIn(scan, catalog)) {
      if (!hit.value.startsWith(`${country}-`) || isAskers(scan, hit)) continue
      let sign = signs.get(hit.value)
      // A newspaper's address line alone makes no text a local one.
      if (sign === undefined && isFurniture) continue
      if (sign === undefined) {
        sign = {
          ground: { reading, first: hit.first, last: hit.last },
          count: 0,
          isInTitle: false,
          isInHead: false,
          opensTitle: false,
          hasBody: false,
        }
        signs.set(hit.value, sign)
      }
      if (!isFurniture || told < 0) sign.count += 1
      told = hit.first
      if (isFurniture) continue
      sign.isInTitle ||= passage.role === 'title'
      sign.opensTitle ||= passage.role === 'title' && opensWithColon(scan, hit)
      sign.isInHead ||= isHead || (passage.index < headPassages && hit.first < openingWords)
      sign.hasBody ||= passage.index < headPassages && (isBody(scan, hit) || namesOwnBody(scan, hit))
    }
  }
  return signs
}

/** Times that a text names the one region it names. */
const loneCount = 2

/**
 * The one region of its country that a text about the country's rules names: what "the city" of a sentence then is. Null where it names none,
 * or more than one.
 */
export const loneRegion = (
  { catalog, readings }: { readonly catalog: CompiledCatalog; readonly readings: readonly PassageReading[] },
  home: HomePlace | null,
): HomePlace | null => {
  if (home === null) return null
  const signs = readSigns(readings, home.code, catalog)
  const [[code, sign] = [null, null]] = signs
  return code === null || sign === null || signs.size > 1 || sign.count < loneCount
    ? null
    : { code, ground: { ...sign.ground, rule: 'local-word', stated: false } }
}

/**
 * The province or other part of the country that a local text is about: its title or its first lines name it, and nothing else of
 * its kind is named nearly as often. Provinces that were merged into it ("hợp nhất các tỉnh Lâm Đồng, Bình Thuận và Đắk Nông") are
 * its parts and do not stand against it.
 */
export const homeRegion = (
  { catalog, readings }: { readonly catalog: CompiledCatalog; readonly readings: readonly PassageReading[] },
  home: HomePlace | null,
): HomePlace | null => {
  if (home === null) return null
  const signs = readSigns(readings, home.code, catalog)
  const own = readings.filter(({ passage }) => passage.role !== 'furniture')
  const words = (category: string): number => own.reduce((sum, { scan }) => sum + scan.all(category).length, 0)
  const locals = words('place_local')
  const nationals = words('place_national')
  let isFirst = true
  for (const [code, sign] of signs) {
    if (!sign.isInHead && !sign.isInTitle) continue
    const isFirstNamed = isFirst
    isFirst = false
    const parts = formerParts(catalog.catalog, code)
    const others = [...signs].filter(([other]) => other !== code)
    const rivals = others.filter(([other]) => !parts.has(other))
    const folded = others.filter(([other]) => parts.has(other)).reduce((sum, [, each]) => sum + each.count, 0)
    const count = sign.count + (sign.isInTitle ? folded : 0)
    const second = Math.max(0, ...rivals.map(([, each]) => each.count))
    const total = count + rivals.reduce((sum, [, each]) => sum + each.count, 0)
    const isOnlyInTitle = sign.isInTitle && !rivals.some(([, each]) => each.isInTitle)
    const isTitled =
      sign.opensTitle || (sign.isInTitle && count > second && (count >= 2 || locals > 0 || nationals === 0))
    const isLocal = isFirstNamed && locals > 0 && count > second && (locals >= 2 || (count >= 3 && count * 2 >= total))
    const speaks = sign.hasBody && locals > 0 && count >= second
    if (isTitled || isLocal || speaks || (isOnlyInTitle && sign.hasBody))
      return { code, ground: { ...sign.ground, rule: 'home-place', stated: false } }
  }
  return null
}
