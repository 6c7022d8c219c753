import type { Element } from 'hast'
import { h } from 'hastscript'
import type { ClaimRow, EvidenceField } from '../../../schemas/claim.ts'
import type { View } from '../view.ts'
import { ruleLink } from './rule-link.ts'

/** The fields of a claim as a reader asks for them. */
const fields = [
  'indicator',
  'status',
  'period',
  'place',
  'of',
  'measure',
  'direction',
  'baseline',
  'facet',
  'unit',
  'modifier',
  'number',
  'type',
  'issued',
  'issuer',
  'subject',
] as const
type Field = (typeof fields)[number]

const valueText = (claim: ClaimRow, field: Field, { words }: View): string | null => {
  const value = claim[field]
  if (value === null) return null
  switch (field) {
    case 'indicator':
      return words.indicator(value)
    case 'place':
      return words.place(value)
    case 'period':
    case 'baseline':
    case 'issued':
      return words.period(value)
    case 'of':
      return words.whole(value)
    case 'unit':
      return words.unit(value)
    case 'status':
    case 'measure':
    case 'direction':
    case 'modifier':
      return words.term(field, value)
    default:
      return value
  }
}

/** What goes without saying: a level, as written. */
const isUsual = ({ measure, modifier }: ClaimRow, field: Field): boolean =>
  (field === 'measure' && measure === 'level') || (field === 'modifier' && modifier === 'exact')

/** What a claim is of, field by field, each with the words that say it, whether they state or imply it, and the rule that took them. */
export const evidenceTable = (claim: ClaimRow, view: View): Element => {
  const { words } = view
  const rows = fields.flatMap((field) => {
    const value = valueText(claim, field, view)
    if (value === null || isUsual(claim, field)) return []
    const said = claim.evidence[field as EvidenceField]
    return [
      h('tr', [
        h('th', { scope: 'row' }, words.term('field', field)),
        h('td', value),
        h(
          'td',
          said === undefined
            ? []
            : [
                h('q', { className: ['said', `said-${field}`] }, said.exact.replace(/\s+/gu, ' ').trim()),
                ' ',
                h('span', { className: 'how' }, [
                  `${words.say(said.stated ? 'stated' : 'implied')}, `,
                  ruleLink(said.rule, view),
                ]),
              ],
        ),
      ]),
    ]
  })
  return h('table', { className: 'fields' }, [
    h('caption', words.say('fields_caption')),
    h(
      'thead',
      h('tr', [
        h('th', { scope: 'col' }, words.say('field')),
        h('th', { scope: 'col' }, words.say('value')),
        h('th', { scope: 'col' }, words.say('said_by')),
      ]),
    ),
    h('tbody', rows),
  ])
}
