import type { LegalLink } from '../../schemas/observation.ts'
import type { Draft } from './draft.ts'

const relations = ['amends', 'replaces', 'implements', 'under'] as const

/** The link that words[first..last] between two documents say, the nearest to the second one. */
const relationBetween = (draft: Draft, first: number, last: number): LegalLink['relation'] | null => {
  const { scan } = draft.reading
  let best: { relation: LegalLink['relation']; last: number } | null = null
  for (const relation of relations) {
    for (const hit of scan.all(`legal_${relation}`)) {
      if (hit.first < first || hit.last > last) continue
      if (best === null || hit.last > best.last) best = { relation, last: hit.last }
    }
  }
  return best?.relation ?? null
}

/** Links between documents that one sentence states: "Decision 171/QD-BHXH ... to implement Resolution 11/NQ-CP". */
export const legalLinks = (drafts: readonly Draft[], ids: ReadonlyMap<Draft, string>): LegalLink[] => {
  const links: LegalLink[] = []
  const seen = new Set<string>()
  let before: Draft | null = null
  for (const draft of drafts) {
    if (draft.kind !== 'legal_document') continue
    if (
      before !== null &&
      before.reading === draft.reading &&
      before.sentence === draft.sentence &&
      before.number !== draft.number
    ) {
      const relation = relationBetween(draft, before.mention.last + 1, draft.mention.first - 1)
      const key = `${before.number} ${relation} ${draft.number}`
      if (relation !== null && !seen.has(key)) {
        seen.add(key)
        links.push({ from: before.number!, relation, to: draft.number!, claim: ids.get(before)! })
      }
    }
    before = draft
  }
  return links
}
