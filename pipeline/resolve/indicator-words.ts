import type { DocumentContext } from './context.ts'
import type { Draft, TermUse } from './draft.ts'

/** Words after a number that are still its own. */
const ownReach = 8

/** Whether a term stands in the number's own words: before it, or after it up to the first comma. */
export const isOwn = (draft: Draft, { ground }: TermUse): boolean => {
  if (ground.rule !== 'own-words' && ground.rule !== 'counted-noun') return false
  if (ground.first <= draft.mention.last) return true
  if (ground.first > draft.mention.last + ownReach) return false
  for (let at = draft.mention.last + 1; at < ground.first; at += 1)
    if (draft.reading.scan.norm(at) === ',') return false
  return true
}

/** Whether a term stands neither in the number's sentence nor in what governs it. */
export const isElsewhere = (draft: Draft, { ground }: TermUse): boolean =>
  draft.reading.passage.cell === null &&
  (ground.reading === draft.reading ? ground.last < draft.sentence.first : !governing.has(ground.rule))

const governing: ReadonlySet<string> = new Set([
  'list-lead',
  'label-below',
  'line-above',
  'row-header',
  'column-header',
  'stub',
  'caption',
])

export const cuesOf = (indicator: string, context: DocumentContext): ReadonlySet<string> =>
  new Set(context.catalog.catalog.indicators.get(indicator)?.cues.flat() ?? [])

/** "Visits fell by 17.6 million. Spending, on the other hand, edged up by 1.3%": words that say another thing than the claim before. */
export const isOtherAspect = (own: readonly TermUse[], indicator: string, context: DocumentContext): boolean => {
  const known = context.catalog.catalog.indicators.get(indicator)
  return (
    known !== undefined &&
    own.some(
      ({ term }) =>
        known.unless.includes(term) ||
        (context.cueTerms.has(term) && !known.cues.flat().includes(term) && !term.startsWith('of:')),
    )
  )
}
