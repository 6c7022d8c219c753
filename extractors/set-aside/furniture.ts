import type { Rule } from '../rule.ts'

/** A bare number in a short line of page furniture: "P.702A, Centre Point, 106 Nguyen Van Troi, Ward 8", "Views: 1,204", "© 2024". */
export const furniture: Rule = {
  name: 'furniture',
  inWords: false,
  read: ({ scan }, at) => {
    if (scan.role === 'furniture') return { first: at, last: at, rule: 'furniture', reason: 'page_furniture' }
    if (scan.words.length > 40) return null
    const label = scan.all('aside_line')[0]
    if (label === undefined) return null
    const known = scan.from('unit', at + 1)
    const kind = known === undefined ? undefined : scan.language.units.get(known.value)?.kind
    if (
      scan.from('percent', at + 1) !== undefined ||
      scan.from('scale', at + 1) !== undefined ||
      kind === 'money' ||
      scan.to('sign_before', at - 1) !== undefined
    )
      return null
    if (known !== undefined && label.value !== 'address') return null
    return { first: at, last: at, rule: 'furniture', reason: label.value as 'page_furniture' }
  },
}
