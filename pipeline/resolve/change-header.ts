import type { Direction } from '../../schemas/mention.ts'
import type { DocumentContext } from './context.ts'
import type { Draft } from './draft.ts'
import { leadsOf } from './leads.ts'
import type { Found } from './measure-edges.ts'

const minus = new Set(['-', '−', '–', '‒'])

/** Up, or down where a minus stands right before the number: "−2.6" under "Change (%)". */
const bySign = ({ reading: { scan }, mention }: Draft, direction: Direction): Direction => {
  const before = scan.words[mention.first - 1]
  if (before === undefined || !minus.has(before.norm)) return direction
  return direction === 'increase' ? 'decrease' : direction
}

/** A column headed "Increase (%)" or "Change on 2023 (%)" holds changes; under one that tells no direction the sign does. */
export const changeOfHeader = (draft: Draft, context: DocumentContext): Found | null => {
  if (draft.reading.passage.cell === null) return null
  for (const { reading, rule } of leadsOf(draft.reading, context)) {
    if (rule !== 'column-header' && rule !== 'row-header') continue
    const found = (direction: Direction): Found => ({
      measure: 'change',
      direction: bySign(draft, direction),
      hit: draft.mention,
      rule: 'column-header',
    })
    if (reading.scan.all('change_either').length > 0) return found('increase')
    const hit =
      reading.scan.all('change').find((each) => each.value !== 'none') ??
      // "Increase (%)", but not "Lower earnings limit".
      reading.scan.all('change_after').find(({ last }) => reading.scan.words[last + 1]?.kind !== 'word')
    if (hit !== undefined) return found(hit.value as Direction)
  }
  return null
}
