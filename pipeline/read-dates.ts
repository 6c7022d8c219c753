import type { CompiledCatalog } from '../catalog/compile.ts'
import { parse } from './parse/parse.ts'
import { edtfOf } from './resolve/dates.ts'
import { readDocument } from './resolve/document-context.ts'

/** Every date and period of a text in reading order, as EDTF; null where nothing in the text resolves it. */
export const readDates = (text: string, catalog: CompiledCatalog): (string | null)[] => {
  const context = readDocument(parse(text).passages, catalog, text)
  return context.readings.flatMap((reading) => reading.whens.map((when) => edtfOf(reading, when, context, false)))
}
