import type { BlockTree } from './block.ts'
import { nameCaptions } from './captions.ts'
import { markFurniture } from './furniture.ts'
import { nameHeadings } from './headings.ts'
import { nameItems } from './list-items.ts'
import { findMarks } from './list-marks.ts'
import type { ParseOptions } from './options.ts'
import { nameTitle } from './title.ts'

/** One reading of what blocks are to each other, by their shape. Changes the tree that it is given. */
export type StructurePass = (tree: BlockTree, options: ParseOptions) => void

/**
 * The passes in order. What a source marks (an `<li>`, a `#` heading) is settled before; these read what people write
 * with signs and blank lines, in plain text and in pages whose lists are paragraphs that begin with "- ".
 */
export const structurePasses: readonly StructurePass[] = [
  findMarks,
  nameTitle,
  nameCaptions,
  markFurniture,
  nameHeadings,
  nameItems,
]
