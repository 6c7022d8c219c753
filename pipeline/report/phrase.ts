/** "one|many": a language that tells them apart gives both. */
const byNumber = (phrase: string, n: string | number | undefined): string => {
  const forms = phrase.split('|')
  return forms.length === 1 || String(n) === '1' ? forms[0]! : forms[1]!
}

/**
 * What stands in the places of a phrase where a text is one: "{n} claims" in "2 claims" is n = 2; null where it is none. A place holds
 * as little as it can.
 */
export const unfill = (phrase: string, text: string): Record<string, string> | null => {
  for (const form of phrase.split('|')) {
    const found = readBy(form, text)
    if (found !== null) return found
  }
  return null
}

const readBy = (form: string, text: string): Record<string, string> | null => {
  const values: Record<string, string> = {}
  // Words and names of places by turns: "", "n", " claims".
  const parts = form.split(/[{}]/u)
  let at = parts[0]!.length
  if (!text.startsWith(parts[0]!)) return null
  for (let index = 1; index < parts.length; index += 2) {
    const words = parts[index + 1]!
    const isLast = index + 2 === parts.length
    const end = isLast ? text.length - words.length : text.indexOf(words, at + 1)
    if (end <= at || !text.startsWith(words, end)) return null
    values[parts[index]!] = text.slice(at, end)
    at = end + words.length
  }
  return at === text.length ? values : null
}

/** A phrase of the report with its places filled in: "{n} claim|{n} claims" with n = 2 is "2 claims". */
export const fill = (phrase: string, values: Readonly<Record<string, string | number>>): string =>
  byNumber(phrase, values.n).replace(/\{(?<name>[a-z]+)\}/gu, (whole, name: string) => String(values[name] ?? whole))
