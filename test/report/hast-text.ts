import type { Element, ElementContent } from 'hast'

/** The words of a node as a reader sees them. */
export const textOf = (node: ElementContent | Element): string =>
  node.type === 'text' ? node.value : node.type === 'element' ? node.children.map(textOf).join('') : ''
