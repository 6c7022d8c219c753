import type { Block, BlockTree } from './block.ts'
import { looksLikeBar, looksLikeContact } from './headline.ts'
import type { ParseOptions } from './options.ts'

/** What a page wraps around an article stands in its first and last lines, and is short. */
const LONGEST_LINE = 160
const MOST_LINES = 60
/** More lines than this between two pieces of furniture are more likely the article. */
const MOST_BETWEEN = 3

/**
 * Gives the lines that a page prints around an article the role `furniture`: in the groups of short lines at its foot
 * and head, those with a contact (an address of mail or net, a telephone number: known by shape), all of a group of which
 * a third are contacts, and lines that `isFurniture` knows (share buttons, counts of views: words of a language, so they
 * come from the caller's data). At the foot, a few lines between two such groups belong to them.
 */
export function markFurniture(tree: BlockTree, options: ParseOptions): void {
  const isFurniture = options.furniture ?? (() => false)
  const groups: Block[][] = []
  for (const block of tree.children) {
    if (groups.at(-1)?.[0]?.group === block.group) groups.at(-1)!.push(block)
    else groups.push([block])
  }
  let between: Block[] = []
  for (const group of edge(groups.toReversed())) {
    // A bar at the head may hold the date of the text; at the foot it is a page's.
    const known = knownIn(group, (line) => isFurniture(line) || looksLikeBar(line))
    mark(known)
    if (known.length === group.length) {
      if (between.length <= MOST_BETWEEN) mark(between)
      between = []
    } else between.push(...group)
  }
  for (const group of edge(groups)) mark(knownIn(group, isFurniture))
}

/** The groups up to the first that holds text of the article. */
function* edge(groups: readonly (readonly Block[])[]): Iterable<readonly Block[]> {
  let lines = 0
  for (const group of groups) {
    lines += group.length
    if (lines > MOST_LINES || !group.every(isShort)) return
    yield group
  }
}

function knownIn(group: readonly Block[], isFurniture: (line: string) => boolean): readonly Block[] {
  const contacts = group.filter(({ text }) => looksLikeContact(text))
  if (contacts.length * 3 >= group.length && contacts.length > 0) return group
  return group.filter(({ text }) => looksLikeContact(text) || isFurniture(text))
}

function mark(blocks: readonly Block[]): void {
  for (const block of blocks) block.type = 'furniture'
}

/** No sentence of the article: short, and without the end of a sentence. */
function isShort({ type, text }: Block): boolean {
  return (
    (type === 'paragraph' || type === 'item' || type === 'furniture') &&
    text.length <= LONGEST_LINE &&
    !(/[.!?…。][\p{Pe}\p{Pf}"'”’]{0,3}$/u.test(text.slice(-5)) && text.split(' ').length > 8)
  )
}
