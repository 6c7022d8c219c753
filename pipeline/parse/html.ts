import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import type { BlockTree } from './block.ts'
import { HtmlPage } from './html-page.ts'

/**
 * A page, or the part of it from `from` to `to`, to blocks: the tokens of htmlparser2 in one pass, without a tree, so
 * that depth costs nothing and every offset is that of the file.
 *
 * @param tables number of the first table.
 */
export function readHtml(source: string, from = 0, to = source.length, tables = 0): BlockTree {
  const page = new HtmlPage(source, tables)
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, new HtmlTokens(source, from, page))
  tokenizer.write(from === 0 && to === source.length ? source : source.slice(from, to))
  tokenizer.end()
  page.finish()
  return { type: 'root', children: page.blocks, markup: page.markup }
}

/** Gathers the tokenizer's parts of a tag, and hands whole tags and text to the page. */
class HtmlTokens implements TokenizerCallbacks {
  private readonly source: string
  private readonly base: number
  private readonly page: HtmlPage
  private name = ''
  private start = 0
  private attributes = new Map<string, string>()
  private attribute = { name: '', value: '' }

  constructor(source: string, base: number, page: HtmlPage) {
    this.source = source
    this.base = base
    this.page = page
  }

  ontext(start: number, end: number): void {
    this.page.addText(this.base + start, this.base + end)
  }

  ontextentity(code: number, end: number): void {
    const start = this.source.lastIndexOf('&', this.base + end - 1)
    this.page.addEntity(String.fromCodePoint(code), start, this.base + end)
  }

  oncdata(start: number, end: number): void {
    this.ontext(start, end)
  }

  onopentagname(start: number, end: number): void {
    this.name = this.slice(start, end).toLowerCase()
    this.start = this.base + start - 1
    this.attributes = new Map()
  }

  onattribname(start: number, end: number): void {
    this.attribute = { name: this.slice(start, end).toLowerCase(), value: '' }
  }

  onattribdata(start: number, end: number): void {
    this.attribute.value += this.slice(start, end)
  }

  onattribend(): void {
    const { name, value } = this.attribute
    if (!this.attributes.has(name)) this.attributes.set(name, value)
  }

  onopentagend(at: number): void {
    this.page.openTag(this.name, this.attributes, this.start, this.base + at + 1)
  }

  onselfclosingtag(at: number): void {
    this.onopentagend(at)
    // Only drawings know tags that close themselves.
    if (this.name === 'svg') this.page.closeTag('svg', this.base + at + 1)
  }

  onclosetag(start: number, end: number): void {
    this.page.closeTag(this.slice(start, end).toLowerCase(), this.base + start - 2)
  }

  onattribentity(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  private slice(start: number, end: number): string {
    return this.source.slice(this.base + start, this.base + end)
  }
}
