import type { BlockTree } from './block.ts'
import { looksLikeDateline, looksLikePath, looksLikeTitle } from './headline.ts'

/**
 * Names the title where the source does not: a heading or line at the very top, a line of the date or the site before it aside. A text of
 * one line has none.
 */
export function nameTitle(tree: BlockTree): void {
  const blocks = tree.children
  if (blocks.length < 2 || blocks.some(({ type }) => type === 'title')) return
  const first = blocks.slice(0, 3).find(({ text }) => !looksLikeDateline(text) && !looksLikePath(text))
  const isLine = first?.type === 'paragraph' && !first.marks?.length && looksLikeTitle(first.text)
  if (first && (first.type === 'heading' || isLine)) {
    first.type = 'title'
    first.depth = 0
  }
}
