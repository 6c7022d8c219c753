import type { FindData, FoundDocument, IndexPart } from '../../find/index-shape.ts'
import type { PageData } from '../../page-data.ts'
import { byId, element } from '../element.ts'
import { isServed } from '../review/server.ts'
import { type Say, sayOf } from '../words.ts'
import { facetLists } from './facet-list.ts'
import { termsOf } from './fold.ts'
import { partLoader } from './parts.ts'
import { resultTable } from './results.ts'
import { type Found, search } from './search.ts'
import { emptyState, type Facet, type FindState, readState, toggled, writeState } from './state.ts'
import { ClaimStore } from './store.ts'
import { tableOf } from './table.ts'

const perPage = 50

type Load = ReturnType<typeof partLoader>
type Label = (vocabulary: Facet | 'unit', value: string) => string

const loaded = async (
  { documents, index }: FindData,
  load: Load,
  label: Label,
  titles: Map<string, string>,
): Promise<ClaimStore> => {
  const [sources, parts] = await Promise.all([Promise.all(documents.map(load)), Promise.all(index.map(load))])
  const known = (sources as FoundDocument[][]).flat()
  for (const { document, title } of known) titles.set(document, title)
  const store = new ClaimStore(known, label)
  for (const part of parts as IndexPart[]) store.add(part)
  return store
}

/** Shows the state in the address, so that the page can be kept, sent, and gone back to. */
const toAddress = (state: FindState, isStep: boolean): void => {
  const url = `${location.pathname}${writeState(state)}${location.hash}`
  try {
    if (isStep) history.pushState(null, '', url)
    else history.replaceState(null, '', url)
  } catch {
    // Some browsers change no address of a page from a disk, or not so often; the search goes on without.
  }
}

const download = async (rows: Uint32Array, find: FindData, load: Load): Promise<void> => {
  const pieces = await tableOf(rows, find, load)
  const url = URL.createObjectURL(new Blob(pieces, { type: 'text/csv;charset=utf-8' }))
  const link = element('a', { href: url, download: 'claims.csv' })
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** The parts of the page that stand still, and how they show a state. */
const view = (
  store: ClaimStore,
  find: FindData,
  say: Say,
  label: Label,
  load: Load,
  notify: (text: string, at?: Element) => void,
): ((state: FindState) => void) => {
  const go = (state: FindState, isStep = true): void => {
    toAddress(state, isStep)
    show(state)
  }
  let now = emptyState
  let rows = new Uint32Array()
  const query = byId('find-query') as HTMLInputElement
  const count = byId('find-count')
  const chosen = byId('find-chosen')
  const showFacets = facetLists(byId('find-facets'), {
    store,
    say,
    label,
    toggle: (facet, value) => go(toggled(now, facet, value)),
  })
  const { table, show: showRows } = resultTable({
    say,
    label,
    point: find.point,
    notify,
    isReview: isServed(),
    sortBy: (sort) => {
      // Up, down, and back to the order of the texts.
      const isOwn = now.sort === sort
      go({ ...now, sort: isOwn && now.isDescending ? 'text' : sort, isDescending: isOwn && !now.isDescending, page: 1 })
    },
  })
  const csv = element('button', { type: 'button' }, say('find_download'))
  const previous = element('button', { type: 'button' }, say('find_previous'))
  const next = element('button', { type: 'button' }, say('find_next'))
  const where = element('span', {})
  const pager = element('nav', { className: 'pager', 'aria-label': say('find_pages') }, previous, where, next)
  byId('find-results').append(
    element('div', { className: 'actions' }, csv),
    element('div', { className: 'table' }, table),
    pager,
  )

  const turn = (by: number): void => {
    go({ ...now, page: now.page + by })
    byId('find-results').scrollIntoView({ block: 'start' })
  }
  previous.addEventListener('click', () => turn(-1))
  next.addEventListener('click', () => turn(1))
  csv.addEventListener('click', async () => {
    csv.disabled = true
    notify(say('find_downloading'), csv)
    try {
      await download(rows, find, load)
      notify(say('find_downloaded', { n: rows.length }), csv)
    } catch (error) {
      notify(say('find_lost', { why: (error as Error).message }), csv)
    } finally {
      csv.disabled = false
      csv.focus({ preventScroll: true })
    }
  })
  let pending = 0
  query.addEventListener('input', () => {
    clearTimeout(pending)
    show({ ...now, query: query.value, page: 1 })
    // An address is not written at every key.
    pending = setTimeout(() => toAddress(now, false), 300)
  })
  addEventListener('popstate', () => show(readState(location.search)))

  const chips = (state: FindState): HTMLElement[] => {
    const taken = [...state.filters].flatMap(([facet, values]) =>
      [...values].map((value) => {
        const text = `${say(`facet_${facet}`)}: ${label(facet, value)}`
        const chip = element('button', { type: 'button', 'aria-label': say('find_take_out', { what: text }) }, text)
        chip.addEventListener('click', () => {
          go(toggled(now, facet, value))
          query.focus()
        })
        return chip
      }),
    )
    if (taken.length === 0) return []
    const clear = element('button', { type: 'button', className: 'clear' }, say('find_clear'))
    clear.addEventListener('click', () => {
      go({ ...now, filters: new Map(), page: 1 })
      query.focus()
    })
    return [...taken, clear]
  }
  const show = (state: FindState): void => {
    const found: Found = search(store, state)
    rows = found.rows as Uint32Array<ArrayBuffer>
    const pages = Math.max(1, Math.ceil(rows.length / perPage))
    now = { ...state, page: Math.min(state.page, pages) }
    if (query.value !== now.query) query.value = now.query
    const first = (now.page - 1) * perPage
    const claims = [...rows.subarray(first, first + perPage)].map((each) => store.claim(each))
    showRows(claims, termsOf(now.query), now.sort, now.isDescending)
    showFacets(now, found)
    chosen.replaceChildren(...chips(now))
    count.textContent = rows.length === 0 ? say('find_none') : say('find_found', { n: rows.length, all: store.size })
    where.textContent = say('find_page', { page: now.page, all: pages })
    previous.disabled = now.page <= 1
    next.disabled = now.page >= pages
    pager.hidden = pages === 1
    csv.disabled = rows.length === 0
    table.hidden = rows.length === 0
  }
  return show
}

/** Fills the find page: loads the index, shows what the address asks for, and follows the reader. */
export const startFind = async (
  data: PageData,
  find: FindData,
  notify: (text: string, at?: Element) => void,
): Promise<void> => {
  const say = sayOf(data.words)
  const titles = new Map<string, string>()
  const label: Label = (vocabulary, value) => {
    if (value === '') return say('find_unstated')
    return (vocabulary === 'document' ? titles.get(value) : find.labels[vocabulary]?.[value]) ?? value
  }
  const count = byId('find-count')
  count.textContent = say('find_loading')
  const load = partLoader(find.base)
  try {
    const store = await loaded(find, load, label, titles)
    const show = view(store, find, say, label, load, notify)
    byId('find-form').hidden = false
    byId('find').hidden = false
    show(readState(location.search))
    // While the reader looks where to type.
    setTimeout(() => store.prepare(), 0)
  } catch (error) {
    count.textContent = say('find_lost', { why: (error as Error).message })
  }
}
