import type { Element } from 'hast'
import { h } from 'hastscript'
import type { ObservationRow } from '../../../schemas/observation.ts'
import { flagChips, gradeChip } from '../claim/chip.ts'
import { verdictSaid } from '../claim/verdict-said.ts'
import type { View } from '../view.ts'
import type { Words } from '../words.ts'
import { checksOfObservation } from './checks.ts'
import { claimList } from './claim-list.ts'
import { conflictsOf } from './conflicts.ts'
import { historyOf } from './history.ts'
import { intervalChart } from './interval-chart.ts'
import { rulesSaid } from './rules-said.ts'

/** What an observation is of, beside its indicator: "Viet Nam, 2021-12-31, share of the labour force". */
export const keyText = (row: ObservationRow, { words }: View): string =>
  [
    row.class === 'target' ? words.say('goal') : null,
    row.measure === 'level' ? null : words.term('measure', row.measure),
    row.place === null ? null : words.place(row.place),
    words.period(row.period),
    row.baseline === null ? null : words.say('on_baseline', { period: words.period(row.baseline) }),
    row.of === null ? null : words.say('share_of', { whole: words.whole(row.of) }),
    row.facet,
  ]
    .filter((each) => each !== null)
    .join(' · ')

/** How claims were made comparable: "a dated 2021 (stock_year_end); facet_by_context". */
const comparabilityNote = (note: string, words: Words): string =>
  note
    .split('; ')
    .map((part) => (part.startsWith('facet_') ? words.term('flag', part) : words.retold(part).text))
    .join('; ')

/** The value that stands, or those on offer where none does. */
export const valueText = (row: ObservationRow, { words }: View): string => {
  if (row.value !== null) return words.amount(row.value, row.unit)
  if (row.preferred_claim !== null && row.low !== null && row.high !== null)
    return `${words.figure(row.low)}–${words.amount(row.high, row.unit)}`
  return row.candidates
    .map((each) => (/^-?\d+(?:\.\d+)?$/u.test(each) ? words.amount(each, row.unit) : each))
    .join(' / ')
}

const backing = (row: ObservationRow, { words }: View): string =>
  [
    words.say('n_claims', { n: row.n_claims }),
    words.say('n_documents', { n: row.n_docs }),
    words.say('n_reports', { n: row.n_reports }),
    words.say('n_origins', { n: row.n_origins }),
  ].join(' · ')

/** An observation: the verdict, the claims on its key as intervals and in their sentences, the rules, the checks, the conflicts, the rulings. */
export const sectionOf = (row: ObservationRow, view: View): Element => {
  const { site, words } = view
  const claims = site.claimsOn(row.id)
  const verdict = verdictSaid(row, view)
  const near = row.see_also.filter((id) => site.observations.has(id))
  return h(
    'section',
    {
      id: `o-${row.id}`,
      className: ['observation', `grade-${row.grade.toLowerCase()}`],
      ariaLabelledBy: `title-${row.id}`,
      dataObservation: row.id,
    },
    [
      h('header', [
        h('h2', { id: `title-${row.id}` }, [h('a', { href: `#o-${row.id}` }, keyText(row, view))]),
        h('p', { className: 'value' }, [
          row.preferred_claim === null ? `${words.say('unresolved')}: ` : null,
          h('strong', valueText(row, view)),
        ]),
        h('p', { className: 'chips' }, [
          gradeChip(row.grade, words),
          h('span', { className: 'chip obs_status' }, words.term('obs_status', row.obs_status)),
          ...flagChips(row.flags, words),
        ]),
      ]),
      h('p', { className: 'verdict', lang: verdict.lang }, verdict.text),
      h('p', { className: 'how' }, [backing(row, view), ' · ', h('code', row.id)]),
      ...intervalChart(row, claims, view),
      ...rulesSaid(row, view),
      ...conflictsOf(site.conflictsOn(row.id), view),
      ...claimList(row, claims, view),
      ...checksOfObservation(row.id, view),
      ...historyOf(row, view),
      row.comparability_note === null
        ? null
        : h(
            'p',
            { className: 'how' },
            `${words.say('comparable')}: ${comparabilityNote(row.comparability_note, words)}`,
          ),
      near.length === 0
        ? null
        : h('p', { className: 'near' }, [
            `${words.say('see_also')}: `,
            ...near
              .slice(0, 12)
              .flatMap((id, at) => [
                at === 0 ? '' : '; ',
                h(
                  'a',
                  { href: view.observationLink(id) },
                  `${words.indicator(site.observations.get(id)!.indicator)} · ${keyText(site.observations.get(id)!, view)}`,
                ),
              ]),
          ]),
      h('div', { className: 'tools-here' }),
    ],
  )
}
