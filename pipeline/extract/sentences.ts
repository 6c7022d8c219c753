import type { Scan } from '../../extractors/grammar/scan.ts'

/** A sentence as words of its passage, both ends included. */
export interface Sentence {
  readonly first: number
  readonly last: number
}

const enders = new Set(['.', '!', '?', '…', '。'])
const closers = new Set([')', ']', '"', '”', '’', "'", '»', '.'])
/** More words than any sentence that people write: a longer run is cut, which keeps all work within a sentence bounded. */
const longest = 400
const lower = /^[\p{Ll},;]/u

/**
 * Sentences by their signs: a dot ends one where white space follows and no lower-case letter or comma after it, and the word
 * before is no abbreviation ("Resolution No. 11/NQ-CP", "Mr. Manh") and no initial. Our own rule and not that of
 * Intl.Segmenter, whose answer changes with the ICU of the machine.
 */
export const sentences = (scan: Scan): Sentence[] => {
  const found: Sentence[] = []
  const { words, text } = scan
  let first = 0
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!
    if (at - first >= longest && (word.kind === 'sign' || at - first >= 2 * longest)) {
      found.push({ first, last: at })
      first = at + 1
      continue
    }
    if (word.kind !== 'sign' || !enders.has(word.norm)) continue
    let last = at
    while (words[last + 1]?.joined && words[last + 1]!.kind === 'sign' && closers.has(words[last + 1]!.norm)) last += 1
    const next = words[last + 1]
    if (next === undefined || next.joined || lower.test(text.slice(next.start, next.start + 2))) continue
    if (word.norm === '.' && last === at) {
      const before = words[at - 1]
      const isInitial = before?.kind === 'word' && before.end - before.start === 1 && scan.isCapital(at - 1)
      if (scan.to('abbreviation', at - 1) !== undefined || isInitial) continue
    }
    found.push({ first, last })
    first = last + 1
    at = last
  }
  if (first < words.length) found.push({ first, last: words.length - 1 })
  return found
}
