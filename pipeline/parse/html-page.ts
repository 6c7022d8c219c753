import type { Markup } from '../../schemas/passage.ts'
import { type Block, blockOf, type Piece } from './block.ts'
import * as elements from './html-elements.ts'
import { paragraphsOf } from './html-lines.ts'
import { isFurniture, type Open, roleOf, setRole } from './html-roles.ts'
import { HtmlTable } from './html-table.ts'
import { HtmlText } from './html-text.ts'
import { endsWithColon } from './line-wrap.ts'
import { textOf, trimmed } from './pieces.ts'

/** Elements nested deeper than this are taken for parts of those around them, as browsers do. */
const DEEPEST = 512

/** A page while its tags and text come in: the elements that are open, and the blocks so far. */
export class HtmlPage {
  readonly blocks: Block[] = []
  readonly markup: Markup[] = []
  private readonly source: string
  private readonly text: HtmlText
  private readonly open: Open[] = []
  private tables: number
  private group = 0
  /** How many open elements hold text that no reader sees. */
  private unread = 0

  constructor(source: string, tables: number) {
    this.source = source
    this.tables = tables
    this.text = new HtmlText(source)
  }

  addText(start: number, end: number): void {
    if (this.unread > 0) return
    if (this.open.some(({ name }) => name === 'pre')) this.text.addLines(start, end)
    else this.text.add(start, end)
  }

  addEntity(character: string, start: number, end: number): void {
    if (this.unread === 0) this.text.addEntity(character, start, end)
  }

  openTag(name: string, attributes: ReadonlyMap<string, string>, start: number, end: number): void {
    if (name === 'a') this.markup.push({ start, end, reason: 'link_target' })
    if (this.unread === 0) {
      if (name === 'br') this.breakLine(start, end)
      if (name === 'sup') this.text.raise('^', start, end)
      if (name === 'sub') this.text.raise('_', start, end)
      if (elements.BLOCKS.has(name)) this.flush()
    }
    if (elements.BLOCKS.has(name) || elements.UNREAD.has(name)) this.push(name, attributes, start, end)
  }

  /** @param start where the end tag begins. */
  closeTag(name: string, start: number): void {
    if (this.unread === 0 && elements.BLOCKS.has(name)) this.flush()
    const index = this.find(name)
    while (index >= 0 && this.open.length > index) this.pop(start)
  }

  /** Ends what the page left open, and settles which of `<title>` and `<h1>` is the title. */
  finish(): void {
    this.flush()
    while (this.open.length > 0) this.pop(this.source.length)
    const headline = this.blocks.find(({ type, depth }) => type === 'heading' && depth === 1)
    const titles = this.blocks.filter(({ type }) => type === 'title')
    for (const title of headline === undefined ? titles.slice(1) : titles) title.type = 'furniture'
    if (headline === undefined) return
    headline.type = 'title'
    headline.depth = 0
  }

  private breakLine(start: number, end: number): void {
    // Two in a row set paragraphs apart.
    if (this.text.endsWithBreak() && roleOf(this.open) === undefined) this.flush()
    else this.text.addBreak(start, end)
  }

  private push(name: string, attributes: ReadonlyMap<string, string>, start: number, content: number): void {
    if (name === 'hr') return
    const rule = elements.ENDS.get(name)
    if (rule !== undefined) this.endOpen(rule.ends, rule.within, start)
    if (this.open.length >= DEEPEST) return
    const around = this.table()
    if (name === 'table' && around !== null) around.isLayout = true
    else if (around !== null) around.openPart(name, attributes)
    if (elements.UNREAD.has(name)) this.unread++
    this.open.push({
      name,
      content,
      first: this.blocks.length,
      furniture: isFurniture(name, attributes),
      table: name === 'table' ? new HtmlTable(attributes) : null,
      block: elements.LISTS.has(name) ? this.listLead() : null,
      item: null,
    })
  }

  private pop(end: number): void {
    const element = this.open.pop()!
    if (elements.UNREAD.has(element.name)) {
      this.unread--
      if (elements.SCRIPTS.has(element.name)) this.markup.push({ start: element.content, end, reason: 'script' })
    }
    if (element.table === null) {
      this.table()?.closePart(element.name)
      return
    }
    const done = element.table.close(this.source, this.blocks.splice(element.first), this.tables)
    for (const block of done) this.blocks.push(block)
    if (done.some(({ place }) => place?.grid.number === this.tables)) this.tables++
  }

  private endOpen(ends: ReadonlySet<string>, within: ReadonlySet<string>, at: number): void {
    const index = this.open.findLastIndex(({ name }) => ends.has(name) || within.has(name))
    if (index < 0 || !ends.has(this.open[index]!.name)) return
    while (this.open.length > index) this.pop(at)
  }

  /** The innermost open element that an end tag can reach: not out of a table or its cell, unless it ends that. */
  private find(name: string): number {
    const isPart = elements.TABLE_PARTS.has(name)
    const index = this.open.findLastIndex(
      (open) => open.name === name || open.name === 'table' || (!isPart && elements.CELLS.has(open.name)),
    )
    return this.open[index]?.name === name ? index : -1
  }

  private table(): HtmlTable | null {
    return this.open.findLast(({ table }) => table !== null)?.table ?? null
  }

  /** What leads a list that begins here: the item it stands in, the item before it, or a paragraph with a colon. */
  private listLead(): Block | null {
    const outer = this.open.findLast(({ name }) => elements.LIST_ITEMS.has(name) || elements.LISTS.has(name))
    if (outer !== undefined) return outer.item ?? outer.block
    const before = this.blocks.at(-1)
    return before?.type === 'paragraph' && endsWithColon(before.text) ? before : null
  }

  private flush(): void {
    const { lines, joined } = this.text.take()
    this.group++
    if (lines.length === 1 || roleOf(this.open) !== undefined) this.add(joined)
    else for (const paragraph of paragraphsOf(this.source, lines)) this.add(paragraph)
  }

  private add(text: readonly Piece[]): void {
    const pieces = trimmed(this.source, text)
    if (pieces.length === 0) return
    const block = blockOf('paragraph', pieces, textOf(this.source, pieces), this.group)
    setRole(block, this.open)
    this.blocks.push(block)
    this.table()?.hold(block)
  }
}
