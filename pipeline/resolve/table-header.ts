import type { Hit } from '../../catalog/lexicon.ts'
import { scaleDecimal } from '../../extractors/grammar/decimal.ts'
import type { Scan } from '../../extractors/grammar/scan.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import type { DocumentContext } from './context.ts'
import type { Draft } from './draft.ts'
import { type HeaderUnit, labelledUnit, unitOf, wholeUnit } from './header-unit.ts'
import { type Lead, leadsOf } from './leads.ts'

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
const nameCounted = (draft: Draft, leads: readonly Lead[], label: PassageReading): void => {
  for (const { reading, rule } of leads) {
    const { scan } = reading
    // "| Unemployed ('000) | 518.9 |": a row that gives its own scale opens with what it counts.
    if (rule === 'row-header' && reading === label) {
      const own = scan.from('unit', 0)
      if (own !== undefined && scan.language.units.get(own.value)?.kind === 'count') {
        draft.unit = own.value
        return
      }
    }
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

const unitSigns: ReadonlySet<string> = new Set([',', '(', ':', '–', '-'])

/** "Table: Revenue and expenditure of the funds, | VND billion": a line over a table that ends in the unit, set off by a sign. */
const endsInUnit = (scan: Scan): boolean => {
  let last = scan.words.length - 1
  while (last > 0 && (scan.norm(last) === '.' || scan.norm(last) === ':' || scan.norm(last) === ')')) last -= 1
  let at = last
  const back = (): Hit | undefined =>
    (['scale', 'unit', 'sign_before', 'sign_after', 'percent'] as const)
      .map((category) => scan.to(category, at))
      .find((hit) => hit !== undefined)
  for (let hit = back(); hit !== undefined; hit = back()) at = hit.first - 1
  return at < last && unitSigns.has(scan.norm(at))
}

const order: readonly string[] = ['column-header', 'row-header', 'stub', 'caption', 'list-lead', 'heading']

/** A bare number in a table is in the unit and scale of its column, its row or the caption, the nearest that says one. */
export const resolveTableHeader = (draft: Draft, context: DocumentContext): void => {
  const { passage } = draft.reading
  if (passage.cell === null || draft.kind !== 'count' || draft.mention.noun !== null) return
  const leads = leadsOf(draft.reading, context).filter(
    ({ rule, reading }) =>
      (rule !== 'list-lead' && rule !== 'heading') ||
      (rule === 'heading' && hasUnitInBrackets(reading.scan)) ||
      (rule === 'list-lead' && endsInUnit(reading.scan)),
  )
  for (const { reading, rule } of [...leads].sort((a, b) => order.indexOf(a.rule) - order.indexOf(b.rule))) {
    const found =
      unitOf(reading.scan) ?? (rule === 'row-header' && isBehindName(reading, draft) ? wholeUnit(reading.scan) : null)
    if (found === null) continue
    if (found.kind === null && found.unit === null) nameCounted(draft, leads, reading)
    give(draft, found, reading, rule)
    return
  }
  if (draft.unit !== null) return
  const above = lineAboveTable(draft.reading, context)
  const labelled = above === null ? null : labelledUnit(above.scan)
  if (above !== null && labelled !== null) give(draft, labelled, above, 'unit-line')
  else countedByHeader(draft, leads)
}

const give = (draft: Draft, found: HeaderUnit, reading: PassageReading, rule: string): void => {
  if (found.kind !== null) draft.kind = found.kind
  if (found.unit !== null) draft.unit = found.unit
  if (found.scale !== null && draft.mention.scale === null && found.kind !== 'percentage') {
    const power = found.scale
    const scaled = (value: string | null): string | null => (value === null ? null : scaleDecimal(value, power))
    draft.value = scaled(draft.value)
    draft.low = scaled(draft.low)
    draft.high = scaled(draft.high)
    draft.headerScale = power
  }
  draft.grounds.set('unit', { reading, first: found.first, last: found.last, rule, stated: true })
}

/** "Số thẻ BHYT | Thẻ | 1.150.000": a cell between the name of the row and its numbers. */
const isBehindName = ({ passage: { cell } }: PassageReading, { reading }: Draft): boolean =>
  cell !== null && cell.column > 0 && reading.passage.cell !== null && cell.column < reading.passage.cell.column

/** "Đơn vị tính: người" right above a table. */
const lineAboveTable = ({ passage }: PassageReading, { readings }: DocumentContext): PassageReading | null => {
  let index = passage.index
  while (index >= 0 && readings[index]!.passage.cell?.table === passage.cell?.table) index -= 1
  const above = readings[index]
  return above === undefined || above.passage.cell !== null ? null : above
}
