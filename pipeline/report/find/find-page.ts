import { h } from 'hastscript'
import { reviewData } from '../review-data.ts'
import { scriptWords } from '../script-words.ts'
import type { PageParts } from '../shell.ts'
import type { View } from '../view.ts'
import type { FindData } from './index-shape.ts'

/** The page by which claims are searched. Its script fills it; without one it says where the whole table is. */
export const findPage = (view: View, data: FindData): PageParts => {
  const { words } = view
  const shared = reviewData([], view)
  return {
    kind: 'find',
    title: words.say('find'),
    trail: [['index.html', words.say('overview')]],
    data: { ...shared, words: { ...shared.words, ...scriptWords('find', words) }, find: data },
    main: [
      h('h1', words.say('find_title')),
      h('noscript', [
        h('p', [words.say('find_no_script'), ' ', h('a', { href: view.file('claims.csv') }, 'claims.csv')]),
      ]),
      h('div', { id: 'find-form', role: 'search', hidden: true }, [
        h('label', { htmlFor: 'find-query' }, words.say('find_label')),
        h('input', {
          id: 'find-query',
          type: 'search',
          autocomplete: 'off',
          spellcheck: 'false',
          ariaDescribedBy: 'find-help',
        }),
        h('p', { id: 'find-help', className: 'hint' }, words.say('find_help')),
      ]),
      h('p', { id: 'find-count', role: 'status', className: 'count' }),
      h('div', { id: 'find-chosen', className: 'chosen' }),
      h('div', { className: 'find', id: 'find', hidden: true }, [
        h('section', { id: 'find-facets', className: 'facets', ariaLabel: words.say('find_facets') }),
        h('section', { id: 'find-results', className: 'results', ariaLabel: words.say('find_results') }),
      ]),
    ],
  }
}
