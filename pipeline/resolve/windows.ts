import type { Scan } from '../../extractors/grammar/scan.ts'
import type { Mention } from '../../extractors/rule.ts'
import type { Window } from './draft.ts'

/** How strongly a word parts what belongs to the number before it from what belongs to the number after it. */
const strength = (scan: Scan, at: number): number => {
  const norm = scan.norm(at)
  if (norm === ';') return 6
  if (norm === '.' && scan.words[at + 1]?.joined === false) return 5.5
  if (norm === '(' || norm === ')') return 5
  if (scan.from('clause', at)?.value === 'strong') return 4
  if (norm === ',' || norm === '–' || norm === '—' || norm === ':') return 3
  const weak = scan.from('clause', at)
  return weak === undefined ? 0 : 2
}

/**
 * Where the words between two numbers part: the strongest sign or word, the first of equals. "of the workforce participating in
 * unemployment insurance | , the rate of participation in health insurance reaching".
 */
const boundary = (scan: Scan, first: number, last: number): number => {
  let best = 0
  let at = last + 1
  for (let word = first; word <= last; word += 1) {
    const here = strength(scan, word)
    if (here > best) {
      best = here
      at = word
    }
  }
  return at
}

export interface Windows {
  readonly head: Window
  readonly tail: Window
}

/** Parts the words of a sentence among its mentions: each gets a head before it and a tail after it. */
export const windowsOf = (scan: Scan, sentence: Window, mentions: readonly Mention[]): Windows[] => {
  const heads: Window[] = []
  const tails: Window[] = []
  mentions.forEach((mention, index) => {
    const before = mentions[index - 1]
    const after = mentions[index + 1]
    if (before === undefined) heads.push({ first: sentence.first, last: mention.first - 1 })
    if (after === undefined) {
      // The tail of the last number ends at the first strong boundary that opens something new.
      tails.push({ first: mention.last + 1, last: sentence.last })
      return
    }
    const noun = mention.noun === null ? mention.last : Math.max(mention.last, mention.noun.last)
    const cut = boundary(scan, noun + 1, after.first - 1)
    tails.push({ first: mention.last + 1, last: cut - 1 })
    heads.push({ first: Math.min(cut, after.first), last: after.first - 1 })
  })
  return mentions.map((_, index) => ({ head: heads[index]!, tail: tails[index]! }))
}
