import type { Block } from './block.ts'
import { endsWithColon } from './line-wrap.ts'
import type { Marker } from './list-marker.ts'

interface Level {
  readonly kind: string
  readonly indent: number
  /** What leads the items of this level. */
  readonly lead: Block | null
  order: number | null
  item: Block
}

/**
 * Gives list items their depth and lead, from the kind of mark, its number and its indent. A kind that was not yet used
 * opens a list inside the item above; one that was goes on with its list, unless its numbering starts again: under
 * "(2) Specific objectives" > "* By 2025" > "- Promote digital transformation:" a "(1)" is a fourth level, not the first.
 */
export class ListNesting {
  private levels: Level[] = []
  private interrupted = false

  /** A paragraph stands between: only a numbering that goes on can join the list again. */
  interrupt(): void {
    this.interrupted = true
  }

  /** A heading, a title or a table: the list is over. */
  end(): void {
    this.levels = []
    this.interrupted = false
  }

  /** The innermost item whose list is not over, or null. */
  open(): Block | null {
    return this.interrupted ? null : (this.levels.at(-1)?.item ?? null)
  }

  /**
   * Sets `depth` and `lead` of the item that the mark opens.
   * @param before the block just before the item, which may announce the list.
   */
  place(item: Block, marks: readonly Marker[], before: Block | null): void {
    const { indent } = item
    const found = this.findLevel(marks, indent)
    if (found) {
      this.levels.length = found.level + 1
      const level = this.levels[found.level]!
      level.order = found.mark.order
      level.item = item
    } else {
      if (this.interrupted) this.levels = []
      while (this.levels.length > 0 && this.levels.at(-1)!.indent > indent) this.levels.pop()
      const mark = marks.find(({ order }) => order === null || order === 1) ?? marks[0]!
      const outer = this.levels.at(-1)
      const announces = before !== null && endsWithColon(before.text)
      const lead = outer?.item ?? (announces ? before : null)
      this.levels.push({ kind: mark.kind, order: mark.order, indent, lead, item })
    }
    this.interrupted = false
    item.depth = this.levels.length
    item.lead = this.levels.at(-1)!.lead
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
