import { decodeHTMLStrict } from 'entities/decode'
import type { Piece } from './block.ts'

/**
 * The pieces of a stretch of source in which nothing but entities is markup: "16.547&nbsp;million" is three pieces.
 * Entities count with their semicolon only, so that "R&D" and "Q&A" stay as they are.
 */
export function inlinePieces(source: string, start: number, end: number): Piece[] {
  const pieces: Piece[] = []
  let at = start
  const add = (to: number) => {
    if (to > at) pieces.push({ source: at, width: to - at, text: null })
  }
  for (let ampersand = source.indexOf('&', start); ampersand >= 0 && ampersand < end; ) {
    const entity = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});/u.exec(
      source.slice(ampersand, Math.min(ampersand + 36, end)),
    )
    const text = entity ? decodeHTMLStrict(entity[0]) : ''
    if (entity && text !== entity[0]) {
      add(ampersand)
      pieces.push({ source: ampersand, width: entity[0].length, text })
      at = ampersand + entity[0].length
    }
    ampersand = source.indexOf('&', Math.max(at, ampersand + 1))
  }
  add(end)
  return pieces
}
