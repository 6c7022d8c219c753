import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Decision } from '../../../schemas/decision.ts'
import type { ObservationRow } from '../../../schemas/observation.ts'
import type { View } from '../view.ts'

const about = (decision: Decision, { site, words }: View): string => {
  const claim =
    decision.action === 'choose'
      ? decision.choose
      : decision.action === 'reject_claim'
        ? decision.claim
        : decision.action === 'not_same_key'
          ? decision.split
          : null
  if (decision.action === 'flag') return words.term('flag', decision.flag)
  if (decision.action === 'same_key') return decision.keys.join(', ')
  return (
    (claim === null ? undefined : site.claims.get(claim)?.selector.exact) ??
    ('quote' in decision ? decision.quote.exact : '')
  )
}

/** Reviewers' rulings on an observation, in the order of their days: who ruled what, and why. */
export const historyOf = (row: ObservationRow, view: View): Element[] => {
  const { site, words } = view
  const decisions = [...site.decisionsOn(row.id)].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  if (decisions.length === 0) return []
  return [
    h('h3', words.say('history')),
    h(
      'ol',
      { className: 'history' },
      decisions.map((decision) =>
        h('li', [
          h('time', { dateTime: decision.on }, decision.on),
          ` ${decision.by}: ${words.term('action', decision.action)} `,
          h('b', about(decision, view)),
          '. ',
          h('q', decision.reason),
          ' ',
          h('code', decision.id),
          row.decision_id === decision.id && row.flags.includes('decision_stale')
            ? h('span', { className: 'chip flag flag-decision_stale' }, words.term('flag', 'decision_stale'))
            : null,
        ]),
      ),
    ),
  ]
}
