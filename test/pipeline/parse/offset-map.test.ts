import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sourceSpan } from '../../../pipeline/parse/offset-map.ts'
import { parse } from '../../../pipeline/parse/parse.ts'

const passage = {
  index: 3,
  text: 'a b–c',
  // "a&nbsp;b", then markup, then "&#8211;c"
  segments: [
    { at: 0, length: 1, source: 10, width: 1 },
    { at: 1, length: 1, source: 11, width: 6 },
    { at: 2, length: 1, source: 17, width: 1 },
    { at: 3, length: 1, source: 25, width: 7 },
    { at: 4, length: 1, source: 32, width: 1 },
  ],
}

describe('sourceSpan', () => {
  it.each([
    [0, 1, 10, 11],
    [0, 2, 10, 17],
    [1, 2, 11, 17],
    [2, 4, 17, 32],
    [0, 5, 10, 33],
    [5, 5, 33, 33],
    [1, 1, 11, 11],
  ])('takes %i to %i to %i to %i', (from, to, start, end) => {
    expect(sourceSpan(passage, from, to)).toEqual({ start, end })
  })

  it('takes a cut into a decoded stretch for the whole of it', () => {
    const wide = {
      index: 0,
      text: 'fj5',
      segments: [
        { at: 0, length: 2, source: 0, width: 7 },
        { at: 2, length: 1, source: 7, width: 1 },
      ],
    }
    expect(sourceSpan(wide, 1, 2)).toEqual({ start: 0, end: 7 })
    expect(sourceSpan(wide, 1, 3)).toEqual({ start: 0, end: 8 })
  })

  it('refuses a run that is not inside the passage', () => {
    expect(() => sourceSpan(passage, 2, 6)).toThrow('Passage 3 has 5 characters: 2 to 6 is not inside it.')
    expect(() => sourceSpan(passage, 2, 1)).toThrow(RangeError)
  })

  it('gives spans in order, within the source, that hold what the run holds', () => {
    const parts = fc.array(
      fc.constantFrom('16.5', '&nbsp;', '<b>', '</b>', ' ', '\n  ', '&#8211;', 'people', '5%', '<br>'),
      { minLength: 1, maxLength: 30 },
    )
    fc.assert(
      fc.property(parts, fc.nat(), fc.nat(), (all, a, b) => {
        const source = `<p>${all.join('')}</p>`
        for (const found of parse(source).passages) {
          const from = a % (found.text.length + 1)
          const to = from + (b % (found.text.length - from + 1))
          const { start, end } = sourceSpan(found, from, to)
          expect(start).toBeLessThanOrEqual(end)
          expect(end - start).toBeGreaterThanOrEqual(to > from ? 1 : 0)
          const words = found.text.slice(from, to)
          if (/^[\w.%]+$/u.test(words)) expect(source.slice(start, end).replace(/<\/?b>/gu, '')).toBe(words)
        }
      }),
      { numRuns: 500 },
    )
  })
})
