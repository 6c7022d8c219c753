import type { Hit } from '../../catalog/lexicon.ts'
import type { Direction } from '../../schemas/mention.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import type { DocumentContext } from './context.ts'
import type { Draft } from './draft.ts'

export interface ChangeColumn {
  readonly reading: PassageReading
  readonly hit: Hit
}

/** The header of a cell that says its column holds changes: "Change (%)", "Increase, %", "Tăng, giảm so với 2021 (%)". */
export const changeColumn = ({ reading: { passage }, kind }: Draft, context: DocumentContext): ChangeColumn | null => {
  if (passage.cell === null || kind === 'legal_document') return null
  for (const index of [...passage.cell.columnHeaders].reverse()) {
    const reading = context.readings[index]!
    const hit =
      reading.scan.all('change_column')[0] ??
      reading.scan.all('change').find(({ value }) => value !== 'none') ??
      // "Increase (%)", but not "Lower earnings limit".
      reading.scan.all('change_after').find(({ last }) => reading.scan.words[last + 1]?.kind !== 'word') ??
      // "-4,3" under "So với cùng kỳ (%)"
      (isSigned(passage.text) ? reading.scan.all('baseline')[0] : undefined)
    if (hit !== undefined) return { reading, hit }
  }
  return null
}

const isSigned = (text: string): boolean => /^\s*[+−–-]\s*\p{Nd}/u.test(text)

const minus: ReadonlySet<string> = new Set(['-', '−', '–'])
const plus = '+'

/** "(30.4)" alone in a cell: how accounts write what is below nought. */
const isInBrackets = (text: string): boolean => /^\(\p{Nd}[\p{Nd}.,]*%?\)%?$/u.test(text.trim())

/** "-10,4", "+3.2" under "Change (%)": the sign says which way, and where there is none the header. */
export const columnDirection = ({ reading: { passage } }: Draft, { hit }: ChangeColumn): Direction => {
  const sign = passage.text.trim().at(0) ?? ''
  if (minus.has(sign) || isInBrackets(passage.text)) return 'decrease'
  return hit.value === 'decrease' && sign !== plus ? 'decrease' : 'increase'
}
