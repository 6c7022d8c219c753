import type { Rule } from '../rule.ts'

/** A footnote mark in square brackets: "[1]", "[12]". */
export const footnote: Rule = {
  name: 'footnote',
  inWords: false,
  read: ({ scan }, at) =>
    scan.norm(at - 1) === '[' && scan.norm(at + 1) === ']' && scan.words[at]!.joined && /^\d{1,3}$/u.test(scan.norm(at))
      ? { first: at - 1, last: at + 1, rule: 'footnote', reason: 'footnote' }
      : null,
}
