/**
 * Text as search compares it: without case and without marks, so that "bao hiem" finds "bảo hiểm"; white space is one space.
 * "đ" is a letter of its own in Unicode and no d with a mark, so it is named.
 */
export const folded = (text: string): string => {
  const lower = text.toLowerCase()
  // Most of a corpus is plain letters, which need no more.
  const bare = /[^\0-~]/u.test(lower)
    ? lower
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .replaceAll('đ', 'd')
    : lower
  return bare.replace(/\s+/gu, ' ').trim()
}

/** The words to look for: those in double quotes stand together, all others stand anywhere; all must be found. */
export const termsOf = (query: string): readonly string[] => {
  const terms: string[] = []
  for (const [at, part] of query.split('"').entries()) {
    if (at % 2 === 1) terms.push(folded(part))
    else terms.push(...folded(part).split(' '))
  }
  return [...new Set(terms.filter((term) => term !== ''))]
}
