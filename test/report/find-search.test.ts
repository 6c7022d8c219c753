import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { clipped } from '../../pipeline/report/client/find/clipped.ts'
import { folded, termsOf } from '../../pipeline/report/client/find/fold.ts'
import { stretchesOf } from '../../pipeline/report/client/find/highlight.ts'
import { search } from '../../pipeline/report/client/find/search.ts'
import {
  emptyState,
  type FindState,
  facets,
  readState,
  sorts,
  toggled,
  writeState,
} from '../../pipeline/report/client/find/state.ts'
import { ClaimStore } from '../../pipeline/report/client/find/store.ts'
import type { FoundDocument, IndexPart } from '../../pipeline/report/find/index-shape.ts'

describe('words', () => {
  it.each([
    ['Bảo hiểm xã hội', 'bao hiem xa hoi'],
    ['ĐỒNG\u00a0đô', 'dong do'],
    ['Ba\u0309o', 'bao'],
    ['16,547  million', '16,547 million'],
  ])('%s is compared as %s', (text, bare) => expect(folded(text)).toBe(bare))

  it('are looked for one by one, or together in quotes', () => {
    expect(termsOf('  Bảo  "16.5 triệu" bảo')).toEqual(['bao', '16.5 trieu'])
    expect(termsOf('"an open quote')).toEqual(['an open quote'])
    expect(termsOf(' "" ')).toEqual([])
  })

  it('are shown where they stand, with their accents', () => {
    expect(stretchesOf('Số người tham gia bảo  hiểm', ['bao hiem', 'so'])).toEqual([
      { text: 'Số', isFound: true },
      { text: ' người tham gia ', isFound: false },
      { text: 'bảo  hiểm', isFound: true },
    ])
  })

  test('no text is lost or made by showing them', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.string({ minLength: 1, maxLength: 3 })),
        (text, terms) => {
          const stretches = stretchesOf(
            text,
            terms.map(folded).filter((term) => term !== ''),
          )
          expect(stretches.map((each) => each.text).join('')).toBe(text)
        },
      ),
    )
  })
})

describe('the address', () => {
  const value = fc.constantFrom('', 'VN', 'a b', 'x&y=z#', 'thu nhập', '+%20')
  const state: fc.Arbitrary<FindState> = fc.record({
    query: fc.string({ unit: 'grapheme' }),
    filters: fc
      .dictionary(fc.constantFrom(...facets), fc.uniqueArray(value, { minLength: 1 }))
      .map((each) => new Map(facets.flatMap((name) => (each[name] ? [[name, new Set([...each[name]].sort())]] : [])))),
    sort: fc.constantFrom(...sorts),
    isDescending: fc.boolean(),
    page: fc.integer({ min: 1, max: 1000 }),
  })

  it('says all of a search, and gives it back', () => {
    fc.assert(
      fc.property(state, (each) => {
        expect(readState(writeState(each))).toEqual(each)
      }),
    )
  })
  it('is empty where nothing is looked for', () => expect(writeState(emptyState)).toBe(''))
  it('may hold what is not known', () => {
    expect(readState('?sort=-nonsense&page=0&colour=red&q=a')).toEqual({ ...emptyState, query: 'a' })
    expect(readState('?page=1e9')).toEqual(emptyState)
  })
  it('goes back to the first page with another filter', () => {
    const one = toggled({ ...emptyState, page: 3 }, 'place', 'VN')
    expect(writeState(one)).toBe('?place=VN')
    expect(toggled(one, 'place', 'VN')).toEqual(emptyState)
  })
})

const documents: readonly FoundDocument[] = ['Báo cáo năm 2021', 'A newspaper'].map((title, at) => ({
  document: `d${at}`,
  title,
  publisher: null,
  published: null,
  url: null,
  path: `d${at}.txt`,
  sha256: 'a'.repeat(64),
}))

type Row = readonly [
  exact: string,
  subject: string | null,
  place: string | null,
  until: string | null,
  grade: string | null,
  flags: string,
]

const partOf = (document: number, sentence: string, rows: readonly Row[]): IndexPart => ({
  id: rows.map((_, at) => `c_${document}${at}`),
  page: rows.map((_, at) => `documents/d${document}.html#c-c_${document}${at}`),
  document: rows.map(() => document),
  kind: rows.map(([exact]) => (exact.endsWith('%') ? 'percentage' : 'count')),
  indicator: rows.map(([, subject]) => (subject === null ? null : 'coverage')),
  subject: rows.map(([, subject]) => subject),
  exact: rows.map(([exact]) => exact),
  start: rows.map(() => 0),
  end: rows.map(([exact]) => exact.length),
  digits: rows.map(([exact]) => exact.replace('%', '')),
  value: rows.map(([exact]) => exact.replace('%', '').replace('-', '..')),
  unit: rows.map(() => null),
  status: rows.map(() => 'actual'),
  period: rows.map(([, , , until]) => until),
  until: rows.map(([, , , until]) => until),
  place: rows.map(([, , place]) => place),
  grade: rows.map(([, , , , grade]) => grade),
  flags: rows.map(([, , , , , flags]) => flags),
  sentence: rows.map(() => 0),
  at: rows.map(() => 0),
  sentences: [sentence],
})

