import type { When } from '../../extractors/grammar/calendar.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import { changeColumn } from './change-column.ts'
import type { DocumentContext } from './context.ts'
import { isBaseline } from './dates.ts'
import type { Draft, Ground } from './draft.ts'

/** "Change on April 2023 (points)", "Tăng, giảm so với 2021 (%)": the date that a column of changes is measured against. */
export const comparedInHeader = (
  draft: Draft,
  context: DocumentContext,
): { readonly reading: PassageReading; readonly when: When } | null => {
  const column = changeColumn(draft, context)
  const when = column?.reading.whens.find((each) => isBaseline(column.reading, each, true))
  return column === null || when === undefined ? null : { reading: column.reading, when }
}

export interface Compared {
  readonly earlier: string
  readonly later: string
  readonly ground: Ground
}

/** "| 2022 | 2023 | Change (%) |": a column of changes that names no date compares the last two levels of its row. */
export const comparedInRow = (draft: Draft, context: DocumentContext, before: readonly Draft[]): Compared | null => {
  const { cell } = draft.reading.passage
  if (cell === null || draft.measure !== 'change' || changeColumn(draft, context) === null) return null
  const levels: Draft[] = []
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const each = before[at]!
    const other = each.reading.passage.cell
    if (other === null || other.table !== cell.table || other.row !== cell.row) break
    if (each.measure === 'level' && each.status !== 'target' && each.period !== null) levels.unshift(each)
  }
  const [first, second] = levels.slice(-2)
  if (first === undefined || second === undefined || first.period === second.period || first.kind !== second.kind)
    return null
  const [a, b] = first.period! < second.period! ? [first, second] : [second, first]
  return { earlier: a.period!, later: b.period!, ground: a.grounds.get('period')! }
}

/** "| Item | 2023 plan | 2023 actual | % of plan |": a column of shares of what was planned is of what was reached, the last result before it in its row. */
export const achievedInRow = (draft: Draft): Draft | null => {
  const { cell } = draft.reading.passage
  if (cell === null || draft.kind !== 'percentage' || draft.grounds.get('of')?.rule !== 'column-header') return null
  for (let each = draft.before; each !== null; each = each.before) {
    const other = each.reading.passage.cell
    if (other === null || other.table !== cell.table || other.row !== cell.row) return null
    if (each.measure === 'level' && each.kind !== 'percentage' && each.status !== 'target') return each
  }
  return null
}
