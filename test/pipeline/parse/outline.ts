import { parse } from '../../../pipeline/parse/parse.ts'

/**
 * What a text is read as, one line a passage: "item 2 < By 2025: Strive to ..." is a list item of depth 2, led by the
 * passage "By 2025".
 */
export function outline(source: string, furniture?: (line: string) => boolean): string[] {
  const { passages } = parse(source, furniture ? { furniture } : {})
  return passages.map(({ role, depth, lead, text }) => {
    const by = lead === null ? '' : ` < ${passages[lead]!.text}`
    return `${role}${depth > 0 ? ` ${depth}` : ''}${by} = ${text}`
  })
}

/** The texts of all passages. */
export function texts(source: string): string[] {
  return parse(source).passages.map(({ text }) => text)
}

/** The parts of the source that are no text, each with its reason. */
export function markup(source: string): string[] {
  return parse(source).markup.map(({ reason, start, end }) => `${reason}: ${source.slice(start, end)}`)
}

/** A table as rows of cells, each with its headers: "16.547 (Participants; 2021)". */
export function table(source: string, number = 0): string[][] {
  const { passages } = parse(source)
  const rows: string[][] = []
  for (const { text, cell } of passages) {
    if (cell === null || cell.table !== number) continue
    const headers = [...cell.rowHeaders, ...cell.columnHeaders].map((at) => passages[at]!.text)
    rows[cell.row] ??= []
    const row = rows[cell.row]!
    row[cell.column] = cell.header ? `*${text}` : text
    if (headers.length > 0 && !cell.header) row[cell.column] += ` (${headers.join('; ')})`
  }
  return rows
}
