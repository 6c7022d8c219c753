import type { Block, BlockTree } from './block.ts'
import { looksLikeDay, looksLikeHeading, partWord } from './headline.ts'
import { endsWithStop } from './line-wrap.ts'

/** Depth of a heading that only its shape tells. */
const DEPTH = 2

/**
 * Where the source marks no headings, makes headings of the short lines that stand alone before a text, a list or a table. Read from the foot upwards: what
 * stands below decides ("Nguyen Van A" at the end of an article is a name).
 */
export function nameHeadings(tree: BlockTree): void {
  const blocks = tree.children
  // A source that marks its headings means no others.
  if (blocks.some(({ type }) => type === 'heading')) return
  const body = blocks.findIndex(({ type, text }) => type === 'paragraph' && endsWithStop(text))
  for (let i = blocks.length - 2; i > 0; i--) {
    const block = blocks[i]!
    const below = blocks[i + 1]!
    const alone = blocks[i - 1]!.group !== block.group && (below.group !== block.group || isNumbered(block.text))
    const isText = block.type !== 'paragraph' || block.lead !== null || block.marks?.length
    if (isText || !(alone || partWord(block.text) !== null) || !heads(below) || !looksLikeHeading(block.text)) continue
    // Above the text stand the day and the name of the writer: "Ha Noi, January 20, 2021".
    if (i < body && looksLikeDay(block.text)) continue
    block.type = 'heading'
    block.depth = DEPTH
  }
}

/** Whether a line is a word with a number and then a name, as the articles of a decision are: "Điều 2. Mục tiêu", "Article 2. Targets". */
function isNumbered(text: string): boolean {
  return /^\p{Lu}\p{L}{1,14} \p{Nd}{1,3}[.:] \p{Lu}\p{L}/u.test(text)
}

/** Whether a short line above this block can be its heading. */
function heads({ type, text, marks }: Block): boolean {
  if (type === 'paragraph') return endsWithStop(text) || Boolean(marks?.length)
  return type === 'heading' || type === 'item' || type === 'cell' || type === 'caption'
}
