import type { Block, BlockTree, Grid } from './block.ts'
import { looksLikeCaption, looksLikeNote } from './headline.ts'
import { endsWithColon } from './line-wrap.ts'

/**
 * Gives each table its caption, where the source marks none: the paragraph directly above that looks like one
 * ("Table 1: ..."), or a note of its unit between the two, else the one directly below. Cells are led by a paragraph
 * above that ends with a colon or is such a note.
 */
export function nameCaptions(tree: BlockTree): void {
  const blocks = tree.children
  for (let first = 0; first < blocks.length; first++) {
    const grid = blocks[first]!.place?.grid
    if (grid === undefined) continue
    let end = first + 1
    while (end < blocks.length && blocks[end]!.place?.grid === grid) end++
    const above = [blocks[first - 1], blocks[first - 2]].filter((block) => block !== undefined)
    const lead = above[0]?.type === 'paragraph' && announces(above[0]) ? above[0] : null
    const caption = above.slice(0, lead === null ? 1 : 2).find(isCaption) ?? [blocks[end]].find(isCaption)
    if (grid.caption === null && caption) name(grid, caption)
    if (lead !== null && lead !== caption) for (const cell of blocks.slice(first, end)) cell.lead ??= lead
    first = end - 1
  }
}

function isCaption(block: Block | undefined): boolean {
  return (block?.type === 'paragraph' || block?.type === 'heading') && looksLikeCaption(block.text)
}

function announces({ text }: Block): boolean {
  return endsWithColon(text) || looksLikeNote(text)
}

function name(grid: Grid, caption: Block): void {
  caption.type = 'caption'
  caption.depth = 0
  grid.caption = caption
}
