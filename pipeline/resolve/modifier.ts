import type { Modifier } from '../../schemas/mention.ts'
import type { Draft } from './draft.ts'

const reach = 9

/** "never went above | Sh1,700", "may not be reckoned on more than | 20 times": a bound denied is the other bound. */
const isDenied = (draft: Draft, first: number): boolean => {
  const { scan } = draft.reading
  return scan.all('negation').some(
    (hit) =>
      hit.last < first &&
      hit.first >= Math.max(draft.sentence.first, first - reach) &&
      // "do not go on paying and have | fewer than 20 years"
      !scan.words.slice(hit.last, first).some((word) => word.norm === ',' || word.norm === ';') &&
      scan.within('list_and', hit.last + 1, first - 1).length === 0,
  )
}

/** "The cap last year was | $168,600": the subject makes the figure a ceiling. */
const isCapped = (draft: Draft): boolean => {
  const { scan } = draft.reading
  if (draft.kind === 'percentage' || draft.kind === 'count' || draft.kind === 'rank') return false
  return scan.all('cap').some((hit) => hit.first >= draft.head.first && hit.last < draft.mention.first)
}

/** "at most 20 times the base salary, that is | 46.8 million": a bound said again in another unit, or raised "from | 36 million to 46.8 million". */
const isBoundAgain = (draft: Draft): boolean => {
  const { scan } = draft.reading
  const { previous, mention } = draft
  if (previous === null || previous.measure !== 'level') return false
  // "a visit that costs less than 15% of the base salary (| VND351,000)"
  const isInMoney = draft.kind === 'money' && previous.kind !== 'money' && scan.norm(mention.first - 1) === '('
  if (isInMoney) return bounds.has(previous.modifier ?? 'exact')
  if (previous.modifier !== 'at_most' && previous.modifier !== 'at_least') return false
  const gap = mention.first - Math.max(previous.mention.last, previous.mention.noun?.last ?? 0)
  const isRaised = gap <= raisedWords && previous.kind === draft.kind && scan.norm(mention.first - 1) !== ','
  return (
    (previous.kind !== draft.kind && scan.to('equivalent', mention.first - 1) !== undefined) ||
    (isRaised && scan.to('range_to', mention.first - 1) !== undefined)
  )
}

const raisedWords = 2
const bounds: ReadonlySet<Modifier> = new Set(['at_most', 'at_least', 'less_than', 'more_than'])

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
  if (draft.modifier !== 'exact') return
  if (isCapped(draft)) draft.modifier = 'at_most'
  else if (isBoundAgain(draft)) draft.modifier = draft.previous!.modifier
}
