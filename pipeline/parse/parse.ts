import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { ParsedDocument } from '../../schemas/passage.ts'
import { isReadableMarkdown } from './markdown-limits.ts'
import type { ParseOptions } from './options.ts'
import { blocksFromMarkdown, compilePassages, htmlPage, plainText, structure } from './plugins.ts'
import { sniffFormat } from './sniff.ts'

const readers = {
  plain: unified().use(plainText).use(structure).use(compilePassages, 'plain').freeze(),
  html: unified().use(htmlPage).use(structure).use(compilePassages, 'html').freeze(),
  // One tilde is "about" in many languages ("~5%"), so only two strike text out.
  markdown: unified()
    .use(remarkParse)
    .use(remarkGfm, { singleTilde: false })
    .use(remarkFrontmatter, ['yaml', 'toml'])
    .use(blocksFromMarkdown)
    .use(structure)
    .use(compilePassages, 'markdown')
    .freeze(),
}

/**
 * Reads a decoded text into passages. What it is (plain text, Markdown, HTML) is judged by its content.
 * Never throws: Markdown that is too large or too
 * nested to be parsed in linear time is read as plain text.
 *
 * @returns passages in source order with their offset maps (UTF-16 units), and the parts with digits that are no text.
 */
export function parse(text: string, options: ParseOptions = {}): ParsedDocument {
  const sniffed = sniffFormat(text)
  const format = sniffed === 'markdown' && !isReadableMarkdown(text) ? 'plain' : sniffed
  // remark counts from behind a byte-order mark; a line end in its place keeps the offsets.
  const value = format === 'markdown' ? text.replace(/^\ufeff/u, '\n') : text
  const file = { value, data: { options } }
  return readers[format].processSync(file).result as ParsedDocument
}
