import type { Element } from 'hast'
import { h } from 'hastscript'
import type { ClaimRow } from '../../../schemas/claim.ts'
import type { ObservationRow } from '../../../schemas/observation.ts'
import { chip } from '../claim/chip.ts'
import { contextOf } from '../claim/context.ts'
import { figureText } from '../claim/figure-text.ts'
import { mostClaims } from '../pages.ts'
import { exactOf, titleOf, type View } from '../view.ts'

const item = (claim: ClaimRow, row: ObservationRow, view: View): Element => {
  const { site, words } = view
  const document = site.documents.get(claim.document)!
  const date = document.published ?? document.asserted_not_before
  return h('li', { dataClaim: claim.id }, [
    h('p', { className: 'head' }, [
      h('a', { href: view.claimLink(claim.id) }, exactOf(claim, view)),
      ` ${words.say('read_as', { value: figureText(claim, words) })} `,
      claim.status === null ? null : chip('status', claim.status, words),
      claim.id === row.preferred_claim ? h('span', { className: 'chip preferred' }, words.say('preferred')) : null,
      claim.flags.includes('rejected') ? chip('flag', 'rejected', words) : null,
    ]),
    contextOf(claim, null, view),
    h('p', { className: 'how' }, [h('cite', titleOf(document)), date === null ? null : `, ${words.period(date)}`]),
  ])
}

/** The claims on an observation's key, each in its sentence, with the document that says it. */
export const claimList = (row: ObservationRow, claims: readonly ClaimRow[], view: View): Element[] => {
  const rest = claims.length - mostClaims
  return [
    h('h3', view.words.say('claims')),
    h(
      'ol',
      { className: 'claims' },
      claims.slice(0, mostClaims).map((claim) => item(claim, row, view)),
    ),
    ...(rest > 0 ? [h('p', view.words.say('more', { n: rest }))] : []),
  ]
}
