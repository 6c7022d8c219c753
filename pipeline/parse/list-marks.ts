import type { BlockTree } from './block.ts'
import { markersOf, numberedMarkers } from './list-marker.ts'

/** Finds the list marks with which paragraphs and items begin, where the parser has not ("<p>- Strive to ..."). */
export function findMarks(tree: BlockTree): void {
  const unread = tree.children.filter(({ marks, type }) => marks === null && (type === 'paragraph' || type === 'item'))
  const found = numberedMarkers(unread.map(({ text }) => markersOf(text)))
  unread.forEach((block, index) => {
    block.marks = found[index]!
  })
}
