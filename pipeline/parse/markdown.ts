import type { Blockquote, Code, FootnoteDefinition, Html, List, ListItem, Nodes, Root, RootContent, Table } from 'mdast'
import { align } from './align.ts'
import { type Block, type BlockTree, blockOf, type Grid, type Piece } from './block.ts'
import { readHtml } from './html.ts'
import { endsWithColon } from './line-wrap.ts'
import { inlineText } from './markdown-inline.ts'
import { textOf, trimmed } from './pieces.ts'

/** Where a node stands: in which list item, how deep, and what leads the list. */
interface Context {
  readonly depth: number
  readonly item: Block | null
}

/** A Markdown tree (mdast, with the positions that remark-parse gives) to blocks. */
export function markdownBlocks(source: string, root: Root): BlockTree {
  const page = new MarkdownPage(source)
  page.readAll(root.children, { depth: 0, item: null })
  return { type: 'root', children: page.blocks, markup: page.markup }
}

class MarkdownPage {
  readonly blocks: Block[] = []
  readonly markup: BlockTree['markup'] = []
  private readonly source: string
  private tables = 0

  constructor(source: string) {
    this.source = source
  }

  readAll(nodes: readonly RootContent[], context: Context): void {
    for (const node of nodes) this.read(node, context)
  }

  private read(node: RootContent, context: Context): void {
    if (node.type === 'paragraph') this.addText(inlineText(this.source, node, this.markup), context)
    else if (node.type === 'heading') {
      const block = this.add('heading', inlineText(this.source, node, this.markup))
      block.depth = node.depth
    } else if (node.type === 'list') this.readList(node, context)
    else if (node.type === 'table') this.readTable(node)
    else if (node.type === 'code') this.readCode(node, context)
    else if (node.type === 'html') this.readHtml(node)
    else if (node.type === 'blockquote' || node.type === 'footnoteDefinition') this.readContainer(node, context)
    else if (node.type === 'yaml' || (node.type as string) === 'toml') this.name(node, 'front_matter')
    else if (node.type === 'definition') this.name(node, 'link_target')
  }

  private readContainer(node: Blockquote | FootnoteDefinition, context: Context): void {
    this.readAll(node.children, context)
  }

  private readList(list: List, context: Context): void {
    const before = this.blocks.at(-1)
    const announces = before?.type === 'paragraph' && endsWithColon(before.text)
    const lead = context.item ?? (announces ? before : null)
    for (const item of list.children) this.readItem(list, item, context.depth + 1, lead)
  }

  private readItem(list: List, item: ListItem, depth: number, lead: Block | null): void {
    const first = item.children[0]
    const start = item.position!.start.offset!
    const end = first === undefined ? item.position!.end : first.position!.start
    const mark = this.source.slice(start, end.offset!)
    const number = Number.parseInt(mark, 10)
    // "2021. The number of ..." is a list item to Markdown, and the start of a sentence to everyone else.
    const isProse = number > 999 || (list.children.length === 1 && number > 1)
    if (isProse && first?.type === 'paragraph') {
      const pieces: Piece[] = [{ source: start, width: mark.length, text: null }]
      this.addText([...pieces, ...inlineText(this.source, first, this.markup)], { depth: 0, item: lead })
      this.readAll(item.children.slice(1), { depth: depth - 1, item: lead })
      return
    }
    this.markup.push({ start, end: start + mark.length, reason: 'list_marker' })
    const block = blockOf('item', [], '', this.blocks.length)
    block.depth = depth
    block.lead = lead
    if (first?.type === 'paragraph') {
      block.pieces = trimmed(this.source, inlineText(this.source, first, this.markup))
      block.text = textOf(this.source, block.pieces)
      block.group = this.blocks.push(block)
    }
    this.readAll(first?.type === 'paragraph' ? item.children.slice(1) : item.children, { depth, item: block })
  }

  private addText(pieces: Piece[], { item }: Context): void {
    this.add('paragraph', pieces).lead = item
  }

  private readTable(table: Table): void {
    const grid: Grid = { number: this.tables++, caption: null }
    table.children.forEach((cells, row) => {
      cells.children.forEach((cell, column) => {
        const block = this.add('cell', inlineText(this.source, cell, this.markup))
        block.place = { grid, row, column, rows: 1, columns: 1, header: row === 0 ? 'column' : null }
      })
    })
  }

  /** Fenced lines are code; lines that only stand four columns in are text that someone indented. */
  private readCode(node: Code, context: Context): void {
    const start = node.position!.start.offset!
    const end = node.position!.end.offset!
    const isFenced = /^(?:`{3}|~{3})/u.test(this.source.slice(start, start + 3))
    const firstLine = /^[^\n\r]*(?:\r\n|\n|\r)?/u.exec(this.source.slice(start, end))?.[0] ?? ''
    const found = align(this.source, node.value, isFenced ? start + firstLine.length : start, end, false)
    const pieces = found?.pieces ?? [{ source: start, width: end - start, text: null }]
    if (isFenced) this.add('code', pieces)
    else this.addText(pieces, context)
  }

  private readHtml(node: Html): void {
    const { start, end } = node.position!
    const { children, markup } = readHtml(this.source, start.offset!, end.offset!, this.tables)
    for (const block of children) {
      block.group = this.blocks.push(block)
      if (block.place !== null) this.tables = Math.max(this.tables, block.place.grid.number + 1)
    }
    this.markup.push(...markup)
  }

  private add(type: Block['type'], text: Piece[]): Block {
    const pieces = trimmed(this.source, text)
    const block = blockOf(type, pieces, textOf(this.source, pieces), this.blocks.length)
    this.blocks.push(block)
    return block
  }

  private name(node: Nodes, reason: BlockTree['markup'][number]['reason']): void {
    this.markup.push({ start: node.position!.start.offset!, end: node.position!.end.offset!, reason })
  }
}
