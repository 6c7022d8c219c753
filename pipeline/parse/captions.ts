import type { Block, BlockTree, Grid } from './block.ts'
import { looksLikeCaption, looksLikeHeading, looksLikeNote } from './headline.ts'
import { endsWithColon } from './line-wrap.ts'

/**
 * Gives each table its caption, where the source marks none, and its lead. The caption is the line above that names it
 * ("Table 1: ...") or a short line alone, a note of the unit between them aside; else the line below that names it. The
 * lead is that note, a paragraph above that ends with a colon, or where nothing names the table the short paragraph above it:
 * "The table on page 6, which shows the membership on 30 June 2023, should read as follows."
 */
export function nameCaptions(tree: BlockTree): void {
  const blocks = tree.children
  for (let first = 0; first < blocks.length; first++) {
    const grid = blocks[first]!.place?.grid
    if (grid === undefined) continue
    let end = first + 1
    while (end < blocks.length && blocks[end]!.place?.grid === grid) end++
    const { caption, lead } = readAround(blocks[first - 1], blocks[first - 2], blocks[end])
    if (caption !== null && grid.caption === null) name(grid, caption)
    if (lead !== null) for (const cell of blocks.slice(first, end)) cell.lead ??= lead
    first = end - 1
  }
}

function readAround(
  above: Block | undefined,
  higher: Block | undefined,
  below: Block | undefined,
): { caption: Block | null; lead: Block | null } {
  const numbered = named(above)
  if (numbered !== null) return { caption: numbered, lead: null }
  if (above?.type !== 'paragraph') return { caption: named(below), lead: null }
  if (endsWithColon(above.text)) return { caption: named(higher) ?? named(below), lead: above }
  if (looksLikeNote(above.text)) return { caption: named(higher) ?? alone(higher) ?? named(below), lead: above }
  const caption = alone(above) ?? named(below)
  return { caption, lead: caption === null && !above.marks?.length && isSentence(above) ? above : null }
}

/** Characters that a paragraph over a table may have and still speak of the table alone. */
const longestLead = 200

/** One word alone is a label of the page: "Menu." */
const isSentence = ({ text }: Block): boolean => text.length <= longestLead && /\S\s+\S/u.test(text)

/** The block, if it names a table by its number; "III. Implementation" below a table goes on with the sections above it. */
function named(block: Block | undefined): Block | null {
  const isText = block?.type === 'paragraph' || block?.type === 'heading'
  return isText && !block.marks?.length && looksLikeCaption(block.text) ? block : null
}

/** The block, if over a table it can only be the caption: short, and no sentence. */
function alone(block: Block | undefined): Block | null {
  return block?.type === 'paragraph' && !block.marks?.length && looksLikeHeading(block.text) ? block : null
}

function name(grid: Grid, caption: Block): void {
  caption.type = 'caption'
  caption.depth = 0
  grid.caption = caption
}
