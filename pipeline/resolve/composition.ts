import type { DocumentContext } from './context.ts'
import type { Draft } from './draft.ts'

/** Words around a share within which the text says that it is of a group: "of them", "of whom", "trong đó". */
const near = 3

const has = (draft: Draft, category: string, first: number, last: number): boolean =>
  draft.reading.scan.all(category).some((hit) => hit.first >= first && hit.last <= last)

/** Whether the share is one of a group named before: "60 percent of them", "of whom two-thirds", "trong đó gần hai phần ba". */
const isOfGroup = (draft: Draft): boolean => {
  const { first, last } = draft.mention
  if (draft.kind !== 'percentage' || draft.measure !== 'level' || draft.unit !== 'percent') return false
  return (
    has(draft, 'group', Math.max(draft.head.first, draft.sentence.first), first - 1) ||
    has(draft, 'group_pronoun', last + 1, last + near)
  )
}

/** Whether the words say who makes up the group, and not what part of it did something: "women made up", "are women", "chiếm". */
const isMadeUp = (draft: Draft): boolean =>
  has(draft, 'composition', Math.max(draft.head.first, draft.sentence.first), draft.mention.first - 1) ||
  has(draft, 'composition', draft.mention.last + 1, draft.mention.last + 2 * near)

const namesTopicIn = (draft: Draft, context: DocumentContext, from: number, to: number): boolean =>
  draft.reading.scan
    .all('term')
    .some(({ first, last, value }) => first >= from && last <= to && context.topics.has(value))

/** "trong đó tỷ lệ bao phủ BHYT là 93%" speaks of a subject of its own; "43 are behind with VND 57 billion, and one in five of them" of none. */
const namesTopic = (draft: Draft, context: DocumentContext): boolean =>
  namesTopicIn(
    draft,
    context,
    Math.max(draft.head.first, (draft.previous?.mention.last ?? -1) + 1),
    draft.mention.first - 1,
  )

const counted = (draft: Draft): Draft | null => {
  for (let each = draft.before; each !== null && each.reading === draft.reading; each = each.before)
    if (each.kind === 'count' && each.unit !== null) return each
  return null
}

/**
 * Where a share tells who makes up a group that was counted before ("nearly 60 percent of them as retirees"), that claim: the share is of its indicator.
 * So it is where the group is of no indicator, and nothing else is named. Null where it is a share of a group in any other way; undefined where it is no share of such a group.
 */
export const groupShared = (draft: Draft, context: DocumentContext): Draft | null | undefined => {
  if (!isOfGroup(draft) || namesTopic(draft, context)) return undefined
  const group = counted(draft)
  if (group === null) return undefined
  if (isMadeUp(draft)) return group
  // "1.8 million visitors, and 61 percent of them stayed one night": what a group of no indicator did is of none.
  const isOfNone = group.indicator === null && !namesTopicIn(draft, context, draft.mention.last + 1, draft.tail.last)
  return isOfNone ? group : null
}
