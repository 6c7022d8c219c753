import type { FindData, PartFile } from '../../find/index-shape.ts'

/**
 * The rows as a file like claims.csv: its header and the records of these rows, in this order, character for character as they stand there. `load` gives what a
 * part holds. Parts are read one after another, and those without such a row not at all. Pieces of the file, for a Blob.
 */
export const tableOf = async (
  rows: Uint32Array,
  { records, header }: Pick<FindData, 'records' | 'header'>,
  load: (file: PartFile) => Promise<unknown>,
): Promise<string[]> => {
  const place = new Map([...rows].map((row, at) => [row, at]))
  const pieces: string[] = new Array(rows.length)
  let first = 0
  for (const part of records) {
    const last = first + part.claims
    if (rows.some((row) => row >= first && row < last)) {
      const texts = (await load(part)) as readonly string[]
      for (const [at, text] of texts.entries()) {
        const to = place.get(first + at)
        if (to !== undefined) pieces[to] = text
      }
    }
    first = last
  }
  return [header, ...pieces]
}
