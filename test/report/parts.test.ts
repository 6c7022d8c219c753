import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlText } from '../../pipeline/report/document/html-runs.ts'
import { figure } from '../../pipeline/report/figure.ts'
import { isWebAddress, liveLink } from '../../pipeline/report/live-link.ts'
import { axisOf } from '../../pipeline/report/observation/axis.ts'
import { differing } from '../../pipeline/report/observation/digit-difference.ts'
import { layOut, slugOf } from '../../pipeline/report/pages.ts'
import { claimRow, documentRow, observationRow } from '../pipeline/write/sample.ts'

describe('the name of a page', () => {
  it('is safe on any disk, whatever the document is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        expect(slugOf(name)).toMatch(/^[a-z\d][a-z\d_-]{0,79}$/u)
        expect(slugOf(name)).not.toMatch(/^(?:con|prn|aux|nul)$/u)
      }),
    )
  })
  it('is another for another name, also where a disk is blind to case', () => {
    const names = ['a', 'A', 'á', 'a/b', 'a-b', 'a b', 'con', 'CON', 'x'.repeat(100), 'x'.repeat(101), '', '.', '..']
    expect(new Set(names.map((name) => slugOf(name).toLowerCase())).size).toBe(names.length)
  })
  it.each(['000_b6f1e8ee0c029d53', 'bao-cao-2021'])('is the name itself where that is safe: %s', (name) => {
    expect(slugOf(name)).toBe(name)
  })
})

describe('the pages of a document', () => {
  const claims = (starts: readonly number[]) =>
    starts.map((start, at) =>
      claimRow({
        id: `c_${at}`,
        document: 'd',
        selector: { start, end: start + 2, exact: '12', prefix: '', suffix: '' },
        sentence: { start, end: start + 20, exact: 'x'.repeat(20) },
      }),
    )
  it('show every character and every claim once, in order', () => {
    const starts = fc.uniqueArray(fc.integer({ min: 0, max: 400_000 }), { maxLength: 400 })
    fc.assert(
      fc.property(starts, fc.integer({ min: 0, max: 300_000 }), (unsorted, more) => {
        const sorted = [...unsorted]
          .sort((a, b) => a - b)
          .filter((start, at, list) => at === 0 || start - list[at - 1]! > 2)
        const chars = (sorted.at(-1) ?? 0) + 2 + more
        const rows = claims(sorted)
        const placeOf = new Map(rows.map(({ id, selector }) => [id, selector]))
        const { documents, ofClaim } = layOut({
          documents: [{ document: 'd', chars }],
          claims: rows,
          observations: [],
          checks: [],
        })
        const parts = documents.get('d')!
        expect(parts[0]!.from).toBe(0)
        expect(parts.at(-1)!.to).toBe(chars)
        for (const [at, part] of parts.entries()) {
          if (at > 0) expect(part.from).toBe(parts[at - 1]!.to)
          expect(part.to).toBeGreaterThan(part.from)
          for (const id of part.claims) {
            expect(placeOf.get(id)!.start).toBeGreaterThanOrEqual(part.from)
            expect(placeOf.get(id)!.end).toBeLessThanOrEqual(part.to)
          }
        }
        expect(parts.flatMap((part) => part.claims)).toEqual(rows.map(({ id }) => id))
        expect(ofClaim.size).toBe(rows.length)
        expect(new Set(parts.map(({ path }) => path)).size).toBe(parts.length)
      }),
      // A page that its text all but fills, then a claim, the last characters of the document.
      { numRuns: 60, examples: [[[393_036, 0, 3, 6], 0]] },
    )
  })
  it('are many where there is much: a text of a million characters, a thousand claims', () => {
    const many = layOut({
      documents: [{ document: 'd', chars: 1_000_000 }],
      claims: claims(Array.from({ length: 1000 }, (_, at) => at * 1000)),
      observations: [],
      checks: [],
    })
    expect(many.documents.get('d')!.length).toBeGreaterThan(5)
  })
  it('of an indicator hold its observations, each once', () => {
    const observations = Array.from({ length: 500 }, (_, at) => observationRow({ id: `o_${at}`, n_claims: 50 }))
    const { indicators, ofObservation } = layOut({ documents: [documentRow()], claims: [], observations, checks: [] })
    const parts = [...indicators.values()].flat()
    expect(parts.length).toBeGreaterThan(10)
    expect(parts.flatMap((part) => part.observations).sort()).toEqual(observations.map(({ id }) => id).sort())
    expect(ofObservation.get('o_1')).toMatch(/^observations\/social_insurance\.participants(?:\.\d+)?\.html#o-o_1$/u)
  })
  it('of an indicator are more where texts contradict each other: conflicts are shown sentence by sentence', () => {
    const partsOf = (n_values: number): number => {
      const observations = Array.from({ length: 100 }, (_, at) =>
        observationRow({ id: `o_${at}`, n_claims: 10, n_values }),
      )
      const { indicators } = layOut({ documents: [documentRow()], claims: [], observations, checks: [] })
      return [...indicators.values()].flat().length
    }
    expect(partsOf(2)).toBeGreaterThan(1.5 * partsOf(1))
  })
})

describe('a link to the live page', () => {
  const claim = (exact: string, prefix: string, suffix: string) =>
    claimRow({ selector: { start: 0, end: 1, exact, prefix, suffix } })
  it.each([
    [
      'https://a.vn/x',
      claim('37%-38%', 'to reach ', ' of the'),
      'https://a.vn/x#:~:text=to%20reach-,37%25%2D38%25,-of%20the',
    ],
    ['https://a.vn/x#part', claim('5', '', ''), 'https://a.vn/x#part:~:text=5'],
    ['https://a.vn/', claim('1,450', 'line\nof (', ') rest'), 'https://a.vn/#:~:text=of%20(-,1%2C450,-)%20rest'],
    // What is cut in the middle of a word would not be found.
    [
      'https://a.vn/',
      claim('5', 'uarter of the long year that was, ', ' people took part in it, of who'),
      'https://a.vn/#:~:text=of%20the%20long%20year%20that%20was%2C-,5,-people%20took%20part%20in%20it%2C%20of',
    ],
  ])('%s with its words', (url, row, link) => {
    expect(liveLink(url, row)).toBe(link)
  })
  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'ftp://a.vn', 'no address', ''])(
    'is none for %s',
    (url) => {
      expect(liveLink(url, claim('5', '', ''))).toBeNull()
      expect(isWebAddress(url)).toBe(false)
    },
  )
  it('is none where no address is known', () => {
    expect(liveLink(null, claim('5', '', ''))).toBeNull()
  })
})

