import { compareDecimal } from '../../extractors/grammar/decimal.ts'
import type { DocumentContext } from './context.ts'
import { refers } from './continuation.ts'
import type { Draft } from './draft.ts'
import { placeNamed } from './places.ts'

/** Power of ten from which a bare number is an amount of money: nothing else that texts count comes in billions. */
const moneyScale = 9

/** Claims back from which the currency of a bare amount may be taken. */
const farthest = 12

const infer = (draft: Draft, kind: 'money' | 'count', unit: string, from: Draft | null): true => {
  draft.kind = kind
  draft.unit = unit
  draft.flags.add('unit_inferred')
  if (from !== null)
    draft.grounds.set('unit', {
      reading: from.reading,
      first: from.mention.first,
      last: from.mention.last,
      rule: 'claim-before',
      stated: false,
    })
  return true
}

export const isSum = (draft: Draft): boolean => draft.mention.scale !== null && draft.mention.scale >= moneyScale

/** "1.2 billion visits, up from 0.9 billion" goes on about visits. */
const isOfCounts = (draft: Draft): boolean => {
  const before = draft.previous
  return before !== null && before.kind === 'count' && (before.mention.scale ?? 0) >= moneyScale
}

/** "Binh Duong followed with 2.7 trillion", "nợ còn 119 tỷ": an amount in the currency named last, or in that of the country. */
export const farMoney = (draft: Draft, context: DocumentContext): boolean => {
  if (!isSum(draft) || isOfCounts(draft)) return false
  let each = draft.before
  for (let step = 0; each !== null && step < farthest; step += 1, each = each.before)
    if (each.kind === 'money' && each.unit !== null) return infer(draft, 'money', each.unit, each)
  const own = context.home === null ? null : (placeNamed(context.catalog.catalog, context.home.code)?.currency ?? null)
  return own !== null && infer(draft, 'money', own, null)
}

const integerDigits = (value: string): number => value.split('.')[0]!.replace(/^-/u, '').length

/** "Uses of the card image: 2,137,000": words of the catalog before the number say what it counts. */
const isNamed = (draft: Draft): boolean =>
  draft.reading.scan
    .all('term')
    // "Ho Chi Minh City accounted for 118,600 of them": a phrase that only looks like a term names nothing.
    .some(({ value, first, last }) => value !== 'other' && first >= draft.head.first && last <= draft.head.last)

/** "17.82 million compulsory" on a line of its own goes on from lines further up than a paragraph does. */
const reachOf = ({ reading }: Draft): number => (reading.scan.words.length <= lineWords ? lines : 1)
const lineWords = 8
const lines = 5

/** "We had written 120,000.", "In the same month last year it was 1.4 million": the things counted last, where so many of them may be. */
export const earlierCount = (draft: Draft, isPart: boolean): boolean => {
  const own = draft.value ?? draft.low
  // "The district had 62 people in the scheme. By June | the number was 417": a small number is told to be one of them.
  const isSmall = own === null || (compareDecimal(own, '1000') < 0 && !refers(draft))
  if (isSmall || draft.reading.passage.cell !== null || (!isPart && isNamed(draft))) return false
  for (let each = draft.before; each !== null; each = each.before) {
    const { passage } = each.reading
    if (
      passage.index < draft.reading.passage.index - reachOf(draft) ||
      passage.heading !== draft.reading.passage.heading
    )
      return false
    if (each.kind !== 'count' || each.unit === null) continue
    const known = each.value ?? each.low
    // "Of these, 74.1 million": a part is no more than its whole.
    if (isPart && (known === null || compareDecimal(known, own) < 0)) continue
    if (known !== null && Math.abs(integerDigits(known) - integerDigits(own)) <= 1)
      return infer(draft, 'count', each.unit, each)
  }
  return false
}
