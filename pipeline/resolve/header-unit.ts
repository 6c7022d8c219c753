import type { Hit } from '../../catalog/lexicon.ts'
import type { Scan } from '../../extractors/grammar/scan.ts'

export interface HeaderUnit {
  readonly kind: 'percentage' | 'money' | 'quantity' | 'count' | null
  readonly unit: string | null
  readonly scale: number | null
  readonly first: number
  readonly last: number
}

/** The unit and scale that a header gives its cells: "Visits (million)", "Spending (VND billion)", "Coverage (%)", "nghìn người". */
export const unitOf = (scan: Scan): HeaderUnit | null => {
  const labelled = labelledUnit(scan)
  if (labelled !== null) return labelled
  const percent = scan.all('percent')[0]
  if (percent !== undefined)
    return { kind: 'percentage', unit: percent.value, scale: null, first: percent.first, last: percent.last }
  const scale = scan.all('scale').at(-1)
  const power = scale === undefined ? null : Number(scale.value)
  const units = [
    ...scan.all('unit').filter((hit) => !isLabel(scan, hit)),
    ...scan.all('sign_before'),
    ...scan.all('sign_after'),
  ].filter((hit) => !isOfName(scan, hit))
  const kindOf = (id: string): string | undefined => scan.language.units.get(id)?.kind
  const money = units.find((hit) => kindOf(hit.value) === 'money')
  if (money !== undefined)
    return { kind: 'money', unit: money.value, scale: power, first: money.first, last: money.last }
  // A thing counted gives its name where it is set off as the unit, "(thousand people)", or stands with the scale.
  const bracketed = units.filter(
    (hit) => (scan.norm(hit.last + 1) === ')' && !isCut(scan, hit)) || scale?.last === hit.first - 1,
  )
  const other = bracketed.at(-1)
  if (other !== undefined) {
    const kind = kindOf(other.value) === 'quantity' ? 'quantity' : 'count'
    return { kind, unit: other.value, scale: power, first: other.first, last: other.last }
  }
  return scale === undefined ? null : { kind: null, unit: null, scale: power, first: scale.first, last: scale.last }
}

/** "Đồng Nai", "Đồng Tháp": the word for the money opens the name of a place. */
const isOfName = (scan: Scan, { first, last }: Hit): boolean =>
  scan.all('place').some((place) => place.first <= first && place.last >= last && place.last > place.first)

/** "Bảng 1. Số người tham gia", "Bảng: ...": the word for a table, which is also that for a pound, opens the line with its number or a colon. */
const isLabel = (scan: Scan, { first, last }: { first: number; last: number }): boolean =>
  first === 0 && (scan.words[last + 1]?.kind === 'number' || scan.norm(last + 1) === ':')

/** "Quý II (sơ bộ)": the last word of another one, in a language whose words are written apart. */
const isCut = (scan: Scan, { first }: Hit): boolean =>
  !scan.language.locale.inflected &&
  scan.words[first - 1]?.kind === 'word' &&
  scan.from('stop', first - 1) === undefined &&
  scan.to('scale', first - 1) === undefined

const signs = ['unit', 'sign_before', 'sign_after'] as const

/** The unit that stands at words[at], with its scale before or after: "nghìn người", "VND billion"; null where none does. */
const unitAt = (scan: Scan, at: number): HeaderUnit | null => {
  const percent = scan.from('percent', at)
  if (percent !== undefined)
    return { kind: 'percentage', unit: percent.value, scale: null, first: at, last: percent.last }
  const before = scan.from('scale', at)
  const start = before === undefined ? at : before.last + 1
  const unit = signs.map((category) => scan.from(category, start)).find((hit) => hit !== undefined)
  if (unit === undefined) return null
  const scale = before ?? scan.from('scale', unit.last + 1)
  const kind = scan.language.units.get(unit.value)?.kind
  if (kind !== 'money' && kind !== 'quantity' && kind !== 'count') return null
  const last = Math.max(unit.last, scale?.last ?? 0)
  return { kind, unit: unit.value, scale: scale === undefined ? null : Number(scale.value), first: at, last }
}

/** A cell that is nothing but a unit: "người", "nghìn lượt". */
export const wholeUnit = (scan: Scan): HeaderUnit | null => {
  const found = unitAt(scan, 0)
  return found !== null && found.last === scan.words.length - 1 ? found : null
}

/** "Đơn vị tính: người", "(đơn vị: đồng)": the unit behind the words that lead to it. */
export const labelledUnit = (scan: Scan): HeaderUnit | null => {
  for (const { last } of scan.all('unit_label')) {
    const found = scan.norm(last + 1) === ':' ? unitAt(scan, last + 2) : null
    if (found !== null) return found
  }
  return null
}
