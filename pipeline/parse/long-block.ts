import type { Piece } from './block.ts'

/** UTF-16 units above which a block is no paragraph that people write. Work within a passage may then grow with its square. */
const longest = 20_000

/** Where such a block may be cut, best first: after a sentence or clause, between words, at any white space. */
const cuts = [/[.!?;,]\s/gu, /[^\s\d]\s(?=[^\s\d])/gu, /\s/gu]

/** Source offset at which to cut a run, at or before `to`; `to` itself inside a run without white space that is no number. */
const cutBefore = (source: string, from: number, to: number): number | null => {
  const window = source.slice(from, to)
  for (const cut of cuts) {
    const last = [...window.matchAll(cut)].at(-1)
    if (last !== undefined && last.index > 0) return from + last.index + last[0].length
  }
  return null
}

/**
 * The pieces of one block in groups of at most `longest` source characters, so that a file without line ends costs no more
 * than one with them. A run without white space, and what was decoded or replaced, is never cut.
 */
export const partsOf = (source: string, pieces: readonly Piece[]): readonly (readonly Piece[])[] => {
  if (pieces.reduce((sum, { width }) => sum + width, 0) <= longest) return [pieces]
  const parts: Piece[][] = [[]]
  let width = 0
  const add = (piece: Piece): void => {
    parts.at(-1)!.push(piece)
    width += piece.width
  }
  const close = (): void => {
    if (parts.at(-1)!.length > 0) parts.push([])
    width = 0
  }
  for (let piece of pieces) {
    while (piece.text === null && width + piece.width > longest) {
      const at = cutBefore(source, piece.source, piece.source + Math.max(longest - width, 0))
      if (at === null && width > 0) {
        close()
        continue
      }
      if (at === null) break
      add({ ...piece, width: at - piece.source })
      close()
      piece = { ...piece, source: at, width: piece.source + piece.width - at }
    }
    add(piece)
    if (width >= longest) close()
  }
  return parts.filter((part) => part.length > 0)
}
