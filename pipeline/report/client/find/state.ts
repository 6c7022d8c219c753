/** What claims can be filtered by, in the order of the page. A claim has one value of each, or several of the last. */
export const facets = ['indicator', 'document', 'kind', 'place', 'period', 'status', 'grade', 'flag'] as const
export type Facet = (typeof facets)[number]

/** What claims can be sorted by; "text" is the order of the dataset: by document, then as they are read. */
export const sorts = ['text', 'value', 'indicator', 'place', 'period', 'status', 'grade', 'document'] as const
export type Sort = (typeof sorts)[number]

/** What is looked for. It stands whole in the query of the address, so that a search can be kept and sent. */
export interface FindState {
  readonly query: string
  /** Values of each facet of which one must hold; none where the facet is open. "" is a claim without a value. */
  readonly filters: ReadonlyMap<Facet, ReadonlySet<string>>
  readonly sort: Sort
  readonly isDescending: boolean
  /** From 1. */
  readonly page: number
}

export const emptyState: FindState = { query: '', filters: new Map(), sort: 'text', isDescending: false, page: 1 }

/** Reads the query of an address ("?q=coverage&place=VN&sort=-value"); what it does not know is left out. */
export const readState = (search: string): FindState => {
  const params = new URLSearchParams(search)
  const filters = new Map<Facet, ReadonlySet<string>>()
  for (const facet of facets) {
    const values = params.getAll(facet)
    if (values.length > 0) filters.set(facet, new Set(values))
  }
  const sort = params.get('sort') ?? 'text'
  const isDescending = sort.startsWith('-')
  const name = sorts.find((each) => each === sort.replace(/^-/u, ''))
  const page = params.get('page') ?? ''
  return {
    query: params.get('q') ?? '',
    filters,
    sort: name ?? 'text',
    isDescending: name !== undefined && isDescending,
    page: /^[1-9]\d{0,8}$/u.test(page) ? Number(page) : 1,
  }
}

/** The query of an address that `readState` reads the same from: "" where nothing is looked for. Values stand in order. */
export const writeState = ({ query, filters, sort, isDescending, page }: FindState): string => {
  const params = new URLSearchParams()
  if (query !== '') params.set('q', query)
  for (const facet of facets) for (const value of [...(filters.get(facet) ?? [])].sort()) params.append(facet, value)
  if (sort !== 'text' || isDescending) params.set('sort', `${isDescending ? '-' : ''}${sort}`)
  if (page > 1) params.set('page', String(page))
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

/** The state with a value of a facet taken or let go; the first page again. */
export const toggled = (state: FindState, facet: Facet, value: string): FindState => {
  const values = new Set(state.filters.get(facet))
  if (!values.delete(value)) values.add(value)
  const filters = new Map(state.filters)
  if (values.size === 0) filters.delete(facet)
  else filters.set(facet, values)
  return { ...state, filters, page: 1 }
}
