import type { Block, BlockTree } from './block.ts'
import { looksLikeHeading } from './headline.ts'
import { ListNesting } from './list-nesting.ts'
import { withoutStart } from './pieces.ts'

/** Makes items of the paragraphs that begin with a list mark, with their depth and lead. The mark leaves the text. */
export function nameItems(tree: BlockTree): void {
  const lists = new ListNesting()
  let before: Block | null = null
  let section: Block | null = null
  let table: Block | null = null
  for (const block of tree.children) {
    const marks = block.marks ?? []
    if (marks.length > 0) cutMark(tree, block, marks[0]!.length)
    if (block.type === 'paragraph' && marks.length > 0) {
      const container = block.lead
      block.type = 'item'
      section = looksLikeHeading(block.text) ? block : null
      lists.place(block, marks, before)
      if (container !== null) {
        block.lead = block.depth === 1 ? container : block.lead
        block.depth += container.depth
      }
    } else if (block.type === 'cell' && before?.type === 'cell') {
      block.lead ??= table
    } else if (
      block.type === 'paragraph' ||
      block.type === 'cell' ||
      block.type === 'code' ||
      block.type === 'caption'
    ) {
      // The text right under "(1) General objectives" is led by it.
      if (block.type === 'paragraph') block.lead ??= lists.sectionOver(block)
      // So is the table under "II. Targets", be there points above it or not.
      if (block.type === 'cell') {
        table = lists.sectionOfTable() ?? section
        block.lead ??= table
      }
      lists.interrupt()
    } else {
      // "II. Targets for 2023" over a list that Markdown reads by itself
      if (block.type !== 'item') section = null
      else if (section !== null && block.lead === null) {
        block.lead = section
        block.depth += section.depth
      }
      lists.end()
    }
    before = block
  }
}

function cutMark(tree: BlockTree, block: Block, length: number): void {
  const start = block.pieces[0]!.source
  block.pieces = withoutStart(block.pieces, length)
  block.text = block.text.slice(length)
  const end = block.pieces[0]?.source ?? start
  if (end > start) tree.markup.push({ start, end, reason: 'list_marker' })
}
