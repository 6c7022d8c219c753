import type { Rule } from '../rule.ts'

/** A run of digits that is a code: eight or more without any separator, or with zeros in front ("0302198765", "00123"). */
export const identifier: Rule = {
  name: 'identifier',
  inWords: false,
  read: ({ scan }, at) => {
    const norm = scan.norm(at)
    if (!/^\d+$/u.test(norm)) return null
    const measured =
      scan.from('scale', at + 1) ??
      scan.from('percent', at + 1) ??
      scan.from('unit', at + 1) ??
      scan.from('sign_after', at + 1) ??
      scan.to('sign_before', at - 1)
    const isCode =
      (norm.length >= 9 && measured === undefined) ||
      (norm.startsWith('0') && norm.length >= 3 && measured === undefined)
    if (isCode && scan.role !== 'cell') return { first: at, last: at, rule: 'identifier', reason: 'identifier' }
    if (isCode && norm.startsWith('0')) return { first: at, last: at, rule: 'identifier', reason: 'identifier' }
    return null
  },
}
