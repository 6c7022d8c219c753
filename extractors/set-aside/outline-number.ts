import type { Rule } from '../rule.ts'

const outline = /^\d{1,2}(?:\.\d{1,2}){0,3}$/u

/** The number of a heading or an item at the head of a passage: "1. General", "2.1. Targets", "3) ...", "(4) ...". */
export const outlineNumber: Rule = {
  name: 'outline-number',
  inWords: false,
  read: ({ scan }, at) => {
    if (!outline.test(scan.norm(at)) || scan.role === 'cell') return null
    const opened = scan.norm(at - 1) === '(' || scan.norm(at - 1) === '['
    const head = opened ? at - 1 : at
    if (head !== 0 && !scan.breaks(head) && !(opened && ['.', ';', ':'].includes(scan.norm(head - 1)))) return null
    const after = scan.norm(at + 1)
    const closed = after === ')' || after === ']'
    const ended = after === '.' || after === ')' || after === '/' || after === ']'
    const spaced = scan.words[at + 2] === undefined || !scan.words[at + 2]!.joined
    if (opened ? closed && scan.words[at + 2]?.joined !== true : ended && spaced && scan.words[at + 1]!.joined) {
      return { first: head, last: closed || ended ? at + 1 : at, rule: 'outline-number', reason: 'list_marker' }
    }
    // "2.1 Targets" in a heading
    if (scan.norm(at).includes('.') && scan.isCapital(at + 1) && head === 0)
      return { first: at, last: at, rule: 'outline-number', reason: 'list_marker' }
    return null
  },
}
