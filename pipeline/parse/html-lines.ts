import type { Piece } from './block.ts'
import { continues, wrapWidth } from './line-wrap.ts'
import { textOf, trimmed } from './pieces.ts'

/** Lines that `<br>` ends are paragraphs of their own, unless they were wrapped by hand. */
export function paragraphsOf(source: string, lines: readonly (readonly Piece[])[]): Piece[][] {
  const kept = lines.map((pieces) => trimmed(source, pieces)).filter((pieces) => pieces.length > 0)
  const read = kept.map((pieces) => ({ start: 0, end: 0, text: textOf(source, pieces), indent: 0, apart: false }))
  const width = wrapWidth(read)
  const paragraphs: Piece[][] = []
  kept.forEach((pieces, i) => {
    const last = paragraphs.at(-1)?.at(-1)
    if (last !== undefined && width !== null && continues(read[i - 1]!, read[i]!, width)) {
      const end = last.source + last.width
      paragraphs.at(-1)!.push({ source: end, width: pieces[0]!.source - end, text: ' ' }, ...pieces)
    } else paragraphs.push([...pieces])
  })
  return paragraphs
}
