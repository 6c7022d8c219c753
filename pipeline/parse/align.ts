import type { Piece } from './block.ts'
import { entityAt } from './entities.ts'

/**
 * Finds a node's value again in the source that it was read from: remark decodes entities and escapes, drops the marks
 * of quotes and lists at line starts, and says only where the whole node stands.
 *
 * @param decodes whether entities and escapes count (in code they do not).
 * @returns the pieces, and where the value ends; null where the source tells another text.
 */
export function align(
  source: string,
  value: string,
  from: number,
  to: number,
  decodes: boolean,
): { pieces: Piece[]; end: number } | null {
  const pieces: Piece[] = []
  let at = from
  let verbatim = from
  const flush = () => {
    if (at > verbatim) pieces.push({ source: verbatim, width: at - verbatim, text: null })
  }
  const skip = (width: number) => {
    flush()
    at += width
    verbatim = at
  }
  for (let read = 0; read < value.length; ) {
    if (at >= to) return null
    const wanted = value[read]!
    const found = source[at]!
    const entity = decodes && found === '&' ? entityAt(source, at) : null
    if (entity !== null && value.startsWith(entity, read)) {
      flush()
      const width = source.indexOf(';', at) + 1 - at
      pieces.push({ source: at, width, text: entity })
      at += width
      verbatim = at
      read += entity.length
    } else if (decodes && found === '\\' && source[at + 1] === wanted && isPunctuation(wanted)) {
      skip(1)
      at++
      read++
    }
    // A parser of Markdown may not let a NUL through.
    else if (found === wanted || (found === '\0' && wanted === '\ufffd')) {
      at++
      read++
      if (isLineEnd(wanted) && !isLineEnd(value[read])) skip(prefixLength(source, at, value, read))
    } else if (found === ' ' || found === '\t' || found === '>') skip(1)
    // A tab at the start of code counts as several spaces, of which some belong to the block.
    else if (wanted === ' ') read++
    else return null
  }
  flush()
  return { pieces, end: at }
}

/** How much of the marks at the start of a source line ("  > > ") is not in the value. */
function prefixLength(source: string, at: number, value: string, read: number): number {
  return Math.max(0, markLength(source, at) - markLength(value, read))
}

function markLength(text: string, from: number): number {
  let at = from
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '>') at++
  return at - from
}

function isLineEnd(character: string | undefined): boolean {
  return character === '\n' || character === '\r'
}

function isPunctuation(character: string): boolean {
  return /[!-/:-@[-`{-~]/u.test(character)
}
