import { h } from 'hastscript'
import { reviewData } from './review-data.ts'
import type { PageParts } from './shell.ts'
import type { View } from './view.ts'

/** The page by which claims are searched. */
export const findPage = (view: View): PageParts => {
  const { words } = view
  return {
    kind: 'find',
    title: words.say('find'),
    trail: [['index.html', words.say('overview')]],
    data: reviewData([], view),
    main: [h('h1', words.say('find'))],
  }
}
