import { scaleDecimal } from '../../extractors/grammar/decimal.ts'
import type { Scan } from '../../extractors/grammar/scan.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import type { DocumentContext } from './context.ts'
import type { Draft } from './draft.ts'
import { type HeaderUnit, labelledUnit, unitOf } from './header-unit.ts'

const lineWords = 10
/** Lines back to the one that gives the unit. */
const farthest = 8

const isShort = ({ scan, passage }: PassageReading): boolean =>
  passage.cell === null && scan.words.filter(({ kind }) => kind !== 'sign').length <= lineWords

/** "VND trillion, whole year 2024", "(tỷ đồng)": a short line without a number of its own that names a currency or a scale. */
const lineUnit = (reading: PassageReading): HeaderUnit | null => {
  // "Mức đóng hằng tháng kể từ ngày 01/7/2024 (đơn vị: đồng):"
  const labelled = reading.passage.cell === null ? labelledUnit(reading.scan) : null
  if (labelled !== null) return labelled
  if (reading.mentions.length > 0 || reading.passage.cell !== null) return null
  const { scan } = reading
  const found = unitOf(scan)
  if (found?.kind === 'percentage' && isSetOff(scan, found)) return found
  if (!isShort(reading)) return null
  if (found === null || found.scale === null || (found.kind !== 'money' && found.kind !== 'count')) return null
  // "Billions flow in": the scale stands beside the unit.
  const scale = scan.all('scale').at(-1)!
  const isBeside = Math.abs(scale.first - found.last) <= 1 || Math.abs(found.first - scale.last) <= 1
  return isBeside ? found : null
}

/** "Coverage at end-2025, | percent of population", "Coverage (%)": behind a comma or in brackets the sign is the unit of what stands below. */
const isSetOff = (scan: Scan, { first }: HeaderUnit): boolean =>
  scan.words.length <= captionWords && [first - 1, first - 2].some((at) => [',', '('].includes(scan.norm(at)))

const captionWords = 18

const isLead = (draft: Draft): boolean => {
  const { scan } = draft.reading
  const back = draft.mention.first - 1
  return ['.', '…', ':', '-', '–', '—'].includes(scan.norm(back))
}

/** The numbers of a list under a line that gives their unit: "VND trillion, whole year 2024" over "Collected ........ 520.4". */
export const resolveUnitLine = (draft: Draft, context: DocumentContext): boolean => {
  const { reading, mention } = draft
  if (mention.scale !== null || reading.passage.cell !== null || !isLead(draft)) return false
  const { index, lead } = reading.passage
  const from = lead === null ? index - 1 : Math.max(lead, index - 1)
  for (let at = from; at >= 0 && at >= index - farthest; at -= 1) {
    const above = context.readings[at]!
    const found = lineUnit(above)
    if (found !== null) {
      const scaled = (value: string | null): string | null =>
        value === null || found.scale === null ? value : scaleDecimal(value, found.scale)
      draft.kind = found.kind!
      draft.unit = found.unit
      draft.value = scaled(draft.value)
      draft.low = scaled(draft.low)
      draft.high = scaled(draft.high)
      draft.headerScale = found.scale
      draft.grounds.set('unit', {
        reading: above,
        first: found.first,
        last: found.last,
        rule: 'unit-line',
        stated: true,
      })
      return true
    }
    if (!isShort(above)) return false
  }
  return false
}
