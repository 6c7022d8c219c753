import { h } from 'hastscript'
import { ruleId, ruleText } from './claim/rule-link.ts'
import { reviewData } from './review-data.ts'
import type { PageParts } from './shell.ts'
import type { View } from './view.ts'

/** The page on which every name of a rule is explained. */
export const methodPage = (view: View): PageParts => {
  const { site, words } = view
  const rules = [...site.rules].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    kind: 'overview',
    title: words.say('method'),
    trail: [['index.html', words.say('overview')]],
    data: reviewData([], view),
    main: [
      h('h1', words.say('method')),
      h('p', { className: 'intro' }, words.say('method_intro')),
      h(
        'dl',
        { className: 'rules' },
        rules.flatMap(([name]) => [h('dt', { id: ruleId(name) }, h('code', name)), h('dd', ruleText(name, view))]),
      ),
    ],
  }
}
