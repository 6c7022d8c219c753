import type { ParsedDocument, Passage, Segment } from '../../schemas/passage.ts'
import type { Block, BlockTree, Piece } from './block.ts'
import { partWord } from './headline.ts'
import { partsOf } from './long-block.ts'
import { unreadParts } from './markup.ts'
import { trimmed, wordsOf } from './pieces.ts'
import { readHeaders } from './table-headers.ts'
import type { Written } from './written.ts'

/**
 * Turns the blocks of a document into passages: text with its offset map, the heading above, the lead, the headers of
 * a cell. Blocks without text are dropped. Source that two blocks claim goes to the first, so that no digit is read twice.
 */
export function toPassages(source: string, tree: BlockTree, format: ParsedDocument['format']): ParsedDocument {
  const written: Written[] = []
  const indexOf = new Map<Block, number>()
  let read = 0
  for (const block of tree.children) {
    for (const part of block.type === 'cell' ? [block.pieces] : partsOf(source, block.pieces)) {
      const whole = write(source, part, read)
      const end = whole.segments.at(-1)
      if (end === undefined) continue
      read = end.source + end.width
      if (!indexOf.has(block)) indexOf.set(block, written.length)
      written.push({ block, ...whole })
    }
  }
  const headings = headingsAbove(written)
  const cells = readHeaders(written, indexOf)
  const passages = written.map(
    ({ block, text, segments }, index): Passage => ({
      index,
      role: block.type,
      text,
      segments,
      depth: block.depth,
      heading: headings[index] ?? null,
      lead: leadOf(block, indexOf),
      cell: cells.get(index) ?? null,
    }),
  )
  return { format, passages, markup: unreadParts(source, passages, tree.markup) }
}

/** Text and offset map of the pieces from `read` on, without the white space around them. */
function write(source: string, pieces: readonly Piece[], read: number): { text: string; segments: readonly Segment[] } {
  const segments: { at: number; length: number; source: number; width: number }[] = []
  let text = ''
  const unread = pieces.filter((piece) => piece.source >= read && piece.width > 0 && piece.text !== '')
  for (const piece of trimmed(source, unread)) {
    const last = segments.at(-1)
    const words = wordsOf(source, piece)
    if (piece.text === null && last?.length === last?.width && last && last.source + last.width === piece.source) {
      last.length += piece.width
      last.width += piece.width
    } else {
      segments.push({ at: text.length, length: words.length, source: piece.source, width: piece.width })
    }
    text += words
  }
  return { text, segments }
}

/** For each passage the nearest heading above of a lower depth, if it is a heading itself, else the nearest. */
function headingsAbove(written: readonly Written[]): (number | null)[] {
  const open: { index: number; depth: number }[] = []
  return written.map(({ block }, index) => {
    if (block.type === 'furniture' || block.type === 'title') return null
    if (block.type === 'paragraph') {
      // "Điều 4. Giao BHXH tỉnh ..." in full below the heading "Điều 3. Kinh phí" is no part of that.
      const part = partWord(block.text)
      if (part !== null && partWord(written[open.at(-1)?.index ?? -1]?.text ?? '') === part) open.pop()
    }
    if (block.type !== 'heading') return open.at(-1)?.index ?? null
    while (open.length > 0 && open.at(-1)!.depth >= block.depth) open.pop()
    const above = open.at(-1)?.index ?? null
    open.push({ index, depth: block.depth })
    return above
  })
}

/** A lead without text (an empty list item) gives way to its own lead. */
function leadOf(block: Block, indexOf: ReadonlyMap<Block, number>): number | null {
  for (let lead = block.lead; lead !== null; lead = lead.lead) {
    const index = indexOf.get(lead)
    if (index !== undefined) return index
  }
  return null
}
