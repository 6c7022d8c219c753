import type { ParsedDocument } from '../../schemas/passage.ts'
import type { ParseOptions } from './options.ts'
import { toPassages } from './passages.ts'
import { parsePlain } from './plain.ts'
import { structurePasses } from './structure.ts'

/**
 * Reads a decoded text into passages. What it is (plain text, Markdown, HTML) is judged by its content.
 * Never throws: a text that cannot be parsed as what it looks like is read as plain text.
 *
 * @returns passages in source order with their offset maps (UTF-16 units), and the parts with digits that are no text.
 */
export function parse(text: string, options: ParseOptions = {}): ParsedDocument {
  const tree = parsePlain(text)
  for (const pass of structurePasses) pass(tree, options)
  return toPassages(text, tree, 'plain')
}
