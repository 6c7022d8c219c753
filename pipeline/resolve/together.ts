import type { DocumentContext } from './context.ts'
import type { Draft, TermUse } from './draft.ts'
import { isOwn } from './indicator-words.ts'

/** Claims back in which the parts of a total are told. */
const partsBack = 6

/**
 * "15.98 million belong to the compulsory scheme and 1.51 million to the voluntary one. Together they make up | 37.4 per cent of the
 * workforce": the indicator of which the catalog declares those just told to be the parts; null where they are not all told.
 */
export const totalTogether = (
  draft: Draft,
  terms: readonly TermUse[],
  { catalog, readings, topics }: DocumentContext,
): string | null => {
  const { reading, sentence, mention, measure, kind } = draft
  if (measure !== 'level' || (kind !== 'percentage' && kind !== 'count')) return null
  if (reading.scan.within('together', sentence.first, mention.first - 1).length === 0) return null
  // "Together with the health ministry, the agency brought health insurance to | 93.3 million": words of its own say what it is.
  if (terms.some((use) => isOwn(draft, use) && topics.has(use.term))) return null
  const told = new Set<string>()
  for (let each = draft.before, step = 0; each !== null && step < partsBack; each = each.before, step += 1) {
    const isNear = each.reading === reading || readings[reading.passage.index - 1] === each.reading
    if (!isNear) break
    if (each.indicator !== null && each.measure === 'level' && each.status === draft.status) told.add(each.indicator)
  }
  for (const relation of catalog.catalog.relations)
    if (relation.type === 'sum' && relation.parts.every((part) => told.has(part))) return relation.total
  return null
}
