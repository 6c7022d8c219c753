import type { Block, BlockTree } from './block.ts'
import { looksLikeHeading } from './headline.ts'
import { type Marker, markersOf, numberedMarkers } from './list-marker.ts'
import { ListNesting } from './list-nesting.ts'
import { withoutStart } from './pieces.ts'

/** Makes items of the paragraphs that begin with a list mark, with their depth and lead. The mark leaves the text. */
export function nameItems(tree: BlockTree): void {
  const lists = new ListNesting()
  const marks = marksOf(tree.children)
  let before: Block | null = null
  tree.children.forEach((block, index) => {
    const own = marks[index]!
    if (own.length > 0) cutMark(tree, block, own[0]!.length)
    if (block.type === 'paragraph' && own.length > 0) {
      const container = block.lead
      block.type = 'item'
      lists.place(block, own, before)
      if (container !== null) {
        block.lead = block.depth === 1 ? container : block.lead
        block.depth += container.depth
      }
    } else if (block.type === 'paragraph') {
      // The text under "(1) General objectives" is led by it.
      const item = lists.open()
      if (item !== null && item === before && item.group !== block.group && looksLikeHeading(item.text)) {
        block.lead ??= item
      }
      lists.interrupt()
    } else if (block.type !== 'code') lists.end()
    before = block
  })
}

/** The marks of each block; those that the parser has read already count as they are. */
function marksOf(blocks: readonly Block[]): (readonly Marker[])[] {
  const isRead = blocks.every(({ marks }) => marks !== null)
  const found = blocks.map(({ type, text, marks }) => {
    if (marks !== null) return marks
    return type === 'paragraph' || type === 'item' ? markersOf(text) : []
  })
  return isRead ? found : numberedMarkers(found)
}

function cutMark(tree: BlockTree, block: Block, length: number): void {
  const start = block.pieces[0]!.source
  block.pieces = withoutStart(block.pieces, length)
  block.text = block.text.slice(length)
  const end = block.pieces[0]?.source ?? start
  if (end > start) tree.markup.push({ start, end, reason: 'list_marker' })
}
