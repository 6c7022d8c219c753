import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Decision } from '../../schemas/decision.ts'
import type { View } from './view.ts'

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

/** Reviewers' rulings, in the order of their days: who ruled what, and why. `stale` is the id of one that newer evidence overtook. */
export const rulingsOf = (rulings: readonly Decision[], stale: string | null, view: View): Element[] => {
  const { words } = view
  const decisions = [...rulings].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  if (decisions.length === 0) return []
  return [
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
          decision.id === stale
            ? h('span', { className: 'chip flag flag-decision_stale' }, words.term('flag', 'decision_stale'))
            : null,
        ]),
      ),
    ),
  ]
}
