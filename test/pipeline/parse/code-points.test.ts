import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CodePoints } from '../../../pipeline/parse/code-points.ts'

describe('CodePoints', () => {
  it('counts characters, not units', () => {
    const points = new CodePoints('𝟛 ok - 37%')
    expect([points.length, points.at(0), points.at(2), points.at(11)]).toEqual([10, 0, 1, 10])
  })

  it('agrees with counting, both ways, also with surrogates that stand alone', () => {
    const text = fc
      .array(fc.constantFrom('a', '5', 'ệ', '😀', '𝟛', '\ud83d', '\ude00'), { maxLength: 40 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (source) => {
        const points = new CodePoints(source)
        let unit = 0
        let point = 0
        for (const character of source) {
          expect(points.at(unit)).toBe(point)
          expect(points.unit(point)).toBe(unit)
          unit += character.length
          point++
        }
        expect(points.at(unit)).toBe(point)
        expect(points.unit(point)).toBe(unit)
        expect(points.length).toBe(point)
      }),
      { numRuns: 500 },
    )
  })
})
