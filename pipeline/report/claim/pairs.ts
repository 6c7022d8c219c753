import type { Element } from 'hast'
import { h } from 'hastscript'
import type { ClaimRow } from '../../../schemas/claim.ts'
import type { Relation } from '../../../schemas/observation.ts'
import { mostListed } from '../pages.ts'
import { exactOf, titleOf, type View } from '../view.ts'
import { figureText } from './figure-text.ts'

const otherOf = (row: Relation, own: string): string => (row.claim_a === own ? row.claim_b : row.claim_a)

const line = (claim: ClaimRow, relation: Relation | undefined, view: View): Element => {
  const { site, words } = view
  const how =
    relation === undefined
      ? null
      : [words.term('relation', relation.relation), relation.comparability === 'near' ? words.say('near') : null]
          .filter((each) => each !== null)
          .join(', ')
  return h('li', [
    h('a', { href: view.claimLink(claim.id) }, exactOf(claim, view)),
    ` ${words.say('read_as', { value: figureText(claim, words) })} `,
    how === null ? null : h('span', { className: ['chip', 'relation', `relation-${relation!.relation}`] }, how),
    ' ',
    h('cite', titleOf(site.documents.get(claim.document)!)),
  ])
}

/** What else the corpus says of the same thing: claims on the same key, other documents first, then near ones; and how each stands to this one. */
export const pairsOf = (claim: ClaimRow, view: View): Element[] => {
  const { site, words } = view
  const relations = new Map(site.relationsOf(claim.id).map((row) => [otherOf(row, claim.id), row]))
  const same =
    claim.observation_id === null ? [] : site.claimsOn(claim.observation_id).filter(({ id }) => id !== claim.id)
  const known = new Set(same.map(({ id }) => id))
  const near = [...relations.keys()].filter((id) => !known.has(id)).map((id) => site.claims.get(id)!)
  const all = [
    ...same.filter(({ document }) => document !== claim.document),
    ...same.filter(({ document }) => document === claim.document),
    ...near,
  ]
  if (all.length === 0) return []
  const rest = all.length - mostListed
  return [
    h('h4', words.say('siblings')),
    h(
      'ul',
      { className: 'pairs' },
      all.slice(0, mostListed).map((each) => line(each, relations.get(each.id), view)),
    ),
    ...(rest > 0 ? [h('p', words.say('more', { n: rest }))] : []),
  ]
}
