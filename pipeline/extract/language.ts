import type { CompiledCatalog, Language } from '../../catalog/compile.ts'
import { bareId } from '../../catalog/compile.ts'
import type { Word } from '../../catalog/words.ts'

const fewest = 3
const none: readonly string[] = []

/** How often the commonest words of each language stand among words; languages in the order of the catalog. */
export const languageCounts = (list: readonly Word[], { languages, signatures }: CompiledCatalog): LanguageCounts => {
  const counts: Record<string, number> = {}
  for (const id of languages.keys()) counts[id] = 0
  for (const { norm } of list) for (const id of signatures.get(norm) ?? none) counts[id]! += 1
  return counts
}

export type LanguageCounts = Readonly<Record<string, number>>

/**
 * The language of a text by its commonest words, and null where too few of them are in it. A text counts as stripped of its
 * diacritics only where the stripped words are clearly more. `least` is how many of its words a language needs.
 */
export const languageOf = (
  counts: readonly LanguageCounts[],
  { languages }: CompiledCatalog,
  least = fewest,
): Language | null => {
  let best: Language | null = null
  let most = least - 1
  for (const language of languages.values()) {
    let count = 0
    for (const each of counts) count += each[language.id]!
    if (count > most) {
      most = count
      best = language
    }
  }
  return best
}

/** The plain id of a language: the one of its locale, diacritics or not. */
export const plainId = (language: Language): string =>
  language.id === bareId(language.locale.id) ? language.locale.id : language.id
