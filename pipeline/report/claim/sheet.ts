import type { Element } from 'hast'
import { h } from 'hastscript'
import type { ClaimRow } from '../../../schemas/claim.ts'
import { liveLink } from '../live-link.ts'
import { rulingsOf } from '../rulings.ts'
import { exactOf, type View } from '../view.ts'
import { checksOf } from './check-line.ts'
import { chip, flagChips, gradeChip } from './chip.ts'
import { contextOf, litFields, type Reading } from './context.ts'
import { evidenceTable } from './evidence-table.ts'
import { figureText } from './figure-text.ts'
import { pairsOf } from './pairs.ts'
import { valueSteps } from './value-steps.ts'
import { verdictSaid } from './verdict-said.ts'

const whereItStands = (claim: ClaimRow, { words, site }: View): Element => {
  const { path, sha256 } = claim.source
  const live = liveLink(site.documents.get(claim.document)!.url, claim)
  return h('p', { className: 'where' }, [
    words.say('where', {
      path,
      line: claim.line,
      column: claim.column,
      start: claim.selector.start,
      end: claim.selector.end,
    }),
    ' ',
    h('span', { className: 'hash', title: sha256 }, `sha256 ${sha256.slice(0, 12)}…`),
    ' ',
    h('code', claim.id),
    live === null
      ? null
      : [' ', h('a', { className: 'live', href: live, rel: ['noreferrer', 'external'] }, words.say('live'))],
  ])
}

const verdict = (claim: ClaimRow, view: View): Element[] => {
  const { site, words } = view
  if (claim.observation_id === null) return []
  const row = site.observations.get(claim.observation_id)!
  const isPreferred = row.preferred_claim === claim.id
  const { lang, text } = verdictSaid(row, view)
  return [
    h('h4', words.say('observation')),
    h('p', [
      gradeChip(row.grade, words),
      ' ',
      isPreferred ? h('span', { className: 'chip preferred' }, words.say('preferred')) : null,
      ' ',
      h('span', { lang }, text),
      ' ',
      h('a', { className: 'more', href: view.observationLink(row.id) }, words.say('to_observation')),
    ]),
  ]
}

/**
 * Where the words stand that say its fields, for the script that lights them in the text: "indicator 38 64,period 102 106". Words that say
 * several fields are lit for the most telling one.
 */
const saidOf = ({ evidence }: ClaimRow): string => {
  const byPlace = new Map<string, string>()
  for (const field of litFields) {
    const each = evidence[field]
    const place = each === undefined ? '' : `${each.start} ${each.end}`
    if (place !== '' && !byPlace.has(place)) byPlace.set(place, field)
  }
  return [...byPlace].map(([place, field]) => `${field} ${place}`).join(',')
}

/** The audit sheet of a claim: everything that stands behind it, from the characters of the file to the verdict. */
export const sheetOf = (claim: ClaimRow, reading: Reading | null, view: View): Element => {
  const { site, words } = view
  const value = figureText(claim, words)
  const subject = claim.indicator === null ? claim.subject : words.indicator(claim.indicator)
  return h(
    'article',
    {
      id: `sheet-${claim.id}`,
      className: ['sheet', `kind-${claim.kind}`],
      ariaLabelledBy: `title-${claim.id}`,
      dataClaim: claim.id,
      dataSaid: saidOf(claim),
    },
    [
      h('header', [
        h('h3', { id: `title-${claim.id}` }, [
          h('a', { href: `#c-${claim.id}`, title: words.say('permalink') }, exactOf(claim, view)),
        ]),
        value === exactOf(claim, view) ? null : h('p', { className: 'reads' }, value),
        subject === null ? null : h('p', { className: 'subject' }, subject),
        h('p', { className: 'chips' }, [
          chip('kind', claim.kind, words),
          claim.status === null ? null : chip('status', claim.status, words),
          ...flagChips(claim.flags, words),
        ]),
      ]),
      ...rulingsOf(site.rejectionsOf(claim.id), null, view),
      contextOf(claim, reading, view),
      h('h4', words.say('value_steps')),
      ...valueSteps(claim, view),
      h('h4', words.say('fields_title')),
      evidenceTable(claim, view),
      ...verdict(claim, view),
      ...pairsOf(claim, view),
      ...checksOf(site.checksOf(claim.id), view),
      h('div', { className: 'tools-here' }),
      whereItStands(claim, view),
    ],
  )
}
