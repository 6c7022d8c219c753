import type { Direction, Measure } from '../../schemas/mention.ts'
import type { Draft } from './draft.ts'

/** What a rule finds of the measure of a number: the words that say it, and the rule's name. */
export interface Found {
  readonly measure: Measure
  readonly direction: Direction
  readonly hit: { readonly first: number; readonly last: number }
  readonly rule: string
}

/** Words before the expression, from the inside out: behind the modifier, behind "respectively", behind what only wraps it. */
export const edges = (draft: Draft): number[] => {
  const { scan } = draft.reading
  const found = [draft.mention.first - 1]
  for (let steps = 0; steps < 3; steps += 1) {
    const at = found.at(-1)!
    const wrap =
      scan.to('modifier', at) ??
      scan.to('respectively', at) ??
      // "went up | an average of 6 percent"
      scan.to('change_lead', at) ??
      // "growth of between | 3.0 and 3.5 per cent", "tăng từ | 200.000 đến 280.000 đồng"
      (draft.low === null ? undefined : scan.to('range_between', at)) ??
      // "cao hơn cùng kỳ năm trước | 2.400 đồng"
      (scan.language.locale.inflected ? undefined : draft.reading.whens.find(({ last }) => last === at))
    if (wrap === undefined) break
    found.push(wrap.first - 1)
  }
  return found
}

export const outerFirst = (draft: Draft): number => edges(draft).at(-1)! + 1
