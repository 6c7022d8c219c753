import { placesOf } from './source-places.ts'

/** Fields that are lit in a colour of their own; all others share one. */
const own = new Set(['indicator', 'period', 'place', 'status'])

/** Id of the claim that the address names: "#c-c_1" its number in the text, "#sheet-c_1" its audit sheet. */
const namedBy = (hash: string): string | null => {
  try {
    return /^#(?:c|sheet)-(?<id>\w+)$/u.exec(decodeURIComponent(hash))?.groups?.id ?? null
  } catch {
    return null
  }
}

/** Lights the words that say the fields of a claim in the text, each field in its colour. Browsers that cannot do it show them in the sheet. */
const light = (sheet: HTMLElement | null, rangesOf: (start: number, end: number) => Range[]): void => {
  if (typeof Highlight === 'undefined') return
  const names = [...own, 'other'].map((name) => `said-${name}`)
  for (const name of names) CSS.highlights.delete(name)
  const told = sheet?.dataset.said ?? ''
  const lit = new Map<string, Range[]>()
  for (const each of told === '' ? [] : told.split(',')) {
    const [field, start, end] = each.split(' ') as [string, string, string]
    const name = `said-${own.has(field) ? field : 'other'}`
    lit.set(name, [...(lit.get(name) ?? []), ...rangesOf(Number(start), Number(end))])
  }
  // Where words say several fields, the more telling one is to be seen.
  for (const [name, ranges] of lit) {
    const highlight = new Highlight(...ranges)
    highlight.priority = name === 'said-other' ? 0 : 1
    CSS.highlights.set(name, highlight)
  }
}

const isInView = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= 0 && bottom <= innerHeight
}

/** Puts the sheet at the top of its pane, where it has one of its own to scroll. */
const showSheet = (sheet: HTMLElement): void => {
  const pane = sheet.parentElement!
  if (pane.scrollHeight > pane.clientHeight + 1)
    pane.scrollTop += sheet.getBoundingClientRect().top - pane.getBoundingClientRect().top - 4
}

/** The claim before or after the one that has the focus, in its text or in its sheet. */
const neighbour = (from: Element, step: 1 | -1): HTMLElement | null => {
  const isInSheet = from.closest('.sheet') !== null
  const all = [...document.querySelectorAll<HTMLElement>(isInSheet ? '.sheet h3 a' : '.text a.cite')]
  const here = isInSheet
    ? from.closest('.sheet')!.querySelector<HTMLElement>('h3 a')
    : from.closest<HTMLElement>('a.cite')
  return here === null ? null : (all[all.indexOf(here) + step] ?? null)
}

/**
 * On a document's page: the claim that the address names is lit with its words and its sheet; j and k go to the next claim and back while
 * one has the focus, and Escape goes back from a sheet to its number.
 */
export const followClaims = (): void => {
  const article = document.querySelector('.text')
  if (article === null) return
  const rangesOf = placesOf(article)
  const follow = (): void => {
    const id = namedBy(location.hash)
    for (const each of document.querySelectorAll('.is-current')) each.classList.remove('is-current')
    const mark = id === null ? null : document.getElementById(`c-${id}`)
    const sheet = id === null ? null : document.getElementById(`sheet-${id}`)
    mark?.classList.add('is-current')
    sheet?.classList.add('is-current')
    light(sheet, rangesOf)
    if (sheet !== null) showSheet(sheet)
    if (
      mark !== null &&
      sheet !== null &&
      !isInView(mark) &&
      getComputedStyle(sheet.parentElement!).position === 'sticky'
    )
      mark.scrollIntoView({ block: 'center' })
  }
  addEventListener('hashchange', follow)
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return
    if (event.target.closest('input, textarea, select, dialog, [contenteditable]') !== null) return
    if (event.key === 'j' || event.key === 'k') {
      const next = neighbour(event.target, event.key === 'j' ? 1 : -1)
      if (next === null) return
      event.preventDefault()
      next.focus()
    }
    if (event.key === 'Escape') {
      const id = event.target.closest<HTMLElement>('.sheet')?.dataset.claim
      if (id === undefined) return
      document.querySelector<HTMLElement>(`a.cite:has(#c-${CSS.escape(id)})`)?.focus()
    }
  })
  follow()
}
