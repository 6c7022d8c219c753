import type { Draft } from './draft.ts'

const reach = 9

/** "never went above | Sh1,700", "may not be reckoned on more than | 20 times": a bound denied is the other bound. */
const isDenied = (draft: Draft, first: number): boolean => {
  const { scan } = draft.reading
  return scan
    .all('negation')
    .some(
      (hit) =>
        hit.last < first &&
        hit.first >= Math.max(draft.sentence.first, first - reach) &&
        !scan.words.slice(hit.last, first).some((word) => word.norm === ',' || word.norm === ';'),
    )
}

/** "The cap last year was | $168,600": the subject makes the figure a ceiling. */
const isCapped = (draft: Draft): boolean => {
  const { scan } = draft.reading
  if (draft.kind === 'percentage' || draft.kind === 'count' || draft.kind === 'rank') return false
  return scan.all('cap').some((hit) => hit.first >= draft.head.first && hit.last < draft.mention.first)
}

/** The modifier beside the number, turned where it is denied, and a ceiling where the subject is one. */
export const resolveModifier = (draft: Draft): void => {
  const at = draft.mention.modifierAt
  if (at !== null) {
    draft.grounds.set('modifier', {
      reading: draft.reading,
      first: at.first,
      last: at.last,
      rule: at.first > draft.mention.last ? 'after' : 'before',
      stated: true,
    })
    if (draft.modifier === 'more_than' && isDenied(draft, at.first)) draft.modifier = 'at_most'
    else if (draft.modifier === 'less_than' && isDenied(draft, at.first)) draft.modifier = 'at_least'
    return
  }
  if (draft.modifier === 'exact' && isCapped(draft)) draft.modifier = 'at_most'
}
