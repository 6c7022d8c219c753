import type { ParsedDocument, Passage } from '../../../schemas/passage.ts'
import type { Span } from '../../../schemas/span.ts'

/** A stretch of text as it is shown, and where it stands in the source (UTF-16 units). `isDecoded`: "&nbsp;", shown as one sign. */
export interface Run extends Span {
  readonly text: string
  readonly isDecoded: boolean
}

/** A passage as it is shown. `lead` is what the source has before it on its line and is no text of it: "1. ", "## ". */
export interface Block {
  readonly passage: Passage | null
  readonly lead: readonly Run[]
  readonly runs: readonly Run[]
}

const verbatim = (source: string, start: number, end: number): Run[] =>
  start < end ? [{ text: source.slice(start, end), start, end, isDecoded: false }] : []

const spanOf = ({ segments }: Passage): Span => {
  const last = segments.at(-1)!
  return { start: segments[0]!.source, end: last.source + last.width }
}

/** In a page of HTML a passage is shown as it reads, its tags and entities taken for what they mean. */
const decodedRuns = ({ text, segments }: Passage): Run[] =>
  segments.map(({ at, length, source, width }) => ({
    text: text.slice(at, at + length),
    start: source,
    end: source + width,
    isDecoded: length !== width,
  }))

/** What stands between two passages: the rest of a line, lines of their own, and the start of the next line. */
const between = (source: string, start: number, end: number): { own: Run[]; lead: Run[] } => {
  const gap = source.slice(start, end)
  const line = Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r')) + 1
  // The line under the head of a table ("| --- |") and the like say nothing.
  const own = !/[\p{L}\p{N}]/u.test(gap.slice(0, line)) ? [] : verbatim(source, start, start + line)
  return { own, lead: gap.slice(line).trim() === '' ? [] : verbatim(source, start + line, end) }
}

/**
 * The text of a document as blocks in the order of the source. Plain text and Markdown are shown character by character, with what stands
 * between passages (list markers, rules, front matter); of a page of HTML only the passages are.
 */
export const blocksOf = (source: string, parsed: ParsedDocument): Block[] => {
  const passages = parsed.passages.filter(({ segments }) => segments.length > 0)
  if (parsed.format === 'html') return passages.map((passage) => ({ passage, lead: [], runs: decodedRuns(passage) }))
  const blocks: Block[] = []
  let read = 0
  for (const passage of passages) {
    const { start, end } = spanOf(passage)
    if (start < read) continue
    const before = blocks.at(-1)?.passage?.cell
    // What parts the cells of a table ("|", the line under its head) is shown by the table.
    const isInTable = passage.cell !== null && before !== null && before?.table === passage.cell.table
    const { own, lead } = isInTable ? { own: [], lead: [] } : between(source, read, start)
    if (own.length > 0) blocks.push({ passage: null, lead: [], runs: own })
    blocks.push({ passage, lead, runs: verbatim(source, start, end) })
    read = end
  }
  const rest = verbatim(source, read, source.length)
  if (rest.some(({ text }) => text.trim() !== '')) blocks.push({ passage: null, lead: [], runs: rest })
  return blocks
}
