import type { Block } from './block.ts'
import { looksLikeHeading } from './headline.ts'
import { endsWithColon } from './line-wrap.ts'
import type { Marker } from './list-marker.ts'

interface Level {
  readonly kind: string
  readonly indent: number
  /** What leads the items of this level. */
  readonly lead: Block | null
  order: number | null
  item: Block
  /** Whether its item is the heading of what follows ("2. Objectives"), rather than a point of a list. */
  isSection: boolean
}

/**
 * Gives list items their depth and lead, from the kind of mark, its number and its indent. A kind that was not yet used
 * opens a list inside the item above; one that was goes on with its list, unless its numbering starts again: under
 * "(2) Specific objectives" > "* By 2025" > "- Promote digital transformation:" a "(1)" is a fourth level, not the first.
 * Numbered lists bridge the paragraphs between their items; lists of signs do not.
 */
export class ListNesting {
  private levels: Level[] = []
  private interrupted = false
  /** Whether the item just placed stands right behind another of its level. */
  private inRow = false

  /** A paragraph or a table stands between. */
  interrupt(): void {
    this.interrupted = true
  }

  /** A heading: all lists are over. */
  end(): void {
    this.levels = []
    this.interrupted = false
  }

  /**
   * A paragraph follows. Gives the item that is its heading, if one is: right above, short, set apart, and not one of
   * several in a row ("- 5% of all", "- 6% of all").
   */
  sectionOver(paragraph: Block): Block | null {
    const level = this.levels.at(-1)
    if (this.interrupted || level === undefined || this.inRow) return null
    if (level.item.group === paragraph.group || !looksLikeHeading(level.item.text)) return null
    level.isSection = true
    return level.item
  }

  /** A table follows. Gives the item that is the heading of its section: the last, if it reads as one and is no point of a list, else what leads that. */
  sectionOfTable(): Block | null {
    const level = this.levels.at(-1)
    if (level === undefined) return null
    if (this.interrupted) return this.levels.findLast(({ isSection }) => isSection)?.item ?? null
    return !this.inRow && looksLikeHeading(level.item.text) ? level.item : level.lead
  }

  /**
   * Sets `depth` and `lead` of the item that the mark opens.
   * @param before the block just before the item, which may announce the list.
   */
  place(item: Block, marks: readonly Marker[], before: Block | null): void {
    const found = this.findLevel(marks, item.indent)
    this.inRow = found !== null && !this.interrupted && found.level === this.levels.length - 1
    if (found) {
      this.levels.length = found.level + 1
      const level = this.levels[found.level]!
      level.order = found.mark.order
      level.item = item
      level.isSection = false
    } else this.openLevel(item, marks, before)
    this.interrupted = false
    item.depth = this.levels.length
    item.lead = this.levels.at(-1)!.lead
  }

  private openLevel(item: Block, marks: readonly Marker[], before: Block | null): void {
    const { indent } = item
    const first = marks.find(({ order }) => order === null || order === 1)
    // A "4." that goes on with no list here opens none inside an item either.
    if (first === undefined) this.levels = []
    else if (this.interrupted) this.levels.length = 1 + this.levels.findLastIndex((level) => level.isSection)
    else while (this.levels.length > 0 && this.levels.at(-1)!.indent > indent) this.levels.pop()
    const above = this.levels.at(-1)
    if (above?.order != null) above.isSection ||= looksLikeHeading(above.item.text)
    const outer = above?.item ?? null
    let lead = outer
    if (before !== null && before !== outer && before.type === 'paragraph' && endsWithColon(before.text)) {
      lead = before
      before.lead ??= outer
    }
    const { kind, order } = first ?? marks[0]!
    this.levels.push({ kind, order, indent, lead, item, isSection: false })
  }

  private findLevel(marks: readonly Marker[], indent: number): { level: number; mark: Marker } | null {
    for (let level = this.levels.length - 1; level >= 0; level--) {
      const { kind, order, indent: at } = this.levels[level]!
      for (const mark of marks) {
        if (mark.kind !== kind) continue
        if (mark.order === null ? !this.interrupted && Math.abs(indent - at) <= 1 : goesOn(order, mark.order)) {
          return { level, mark }
        }
      }
    }
    return null
  }
}

/** Next in the sequence; one may be missing (a list without "(3)", the letters of Vietnamese without f). */
function goesOn(last: number | null, order: number): boolean {
  return last !== null && order > last && order <= last + 2
}