describe('figures', () => {
  it.each([
    ['16547000', '16,547,000', '16.547.000'],
    ['-0.5', '\u22120.5', '\u22120,5'],
    ['100', '100', '100'],
    ['1234.5678', '1,234.5678', '1.234,5678'],
  ])('%s is %s, or %s', (decimal, english, vietnamese) => {
    expect([figure(decimal, '.'), figure(decimal, ',')]).toEqual([english, vietnamese])
  })
})

describe('digits that differ', () => {
  const shown = (a: string, b: string): string[] => {
    const [left, right] = differing(a, b)
    const mark = (text: string, differs: readonly boolean[]): string =>
      [...text].map((sign, at) => (differs[at] ? `[${sign}]` : sign)).join('')
    return [mark(a, left), mark(b, right)]
  }
  it.each([
    ['2.96', '2.94', ['2.9[6]', '2.9[4]']],
    ['91.05', '91.01', ['91.0[5]', '91.0[1]']],
    ['1.45', '1.4', ['1.4[5]', '1.4']],
    ['5', '5', ['5', '5']],
    ['', '7', ['', '[7]']],
  ])('%s and %s', (a, b, marked) => {
    expect(shown(a, b)).toEqual(marked)
  })
  it('leave the same digits of both', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\d.,]{0,12}$/u), fc.stringMatching(/^[\d.,]{0,12}$/u), (a, b) => {
        const [left, right] = differing(a, b)
        expect([...a].filter((_, at) => !left[at])).toEqual([...b].filter((_, at) => !right[at]))
      }),
    )
  })
})

describe('an axis', () => {
  it('has its values within its ends, and round ticks', () => {
    const values = fc.array(
      fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => String(n / 100)),
      { minLength: 1, maxLength: 10 },
    )
    fc.assert(
      fc.property(values, (given) => {
        const axis = axisOf(given, 10, 110, 4)
        for (const each of given) {
          expect(axis.at(each)).toBeGreaterThanOrEqual(10)
          expect(axis.at(each)).toBeLessThanOrEqual(110)
        }
        expect(axis.ticks.length).toBeLessThan(12)
        for (const tick of axis.ticks) expect(tick).toMatch(/^-?\d+(?:\.\d+)?$/u)
      }),
    )
  })
})

describe('a page of HTML as it reads', () => {
  it.each([
    ['16.547&nbsp;million', '16.547\u00a0million'],
    ['33.<i>75</i>%', '33.75%'],
    ['a &lt;b&gt; &#x26; c', 'a <b> & c'],
    ['5 < 6 & more', '5 < 6 & more'],
    ['<<<<', '<<<<'],
    ['&nosuchentity;', '&nosuchentity;'],
  ])('%s is %s', (source, text) => {
    expect(htmlText(source)).toBe(text)
  })
})
