import type { Direction } from '../../schemas/mention.ts'
import { changeColumn, columnDirection } from './change-column.ts'
import type { DocumentContext } from './context.ts'
import type { Draft } from './draft.ts'
import { leadsOf } from './leads.ts'
import type { Found } from './measure-edges.ts'

/** A column headed "Increase (%)" or "Change on 2023 (%)" holds changes; a row so headed does. */
export const changeOfHeader = (draft: Draft, context: DocumentContext): Found | null => {
  if (draft.reading.passage.cell === null) return null
  const found = (direction: Direction): Found => ({
    measure: 'change',
    direction,
    hit: draft.mention,
    rule: 'column-header',
  })
  const column = changeColumn(draft, context)
  if (column !== null) return found(columnDirection(draft, column))
  for (const { reading, rule } of leadsOf(draft.reading, context)) {
    if (rule !== 'row-header') continue
    const hit =
      reading.scan.all('change').find((each) => each.value !== 'none') ??
      // "Increase (%)", but not "Lower earnings limit".
      reading.scan.all('change_after').find(({ last }) => reading.scan.words[last + 1]?.kind !== 'word')
    if (hit !== undefined) return found(hit.value as Direction)
  }
  return null
}
