import { element } from '../element.ts'
import type { Say } from '../words.ts'
import type { Found } from './search.ts'
import { type Facet, type FindState, facets } from './state.ts'
import type { ClaimStore } from './store.ts'

/** Values of a facet that are shown at first, and the least number of them that can be narrowed by typing. */
const shownAtFirst = 8
const longList = 30
const mostShown = 300

interface FacetsOptions {
  readonly store: ClaimStore
  readonly say: Say
  readonly label: (facet: Facet, value: string) => string
  readonly toggle: (facet: Facet, value: string) => void
}

interface Box {
  readonly list: HTMLUListElement
  readonly more: HTMLButtonElement
  readonly narrow: HTMLInputElement
  readonly details: HTMLDetailsElement
  readonly summary: HTMLElement
  isWhole: boolean
}

/** The lists of values by which claims are filtered, each value with the number of claims there would be. */
export const facetLists = (
  home: HTMLElement,
  { store, say, label, toggle }: FacetsOptions,
): ((state: FindState, found: Found) => void) => {
  let last: { readonly state: FindState; readonly found: Found } | null = null
  const boxes = new Map<Facet, Box>()
  for (const facet of facets) {
    const list = element('ul', {})
    const name = say(`facet_${facet}`)
    const more = element('button', { type: 'button', className: 'more' })
    const narrow = element('input', {
      type: 'search',
      autocomplete: 'off',
      'aria-label': say('find_narrow', { what: name }),
      placeholder: say('find_narrow', { what: name }),
    })
    const summary = element('summary', {}, name)
    // On a narrow screen the lists would push the results off it.
    const isOpen = matchMedia('(min-width: 60rem)').matches
    const details = element(
      'details',
      { open: isOpen },
      summary,
      element('div', { role: 'group', 'aria-label': name }, narrow, list, more),
    )
    const box: Box = { list, more, narrow, details, summary, isWhole: false }
    more.addEventListener('click', () => {
      box.isWhole = !box.isWhole
      if (last !== null) show(facet, last.state, last.found)
    })
    narrow.addEventListener('input', () => {
      if (last !== null) show(facet, last.state, last.found)
    })
    boxes.set(facet, box)
    home.append(details)
  }

  const show = (facet: Facet, state: FindState, found: Found): void => {
    const box = boxes.get(facet)!
    const { values } = store.facet(facet)
    const counts = found.counts.get(facet)!
    const chosen = state.filters.get(facet)
    const wanted = box.narrow.value.trim().toLowerCase()
    const items = values
      .map((value, code) => ({
        value,
        text: label(facet, value),
        n: counts[code]!,
        isChosen: chosen?.has(value) ?? false,
      }))
      .filter(({ n, isChosen }) => n > 0 || isChosen)
      .sort((a, b) =>
        facet === 'period' || facet === 'grade'
          ? (a.value < b.value ? -1 : 1) * (facet === 'period' ? -1 : 1)
          : b.n - a.n || (a.text < b.text ? -1 : 1),
      )
    const fitting = items.filter(({ text, isChosen }) => isChosen || text.toLowerCase().includes(wanted))
    const most = box.isWhole || wanted !== '' ? mostShown : shownAtFirst
    const shown = fitting.filter(({ isChosen }, at) => isChosen || at < most)
    const before = document.activeElement
    const focused = before instanceof HTMLInputElement && box.list.contains(before) ? before.value : null
    box.list.replaceChildren(
      ...shown.map(({ value, text, n, isChosen }) => {
        const input = element('input', { type: 'checkbox', checked: isChosen, value })
        input.addEventListener('change', () => toggle(facet, value))
        const line = element(
          'label',
          {},
          input,
          element('span', { className: 'name' }, text),
          element('span', { className: 'n' }, String(n)),
        )
        return element('li', {}, line)
      }),
    )
    // The list was made anew; who goes through it by keyboard stays where they were.
    if (focused !== null)
      [...box.list.querySelectorAll('input')].find(({ value }) => value === focused)?.focus({ preventScroll: true })
    box.narrow.hidden = items.length < longList
    box.more.hidden = wanted !== '' || items.length <= shownAtFirst
    box.more.setAttribute('aria-expanded', String(box.isWhole))
    box.more.textContent = say(box.isWhole ? 'find_less' : 'find_more', { n: items.length })
    box.details.hidden = items.length === 0
    box.summary.textContent = say(`facet_${facet}`) + (chosen === undefined ? '' : ` (${chosen.size})`)
  }
  return (state, found) => {
    last = { state, found }
    for (const facet of facets) show(facet, state, found)
  }
}
