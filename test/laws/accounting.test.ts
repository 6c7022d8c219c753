import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from '../../catalog/compile.ts'
import { loadCatalog } from '../../catalog/load.ts'
import { extractDocument } from '../../pipeline/extract-document.ts'
import type { SourceFile } from '../../schemas/document.ts'
import type { DocumentResult } from '../../schemas/result.ts'
import { anyText, articles, draws, fileOf } from './texts.ts'

const catalog = compile(await loadCatalog())
const digit = /^\p{Nd}$/u

interface Quoted {
  readonly start: number
  readonly end: number
  readonly exact: string
}

/** Everything in the result of a text that does not stand where it says that it stands. */
const misplaced = (file: SourceFile, { claims, unclaimed, chars }: DocumentResult): string[] => {
  const points = Array.from(file.text)
  const text = (start: number, end: number): string => points.slice(start, end).join('')
  const wrong: string[] = []
  const check = (what: string, { start, end, exact }: Quoted): void => {
    if (start >= end || text(start, end) !== exact) wrong.push(`${what} ${start}-${end}: ${JSON.stringify(exact)}`)
  }
  if (chars !== points.length) wrong.push(`chars ${chars}, not ${points.length}`)
  for (const { selector, sentence, evidence, line, column } of claims) {
    check('claim', selector)
    check('sentence', sentence)
    for (const [field, words] of Object.entries(evidence)) check(`evidence of ${field}`, words)
    const { start, end, prefix, suffix } = selector
    if (!text(0, start).endsWith(prefix) || !text(end, points.length).startsWith(suffix)) wrong.push(`around ${start}`)
    if (start > 0 && prefix === '') wrong.push(`no prefix at ${start}`)
    if (sentence.start > start || sentence.end < end) wrong.push(`sentence without its claim at ${start}`)
    const lines = text(0, start).split(/\r\n|[\n\r]/u)
    if (line !== lines.length || column !== Array.from(lines.at(-1)!).length + 1) wrong.push(`line ${line}:${column}`)
  }
  for (const row of unclaimed) check('unclaimed', row)
  return wrong
}

/** Digits that stand in no claim and no row of `unclaimed`, or in more than one. */
const lostOrDouble = (file: SourceFile, { claims, unclaimed }: DocumentResult): string[] => {
  const points = Array.from(file.text)
  const held = new Uint16Array(points.length)
  for (const { start, end } of [...claims.map(({ selector }) => selector), ...unclaimed]) {
    for (let at = start; at < end; at += 1) held[at]! += 1
  }
  return points.flatMap((point, at) =>
    digit.test(point) && held[at] !== 1
      ? [
          `${point} at ${at} is held ${held[at]} times: ${JSON.stringify(points.slice(Math.max(0, at - 20), at + 20).join(''))}`,
        ]
      : [],
  )
}

/** Everything that is wrong with where things stand in one text. */
const wrongIn = (file: SourceFile): string[] => {
  const result = extractDocument(file, catalog)
  return [...misplaced(file, result), ...lostOrDouble(file, result)]
}

describe('every quote stands where its offsets say in code points, and every digit is in exactly one claim or row of unclaimed', () => {
  it.each(articles.map((file) => [file.name, file] as const))('%s', (_, file) => {
    expect(wrongIn(file)).toEqual([])
  })

  it('in any mutation and concatenation of articles and wreckage: astral characters, combining marks, CR LF, byte-order marks, no-break spaces', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(wrongIn(fileOf('drawn', text))).toEqual([])
      }),
      draws,
    )
  })

  it('counts a character of two units as one', () => {
    const { claims } = extractDocument(fileOf('astral', '👩‍👩‍👧😀 Nearly 4,500 people came by boat.'), catalog)
    expect(claims[0]?.selector).toMatchObject({ start: 14, end: 19, exact: '4,500' })
  })

  it('has digits to look for', () => {
    const count = articles.reduce(
      (sum, { text }) => sum + Array.from(text).filter((each) => digit.test(each)).length,
      0,
    )
    expect(count).toBeGreaterThan(5_000)
  })

  const tagged = [
    '<p>The COVID<span class="c2">-19</span> wave fell.</p>',
    '<p>About 16.547<span id="x1"> million</span> people came.</p>',
    '<p>In <b>Q</b><i class="k9">3</i> 2021 it fell.</p>',
  ]
  // The tag inside a claim or a name is set aside once more, as markup.
  it.skip.each(tagged)('todo: with a tag that holds digits inside a number: %s', (text) => {
    expect(wrongIn(fileOf('tagged', text))).toEqual([])
  })
})
