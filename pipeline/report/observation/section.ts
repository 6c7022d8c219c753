import type { Element } from 'hast'
import { h } from 'hastscript'
import type { ObservationRow } from '../../../schemas/observation.ts'
import type { View } from '../view.ts'

/** An observation: the verdict, the claims on its key, the checks and the conflicts. */
export const sectionOf = (row: ObservationRow, view: View): Element => {
  const { site, words } = view
  return h('section', { id: `o-${row.id}`, className: 'observation', ariaLabelledBy: `title-${row.id}` }, [
    h('h2', { id: `title-${row.id}` }, [row.period, row.place].filter((each) => each !== null).join(', ')),
    h('p', { className: 'verdict', lang: 'en' }, row.explanation),
    h(
      'ul',
      site.claimsOn(row.id).map((claim) => h('li', h('a', { href: view.claimLink(claim.id) }, claim.selector.exact))),
    ),
    h(
      'ul',
      site
        .checksOn(row.id)
        .map((check) => h('li', { id: `k-${check.id}` }, `${words.term('outcome', check.outcome)}: ${check.text}`)),
    ),
  ])
}
