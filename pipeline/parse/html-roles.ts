import type { Block } from './block.ts'
import { FURNITURE, FURNITURE_ROLES, LIST_ITEMS, LISTS } from './html-elements.ts'
import type { HtmlTable } from './html-table.ts'

/** An element of a page that is open. */
export interface Open {
  readonly name: string
  /** End of the start tag. */
  readonly content: number
  /** How many blocks the page had when it opened. */
  readonly first: number
  readonly furniture: boolean
  readonly table: HtmlTable | null
  /** Of a list, what leads it; of an item, its first block. */
  block: Block | null
  /** Of a list, the item read last. */
  item: Block | null
}

/** Elements whose text is one passage, however many lines it has. */
const WHOLE = /^(?:h[1-6]|title|caption|figcaption|li|dt|dd|td|th)$/u

/** The innermost open element that decides what its text is. */
export function roleOf(open: readonly Open[]): Open | undefined {
  return open.findLast(({ name }) => WHOLE.test(name))
}

/** Gives a block the role, depth and lead that the open elements say. */
export function setRole(block: Block, open: readonly Open[]): void {
  const inner = roleOf(open)
  if (open.some(({ furniture }) => furniture)) block.type = 'furniture'
  else if (inner === undefined) return
  else if (/^h[1-6]$/u.test(inner.name)) {
    block.type = 'heading'
    block.depth = Number.parseInt(inner.name[1]!, 10)
  } else if (inner.name === 'title') block.type = 'title'
  else if (inner.name === 'caption' || inner.name === 'figcaption') block.type = 'caption'
  else if (LIST_ITEMS.has(inner.name)) setItem(block, inner, open)
}

function setItem(block: Block, element: Open, open: readonly Open[]): void {
  if (element.block !== null) {
    block.lead = element.block
    return
  }
  const lists = open.filter(({ name }) => LISTS.has(name))
  const list = lists.at(-1)
  block.type = 'item'
  block.depth = Math.max(1, lists.length)
  // A definition is led by its term.
  block.lead = element.name === 'dd' && list?.item ? list.item : (list?.block ?? null)
  element.block = block
  if (list !== undefined && element.name !== 'dd') list.item = block
}

/** Whether an element says that no reader sees it, or that it is not of the article. */
export function isFurniture(name: string, attributes: ReadonlyMap<string, string>): boolean {
  return (
    FURNITURE.has(name) ||
    attributes.has('hidden') ||
    attributes.get('aria-hidden') === 'true' ||
    FURNITURE_ROLES.has(attributes.get('role') ?? '') ||
    /display\s?:\s?none/u.test(attributes.get('style') ?? '')
  )
}
