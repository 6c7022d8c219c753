import type { Hit } from '../../catalog/lexicon.ts'
import type { DocumentContext } from './context.ts'
import type { Draft } from './draft.ts'
import { placesIn } from './places.ts'

/** Words of a list between two of its members: a comma, "and", both. */
const between = 2

const isJoined = (draft: Draft, from: number, to: number): boolean => {
  const { scan } = draft.reading
  if (to - from > between) return false
  for (let at = from; at < to; at += 1)
    if (scan.norm(at) !== ',' && scan.from('list_and', at) === undefined && scan.to('list_and', at) === undefined)
      return false
  return to > from
}

/** Runs of numbers that follow each other in one list: "2.7 trillion and 2.1 trillion". */
const runsOf = (drafts: readonly Draft[]): Draft[][] => {
  const runs: Draft[][] = []
  for (const draft of drafts) {
    if (draft.kind === 'legal_document') continue
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (
      run !== undefined &&
      last !== undefined &&
      last.kind === draft.kind &&
      isJoined(draft, last.mention.last + 1, draft.mention.first)
    )
      run.push(draft)
    else runs.push([draft])
  }
  return runs.filter((run) => run.length > 1)
}

/** "Binh Duong and Dong Nai followed with 2.7 trillion and 2.1 trillion": as many places in a row as numbers are shared out in order. */
export const shareOutPlaces = (drafts: readonly Draft[], context: DocumentContext): void => {
  let shared: readonly Draft[] | null = null
  for (const run of runsOf(drafts)) {
    const first = run[0]!
    const from = Math.max(first.head.first, first.sentence.first)
    const hits: Hit[] = placesIn(first.reading.scan, context.catalog.catalog).filter(
      (hit) => hit.first >= from && hit.last < first.mention.first,
    )
    // "collected VND6.85 trillion and VND7.42 trillion, or | 74.2% and 71.9% of the plan": of the places of the list right before.
    if (hits.length === 0 && shared?.length === run.length && shared[0]!.sentence === first.sentence) {
      for (const [index, draft] of run.entries()) draft.respective ??= shared[index]!.respective
      continue
    }
    shared = null
    const isRow = hits.every((hit, index) => index === 0 || isJoined(first, hits[index - 1]!.last + 1, hit.first))
    if (hits.length !== run.length || !isRow) continue
    for (const [index, draft] of run.entries())
      draft.respective ??= { term: null, place: hits[index] ?? null, when: null, changed: null }
    shared = run
  }
}
