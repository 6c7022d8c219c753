import type { BlockTree } from './block.ts'
import { looksLikeDateline, looksLikeTitle } from './headline.ts'

/**
 * Names the title where the source does not: a heading or line at the very top, a date line before it aside. A text of
 * one line has none.
 */
export function nameTitle(tree: BlockTree): void {
  const blocks = tree.children
  if (blocks.length < 2 || blocks.some(({ type }) => type === 'title')) return
  const first = blocks.slice(0, 3).find(({ text }) => !looksLikeDateline(text))
  if (first?.type === 'heading' || (first?.type === 'paragraph' && looksLikeTitle(first.text))) {
    first.type = 'title'
    first.depth = 0
  }
}
