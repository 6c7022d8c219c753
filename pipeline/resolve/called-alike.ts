import type { Draft } from './draft.ts'

/** "The satellite weighs 300 pounds": of two units that are called alike, the one that a word of the clause means. */
export const resolveCalledAlike = (draft: Draft): void => {
  const { scan } = draft.reading
  if (draft.unit === null || scan.from('sign_before', draft.mention.first) !== undefined) return
  const other = scan.language.units.get(draft.unit)?.instead?.unit
  if (other === undefined) return
  const isNear = (first: number, last: number): boolean =>
    scan.words.slice(first, last).every(({ norm }) => norm !== ',' && norm !== ';')
  const cue = scan
    .all('instead')
    .find(
      ({ value, first, last }) =>
        value === draft.unit &&
        first >= draft.head.first &&
        last <= draft.tail.last &&
        isNear(Math.min(last, draft.mention.last), Math.max(first, draft.mention.first)),
    )
  if (cue === undefined) return
  draft.kind = scan.language.units.get(other)!.kind
  draft.unit = other
  draft.grounds.set('unit', {
    reading: draft.reading,
    first: cue.first,
    last: cue.last,
    rule: 'called-alike',
    stated: true,
  })
}
