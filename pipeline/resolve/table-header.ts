import { scaleDecimal } from '../../extractors/grammar/decimal.ts'
import type { Scan } from '../../extractors/grammar/scan.ts'
import type { DocumentContext } from './context.ts'
import type { Draft } from './draft.ts'
import { type Lead, leadsOf } from './leads.ts'

export interface HeaderUnit {
  readonly kind: 'percentage' | 'money' | 'quantity' | 'count' | null
  readonly unit: string | null
  readonly scale: number | null
  readonly first: number
  readonly last: number
}

/** The unit and scale that a header gives its cells: "Visits (million)", "Spending (VND billion)", "Coverage (%)", "nghìn người". */
export const unitOf = (scan: Scan): HeaderUnit | null => {
  const percent = scan.all('percent')[0]
  if (percent !== undefined)
    return { kind: 'percentage', unit: percent.value, scale: null, first: percent.first, last: percent.last }
  const scale = scan.all('scale').at(-1)
  const power = scale === undefined ? null : Number(scale.value)
  const units = [
    ...scan.all('unit').filter((hit) => !isLabel(scan, hit)),
    ...scan.all('sign_before'),
    ...scan.all('sign_after'),
  ]
  const kindOf = (id: string): string | undefined => scan.language.units.get(id)?.kind
  const money = units.find((hit) => kindOf(hit.value) === 'money')
  if (money !== undefined)
    return { kind: 'money', unit: money.value, scale: power, first: money.first, last: money.last }
  // A thing counted gives its name where it is set off as the unit, "(thousand people)", or stands with the scale.
  const bracketed = units.filter((hit) => scan.norm(hit.last + 1) === ')' || scale?.last === hit.first - 1)
  const other = bracketed.at(-1)
  if (other !== undefined) {
    const kind = kindOf(other.value) === 'quantity' ? 'quantity' : 'count'
    return { kind, unit: other.value, scale: power, first: other.first, last: other.last }
  }
  return scale === undefined ? null : { kind: null, unit: null, scale: power, first: scale.first, last: scale.last }
}

/** "Bảng 1. Số người tham gia": the word for a table, which is also that for a pound, opens the line with its number. */
const isLabel = (scan: Scan, { first, last }: { first: number; last: number }): boolean =>
  first === 0 && scan.words[last + 1]?.kind === 'number'

/** "Beneficiaries", "Number of hospitals" over a column of bare numbers names the things counted in it. */
const countedByHeader = (draft: Draft, leads: readonly Lead[]): boolean => {
  for (const { reading, rule } of leads) {
    const { scan } = reading
    if (rule !== 'column-header' || scan.words.length > headerWords) continue
    const hit = scan
      .all('unit')
      .find(({ value, first }) => scan.language.units.get(value)?.kind === 'count' && isCounted(scan, first))
    if (hit === undefined) continue
    draft.unit = hit.value
    draft.flags.add('unit_inferred')
    draft.grounds.set('unit', { reading, first: hit.first, last: hit.last, rule, stated: true })
    return true
  }
  return false
}
const headerWords = 8

/** "Beneficiaries" and "Number of hospitals", not "Amount for members". */
const isCounted = (scan: Scan, first: number): boolean =>
  first === 0 || scan.to('noun_skip', first - 1) !== undefined || scan.to('stop', first - 1)?.first === 0

/** "thousands" over a column says no more than the scale: the caption or another header names what is counted, "Claimants of benefit". */
const nameCounted = (draft: Draft, leads: readonly Lead[]): void => {
  for (const { reading, rule } of leads) {
    const { scan } = reading
    const hit = scan
      .all('unit')
      .find(({ value, last }) => scan.language.units.get(value)?.kind === 'count' && !scan.norm(last).includes("'"))
    if (hit === undefined || rule === 'row-header') continue
    draft.unit = hit.value
    draft.flags.add('unit_inferred')
    return
  }
}

/** "## Thu - chi (tỷ đồng)": a heading that ends in its table's unit. */
const hasUnitInBrackets = (scan: Scan): boolean => {
  const last = scan.words.length - 1
  if (scan.norm(last) !== ')') return false
  let open = last
  while (open >= 0 && scan.norm(open) !== '(') open -= 1
  return (
    last - open <= longestUnit &&
    scan.within('scale', open, last).length +
      scan.within('unit', open, last).length +
      scan.within('percent', open, last).length >
      0
  )
}
const longestUnit = 6

const order: readonly string[] = ['column-header', 'row-header', 'stub', 'caption', 'heading']

/** A bare number in a table is in the unit and scale of its column, its row or the caption, the nearest that says one. */
export const resolveTableHeader = (draft: Draft, context: DocumentContext): void => {
  const { passage } = draft.reading
  if (passage.cell === null || draft.kind !== 'count' || draft.mention.noun !== null) return
  const leads = leadsOf(draft.reading, context).filter(
    ({ rule, reading }) => rule !== 'list-lead' && (rule !== 'heading' || hasUnitInBrackets(reading.scan)),
  )
  for (const { reading, rule } of [...leads].sort((a, b) => order.indexOf(a.rule) - order.indexOf(b.rule))) {
    const found = unitOf(reading.scan)
    if (found === null) continue
    if (found.kind !== null) draft.kind = found.kind
    if (found.unit !== null) draft.unit = found.unit
    else if (found.kind === null) nameCounted(draft, leads)
    if (found.scale !== null && draft.mention.scale === null && found.kind !== 'percentage') {
      const power = found.scale
      const scaled = (value: string | null): string | null => (value === null ? null : scaleDecimal(value, power))
      draft.value = scaled(draft.value)
      draft.low = scaled(draft.low)
      draft.high = scaled(draft.high)
      draft.headerScale = power
    }
    draft.grounds.set('unit', { reading, first: found.first, last: found.last, rule, stated: true })
    return
  }
  if (draft.unit === null) countedByHeader(draft, leads)
}
