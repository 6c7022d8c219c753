import type { Element } from 'hast'
import { h } from 'hastscript'
import type { ClaimRow } from '../../../schemas/claim.ts'
import type { View } from '../view.ts'
import type { Words } from '../words.ts'
import { intervalText } from './figure-text.ts'
import { ruleLink } from './rule-link.ts'

/** "12500 medical facility": what would be counted. */
const counted = (text: string, words: Words): string => {
  const [value = '', ...unit] = text.split(' ')
  return words.amount(value, unit.length === 0 ? null : unit.join(' '))
}

/** What the tests of a reading said; those that had nothing to say are left out. */
const testList = (tests: ClaimRow['readings'][number]['tests'], words: Words): Element | null => {
  const said = tests.filter(({ outcome }) => outcome !== 'n/a')
  if (said.length === 0) return null
  return h(
    'ul',
    said.map(({ test, outcome, text }) => {
      const own = test === 'F2' ? { lang: words.language, text: counted(text, words) } : words.retold(text)
      return h('li', [`${test} ${words.term('test', outcome)}: `, h('span', { lang: own.lang }, own.text)])
    }),
  )
}

/** How the text became the value, step by step, and both readings where one separator is ambiguous. */
export const valueSteps = (claim: ClaimRow, view: View): Element[] => {
  const { words } = view
  const interval = intervalText(claim, words)
  const steps = claim.steps.map(({ op, in: from, out, rule }) =>
    h('li', [
      h('span', { className: 'op' }, `${words.term('step', op)}: `),
      h('code', from),
      ' → ',
      h('code', out),
      ' ',
      h('span', { className: 'how' }, ruleLink(rule, view)),
    ]),
  )
  const meant =
    interval === null
      ? []
      : [
          h('li', [
            h('span', { className: 'op' }, `${words.say('means')}: `),
            interval,
            claim.granule === null
              ? null
              : h('span', { className: 'how' }, ` ${words.say('granule', { step: words.figure(claim.granule) })}`),
          ]),
        ]
  const readings =
    claim.readings.length === 0
      ? []
      : [
          h('p', words.say('readings')),
          h(
            'ul',
            { className: 'readings' },
            claim.readings.map((reading) =>
              h('li', { className: reading.chosen ? 'chosen' : 'rejected' }, [
                `${words.term('reading', reading.name)}: ${words.figure(reading.value)} (${words.say(reading.chosen ? 'reading_chosen' : 'reading_left')})`,
                testList(reading.tests, words),
              ]),
            ),
          ),
        ]
  return [h('ol', { className: 'steps' }, [...steps, ...meant]), ...readings]
}
