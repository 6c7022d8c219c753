import { decodeHTMLStrict } from 'entities/decode'
import type { Piece } from './block.ts'

/**
 * The pieces of a stretch of source in which nothing but entities is markup: "16.547&nbsp;million" is three pieces.
 * Entities count with their semicolon only, so that "R&D" and "Q&A" stay as they are.
 */
export function inlinePieces(source: string, start: number, end: number): Piece[] {
  const words = source.slice(start, end)
  const pieces: Piece[] = []
  let at = 0
  const add = (to: number) => {
    if (to > at) pieces.push({ source: start + at, width: to - at, text: null })
  }
  for (let ampersand = words.indexOf('&'); ampersand >= 0; ampersand = words.indexOf('&', ampersand + 1)) {
    const text = entityAt(words, ampersand)
    if (text === null) continue
    const width = words.indexOf(';', ampersand) + 1 - ampersand
    add(ampersand)
    pieces.push({ source: start + ampersand, width, text })
    at = ampersand + width
  }
  add(words.length)
  return pieces
}

/** What the entity at the ampersand stands for, or null where there is none. */
export function entityAt(text: string, ampersand: number): string | null {
  const name = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});/u.exec(
    text.slice(ampersand, ampersand + 36),
  )?.[0]
  if (name === undefined) return null
  const meaning = decodeHTMLStrict(name)
  return meaning === name ? null : meaning
}