const labels: Readonly<Record<string, string>> = {
  VN: 'Việt Nam',
  coverage: 'Độ bao phủ',
  d0: 'Báo cáo',
  d1: 'A newspaper',
}
const store = new ClaimStore(documents, (_, value) => labels[value] ?? value)
store.add(
  partOf(0, 'Tỷ lệ bao phủ bảo hiểm y tế', [
    ['91.05%', 'bao phủ', 'VN', '2021-12-31', 'C', 'conflict;refuted'],
    ['9%', null, 'VN-HN', '2021', null, ''],
  ]),
)
store.add(
  partOf(1, 'The rate of coverage', [
    ['88-90%', 'rate', 'VN', '2020-12-31', 'B', 'conflict'],
    ['11', 'rate', null, null, 'A', ''],
  ]),
)
const ids = (state: Partial<FindState>): string[] =>
  [...search(store, { ...emptyState, ...state }).rows].map((row) => store.claim(row).id)
const counts = (state: Partial<FindState>, facet: (typeof facets)[number]): Record<string, number> => {
  const own = search(store, { ...emptyState, ...state }).counts.get(facet)!
  return Object.fromEntries(store.facet(facet).values.map((value, code) => [value, own[code]!]))
}
const only = (facet: (typeof facets)[number], ...values: string[]): Partial<FindState> => ({
  filters: new Map([[facet, new Set(values)]]),
})

describe('search', () => {
  it('finds all claims where nothing is looked for, in their order', () =>
    expect(ids({})).toEqual(['c_00', 'c_01', 'c_10', 'c_11']))
  it.each([
    ['BAO HIEM', ['c_00', 'c_01']],
    ['bảo hiểm 91.05', ['c_00']],
    ['newspaper', ['c_10', 'c_11']],
    ['bao cao', ['c_00', 'c_01']],
    ['do bao phu', ['c_00', 'c_10', 'c_11']],
    ['viet nam', ['c_00', 'c_10']],
    ['c_11', ['c_11']],
    ['88..90', ['c_10']],
    ['"hiem bao"', []],
  ])('%s: in the sentence, the digits, the title, the names and the id', (query, found) =>
    expect(ids({ query })).toEqual(found),
  )
  it('takes one of several values of a facet, and all facets together', () => {
    expect(ids(only('place', 'VN', ''))).toEqual(['c_00', 'c_10', 'c_11'])
    expect(ids({ ...only('place', 'VN'), query: 'rate' })).toEqual(['c_10'])
    expect(ids(only('flag', 'refuted'))).toEqual(['c_00'])
    expect(ids(only('period', '2021'))).toEqual(['c_00', 'c_01'])
    expect(ids(only('place', 'never'))).toEqual([])
  })
  it('counts what each value would give', () => {
    expect(counts(only('place', 'VN'), 'place')).toEqual({ VN: 2, 'VN-HN': 1, '': 1 })
    expect(counts(only('place', 'VN'), 'grade')).toEqual({ C: 1, B: 1, A: 0, '': 0 })
    expect(counts({}, 'flag')).toEqual({ conflict: 2, refuted: 1, '': 2 })
    const both = { filters: new Map([...only('place', 'VN').filters!, ...only('grade', 'B').filters!]) }
    expect(counts(both, 'place')).toEqual({ VN: 1, 'VN-HN': 0, '': 0 })
  })
  it.each([
    ['value', false, ['c_01', 'c_11', 'c_10', 'c_00']],
    ['value', true, ['c_00', 'c_10', 'c_11', 'c_01']],
    ['period', false, ['c_10', 'c_00', 'c_01', 'c_11']],
    ['period', true, ['c_01', 'c_00', 'c_10', 'c_11']],
    ['grade', false, ['c_11', 'c_10', 'c_00', 'c_01']],
    ['grade', true, ['c_00', 'c_10', 'c_11', 'c_01']],
    ['text', true, ['c_11', 'c_10', 'c_01', 'c_00']],
    ['document', false, ['c_10', 'c_11', 'c_00', 'c_01']],
  ] as const)('sorts by %s (descending: %s), what is not stated last', (sort, isDescending, found) =>
    expect(ids({ sort, isDescending })).toEqual(found),
  )
})

describe('a long sentence', () => {
  const words = 'participants '.repeat(20)

  it('is cut between words on both sides of its number', () => {
    expect(clipped(words, 'before')).toMatch(/^… (?:participants )+$/u)
    expect(clipped(words, 'after')).toMatch(/^(?:participants )+…$/u)
  })

  it('is whole where it is short', () => {
    expect(clipped('of the labour force.', 'after')).toBe('of the labour force.')
  })
})
