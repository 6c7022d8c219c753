import type { CompiledCatalog, Language } from '../../catalog/compile.ts'
import { bareId } from '../../catalog/compile.ts'
import type { Word } from '../../catalog/words.ts'

const fewest = 3
const none: readonly string[] = []

/**
 * The language of a text by its commonest words, and null where too few of them are in it. A text counts as stripped of its
 * diacritics only where the stripped words are clearly more. `least` is how many of its words a language needs.
 */
export const languageOf = (list: readonly Word[], catalog: CompiledCatalog, least = fewest): Language | null => {
  const counts = new Map([...catalog.languages.keys()].map((id) => [id, 0]))
  for (const { norm } of list)
    for (const id of catalog.signatures.get(norm) ?? none) counts.set(id, counts.get(id)! + 1)
  let best: string | null = null
  let most = least - 1
  for (const [id, count] of counts) {
    if (count > most) {
      most = count
      best = id
    }
  }
  return best === null ? null : (catalog.languages.get(best) ?? null)
}

/** The plain id of a language: the one of its locale, diacritics or not. */
export const plainId = (language: Language): string =>
  language.id === bareId(language.locale.id) ? language.locale.id : language.id
