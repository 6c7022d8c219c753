import type { Block } from './block.ts'
import { looksLikeContact } from './headline.ts'

/** A block of a plain text with its words, and the number of the group of lines (between blank lines) it stands in. */
export interface Placed {
  readonly block: Block
  readonly text: string
  readonly group: number
}

/** What a page wraps around an article stands in its first and last lines, and is short. */
const LONGEST_LINE = 160
const MOST_LINES = 60

/**
 * Gives the lines that a page prints around an article the role `furniture`: in the groups of short lines at its foot
 * and head, those with a contact (an address of mail or net, a telephone number: known by shape), all of a group of which
 * a third are contacts, and lines that `isFurniture` knows (share buttons, counts of views: words of a language, so they
 * come from the caller's data). At the foot, groups between two such groups belong to them.
 */
export function markFurniture(blocks: readonly Placed[], isFurniture: (line: string) => boolean): void {
  const groups: Placed[][] = []
  for (const placed of blocks) {
    if (groups.at(-1)?.[0]?.group === placed.group) groups.at(-1)!.push(placed)
    else groups.push([placed])
  }
  let between: Placed[] = []
  for (const group of edge(groups.toReversed())) {
    const known = knownIn(group, isFurniture)
    mark(known)
    if (known.length === group.length) {
      mark(between)
      between = []
    } else between.push(...group)
  }
  for (const group of edge(groups)) mark(knownIn(group, isFurniture))
}

/** The groups up to the first that holds text of the article. */
function* edge(groups: readonly (readonly Placed[])[]): Iterable<readonly Placed[]> {
  let lines = 0
  for (const group of groups) {
    lines += group.length
    if (lines > MOST_LINES || !group.every(({ text }) => isShort(text))) return
    yield group
  }
}

function knownIn(group: readonly Placed[], isFurniture: (line: string) => boolean): readonly Placed[] {
  const contacts = group.filter(({ text }) => looksLikeContact(text))
  if (contacts.length * 3 >= group.length && contacts.length > 0) return group
  return group.filter(({ text }) => looksLikeContact(text) || isFurniture(text))
}

function mark(placed: readonly Placed[]): void {
  for (const { block } of placed) if (block.type !== 'title' && block.type !== 'cell') block.type = 'furniture'
}

/** No sentence of the article: short, and without the end of a sentence. */
function isShort(text: string): boolean {
  return (
    text.length <= LONGEST_LINE &&
    !(/[.!?…。][\p{Pe}\p{Pf}"'”’]{0,3}$/u.test(text.slice(-5)) && text.split(' ').length > 8)
  )
}
