import type { ParsedDocument } from '../../schemas/passage.ts'

/** What is enough to know a text by. */
const LOOKED_AT = 200_000

const HTML_START = /^\s{0,1000}<(?:!doctype\s+html|html|head|body)\b/iu
const HTML_BLOCK = /<\/?(?:p|div|table|tr|td|li|ul|ol|h[1-6]|article|section|body)(?:\s[^<>]{0,2000})?>/giu

/** Signs that only a writer of Markdown makes. Lists with "-" and "*" and lines of pipes are in plain texts too. */
const MARKDOWN: readonly RegExp[] = [
  /^---[ \t]*\r?\n(?:[^\n]{0,1000}\n){1,100}?---[ \t]*(?:\r?\n|$)/u,
  /^ {0,3}#{1,6}[ \t]+\S/mu,
  /\]\((?:https?:|mailto:|[/#.])/iu,
  /^(?: {0,3}\|)?[ \t]*:?-{2,100}:?[ \t]*\|[-:| \t]{0,1000}$/mu,
  /^ {0,3}(?:`{3}|~{3})/mu,
  /\*\*[^\s*][^*\n]{0,200}\*\*/u,
  /^\[[^\][\n]{1,100}\]:[ \t]+\S/mu,
]

/** Tags inside a line: Markdown reads them, and keeps the lines. */
const INLINE_TAG = /<\/(?:b|i|strong|em|a|span|sup|sub|u)>|<br\s?\/?>/iu

/** What a text is, judged by its content: an ending tells little of a scraped page. */
export function sniffFormat(text: string): ParsedDocument['format'] {
  const head = text.slice(0, LOOKED_AT)
  if (HTML_START.test(head)) return 'html'
  const tags = head.includes('<') ? [...head.matchAll(HTML_BLOCK)].length : 0
  // Markdown may begin with a tag, and reads the tags in it.
  if (MARKDOWN.some((sign) => sign.test(head))) return 'markdown'
  if (tags > 0 && /^\s{0,1000}</u.test(head)) return 'html'
  if (tags > 1) return 'html'
  return INLINE_TAG.test(head) ? 'markdown' : 'plain'
}
