import type { Markup, PassageRole } from '../../schemas/passage.ts'
import type { Marker } from './list-marker.ts'

/**
 * A stretch of the source (UTF-16 units) that is part of a block's text. `text` is null where the text is the source
 * itself; it is set where `width` units of source stand for other text ("&nbsp;", a run of white space, "<br>").
 */
export interface Piece {
  readonly source: number
  readonly width: number
  readonly text: string | null
}

/** Where a table cell stands. Rows and columns count from 0; `rows` and `columns` say how many it spans. */
export interface GridPlace {
  readonly grid: Grid
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  /** Null where the source marks no headers, so that they are judged by shape (`table-headers.ts`). */
  readonly header: 'column' | 'row' | 'none' | null
}

/** One table; `number` counts from 0 in the document. */
export interface Grid {
  readonly number: number
  caption: Block | null
}

/**
 * One paragraph, heading, list item, cell ... as a format's parser gives it, in source order: a node of a unist tree.
 * Blocks point at each other (a lead, a caption); `passages.ts` turns that into indexes.
 */
export interface Block {
  type: PassageRole
  pieces: Piece[]
  text: string
  /** Of a heading 1 to 6, of a list item its nesting from 1, else 0. */
  depth: number
  lead: Block | null
  place: GridPlace | null
  /** Blocks with one number stand together, without a blank line between them. */
  group: number
  /** Columns of white space before it, in plain text. */
  indent: number
  /** The list marks it begins with, where the parser knows them; null where nobody has looked. */
  marks: readonly Marker[] | null
}

/** The unist root that the three parsers give; `markup` names the parts of the source that they know to be no text. */
export interface BlockTree {
  type: 'root'
  children: Block[]
  markup: Markup[]
}

/** A block that stands by itself. */
export function blockOf(type: PassageRole, pieces: Piece[], text: string, group: number): Block {
  return { type, pieces, text, depth: 0, lead: null, place: null, group, indent: 0, marks: null }
}
