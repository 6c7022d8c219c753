/** A line that has something on it, without its line end and the white space around it. UTF-16 units of the source. */
export interface Line {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Columns of white space before it; a tab counts to the next multiple of four. */
  readonly indent: number
  /** Whether a blank line, a page break or the start of the text stands before it. */
  readonly apart: boolean
}

const TAB = 0x09
const CARRIAGE_RETURN = 0x0d
const LINE_FEED = 0x0a
const FORM_FEED = 0x0c
const SPACE = 0x20

/**
 * The lines of a text that are not blank and say something, in one pass: a line of dashes only sets apart. Lines end with LF, CR LF, CR, form feed (which sets apart),
 * or the separators U+0085, U+2028 and U+2029.
 */
export function linesOf(source: string): Line[] {
  const lines: Line[] = []
  let apart = true
  let at = 0
  while (at < source.length) {
    const end = lineEnd(source, at)
    const line = lineIn(source, at, end, apart)
    if (line === null || isRule(line.text)) apart = true
    else {
      lines.push(line)
      apart = false
    }
    if (source.charCodeAt(end) === FORM_FEED) apart = true
    at = source.charCodeAt(end) === CARRIAGE_RETURN && source.charCodeAt(end + 1) === LINE_FEED ? end + 2 : end + 1
  }
  return lines
}

function lineEnd(source: string, from: number): number {
  for (let i = from; i < source.length; i++) {
    const code = source.charCodeAt(i)
    if (code > CARRIAGE_RETURN && code < 0x85) continue
    if (code >= LINE_FEED && code <= CARRIAGE_RETURN && code !== 0x0b) return i
    if (code === 0x85 || code === 0x2028 || code === 0x2029) return i
  }
  return source.length
}

function lineIn(source: string, from: number, to: number, apart: boolean): Line | null {
  let start = from
  let indent = 0
  while (start < to && isSpace(source.charCodeAt(start))) {
    indent = source.charCodeAt(start) === TAB ? indent - (indent % 4) + 4 : indent + 1
    start++
  }
  if (start === to) return null
  let end = to
  while (isSpace(source.charCodeAt(end - 1))) end--
  return { start, end, text: source.slice(start, end), indent, apart }
}

/** Whether a line is drawn: "-----", "* * *". Those of a table ("|---|") tell of its header. */
function isRule(text: string): boolean {
  const code = text.charCodeAt(0)
  const isSign = code < 0x30 || (code > 0x39 && code < 0x41) || (code > 0x5a && code < 0x61) || code > 0x7a
  return isSign && code !== 0x7c && code !== 0x2b && !/[\p{L}\p{N}]/u.test(text)
}

/** White space of Unicode, and the two characters of no width that pages are padded with. */
function isSpace(code: number): boolean {
  if (code <= SPACE) return code === SPACE || (code >= TAB && code <= CARRIAGE_RETURN) || (code >= 0x1c && code <= 0x1f)
  if (code < 0xa0) return code === 0x85
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  )
}
