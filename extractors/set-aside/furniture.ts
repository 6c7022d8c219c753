import type { Scan } from '../grammar/scan.ts'
import type { Rule } from '../rule.ts'

const longest = 40
const separators = new Set(['|', '•', '·', '●'])
const after = new Set([':', '.', '|', '-', '–', '('])

/**
 * The label by which a short line is furniture: it stands before a colon, a number or at a separator. In "The hotline answered 1,204
 * questions" the same word is part of a sentence.
 */
const labelOf = (scan: Scan): string | null => {
  if (scan.words.length > longest) return null
  const labels = scan.all('aside_line')
  if (labels.length === 0) return null
  const isParted = scan.words.some(({ norm }) => separators.has(norm))
  const found = labels.find(({ first, last }) => {
    const next = scan.words[last + 1]
    // "9 in 10 procedures begun on a telephone": at the end of a line the word labels only a number right before it.
    const ends = next === undefined && (first === 0 || scan.words[first - 1]!.kind === 'number')
    const isLabel = ends || (next !== undefined && (after.has(next.norm) || next.kind === 'number'))
    return (
      isParted ||
      // "Tel. 024 3936 1760"; a sentence may well end with "on the telephone."
      (isLabel && (next === undefined || next.norm !== '.' || scan.words[last + 2]?.kind === 'number')) ||
      (first === 0 && scan.words.length <= 8 && scan.norm(scan.words.length - 1) !== '.')
    )
  })
  return found?.value ?? null
}

/** A bare number in a short line of page furniture: "P.702A, Centre Point, 106 Nguyen Van Troi, Ward 8", "Views: 1,204", "© 2024". */
export const furniture: Rule = {
  name: 'furniture',
  inWords: false,
  read: ({ scan }, at) => {
    if (scan.role === 'furniture') return { first: at, last: at, rule: 'furniture', reason: 'page_furniture' }
    const label = labelOf(scan)
    if (label === null) return null
    const known = scan.from('unit', at + 1)
    const kind = known === undefined ? undefined : scan.language.units.get(known.value)?.kind
    const isMeasured = scan.from('percent', at + 1) !== undefined || scan.from('scale', at + 1) !== undefined
    if (isMeasured || kind === 'money' || scan.to('sign_before', at - 1) !== undefined) return null
    if (known !== undefined && label !== 'address') return null
    return { first: at, last: at, rule: 'furniture', reason: label as 'page_furniture' }
  },
}
