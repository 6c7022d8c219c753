/** "500 kB can hold a big book", says micromark; a larger text is read as plain text in a tenth of the time. */
const LARGEST = 500_000
/** Quotes and lists inside each other, and the columns to which their marks stand in. */
const DEEPEST = 12
const WIDEST_INDENT = 48
/** Marks and lines in one paragraph. Openers without an end, and lines, cost the square of their number. */
const MOST_MARKS = 400
const MOST_LINES = 400
/** What a text may cost, in microseconds as measured: each character one, and more for what makes nodes of its own. */
const BUDGET = 1_000_000
const COST = { blankLine: 7, block: 60, item: 120, cell: 60, mark: 10, underline: 0.5 }

/**
 * Whether a text can be read as Markdown in about a second. Parsers of Markdown take minutes for some kilobytes of
 * nested marks ("- - - -", "[[[[", "**a *b") or for thousands of lines without a blank one, which no writer needs.
 */
export function isReadableMarkdown(text: string): boolean {
  if (text.length > LARGEST) return false
  let cost = text.length
  let marks = 0
  let lines = 0
  let underlines = 0
  for (const line of text.split(/\r\n|[\n\r]/u)) {
    const start = /^(?:[ \t]|>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/u.exec(line)?.[0] ?? ''
    const containers = start.replace(/[ \t\d]/gu, '').length
    if (containers > DEEPEST || (containers > 0 && start.length > WIDEST_INDENT)) return false
    const isBlank = line.length === start.length
    const cells = line[start.length] === '|' ? line.split('|').length : 0
    // A blank line, an item or a row of a table begins a paragraph of its own.
    if (containers > 0 || isBlank || cells > 0) marks = lines = 0
    const own = countMarks(line)
    marks += own
    if (!isBlank) lines++
    cost += own * COST.mark + cells * COST.cell + containers * COST.item
    if (isBlank) cost += COST.blankLine
    else if (lines === 1 || line.startsWith('#')) cost += COST.block
    // Each heading that a line of dashes makes looks through all before it.
    if (/^ {0,3}(?:-+|=+)[ \t]*$/u.test(line)) cost += ++underlines * COST.underline
    if (marks > MOST_MARKS || lines > MOST_LINES || cost > BUDGET) return false
  }
  return true
}

/** How many characters can open or close something inside a paragraph: [ * _ ` < ~ @ & */
function countMarks(line: string): number {
  let count = 0
  for (let i = 0; i < line.length; i++) if (MARKS.has(line.charCodeAt(i))) count++
  return count
}

const MARKS = new Set([0x5b, 0x2a, 0x5f, 0x60, 0x3c, 0x7e, 0x40, 0x26])
