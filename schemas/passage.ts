import type { Span } from './span.ts'

/** What a passage is in its document. `title` is the headline; `furniture` is what a page wraps around an article. */
export type PassageRole = 'title' | 'heading' | 'paragraph' | 'item' | 'cell' | 'caption' | 'code' | 'furniture'

/**
 * One stretch where passage text and source run alike: text[at, at + length) is source[source, source + length),
 * both in UTF-16 units. A stretch with `width` set stands for `width` source units that were decoded into `length` units
 * of text ("&nbsp;" is one unit of text on six of source); such a stretch is never cut.
 */
export interface Segment {
  readonly at: number
  readonly length: number
  readonly source: number
  readonly width: number
}

/**
 * A run of text that is read as one: a paragraph, a heading, a list item, a table cell.
 * `segments` are in order of `at`, without gaps in the text (gaps in the source are markup).
 */
export interface Passage {
  readonly index: number
  readonly role: PassageRole
  readonly text: string
  readonly segments: readonly Segment[]
  /** Depth: of a heading 1 to 6, of a list item 1 and up, else 0. */
  readonly depth: number
  /** Index of the nearest heading above that governs this passage, or null. */
  readonly heading: number | null
  /** Index of the passage that leads this list item or table ("By 2025", "Specific objectives:"), or null. */
  readonly lead: number | null
  /** For a table cell: the table's number, its row and column, and the indexes of the header cells and the caption. */
  readonly cell: TableCell | null
}

export interface TableCell {
  readonly table: number
  readonly row: number
  readonly column: number
  /** Whether this cell is itself a header. */
  readonly header: boolean
  readonly rowHeaders: readonly number[]
  readonly columnHeaders: readonly number[]
  readonly caption: number | null
}

/** Source characters that belong to no passage, with the reason: list markers, tags, front matter. UTF-16 units of the source. */
export interface Markup extends Span {
  readonly reason: 'list_marker' | 'markup' | 'front_matter' | 'link_target' | 'script'
}

export interface ParsedDocument {
  readonly format: 'plain' | 'markdown' | 'html'
  readonly passages: readonly Passage[]
  /** Every part of the source that holds a digit that no passage shows: markup, and entities such as "&#8217;" inside passages. */
  readonly markup: readonly Markup[]
}
