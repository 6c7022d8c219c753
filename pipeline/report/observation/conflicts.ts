import type { Element } from 'hast'
import { h } from 'hastscript'
import type { ClaimRow } from '../../../schemas/claim.ts'
import type { Conflict } from '../../../schemas/observation.ts'
import { chip } from '../claim/chip.ts'
import { contextOf } from '../claim/context.ts'
import { mostListed } from '../pages.ts'
import { exactOf, titleOf, type View } from '../view.ts'
import { differenceOf } from './digit-difference.ts'

const side = (claim: ClaimRow, figure: Element, isPreferred: boolean, view: View): Element =>
  h('div', { className: ['side', isPreferred ? 'is-preferred' : 'is-other'] }, [
    h('p', { className: 'rival' }, [
      h('a', { href: view.claimLink(claim.id) }, figure),
      isPreferred ? h('span', { className: 'chip preferred' }, view.words.say('preferred')) : null,
    ]),
    h('p', h('cite', titleOf(view.site.documents.get(claim.document)!))),
    contextOf(claim, null, view),
  ])

const measured = (row: Conflict, { words }: View): string =>
  [
    row.ulps === null ? null : words.say('ulps', { ulps: words.figure(row.ulps) }),
    row.digit_distance === null ? null : words.say('digit_distance', { n: row.digit_distance }),
    row.gap === null || row.gap === '0' ? null : words.say('gap', { gap: words.figure(row.gap) }),
  ]
    .filter((each) => each !== null)
    .join(' · ')

const preferredSide = ({ resolution }: Conflict): 'a' | 'b' | null =>
  resolution === 'preferred_a' ? 'a' : resolution === 'preferred_b' ? 'b' : null

/** Two claims that disagree, side by side, with the digits marked in which they differ. */
const conflictOf = (row: Conflict, view: View): Element => {
  const { site, words } = view
  const [a, b] = [site.claims.get(row.claim_a)!, site.claims.get(row.claim_b)!]
  const [left, right] = differenceOf(
    { exact: exactOf(a, view), digits: a.digits },
    { exact: exactOf(b, view), digits: b.digits },
  )
  const preferred = preferredSide(row)
  return h('li', { className: 'conflict' }, [
    h('p', { className: 'chips' }, [
      chip('relation', row.relation, words),
      chip('cause', row.cause, words),
      chip('resolution', row.resolution, words),
      ...row.hints.map((hint) => chip('flag', hint, words)),
    ]),
    h('div', { className: 'sides' }, [side(a, left, preferred === 'a', view), side(b, right, preferred === 'b', view)]),
    h('p', { className: 'how' }, measured(row, view)),
  ])
}

/** The conflicts of an observation. */
export const conflictsOf = (rows: readonly Conflict[], view: View): Element[] => {
  if (rows.length === 0) return []
  const rest = rows.length - mostListed
  return [
    h('h3', view.words.say('conflicts')),
    h(
      'ul',
      { className: 'conflicts' },
      rows.slice(0, mostListed).map((row) => conflictOf(row, view)),
    ),
    ...(rest > 0 ? [h('p', view.words.say('more', { n: rest }))] : []),
  ]
}
