import type { Root } from 'mdast'
import type { Processor } from 'unified'
import type { VFile } from 'vfile'
import type { ParsedDocument } from '../../schemas/passage.ts'
import type { BlockTree } from './block.ts'
import { readHtml } from './html.ts'
import { markdownBlocks } from './markdown.ts'
import type { ParseOptions } from './options.ts'
import { toPassages } from './passages.ts'
import { parsePlain } from './plain.ts'
import { structurePasses } from './structure.ts'

declare module 'unified' {
  interface CompileResultMap {
    ParsedDocument: ParsedDocument
  }
}

/** unified parser plugin: plain text to a tree of blocks. */
export function plainText(this: Processor): void {
  this.parser = (document) => parsePlain(document)
}

/** unified parser plugin: a page to a tree of blocks. */
export function htmlPage(this: Processor): void {
  this.parser = (document) => readHtml(document)
}

/** unified transformer plugin: a Markdown tree to a tree of blocks. */
export function blocksFromMarkdown() {
  return (root: Root, file: VFile): BlockTree => markdownBlocks(String(file), root)
}

/** unified transformer plugin: what blocks are to each other. The file's data holds the caller's `ParseOptions`. */
export function structure() {
  return (tree: BlockTree, file: VFile): void => {
    const options = (file.data.options ?? {}) as ParseOptions
    for (const pass of structurePasses) pass(tree, options)
  }
}

/** unified compiler plugin: a tree of blocks to passages. */
export function compilePassages(this: Processor, format: ParsedDocument['format']): void {
  this.compiler = (tree, file) => toPassages(String(file), tree as unknown as BlockTree, format)
}
