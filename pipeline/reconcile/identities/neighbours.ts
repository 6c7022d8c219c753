import type { Placed } from '../placed.ts'

/** Two figures of one sentence with no other claim between them. */
export const isNext = (a: Placed, b: Placed): boolean =>
  b.order === a.order + 1 && a.claim.sentence.start === b.claim.sentence.start

/** Every two claims that stand next to each other in a sentence. */
export const neighbours = (document: readonly Placed[]): [Placed, Placed][] =>
  document.flatMap((a, at): [Placed, Placed][] => {
    const b = document[at + 1]
    return b !== undefined && isNext(a, b) ? [[a, b]] : []
  })
