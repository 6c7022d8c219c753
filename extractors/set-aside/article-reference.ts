import type { Rule } from '../rule.ts'

/** A part of a legal text: "Article 12", "Clause 3, Article 5", "Articles 5 and 6", "khoản 2 Điều 4", "Table 3". */
export const articleReference: Rule = {
  name: 'article-reference',
  inWords: false,
  read: ({ scan, from }, at) => {
    const norm = scan.norm(at)
    if (norm.length > 4 && !norm.includes('.')) return null
    if (scan.from('scale', at + 1) !== undefined || scan.from('percent', at + 1) !== undefined) return null
    const numbered = scan.to('legal_number', at - 1)
    const part = scan.to('legal_parts', (numbered?.first ?? at) - 1)
    if (part !== undefined && part.first >= from && !scan.breaks(at)) {
      // "khoản 50.000 đồng" is an amount: money or a unit right after the number is no reference.
      const unit = scan.from('unit', at + 1) ?? scan.from('sign_after', at + 1)
      const kind = unit === undefined ? undefined : scan.language.units.get(unit.value)?.kind
      if (kind !== undefined && kind !== 'count' && !scan.isCapital(part.first)) return null
      return { first: at, last: at, rule: 'article-reference', reason: 'article_reference' }
    }
    // "Articles 5, 6 and 7": the number carries on a list of references.
    let before = at - 1
    if (
      scan.to('range_and', before) !== undefined ||
      scan.to('clause', before)?.value === 'weak' ||
      scan.norm(before) === ',' ||
      scan.norm(before) === '-' ||
      scan.norm(before) === '–' ||
      scan.to('range_to', before) !== undefined
    )
      before -= 1
    else return null
    if (scan.words[before]?.kind !== 'number') return null
    for (let back = before; back > Math.max(-1, before - 12); back -= 1) {
      if (scan.to('legal_parts', back) !== undefined && scan.words[back + 1]?.kind === 'number') {
        const named = scan.words
          .slice(back + 1, at)
          .every(
            (word, index) =>
              word.kind !== 'word' ||
              scan.to('clause', back + 1 + index) !== undefined ||
              scan.to('range_and', back + 1 + index) !== undefined ||
              scan.to('range_to', back + 1 + index) !== undefined,
          )
        const counts = scan.from('unit', at + 1) !== undefined || scan.from('sign_after', at + 1) !== undefined
        return named && !counts && norm.length <= 3
          ? { first: at, last: at, rule: 'article-reference', reason: 'article_reference' }
          : null
      }
    }
    return null
  },
}
