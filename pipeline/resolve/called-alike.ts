import type { Draft } from './draft.ts'

/** "The satellite weighs 300 pounds": of two units that are called alike, the one that a word of the clause means. */
export const resolveCalledAlike = (draft: Draft): void => {
  const { scan } = draft.reading
  if (draft.unit === null || scan.from('sign_before', draft.mention.first) !== undefined) return
  // "5.2 percentage points" says which one it is.
  const said = scan.to('percent', draft.mention.last)
  if (draft.unit === 'percentage_point' && said !== undefined && said.first < said.last) return
  // "Luggage weighs on the budget, and the ticket costs 300 pounds" are two clauses.
  const isNear = (first: number, last: number): boolean => {
    for (let at = first; at < last; at += 1)
      if (scan.norm(at) === ';' || (scan.norm(at) === ',' && scan.from('list_and', at + 1) !== undefined)) return false
    return true
  }
  const cue = scan
    .all('instead')
    .find(
      ({ value, first, last }) =>
        scan.language.units.get(value)?.instead_of?.unit === draft.unit &&
        first >= draft.sentence.first &&
        last <= draft.tail.last &&
        isNear(Math.min(last, draft.mention.last), Math.max(first, draft.mention.first)),
    )
  if (cue === undefined) return
  draft.kind = scan.language.units.get(cue.value)!.kind
  draft.unit = cue.value
  draft.grounds.set('unit', {
    reading: draft.reading,
    first: cue.first,
    last: cue.last,
    rule: 'called-alike',
    stated: true,
  })
}
