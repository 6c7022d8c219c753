/** "one|many": a language that tells them apart gives both. */
const byNumber = (phrase: string, n: string | number | undefined): string => {
  const forms = phrase.split('|')
  return forms.length === 1 || String(n) === '1' ? forms[0]! : forms[1]!
}

/** A phrase of the report with its places filled in: "{n} claim|{n} claims" with n = 2 is "2 claims". */
export const fill = (phrase: string, values: Readonly<Record<string, string | number>>): string =>
  byNumber(phrase, values.n).replace(/\{(?<name>[a-z]+)\}/gu, (whole, name: string) => String(values[name] ?? whole))
