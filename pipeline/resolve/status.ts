import type { Hit } from '../../catalog/lexicon.ts'
import type { Status } from '../../schemas/mention.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import type { DocumentContext } from './context.ts'
import type { Draft } from './draft.ts'
import { leadsOf } from './leads.ts'
import { measuredGoal } from './measured-goal.ts'

/** A target that the text says was met, passed or compared with governs nothing: "fulfilling the targets assigned". */
const isFulfilled = (reading: PassageReading, at: number): boolean => {
  const { scan } = reading
  for (let before = at - 1; before >= Math.max(0, at - 5); before -= 1) {
    if (scan.to('fulfilled', before) !== undefined) return true
  }
  return false
}

const weight = { actual: 0, estimate: 2, target: 1 } as const

const set = (
  draft: Draft,
  status: Status,
  reading: PassageReading,
  hit: { first: number; last: number },
  rule: string,
  stated = true,
): true => {
  draft.status = status
  draft.grounds.set('status', { reading, first: hit.first, last: hit.last, rule, stated })
  return true
}

/** Words of a passage that say a status: "May 14" is no "may". */
const statusHits = (reading: PassageReading): Hit[] =>
  reading.scan
    .all('status')
    .filter((hit) => !reading.whens.some((when) => hit.first >= when.first && hit.last <= when.last))

/** A word that belongs to one number alone: "an estimated | 184 million workers paid, and taxes brought in $1.3 trillion". */
const isAnothers = (draft: Draft, hit: Hit): boolean => {
  const { reading, mention, previous } = draft
  if (previous === null || draft.kind === 'percentage') return false
  return reading.mentions.some((other) => {
    if (other === mention || other.first > mention.first) return false
    const first =
      other.modifierAt !== null && other.modifierAt.first < other.first ? other.modifierAt.first : other.first
    return hit.last === first - 1
  })
}

/** First word after the last semicolon before the number. */
const clauseStart = (draft: Draft): number => {
  const { scan } = draft.reading
  let at = draft.mention.first
  while (at > draft.sentence.first && scan.norm(at - 1) !== ';') at -= 1
  return at
}

/** Of the words before the number the nearest decides; an infinitive ("to reach") leaves it to a forecast or goal that it hangs on. */
const nearest = (draft: Draft, hits: readonly Hit[]): Hit | undefined => {
  const { scan } = draft.reading
  const last = hits.at(-1)
  if (last === undefined || last.value !== 'target' || scan.from('target_strong', last.first) !== undefined) return last
  return [...hits].reverse().find((hit) => hit.value === 'estimate') ?? last
}

const fromSentence = (draft: Draft): boolean => {
  const { scan } = draft.reading
  const { mention, sentence, reading } = draft
  const own = measuredGoal(draft)
  if (own !== null) return set(draft, 'target', reading, own, 'measured-goal')
  const isGoal = (hit: Hit): boolean =>
    draft.measure === 'gap' && hit.value === 'target' && scan.from('goal', hit.first) !== undefined
  const said = statusHits(reading).filter(
    (hit) =>
      hit.first >= sentence.first && hit.last <= sentence.last && !isFulfilledTarget(reading, hit) && !isGoal(hit),
  )
  const before = said.filter((hit) => hit.last < mention.first && !isAnothers(draft, hit))
  const start = clauseStart(draft)
  const inClause = nearest(
    draft,
    before.filter((hit) => hit.first >= start),
  )
  if (inClause !== undefined) return set(draft, inClause.value as Status, reading, inClause, 'same-clause')
  // "The aim is 3%; last December it was 3.4%": a clause in the past is no goal.
  const past = scan.all('past').find((hit) => hit.first >= start && hit.last < mention.first)
  if (past !== undefined && start > sentence.first) return set(draft, 'actual', reading, past, 'past-tense')
  const governing = nearest(draft, before)
  if (governing !== undefined) return set(draft, governing.value as Status, reading, governing, 'same-sentence')
  const after = said.filter(
    (hit) =>
      hit.first > mention.last &&
      hit.last <= draft.tail.last &&
      hit.value !== 'actual' &&
      hit.first - mention.last <= 12,
  )
  const hit = after.sort((a, b) => weight[b.value as Status] - weight[a.value as Status])[0]
  if (hit !== undefined) return set(draft, hit.value as Status, reading, hit, 'same-clause')
  const head = scan.from('target_head', sentence.first)
  return head !== undefined && scan.isCapital(sentence.first) && set(draft, 'target', reading, head, 'task')
}

const isFulfilledTarget = (reading: PassageReading, hit: Hit): boolean =>
  hit.value === 'target' && isFulfilled(reading, hit.first)

const fromLeads = (draft: Draft, context: DocumentContext): boolean => {
  let headings = 0
  for (const { reading, rule } of leadsOf(draft.reading, context)) {
    // The nearest heading speaks for what stands under it; those above it name the document.
    if (rule === 'heading') headings += 1
    if (headings > 1) break
    const isStrong = (each: Hit): boolean =>
      each.value === 'estimate' ||
      rule === 'caption' ||
      rule === 'column-header' ||
      reading.scan.from('target_strong', each.first) !== undefined
    const hit = [...statusHits(reading)]
      .reverse()
      .find((each) => each.value !== 'actual' && !isFulfilledTarget(reading, each) && isStrong(each))
    if (hit !== undefined) return set(draft, hit.value as Status, reading, hit, rule)
    const by = reading.scan.all('by')[0]
    if (by !== undefined && reading.whens.some((when) => when.first === by.last + 1 && futureOf(when.year, context)))
      return set(draft, 'target', reading, by, rule)
  }
  return false
}

const futureOf = (year: number | undefined, context: DocumentContext): boolean =>
  year !== undefined && context.anchor.year !== undefined && year > context.anchor.year

/** actual, estimate or target; a gap is always of a result. What nothing says is a result. */
export const resolveStatus = (draft: Draft, context: DocumentContext): void => {
  if (draft.kind === 'legal_document') return
  draft.status = 'actual'
  if (draft.twin !== null) {
    draft.status = draft.twin.status
    return
  }
  if (fromSentence(draft)) return
  fromLeads(draft, context)
}
