import type { Scan } from '../grammar/scan.ts'
import type { Rule } from '../rule.ts'

/** Reasons whose word settles the matter even before a counted noun; the others need a number that counts nothing. */
const strong = new Set(['phone', 'page_number', 'version', 'identifier', 'views'])

/** "nhóm 25-40 tuổi", "group 25-40 years": the lower end of a range in a unit of time, which the word before it does not number. */
const isAges = (scan: Scan, at: number): boolean => {
  const unit = scan.from('range_to', at + 1) === undefined ? undefined : scan.from('unit', at + 3)
  return scan.words[at + 2]?.kind === 'number' && scan.language.units.get(unit?.value ?? '')?.kind === 'duration'
}

/** A number that the word beside it labels: "level 4", "District 3", "page 12", "ISBN 978...", "45 lượt xem", "licence no. 12". */
export const labelled: Rule = {
  name: 'labelled',
  inWords: false,
  read: ({ scan, from }, at) => {
    const norm = scan.norm(at)
    const after = scan.from('aside_after', at + 1)
    if (
      after !== undefined &&
      after.value === 'views' &&
      // "3,118 views" in a line of the page, not "The fund holds 1,250,000,000 shares."
      ((scan.words.length <= 14 && scan.norm(scan.words.length - 1) !== '.') ||
        [undefined, '|', '•', '·'].includes(scan.words[after.last + 1]?.norm))
    )
      return { first: at, last: after.last, rule: 'labelled', reason: 'views' }
    const numbered = scan.to('legal_number', at - 1)
    let label =
      scan.to('aside_before', at - 1) ??
      (numbered === undefined ? undefined : scan.to('aside_before', numbered.first - 1))
    if (label === undefined && (scan.norm(at - 1) === ':' || scan.norm(at - 1) === '.'))
      label = scan.to('aside_before', at - 2)
    if (label === undefined || label.first < from || scan.breaks(at)) return null
    // "paid through an account: | 74%": a percentage is the number of nothing.
    const isShare = scan.from('percent', at + 1) !== undefined
    const measured =
      isShare ||
      scan.from('scale', at + 1) !== undefined ||
      // "học sinh lớp | 8 Trường THCS Mỹ Quý": a name begins.
      (scan.from('unit', at + 1) !== undefined && (scan.language.locale.inflected || !scan.isCapital(at + 1))) ||
      scan.from('sign_after', at + 1) !== undefined ||
      scan.to('sign_before', at - 1) !== undefined ||
      isAges(scan, at)
    if (strong.has(label.value)) {
      if (isShare || (measured && label.value !== 'identifier' && label.value !== 'version')) return null
    } else if (measured || /[.,' ]/u.test(norm) || norm.length > 4) return null
    return { first: at, last: at, rule: 'labelled', reason: label.value as 'standard_level' }
  },
}
