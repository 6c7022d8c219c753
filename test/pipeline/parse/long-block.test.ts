import { expect, test } from 'vitest'
import { partsOf } from '../../../pipeline/parse/long-block.ts'
import { parse } from '../../../pipeline/parse/parse.ts'

const textOf = (source: string, parts: ReturnType<typeof partsOf>): string =>
  parts
    .flat()
    .map(({ source: at, width }) => source.slice(at, at + width))
    .join('')

const whole = (source: string): ReturnType<typeof partsOf> =>
  partsOf(source, [{ source: 0, width: source.length, text: null }])

test('a paragraph that people write stays whole', () => {
  const source = 'The fund paid 12.5% in 2021. '.repeat(600)
  expect(whole(source)).toHaveLength(1)
})

test('a file without line ends is cut after sentences, and nothing of it is lost', () => {
  const source = 'The fund paid 16 547 000 dong, 12.5% more than in 2021. '.repeat(2000)
  const parts = whole(source)
  expect(parts.length).toBeGreaterThan(4)
  expect(textOf(source, parts)).toBe(source)
  for (const { source: at, width } of parts.flat()) {
    expect(width).toBeLessThanOrEqual(20_000)
    expect(source.slice(at, at + width)).toMatch(/^(?:The|12).*[.,] $/u)
  }
})

test('words without any sign are cut between words, not inside a number', () => {
  const source = 'members paid 16 547 000 dong '.repeat(3000)
  for (const part of whole(source)) expect(textOf(source, [part])).toMatch(/^[a-z].*[a-z] $/su)
})

test('a run of digits is one number however long it is', () => {
  expect(whole('1'.repeat(100_000))).toHaveLength(1)
})

test('what was decoded is never cut', () => {
  const source = '&nbsp;'.repeat(5000)
  const pieces = Array.from({ length: 5000 }, (_, at) => ({ source: at * 6, width: 6, text: ' ' }))
  expect(partsOf(source, pieces).flat()).toEqual(pieces)
})

test('the passages of a cut paragraph stand under its heading, one after the other', () => {
  const { passages } = parse(`# Report\n\n## Fund\n\n${'The fund paid 12.5% more than in 2021. '.repeat(1500)}\n`)
  const [, heading, ...rest] = passages
  expect(rest.length).toBeGreaterThan(1)
  expect(new Set(rest.map((passage) => passage.heading))).toEqual(new Set([heading!.index]))
  expect(rest.every(({ text }) => text.startsWith('The fund paid'))).toBe(true)
})
