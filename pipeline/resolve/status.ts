import type { Hit } from '../../catalog/lexicon.ts'
import type { Status } from '../../schemas/mention.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import type { DocumentContext } from './document-context.ts'
import type { Draft } from './draft.ts'
import { leadsOf } from './leads.ts'

/** A target that the text says was met, passed or compared with governs nothing: "fulfilling the targets assigned". */
const isFulfilled = (reading: PassageReading, at: number): boolean => {
  const { scan } = reading
  for (let before = at - 1; before >= Math.max(0, at - 5); before -= 1) {
    if (scan.to('fulfilled', before) !== undefined) return true
  }
  return false
}

const weight = { actual: 0, estimate: 2, target: 1 } as const

const set = (draft: Draft, status: Status, reading: PassageReading, hit: { first: number; last: number }, rule: string, stated = true): true => {
  draft.status = status
  draft.grounds.set('status', { reading, first: hit.first, last: hit.last, rule, stated })
  return true
}

/** Words of a passage that say a status: "May 14" is no "may". */
const statusHits = (reading: PassageReading): Hit[] =>
  reading.scan.all('status').filter((hit) => !reading.whens.some((when) => hit.first >= when.first && hit.last <= when.last))

/** The nearest word before the number in its sentence that says goal, estimate or result; a later result ends a goal. */
const fromSentence = (draft: Draft): boolean => {
  const { scan } = draft.reading
  const { mention, sentence, reading } = draft
  const before = statusHits(reading).filter((hit) => hit.first >= sentence.first && hit.last < mention.first)
  for (const hit of [...before].reverse()) {
    if (hit.value === 'target' && isFulfilled(reading, hit.first)) continue
    // What stands in the brackets or after the number of a claim before this one may speak of that one alone.
    if (hit.value === 'actual') return set(draft, 'actual', reading, hit, 'same-sentence')
    return set(draft, hit.value as Status, reading, hit, 'same-sentence')
  }
  const after = statusHits(reading).filter((hit) => hit.first > mention.last && hit.last <= draft.tail.last)
  const hit = after.filter((each) => each.value !== 'actual' && !isFulfilled(reading, each.first)).sort((a, b) => weight[b.value as Status] - weight[a.value as Status])[0]
  if (hit !== undefined && hit.first - mention.last <= 12) return set(draft, hit.value as Status, reading, hit, 'same-clause')
  const head = scan.from('target_head', sentence.first)
  if (head !== undefined && scan.isCapital(sentence.first)) return set(draft, 'target', reading, head, 'task')
  return false
}

const fromLeads = (draft: Draft, context: DocumentContext): boolean => {
  for (const { reading, rule } of leadsOf(draft.reading, context)) {
    const hit = [...statusHits(reading)].reverse().find((each) => each.value !== 'actual' && !isFulfilled(reading, each.first) && (each.value === 'estimate' || reading.scan.from('target_strong', each.first) !== undefined))
    if (hit !== undefined) return set(draft, hit.value as Status, reading, hit, rule)
    const by = reading.scan.all('by')[0]
    if (by !== undefined && reading.whens.some((when) => when.first === by.last + 1 && futureOf(when.year, context))) return set(draft, 'target', reading, by, rule)
  }
  return false
}

const futureOf = (year: number | undefined, context: DocumentContext): boolean => year !== undefined && context.anchor.year !== undefined && year > context.anchor.year

/** actual, estimate or target; a gap is always of a result. What nothing says is a result. */
export const resolveStatus = (draft: Draft, context: DocumentContext): void => {
  if (draft.kind === 'legal_document') return
  draft.status = 'actual'
  if (draft.measure === 'gap') return
  if (draft.twin !== null) {
    draft.status = draft.twin.status
    return
  }
  if (fromSentence(draft) || fromLeads(draft, context)) return
}
