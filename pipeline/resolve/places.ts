import { bare } from '../../catalog/compile.ts'
import type { Hit } from '../../catalog/lexicon.ts'
import type { Catalog } from '../../catalog/load.ts'
import { fold } from '../../catalog/words.ts'
import { compareDecimal } from '../../extractors/grammar/decimal.ts'
import type { Scan } from '../../extractors/grammar/scan.ts'
import type { Place } from '../../schemas/catalog.ts'

const nearby = 3

/** Codes of the places that were merged into one: those of Bình Thuận and Đắk Nông for Lâm Đồng. */
export const formerParts = (catalog: Catalog, code: string): ReadonlySet<string> => {
  let index = bySuccessor.get(catalog)
  if (index === undefined) {
    index = new Map()
    for (const { successor, code: own } of catalog.places)
      if (successor !== null && successor !== own) index.set(successor, (index.get(successor) ?? new Set()).add(own))
    bySuccessor.set(catalog, index)
  }
  return index.get(code) ?? noParts
}

const bySuccessor = new WeakMap<Catalog, Map<string, Set<string>>>()
const noParts: ReadonlySet<string> = new Set()

/** The places of a code, in the order of the catalog. */
const byCode = new WeakMap<Catalog, Map<string, Place[]>>()
const placesOf = (catalog: Catalog, code: string): readonly Place[] => {
  let index = byCode.get(catalog)
  if (index === undefined) {
    index = new Map()
    for (const place of catalog.places) index.set(place.code, [...(index.get(place.code) ?? []), place])
    byCode.set(catalog, index)
  }
  return index.get(code) ?? []
}

export const placeNamed = (catalog: Catalog, code: string): Place | null => placesOf(catalog, code)[0] ?? null

/** Upper bound of the people of a place, in whichever of its borders it has most. */
export const populationBound = (catalog: Catalog, code: string): string | null => {
  let most: string | null = null
  for (const { population } of placesOf(catalog, code))
    if (population !== null && (most === null || compareDecimal(population, most) > 0)) most = population
  return most
}

/** "Translated from the | Portuguese", "bản tiếng | Pháp": the language, not the country. */
export const isLanguage = (scan: Scan, hit: Hit): boolean => scan.to('place_language', hit.first - 1) !== undefined

/**
 * Whether a name in the text is the place: it is capitalised, no part of a longer name ("Nghe An Newspaper" is, "Ho Chi Minh" the person is not told),
 * and where the name is also a common word, a word such as "province" stands beside it.
 */
const isPlace = (scan: Scan, hit: Hit, catalog: Catalog): boolean => {
  // "the Philippines"
  if (!scan.isCapital(hit.last) || isLanguage(scan, hit)) return false
  // "Baonghean.vn", "info@thanhhoa.gov.vn"
  if (scan.norm(hit.last + 1) === '.' && scan.words[hit.last + 1]!.joined && scan.words[hit.last + 2]?.joined)
    return false
  const written = fold(scan.slice(hit.first, hit.last))
  // "Nam Tra My" without its marks holds the name of "Mỹ".
  const place = placesOf(catalog, hit.value).find(({ beside }) =>
    beside.some((name) => fold(name) === written || bare(fold(name)) === written),
  )
  if (place === undefined) return true
  // "- Đức: từ 1/7 ...": a name that heads its item is the place.
  if (hit.first === 0 && scan.norm(hit.last + 1) === ':') return true
  // "Tại Lào", "ở Đức", "Chính phủ Pháp"; "Mỹ Tho" is another name.
  const isLonger =
    scan.words[hit.last + 1]?.kind === 'word' && scan.isCapital(hit.last + 1) && !scan.breaks(hit.last + 1)
  // "ở TP Thủ Đức, đóng BHXH": nor is the end of another name.
  if (isTail(scan, hit.first - 1)) return false
  if (!isLonger && (scan.to('place_at', hit.first - 1) ?? scan.to('place_owner', hit.first - 1)) !== undefined)
    return true
  for (let at = hit.first - nearby; at <= hit.last + nearby; at += 1) {
    if ((at < hit.first || at > hit.last) && !isLonger && scan.from('place_admin', at) !== undefined) return true
  }
  return false
}

/** Whether a word amid a sentence is a name's, and leads to no place: "Thủ | Đức", not "tại | Đức", "tỉnh | Đức". */
const isTail = (scan: Scan, at: number): boolean =>
  scan.words[at]?.kind === 'word' &&
  scan.isCapital(at) &&
  !scan.opens(at) &&
  (['place_at', 'place_owner', 'place_admin', 'place'] as const).every(
    (category) => scan.to(category, at) === undefined,
  )

/** "Ông Bảy (Việt Trì, Phú Thọ) hỏi": where somebody writes from. */
export const isAskers = (scan: Scan, { first, last }: Hit): boolean => {
  for (let at = last + 1; at <= last + bracketWords; at += 1)
    if (scan.norm(at) === ')') return scan.from('place_asker', at + 1) !== undefined || isBehindQuestion(scan, first)
  return false
}

/** Words from the opening of brackets to the place where somebody asks from. */
const askerWords = 12

/** "Tôi có được hưởng lương hưu không? (bà N.T.H., | Bình Thuận)": the brackets right behind a question name who asks. */
const isBehindQuestion = (scan: Scan, first: number): boolean => {
  for (let at = first - 1; at >= first - askerWords; at -= 1)
    if (scan.norm(at) === '(') return scan.norm(at - 1) === '?'
  return false
}
const bracketWords = 4

/** The places that a passage names, in order; of two with one name the country stands first. */
export const placesIn = (scan: Scan, catalog: Catalog): Hit[] => {
  const found: Hit[] = []
  for (const hit of scan.all('place')) {
    if (!isPlace(scan, hit, catalog)) continue
    const last = found.at(-1)
    if (last !== undefined && last.first === hit.first && last.last === hit.last) continue
    found.push(hit)
  }
  return found
}

/** "BANGKOK (ILO News)", "GENEVA, 3 May -": where a story was written says not what it is about. */
export const isDateline = (scan: Scan, hit: Hit): boolean =>
  hit.first === 0 && ['(', ',', '-', '–', '—'].includes(scan.norm(hit.last + 1))

/** The country of a place: VN of VN-22. */
export const countryOf = (code: string): string => code.split('-')[0]!
