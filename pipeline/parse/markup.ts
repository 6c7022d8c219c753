import type { Markup, Passage } from '../../schemas/passage.ts'

/**
 * Every part of the source that holds a digit that no passage shows, in order. Where a parser named a part (a list
 * marker, a script) the part carries that reason; the rest is `markup`, as are entities that stand in a passage for
 * something else than a digit ("&#8217;").
 */
export function unreadParts(source: string, passages: readonly Passage[], named: readonly Markup[]): Markup[] {
  const parts: Markup[] = []
  const names = [...named].sort((a, b) => a.start - b.start)
  let next = 0
  const addGap = (start: number, end: number) => {
    while (next < names.length && names[next]!.end <= start) next++
    let at = start
    for (let i = next; i < names.length && names[i]!.start < end; i++) {
      const name = names[i]!
      const from = Math.max(at, name.start)
      const to = Math.min(end, name.end)
      if (to <= from) continue
      addDigits(at, from, 'markup')
      addDigits(from, to, name.reason)
      at = to
    }
    addDigits(at, end, 'markup')
  }
  const addDigits = (start: number, end: number, reason: Markup['reason']) => {
    if (start < end && hasDigit(source, start, end)) parts.push({ ...withoutSpace(source, start, end), reason })
  }
  let read = 0
  for (const passage of passages) {
    for (const segment of passage.segments) {
      if (segment.source > read) addGap(read, segment.source)
      read = segment.source + segment.width
      if (
        segment.length !== segment.width &&
        !/\p{Nd}/u.test(passage.text.slice(segment.at, segment.at + segment.length))
      ) {
        addDigits(segment.source, read, 'markup')
      }
    }
  }
  addGap(read, source.length)
  return parts
}

/** Most gaps are one line end: look at the characters before asking the expression. */
function hasDigit(source: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = source.charCodeAt(i)
    if (code >= 0x30 && code <= 0x39) return true
    if (code > 0x65f) return /\p{Nd}/u.test(source.slice(i, end))
  }
  return false
}

function withoutSpace(source: string, start: number, end: number): { start: number; end: number } {
  const words = source.slice(start, end)
  return { start: end - words.trimStart().length, end: start + words.trimEnd().length }
}
