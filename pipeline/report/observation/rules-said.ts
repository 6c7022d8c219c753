import type { Element } from 'hast'
import { h } from 'hastscript'
import type { ObservationRow } from '../../../schemas/observation.ts'
import { ruleLink, ruleText } from '../claim/rule-link.ts'
import type { View } from '../view.ts'

/** What each rule of the verdict said of the values on offer: the one that decided, those that agree and those against. */
export const rulesSaid = (row: ObservationRow, view: View): Element[] => {
  const { words } = view
  const said: [string, string][] = [
    ...(row.decided_by === null ? [] : [['decided', row.decided_by] as [string, string]]),
    ...row.agree.map((rule): [string, string] => ['agrees', rule]),
    ...row.against.map((rule): [string, string] => ['against', rule]),
  ]
  if (said.length === 0) return row.n_values > 1 ? [h('p', words.say('no_rule'))] : []
  return [
    h('h3', words.say('rules_said')),
    h(
      'ul',
      { className: 'rules' },
      said.map(([how, rule]) =>
        h('li', [
          h('span', { className: ['chip', `rule-${how}`] }, words.say(`rule_${how}`)),
          ' ',
          ruleLink(rule, view),
          ' ',
          ruleText(rule, view),
        ]),
      ),
    ),
  ]
}
