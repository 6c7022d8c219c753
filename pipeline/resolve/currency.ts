import type { DocumentContext } from './context.ts'
import type { Draft } from './draft.ts'
import { placeNamed } from './places.ts'

const capitals = /\p{Lu}{2,}/u

/** "4.34 billion dirhams" in a text of Morocco are Moroccan: a word that several currencies share means the country's own. */
export const resolveCurrency = (draft: Draft, context: DocumentContext): void => {
  if (draft.kind !== 'money' || draft.unit === null || context.home === null) return
  const { units } = draft.reading.scan.language
  const family = units.get(draft.unit)?.family ?? null
  const own =
    placeNamed(context.catalog.catalog, draft.place ?? context.home.code)?.currency ??
    placeNamed(context.catalog.catalog, context.home.code)?.currency ??
    null
  if (family === null || own === null || own === draft.unit || units.get(own)?.family !== family) return
  // "US$", "USD", "AED" say which one they are; "DH1.5bn" and "Rs 20 crore" do not.
  const written = draft.reading.scan.slice(draft.mention.first, draft.mention.last)
  const code = capitals.exec(written)?.[0]
  if (code !== undefined && (code === draft.unit || written.includes('$'))) return
  draft.unit = own
  draft.flags.add('currency_of_place')
}
