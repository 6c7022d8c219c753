import type { Element } from 'hast'
import { h, s } from 'hastscript'
import type { Rows } from '../../../schemas/dataset.ts'
import type { ObservationRow } from '../../../schemas/observation.ts'
import { titleOf, type View } from '../view.ts'
import type { QueueItem } from './queue.ts'

/** Most documents that the overview lists; all are found by the search. */
const mostDocuments = 500

const firstOf = <Row>(rows: Rows<Row>, most: number): Row[] =>
  Array.from({ length: Math.min(most, rows.length) }, (_, at) => rows.at(at)!)

/** Documents with what is known of them, how many claims they make, and how many of those wait for a reviewer. */
export const documentsSection = (queue: readonly QueueItem[], view: View): Element => {
  const { site, words } = view
  const waiting = new Map<string, number>()
  for (const { observation, claim } of queue) {
    const claims = claim === null ? site.claimsOn(observation!) : [site.claims.get(claim)!]
    const documents = new Set(claims.map(({ document }) => document))
    for (const each of documents) waiting.set(each, (waiting.get(each) ?? 0) + 1)
  }
  const rows = firstOf(site.dataset.documents, mostDocuments).map((row) =>
    h('tr', [
      h(
        'th',
        { scope: 'row' },
        h(
          'a',
          { href: view.link(site.pages.documents.get(row.document)![0]!.path), lang: row.lang ?? undefined },
          titleOf(row),
        ),
      ),
      h('td', row.publisher ?? ''),
      h('td', { className: 'day' }, row.published ?? row.dateline ?? ''),
      h('td', { className: 'figure' }, String(row.claims)),
      h('td', { className: 'figure' }, String(waiting.get(row.document) ?? 0)),
    ]),
  )
  const rest = site.dataset.documents.length - rows.length
  return h('section', { id: 'documents', ariaLabelledBy: 'title-documents' }, [
    h('h2', { id: 'title-documents' }, words.say('documents')),
    h('div', { className: 'table', tabIndex: 0, role: 'group', ariaLabelledBy: 'title-documents' }, [
      h('table', { className: 'list' }, [
        h(
          'thead',
          h(
            'tr',
            ['title', 'publisher', 'date', 'claims', 'to_review'].map((key) =>
              h('th', { scope: 'col' }, words.say(key)),
            ),
          ),
        ),
        h('tbody', rows),
      ]),
    ]),
    rest > 0
      ? h('p', [words.say('more', { n: rest }), ' ', h('a', { href: view.link('find.html') }, words.say('find'))])
      : null,
  ])
}

const gradeNames = ['A', 'B', 'C', 'D', 'U'] as const

/** How many observations an indicator has of each grade. */
type Grades = Record<ObservationRow['grade'], number>

const gradesByIndicator = (observations: Iterable<ObservationRow>): Map<string, Grades> => {
  const found = new Map<string, Grades>()
  for (const { indicator, grade } of observations) {
    const own = found.get(indicator) ?? { A: 0, B: 0, C: 0, D: 0, U: 0 }
    own[grade] += 1
    found.set(indicator, own)
  }
  return found
}

const sumOf = (grades: Grades): number => gradeNames.reduce((sum, grade) => sum + grades[grade], 0)

/** Grades of some observations as one bar. */
const gradeBar = (grades: Grades, { words }: View): Element => {
  const counts = gradeNames.map((grade) => [grade, grades[grade]] as const).filter(([, n]) => n > 0)
  const all = sumOf(grades)
  let x = 0
  const parts = counts.map(([grade, n]) => {
    const width = Math.round((10_000 * n) / all) / 100
    const part = s('rect', { className: ['part', `grade-${grade.toLowerCase()}`], x, y: 0, width, height: 10 })
    x = Math.round((x + width) * 100) / 100
    return part
  })
  const label = counts.map(([grade, n]) => `${words.say('grade')} ${grade}: ${n}`).join(', ')
  return s(
    'svg',
    {
      className: 'grades',
      viewBox: '0 0 100 10',
      width: 100,
      height: 10,
      role: 'img',
      ariaLabel: label,
      preserveAspectRatio: 'none',
    },
    [s('title', label), ...parts],
  )
}

/** Indicators with the number of their observations and what stands behind them. */
export const indicatorsSection = (view: View): Element => {
  const { site, words } = view
  const rows = [...gradesByIndicator(site.dataset.observations)].sort(
    ([a, x], [b, y]) => sumOf(y) - sumOf(x) || (a < b ? -1 : 1),
  )
  return h('section', { id: 'indicators', ariaLabelledBy: 'title-indicators' }, [
    h('h2', { id: 'title-indicators' }, words.say('indicators')),
    h('div', { className: 'table', tabIndex: 0, role: 'group', ariaLabelledBy: 'title-indicators' }, [
      h('table', { className: 'list' }, [
        h(
          'thead',
          h(
            'tr',
            ['indicator', 'observations', 'grades'].map((key) => h('th', { scope: 'col' }, words.say(key))),
          ),
        ),
        h(
          'tbody',
          rows.map(([indicator, each]) =>
            h('tr', [
              h(
                'th',
                { scope: 'row' },
                h('a', { href: view.link(site.pages.indicators.get(indicator)![0]!.path) }, words.indicator(indicator)),
              ),
              h('td', { className: 'figure' }, String(sumOf(each))),
              h('td', gradeBar(each, view)),
            ]),
          ),
        ),
      ]),
    ]),
  ])
}

/** The legal documents that the texts name. */
export const legalSection = (view: View): Element | null => {
  const { site, words } = view
  const rows = firstOf(site.dataset.legal_documents, mostDocuments)
  if (rows.length === 0) return null
  return h('section', { id: 'legal', ariaLabelledBy: 'title-legal' }, [
    h('h2', { id: 'title-legal' }, words.say('legal_documents')),
    h('details', [
      h('summary', words.say('n_legal_documents', { n: site.dataset.legal_documents.length })),
      h(
        'ul',
        { className: 'legal' },
        rows.map(({ number, type, issuer, issued, claims }) =>
          h('li', [
            h('a', { href: view.claimLink(claims[0]!) }, [type, number].filter((each) => each !== null).join(' ')),
            ` ${[issuer, issued === null ? null : words.period(issued)].filter((each) => each !== null).join(', ')} `,
            h('span', { className: 'how' }, words.say('n_mentions', { n: claims.length })),
          ]),
        ),
      ),
    ]),
  ])
}

/** The tables of the dataset, for those who work with the numbers. */
export const filesSection = (view: View): Element => {
  const { words } = view
  const tables = [
    'claims',
    'observations',
    'conflicts',
    'checks',
    'relations',
    'documents',
    'legal_documents',
    'unclaimed',
  ]
  return h('section', { id: 'files', ariaLabelledBy: 'title-files' }, [
    h('h2', { id: 'title-files' }, words.say('files')),
    h('p', words.say('files_intro')),
    h('ul', { className: 'files' }, [
      ...tables.map((name) =>
        h('li', [
          h('a', { href: view.file(`${name}.csv`) }, `${name}.csv`),
          ' ',
          h('a', { href: view.file(`${name}.json`) }, 'JSON'),
        ]),
      ),
      h('li', h('a', { href: view.file('datapackage.json') }, 'datapackage.json')),
    ]),
  ])
}
