import type { Draft } from './draft.ts'

/** Whether a claim is a bare number with a scale word: "instead of 1.49 million", "rounded up to 3 million". */
const isBare = (draft: Draft): boolean => draft.kind === 'count' && draft.mention.noun === null && draft.unit === null && draft.mention.scale !== null

/** An amount without its currency in a sentence about money takes the currency of the amount beside it. */
export const resolveUnit = (draft: Draft): void => {
  if (!isBare(draft)) return
  const { scan } = draft.reading
  // "... is more than 16.5 million" after an amount of money in an earlier clause stays a count.
  const joined = (from: number, to: number): boolean => {
    for (let at = from; at < to; at += 1) if (scan.norm(at) === ';' || scan.from('unit', at)?.value === 'person') return false
    return to - from <= 14
  }
  const before = draft.previous
  const after = draft.reading.mentions.find((mention) => mention.first > draft.mention.last && mention.first <= draft.sentence.last)
  const unit =
    before !== null && before.kind === 'money' && joined(before.mention.last + 1, draft.mention.first)
      ? before.unit
      : after !== undefined && after.kind === 'money' && after.first - draft.mention.last <= 4
        ? after.unit
        : null
  if (unit === null) return
  draft.kind = 'money'
  draft.unit = unit
  draft.flags.add('unit_inferred')
}
