import type { Line } from './lines.ts'

/** Text wider than this was not wrapped for a screen, a mail or a page. */
const WIDEST = 132
/** Narrower "text" is a list of short lines. */
const NARROWEST = 30

/**
 * The width at which a text was hard-wrapped, or null where each line is a paragraph of its own.
 *
 * A text counts as wrapped when no line is wider than a page and, where two lines follow each other, the first mostly
 * ends without a stop and the second mostly begins with a small letter. Scripts without letter case give no such sign,
 * so there only the stops and the width count.
 */
export function wrapWidth(lines: readonly Line[]): number | null {
  let pairs = 0
  let unstopped = 0
  let small = 0
  let capital = 0
  let width = 0
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    if (line.text.length > WIDEST && line.text.includes(' ')) return null
    const next = lines[i + 1]
    if (next === undefined || next.apart) continue
    pairs++
    if (line.text.length > width) width = Math.min(line.text.length, WIDEST)
    if (!endsWithStop(line.text)) unstopped++
    if (/^\p{Ll}/u.test(next.text)) small++
    else if (/^\p{Lu}/u.test(next.text)) capital++
  }
  const caseless = small + capital === 0
  const isProse = unstopped * 2 >= pairs && small >= capital && (!caseless || width >= 60)
  return pairs > 0 && width >= NARROWEST && isProse ? width : null
}

/**
 * Whether the second line goes on with the sentence of the first: it was broken off because its first word did not fit.
 * "16.547 million" at the end of a line and "people" on the next are one passage.
 */
export function continues(line: Line, next: Line, width: number): boolean {
  if (next.apart || line.text.length > width) return false
  const word = next.text.indexOf(' ')
  const needed = word < 0 ? next.text.length : word
  // Lines measured in letters of unequal width (a page turned to text) end a little early: an eighth of slack.
  return line.text.length + 1 + needed > width - width / 8
}

/** Whether a line ends where a sentence does, closing quotes and brackets aside. */
export function endsWithStop(text: string): boolean {
  return /[.!?…;:。！？；：][\p{Pe}\p{Pf}"'”’]{0,3}$/u.test(text.slice(-5))
}

/** Whether a line or paragraph announces what follows: it ends with a colon. */
export function endsWithColon(text: string): boolean {
  return /[:：][\p{Pe}\p{Pf}"'”’*_\s]{0,3}$/u.test(text.slice(-5))
}
