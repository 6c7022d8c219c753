import type { Element } from 'hast'
import { h } from 'hastscript'
import type { ClaimRow } from '../../../schemas/claim.ts'
import type { DocumentRow } from '../../../schemas/document.ts'
import { groupBy } from '../../group-by.ts'
import { sheetOf } from '../claim/sheet.ts'
import { isWebAddress } from '../live-link.ts'
import type { DocumentPart } from '../pages.ts'
import { reviewData } from '../review-data.ts'
import type { PageParts } from '../shell.ts'
import { titleOf, type View } from '../view.ts'
import { articleOf } from './article.ts'
import { currentRules } from './current-rules.ts'
import type { ShownText } from './reading.ts'
import { sentencesOf } from './sentences.ts'

const facts = (row: DocumentRow, { words }: View): Element => {
  const dated = row.published ?? row.dateline
  const known: [string, string | Element | null][] = [
    ['publisher', row.publisher],
    ['origin', row.origin === null ? null : words.authority(row.origin)],
    ['published', dated === null ? null : words.period(dated)],
    [
      'written',
      dated !== null || row.asserted_not_before === null
        ? null
        : words.say('not_before', { day: row.asserted_not_before }),
    ],
    ['event', row.event],
    ['place', row.place === null ? null : words.place(row.place)],
    [
      'page',
      row.url !== null && isWebAddress(row.url)
        ? h('a', { href: new URL(row.url).href, rel: ['noreferrer', 'external'] }, row.url)
        : row.url,
    ],
    ['file', h('code', row.path)],
    ['hash', h('code', { className: 'hash' }, row.sha256)],
  ]
  return h(
    'dl',
    { className: 'facts' },
    known.flatMap(([name, value]) =>
      value === null ? [] : [h('div', [h('dt', words.say(`fact_${name}`)), h('dd', value)])],
    ),
  )
}

const legend = (claims: readonly ClaimRow[], asides: number, { words }: View): Element => {
  const kinds = [...groupBy(claims, ({ kind }) => kind)].sort(([, a], [, b]) => b.length - a.length)
  return h('ul', { className: 'legend', ariaLabel: words.say('legend') }, [
    ...kinds.map(([kind, own]) =>
      h('li', [h('span', { className: ['claim', `kind-${kind}`] }, words.term('kind', kind)), ` ${own.length}`]),
    ),
    asides === 0 ? null : h('li', [h('span', { className: 'aside' }, words.say('set_aside')), ` ${asides}`]),
  ])
}

/** Ways to the other pages of a document. They stand above and below the text; one of them is enough for who goes by landmarks. */
const parts = (document: string, view: View, tag: 'nav' | 'div'): Element[] => {
  const all = view.site.pages.documents.get(document)!
  if (all.length < 2) return []
  return [
    h(
      tag,
      { className: 'parts', ...(tag === 'nav' ? { ariaLabel: view.words.say('parts') } : {}) },
      h(
        'ol',
        all.map(({ path }, at) =>
          h(
            'li',
            path === view.path
              ? h('span', { ariaCurrent: 'page' }, String(at + 1))
              : h('a', { href: view.link(path) }, String(at + 1)),
          ),
        ),
      ),
    ),
  ]
}

/** Numbers that were set aside, by their reasons: what stands in markup is seen nowhere else. */
const asideTable = (part: DocumentPart, row: DocumentRow, { site, words }: View): Element[] => {
  const rows = site.unclaimedOf(row.document).filter(({ start }) => start >= part.from && start < part.to)
  if (rows.length === 0) return []
  const byReason = [...groupBy(rows, ({ reason }) => reason)].sort(
    ([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1),
  )
  return [
    h('details', { className: 'asides' }, [
      h('summary', words.say('n_set_aside', { n: rows.length })),
      h(
        'dl',
        byReason.flatMap(([reason, each]) => [
          h('dt', `${words.term('reason', reason)} (${each.length})`),
          h(
            'dd',
            [...new Set(each.map(({ exact }) => Array.from(exact.replace(/\s+/gu, ' ').trim()).slice(0, 40).join('')))]
              .slice(0, 40)
              .join(' · '),
          ),
        ]),
      ),
    ]),
  ]
}

/** A page of a document: its text with every claim in its place, and the audit sheet of each. */
export const documentPage = (row: DocumentRow, part: DocumentPart, shown: ShownText | null, view: View): PageParts => {
  const { site, words } = view
  const claims = part.claims.map((id) => site.claims.get(id)!)
  const title = titleOf(row)
  const asides = site.unclaimedOf(row.document).filter(({ start }) => start >= part.from && start < part.to)
  return {
    kind: 'document',
    title,
    trail: [['index.html', words.say('overview')]],
    data: reviewData(claims, view),
    style: currentRules(claims),
    main: [
      h('header', { className: 'about' }, [
        h('h1', { lang: row.lang ?? undefined }, title),
        facts(row, view),
        legend(claims, asides.length, view),
        ...parts(row.document, view, 'nav'),
      ]),
      shown === null
        ? h('p', { className: 'notice', role: 'note' }, words.say('text_missing', { path: row.path }))
        : null,
      h('div', { className: 'reading' }, [
        h(
          'article',
          { className: 'text', lang: row.lang ?? undefined, ariaLabel: words.say('text') },
          shown === null
            ? sentencesOf(claims, view)
            : articleOf(shown, part, { claims, unclaimed: site.unclaimedOf(row.document) }, view),
        ),
        claims.length === 0
          ? h('p', { className: 'notice' }, words.say('no_claims'))
          : h(
              'section',
              { className: 'sheets', ariaLabel: words.say('sheets'), tabIndex: 0 },
              claims.map((claim) => sheetOf(claim, shown, view)),
            ),
      ]),
      ...asideTable(part, row, view),
      ...parts(row.document, view, 'div'),
    ],
  }
}
