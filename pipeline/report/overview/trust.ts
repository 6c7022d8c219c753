import type { Element } from 'hast'
import { h, s } from 'hastscript'
import type { z } from 'zod'
import { ruleLink } from '../claim/rule-link.ts'
import type { Scores } from '../method.ts'
import type { View } from '../view.ts'
import type { Words } from '../words.ts'

type Share = z.infer<typeof Scores>['recall']

const percent = ({ right, of }: Share, { words }: View): string =>
  of === 0 ? '–' : `${words.figure(((100 * right) / of).toFixed(1))}%`

const bar = (share: Share): Element => {
  const at = (value: number): number => Math.round(value * 100) / 100
  const middle = share.of === 0 ? 0 : (100 * share.right) / share.of
  return s('svg', { className: 'bar', viewBox: '0 0 100 10', width: 100, height: 10, ariaHidden: 'true' }, [
    s('rect', { className: 'whole', x: 0, y: 3, width: 100, height: 4 }),
    s('rect', { className: 'part', x: 0, y: 3, width: at(middle), height: 4 }),
    share.low === null || share.high === null
      ? null
      : s('line', { className: 'spread', x1: at(Number(share.low)), x2: at(Number(share.high)), y1: 5, y2: 5 }),
  ])
}

const row = (name: string, share: Share, view: View): Element =>
  h('tr', [
    h('th', { scope: 'row' }, name),
    h('td', { className: 'figure' }, percent(share, view)),
    h('td', bar(share)),
    h(
      'td',
      { className: 'figure' },
      share.low === null || share.high === null
        ? ''
        : `${view.words.figure(share.low)}–${view.words.figure(share.high)}`,
    ),
    h('td', { className: 'figure' }, String(share.of)),
  ])

const scoreTable = (scores: Scores, view: View): Element => {
  const { words } = view
  const head = ['measured', 'right', 'bar', 'interval_95', 'cases']
  return h('table', { className: 'scores' }, [
    h('caption', words.say('scores_caption')),
    h(
      'thead',
      h(
        'tr',
        head.map((key) => h('th', { scope: 'col' }, words.say(key))),
      ),
    ),
    h('tbody', [row(words.say('recall'), scores.recall, view), row(words.say('precision'), scores.precision, view)]),
    h(
      'tbody',
      Object.entries(scores.fields).map(([field, share]) => row(words.term('field', field), share, view)),
    ),
  ])
}

const setTable = (scores: Scores, view: View): Element => {
  const { words } = view
  const head = ['set', 'recall', 'precision', 'rows_right', 'cases']
  return h('table', { className: 'scores' }, [
    h('caption', words.say('sets_caption')),
    h(
      'thead',
      h(
        'tr',
        head.map((key) => h('th', { scope: 'col' }, words.say(key))),
      ),
    ),
    h(
      'tbody',
      Object.entries(scores.sets).map(([name, { recall, precision, rows }]) =>
        h('tr', [
          h('th', { scope: 'row' }, name),
          ...[recall, precision, rows].map((share) => h('td', { className: 'figure' }, percent(share, view))),
          h('td', { className: 'figure' }, String(recall.of)),
        ]),
      ),
    ),
  ])
}

const retoldCell = (sentence: string, words: Words): Element => {
  const { lang, text } = words.retold(sentence)
  return h('td', { lang }, text)
}

const calibration = (view: View): Element => {
  const { words, site } = view
  return h('table', { className: 'scores' }, [
    h('caption', words.say('calibration_caption')),
    h(
      'thead',
      h(
        'tr',
        ['subject', 'right', 'interval_95', 'cases', 'note'].map((key) => h('th', { scope: 'col' }, words.say(key))),
      ),
    ),
    h(
      'tbody',
      [...site.dataset.calibration].map(({ subject, n, right, low, high, text }) => {
        const [what, name] = subject.split(':') as [string, string]
        return h('tr', [
          h(
            'th',
            { scope: 'row' },
            what === 'rule' ? [`${words.say('rule_name')} `, ruleLink(name, view)] : [`${words.say('grade')} ${name}`],
          ),
          h('td', { className: 'figure' }, String(right)),
          h(
            'td',
            { className: 'figure' },
            low === null || high === null ? '' : `${words.figure(low)}–${words.figure(high)}`,
          ),
          h('td', { className: 'figure' }, String(n)),
          retoldCell(text, words),
        ])
      }),
    ),
  ])
}

const grades = ({ words }: View): Element =>
  h(
    'dl',
    { className: 'grades' },
    ['A', 'B', 'C', 'D', 'U'].flatMap((grade) => [
      h('dt', h('span', { className: ['chip', 'grade', `grade-${grade.toLowerCase()}`] }, grade)),
      h('dd', words.term('grade', grade)),
    ]),
  )

/** How far to trust what is here: what was measured on annotated texts, and how often grades and rules were right. */
export const trustSection = (view: View): Element => {
  const { words, site } = view
  return h('section', { id: 'trust', ariaLabelledBy: 'title-trust' }, [
    h('h2', { id: 'title-trust' }, words.say('trust')),
    h('p', { className: 'intro' }, words.say('trust_intro')),
    h('h3', words.say('grades_title')),
    grades(view),
    ...(site.scores === null
      ? []
      : [h('div', { className: 'tables' }, [scoreTable(site.scores, view), setTable(site.scores, view)])]),
    ...(site.dataset.calibration.length === 0 ? [] : [h('h3', words.say('calibration')), calibration(view)]),
    h('p', h('a', { href: view.link('method.html') }, words.say('to_method'))),
  ])
}
