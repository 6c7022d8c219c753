import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from '../../catalog/compile.ts'
import { loadCatalog } from '../../catalog/load.ts'
import { extractDocument } from '../../pipeline/extract-document.ts'
import { fileOf, draws as usual } from './texts.ts'
import { english, englishWords, grouped, pointed, vietnamese, vietnameseWords, type Writing } from './writing.ts'

const catalog = compile(await loadCatalog())
const top = 10n ** 21n
const draws = { ...usual, numRuns: 100 }

/** The values of the claims that stand on what was written. */
const readBack = ({ frame: [before, after] }: Writing, written: string): (string | null)[] => {
  const start = Array.from(before).length
  const end = start + Array.from(written).length
  const { claims } = extractDocument(fileOf('written', `${before}${written}${after}\n`), catalog)
  return claims.filter(({ selector }) => selector.start < end && start < selector.end).map(({ value }) => value)
}

const languages = [
  ['English', english],
  ['Vietnamese', vietnamese],
] as const

describe.each(languages)('a value written in %s is read back exactly', (_, writing) => {
  const separator = fc.constantFrom(...writing.groups)

  it('in groups of three, up to 10^21', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1000n, max: top }), separator, (value, between) => {
        expect(readBack(writing, grouped(String(value), between))).toEqual([String(value)])
      }),
      draws,
    )
  })

  it('in groups with a fraction', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1000n, max: top }),
        separator,
        fc.stringMatching(/^\d{0,5}[1-9]$/u),
        (value, between, fraction) => {
          expect(readBack(writing, `${grouped(String(value), between)}${writing.decimal}${fraction}`)).toEqual([
            `${value}.${fraction}`,
          ])
        },
      ),
      draws,
    )
  })

  it('with a scale word and as many decimals as there are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999 }),
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom(...writing.scales),
        (digits, places, [word, power]) => {
          const number = pointed(String(digits), places)
          const [whole = '', fraction] = number.split('.')
          const written = fraction === undefined ? whole : `${whole}${writing.decimal}${fraction}`
          // 16.547 million: the digits, and as many zeros as the scale has beyond the decimals.
          const value = BigInt(digits) * 10n ** BigInt(power - places)
          expect(readBack(writing, `${written} ${word}`)).toEqual([String(value)])
        },
      ),
      draws,
    )
  })

  it('as plain digits', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 10n, max: top }), (value) => {
        expect(readBack(writing, String(value))).toEqual([String(value)])
      }),
      draws,
    )
  })
})

type Words = readonly [string, Writing, (value: number) => string]
const inWords: readonly Words[] = [
  ['English', english, englishWords],
  ['Vietnamese', vietnamese, vietnameseWords],
]

describe.each(inWords)('a number in words of %s is read back exactly', (_, writing, words) => {
  const holds = (isMeant: (value: number) => boolean): void => {
    const value = fc.integer({ min: 2, max: 999 }).filter(isMeant)
    fc.assert(
      fc.property(value, fc.constantFrom(...writing.scales), (drawn, [word, power]) => {
        expect(readBack(writing, `${words(drawn)} ${word}`)).toEqual([String(BigInt(drawn) * 10n ** BigInt(power))])
      }),
      draws,
    )
  }

  it('with a scale word', () => holds(() => true))
})
