import { figure } from '../../figure.ts'
import { fill } from '../../phrase.ts'
import { citeButtons } from '../cite/buttons.ts'
import { permalinkOf } from '../cite/citation.ts'
import { element } from '../element.ts'
import type { Say } from '../words.ts'
import { clipped } from './clipped.ts'
import { type Stretch, stretchesOf } from './highlight.ts'
import type { Facet, Sort } from './state.ts'
import type { FoundClaim } from './store.ts'

export interface ResultsOptions {
  readonly say: Say
  readonly label: (vocabulary: Facet | 'unit', value: string) => string
  /** The sign before a fraction. */
  readonly point: '.' | ','
  readonly notify: (text: string, at?: Element) => void
  readonly isReview: boolean
  readonly sortBy: (sort: Sort) => void
}

const columns: readonly (readonly [string, Sort | null])[] = [
  ['claim', 'indicator'],
  ['value', 'value'],
  ['period', 'period'],
  ['place', 'place'],
  ['status', 'status'],
  ['grade', 'grade'],
  ['document', 'document'],
  ['cite', null],
]

const shown = (stretches: readonly Stretch[]): (HTMLElement | string)[] =>
  stretches.map(({ text, isFound }) => (isFound ? element('b', { className: 'hit' }, text) : text))

const valueText = ({ value, unit }: FoundClaim, { label, point }: ResultsOptions): string => {
  const ends = value.split('..').filter((end) => end !== '')
  const text = ends.map((end) => (/^-?\d+(?:\.\d+)?$/u.test(end) ? figure(end, point) : end)).join('–')
  if (unit === null || text === '') return text
  return unit === 'percent' ? `${text}%` : `${text} ${fill(label('unit', unit), { n: value })}`
}

const row = (claim: FoundClaim, terms: readonly string[], options: ResultsOptions): HTMLTableRowElement => {
  const { say, label, notify, isReview } = options
  const { sentence, at, exact, document: source } = claim
  const cell = (column: string, ...children: readonly (Node | string)[]): HTMLTableCellElement =>
    // On a narrow screen the table is a list, and each cell says what it is.
    element('td', { 'data-column': say(`column_${column}`), className: `is-${column}` }, ...children)
  const named = (facet: Facet, value: string | null): string => (value === null ? '–' : label(facet, value))
  // The letter alone: what it says in words would fill the column, and stands where it is filtered by.
  const grade = (value: string | null): HTMLElement | string =>
    value === null ? '–' : element('span', { title: label('grade', value) }, value)
  const permalink = permalinkOf(claim.page, location.href, isReview)
  return element(
    'tr',
    {},
    cell(
      'claim',
      element(
        'p',
        { className: 'what' },
        ...shown(
          stretchesOf(
            claim.indicator === null
              ? (claim.subject ?? label('kind', claim.kind))
              : label('indicator', claim.indicator),
            terms,
          ),
        ),
      ),
      element(
        'p',
        { className: 'sentence' },
        ...shown(stretchesOf(clipped(sentence.slice(0, at), 'before'), terms)),
        element('a', { href: claim.page, className: `claim kind-${claim.kind}` }, exact),
        ...shown(stretchesOf(clipped(sentence.slice(at + exact.length), 'after'), terms)),
      ),
    ),
    cell('value', valueText(claim, options)),
    cell('period', claim.period?.replace('/', ' – ') ?? '–'),
    cell('place', named('place', claim.place)),
    cell('status', named('status', claim.status)),
    cell('grade', grade(claim.grade)),
    cell('document', ...shown(stretchesOf(source.title, terms))),
    cell('cite', element('div', { className: 'tools' }, ...citeButtons({ ...claim, permalink }, say, notify))),
  )
}

/** The table of what was found, one page of it. Headers sort; the column in use says so. */
export const resultTable = (
  options: ResultsOptions,
): {
  readonly table: HTMLTableElement
  readonly show: (claims: readonly FoundClaim[], terms: readonly string[], sort: Sort, isDescending: boolean) => void
} => {
  const { say, sortBy } = options
  const body = element('tbody', {})
  const heads = new Map<Sort, HTMLTableCellElement>()
  const head = element(
    'tr',
    {},
    ...columns.map(([name, sort]) => {
      if (sort === null) return element('th', { scope: 'col' }, say(`column_${name}`))
      const button = element('button', { type: 'button' }, say(`column_${name}`))
      button.addEventListener('click', () => sortBy(sort))
      const cell = element('th', { scope: 'col' }, button)
      heads.set(sort, cell)
      return cell
    }),
  )
  const table = element('table', {}, element('thead', {}, head), body)
  return {
    table,
    show: (claims, terms, sort, isDescending) => {
      for (const [name, cell] of heads) {
        if (name === sort) cell.setAttribute('aria-sort', isDescending ? 'descending' : 'ascending')
        else cell.removeAttribute('aria-sort')
      }
      body.replaceChildren(...claims.map((claim) => row(claim, terms, options)))
    },
  }
}
