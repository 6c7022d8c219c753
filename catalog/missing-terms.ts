import type { Contents } from './read-files.ts'

/** Terms that one declared language lacks: no error, since a text of that language is then read without them. */
export const missingTerms = (contents: Contents): string[] => {
  const said = new Map(contents.terms.map(({ lang, value }) => [lang, new Set(Object.keys(value))]))
  const all = [...new Set([...said.values()].flatMap((terms) => [...terms]))].sort()
  return contents.manifest.value.languages.flatMap((lang) => {
    const missing = all.filter((term) => !said.get(lang)?.has(term))
    return missing.length === 0 ? [] : [`terms/${lang}.yaml does not say: ${missing.join(', ')}`]
  })
}
