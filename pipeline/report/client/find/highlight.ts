import { folded } from './fold.ts'

/** A stretch of text, and whether it was looked for. */
export interface Stretch {
  readonly text: string
  readonly isFound: boolean
}

/**
 * A text cut where what was looked for stands in it. Words are compared as search compares them, so that the text is folded sign by sign, with
 * the place that each sign came from kept.
 */
export const stretchesOf = (text: string, terms: readonly string[]): readonly Stretch[] => {
  if (terms.length === 0) return [{ text, isFound: false }]
  let plain = ''
  const from: number[] = []
  let at = 0
  for (const sign of text) {
    const bare = /\s/u.test(sign) ? ' ' : folded(sign)
    // Runs of white space are one space in what is searched.
    if (!(bare === ' ' && plain.endsWith(' '))) {
      for (let unit = 0; unit < bare.length; unit += 1) from.push(at)
      plain += bare
    }
    at += sign.length
  }
  from.push(text.length)
  const isFound = new Uint8Array(text.length)
  for (const term of terms)
    for (let hit = plain.indexOf(term); hit >= 0; hit = plain.indexOf(term, hit + term.length))
      isFound.fill(1, from[hit]!, from[hit + term.length]!)
  const stretches: Stretch[] = []
  let start = 0
  for (let end = 1; end <= text.length; end += 1) {
    if (end < text.length && isFound[end] === isFound[start]) continue
    stretches.push({ text: text.slice(start, end), isFound: isFound[start] === 1 })
    start = end
  }
  return stretches
}
