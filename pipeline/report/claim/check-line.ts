import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Check } from '../../../schemas/observation.ts'
import { mostListed } from '../pages.ts'
import type { View } from '../view.ts'
import { checkSaid } from './check-said.ts'
import { chip } from './chip.ts'
import { ruleLink } from './rule-link.ts'

const sentence = (check: Check, view: View): Element => {
  const { lang, text } = checkSaid(check, view)
  return h('span', { lang }, ` ${text} `)
}

/** A check in one line: what came of it, the arithmetic, and what it is. */
export const checkLine = (check: Check, view: View): Element[] => [
  chip('outcome', check.outcome, view.words),
  sentence(check, view),
  h('span', { className: 'how' }, [
    ruleLink(check.relation, view),
    check.force === 'soft' ? `, ${view.words.say('soft')}` : '',
  ]),
]

/** Those that refute first, those that say nothing last. */
const weight: Readonly<Record<Check['outcome'], number>> = {
  refutes: 0,
  supports: 1,
  compatible: 2,
  uninformative: 3,
  untestable: 4,
}

export const byOutcome = (checks: readonly Check[]): Check[] =>
  [...checks].sort((a, b) => weight[a.outcome] - weight[b.outcome] || (a.id < b.id ? -1 : 1))

/** The checks that a claim takes part in, each linked to where it is told in full. */
export const checksOf = (checks: readonly Check[], view: View): Element[] => {
  if (checks.length === 0) return []
  const rest = checks.length - mostListed
  return [
    h('h4', view.words.say('checks')),
    h(
      'ul',
      { className: 'checks' },
      byOutcome(checks)
        .slice(0, mostListed)
        .map((check) => {
          const href = view.checkLink(check)
          return h('li', [
            ...checkLine(check, view),
            href === null
              ? null
              : h(
                  'a',
                  { className: 'more', href, ariaLabel: view.words.say('check_whole', { id: check.id }) },
                  view.words.say('whole'),
                ),
          ])
        }),
    ),
    ...(rest > 0 ? [h('p', view.words.say('more', { n: rest }))] : []),
  ]
}
