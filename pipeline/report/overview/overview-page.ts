import { h } from 'hastscript'
import { titleOf } from '../document/document-page.ts'
import { reviewData } from '../review-data.ts'
import type { PageParts } from '../shell.ts'
import type { View } from '../view.ts'

/** The page that the report opens with. */
export const overviewPage = (view: View): PageParts => {
  const { site, words } = view
  return {
    kind: 'overview',
    title: words.say('overview'),
    trail: [],
    data: reviewData([], view),
    main: [
      h('h1', words.say('report')),
      h('h2', words.say('documents')),
      h(
        'ul',
        site.dataset.documents.map((row) =>
          h('li', h('a', { href: view.link(site.pages.documents.get(row.document)![0]!.path) }, titleOf(row))),
        ),
      ),
      h('h2', words.say('observations')),
      h(
        'ul',
        [...site.pages.indicators].map(([indicator, parts]) =>
          h('li', h('a', { href: view.link(parts[0]!.path) }, words.indicator(indicator))),
        ),
      ),
    ],
  }
}
