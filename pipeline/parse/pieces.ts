import type { Piece } from './block.ts'

/** Text of pieces as a reader sees it. */
export function textOf(source: string, pieces: readonly Piece[]): string {
  let text = ''
  for (const piece of pieces) text += wordsOf(source, piece)
  return text
}

/** Text of one piece. */
export function wordsOf(source: string, piece: Piece): string {
  return piece.text ?? source.slice(piece.source, piece.source + piece.width)
}

/** The pieces without the white space at both ends of their text. A decoded piece is kept whole or dropped. */
export function trimmed(source: string, pieces: readonly Piece[]): Piece[] {
  let first = 0
  let last = pieces.length - 1
  while (first <= last && wordsOf(source, pieces[first]!).trim() === '') first++
  while (last > first && wordsOf(source, pieces[last]!).trim() === '') last--
  const kept = pieces.slice(first, last + 1)
  const head = kept[0]
  if (head?.text === null) {
    const words = wordsOf(source, head)
    const cut = words.length - words.trimStart().length
    kept[0] = { source: head.source + cut, width: head.width - cut, text: null }
  }
  const tail = kept.at(-1)
  if (tail?.text === null) {
    kept[kept.length - 1] = { ...tail, width: wordsOf(source, tail).trimEnd().length }
  }
  return kept
}

/** The pieces without the first `length` units of their text; a decoded piece that is cut into goes whole. */
export function withoutStart(pieces: readonly Piece[], length: number): Piece[] {
  let left = length
  const kept: Piece[] = []
  for (const piece of pieces) {
    const width = piece.text?.length ?? piece.width
    if (left === 0) kept.push(piece)
    else if (left < width && piece.text === null) {
      kept.push({ source: piece.source + left, width: piece.width - left, text: null })
    }
    left = Math.max(0, left - width)
  }
  return kept
}
