import type { Nodes, PhrasingContent } from 'mdast'
import type { Markup } from '../../schemas/passage.ts'
import { align } from './align.ts'
import type { Piece } from './block.ts'
import { wordsOf } from './pieces.ts'

/**
 * The text of a paragraph, heading or cell as pieces of the source. Where its text cannot be found again in the source
 * (which no known input brings about) the block is read with its marks: no digit is lost, and none is read wrong.
 */
export function inlineText(source: string, node: Nodes & { children: PhrasingContent[] }, markup: Markup[]): Piece[] {
  const from = node.position!.start.offset!
  const to = node.position!.end.offset!
  const pieces: Piece[] = []
  const targets: Markup[] = []
  let at = from
  const add = (piece: Piece) => {
    const between = separator(source, pieces.at(-1), piece)
    if (between !== null) pieces.push(between)
    pieces.push(piece)
  }
  const read = (child: PhrasingContent, isAddress = false): boolean => {
    at = child.position?.start.offset ?? at
    const end = child.position?.end.offset ?? to
    if (child.type === 'text' || child.type === 'inlineCode') {
      const isCode = child.type === 'inlineCode'
      while (isCode && source[at] === '`') at++
      const found = align(source, child.value, at, end, !isCode && !isAddress)
      if (found === null) return false
      found.pieces.forEach(add)
      at = found.end
    } else if (child.type === 'break' || (child.type === 'html' && /^<br\b/iu.test(child.value))) {
      pieces.push({ source: at, width: end - at, text: '\n' })
    } else if (child.type === 'image' || child.type === 'imageReference') {
      targets.push({ start: at, end, reason: 'link_target' })
    } else if ('children' in child) {
      // An address that stands bare in the text is its own link; nothing in it is decoded.
      const isBare = child.type === 'link' && child.children[0]?.position?.start.offset === at
      if (!child.children.every((inner) => read(inner, isBare))) return false
      if (child.type === 'link') targets.push({ start: at, end, reason: 'link_target' })
    }
    at = child.position?.end.offset ?? at
    return true
  }
  if (!node.children.every((child) => read(child))) return [{ source: from, width: to - from, text: null }]
  markup.push(...targets)
  return pieces
}

/**
 * What must stand between two pieces so that no number comes about that the text does not write. "3*5*7" is emphasis to
 * Markdown and 3, 5, 7 to the reader; "2021[^1]22" is two numbers; "12**345**" and "12<b>345</b>" are one.
 */
function separator(source: string, last: Piece | undefined, next: Piece): Piece | null {
  if (last === undefined) return null
  const start = last.source + last.width
  const gap = source.slice(start, next.source)
  if (gap === '' || !/\p{Nd}$/u.test(wordsOf(source, last).slice(-2))) return null
  if (!/^\p{Nd}/u.test(wordsOf(source, next).slice(0, 2))) return null
  if (gap === '*' || gap === '_') return { source: start, width: gap.length, text: null }
  return /^(?:[*_~]{2,3}|<[^>]*>)$/u.test(gap) ? null : { source: start, width: gap.length, text: ' ' }
}
