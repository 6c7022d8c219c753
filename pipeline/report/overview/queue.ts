import type { Element } from 'hast'
import { h } from 'hastscript'
import type { ObservationRow } from '../../../schemas/observation.ts'
import { gradeChip } from '../claim/chip.ts'
import { keyText, valueText } from '../observation/section.ts'
import type { Site } from '../site.ts'
import { exactOf, titleOf, type View } from '../view.ts'

/** Why something waits for a reviewer, the most important first. */
export const queueReasons = ['unresolved', 'decision_stale', 'refuted', 'ambiguous', 'low_grade'] as const
export type QueueReason = (typeof queueReasons)[number]

/** One thing that waits: an observation, or a claim; the other is null. Ids, since a large corpus has many that wait. */
export interface QueueItem {
  readonly reason: QueueReason
  readonly observation: string | null
  readonly claim: string | null
  /** Of an observation: documents and claims that speak of it; 0 for a claim. */
  readonly n_docs: number
  readonly n_claims: number
}

const reasonOf = (row: ObservationRow): QueueReason | null => {
  if (row.preferred_claim === null) return 'unresolved'
  if (row.flags.includes('decision_stale')) return 'decision_stale'
  // What a reviewer has ruled on, on the same evidence, waits no more.
  if (row.decision_id !== null) return null
  if (row.flags.includes('refuted')) return 'refuted'
  return row.grade === 'D' || row.grade === 'U' ? 'low_grade' : null
}

/** Observations of many documents before those of one: a mistake there misleads more readers. */
const byWeight = (a: QueueItem, b: QueueItem): number =>
  b.n_docs - a.n_docs || b.n_claims - a.n_claims || ((a.observation ?? a.claim!) < (b.observation ?? b.claim!) ? -1 : 1)

/** Flags of a numeral whose reading rests on little: that of its text's other numerals is good ground and none of these. */
const guessed = new Set(['format_ambiguous', 'format_impossible', 'format_by_bound'])

/** What a reviewer must look at, in the order of importance. Each observation stands once, for its gravest reason. */
export const reviewQueue = ({ dataset }: Site): QueueItem[] => {
  const items: QueueItem[] = []
  for (const row of dataset.observations) {
    const reason = reasonOf(row)
    const { id, n_docs, n_claims } = row
    if (reason !== null) items.push({ reason, observation: id, claim: null, n_docs, n_claims })
  }
  for (const { id, readings, flags } of dataset.claims) {
    const isOpen = readings.length > 1 && !readings.some(({ chosen }) => chosen)
    const isGuessed = flags.some((flag) => guessed.has(flag))
    if (isOpen || isGuessed) items.push({ reason: 'ambiguous', observation: null, claim: id, n_docs: 0, n_claims: 0 })
  }
  return queueReasons.flatMap((reason) => items.filter((each) => each.reason === reason).sort(byWeight))
}

/** Most items of one reason that the overview lists; the page says how many more there are. */
const mostItems = 40

const itemOf = (item: QueueItem, view: View): Element => {
  const { site, words } = view
  if (item.claim !== null) {
    const claim = site.claims.get(item.claim)!
    return h('li', [
      h('a', { href: view.claimLink(claim.id) }, exactOf(claim, view)),
      ` ${claim.readings.map(({ value }) => words.figure(value)).join(' / ')} `,
      h('cite', titleOf(site.documents.get(claim.document)!)),
    ])
  }
  const observation = site.observations.get(item.observation!)!
  return h('li', [
    gradeChip(observation.grade, words),
    ' ',
    h('a', { href: view.observationLink(observation.id) }, words.indicator(observation.indicator)),
    ' ',
    h('b', valueText(observation, view)),
    h('span', { className: 'how' }, ` ${keyText(observation, view)}`),
  ])
}

/** The review queue of the overview. */
export const queueSection = (items: readonly QueueItem[], view: View): Element => {
  const { words } = view
  const groups = queueReasons.flatMap((reason) => {
    const own = items.filter((each) => each.reason === reason)
    if (own.length === 0) return []
    const rest = own.length - mostItems
    return [
      h('section', { className: ['waiting', `waiting-${reason}`], ariaLabelledBy: `waiting-${reason}` }, [
        h('h3', { id: `waiting-${reason}` }, [
          words.say(`waiting_${reason}`),
          ' ',
          h('span', { className: 'number' }, String(own.length)),
        ]),
        h('p', { className: 'how' }, words.say(`waiting_${reason}_why`)),
        h(
          'ol',
          own.slice(0, mostItems).map((each) => itemOf(each, view)),
        ),
        rest > 0 ? h('p', words.say('more', { n: rest })) : null,
      ]),
    ]
  })
  return h('section', { id: 'review', className: 'queue', ariaLabelledBy: 'title-review' }, [
    h('h2', { id: 'title-review' }, words.say('queue')),
    ...(groups.length === 0 ? [h('p', words.say('queue_empty'))] : groups),
  ])
}
