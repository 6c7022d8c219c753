import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from '../../catalog/compile.ts'
import { loadCatalog } from '../../catalog/load.ts'
import { extractDocument } from '../../pipeline/extract-document.ts'
import type { SourceFile } from '../../schemas/document.ts'
import { anyText, articles, draws, fileOf } from './texts.ts'

const catalog = compile(await loadCatalog())

interface Quoted {
  readonly start: number
  readonly end: number
  readonly exact: string
}

/** Everything in the result of a text that does not stand where it says that it stands. */
const misplaced = (file: SourceFile): string[] => {
  const points = Array.from(file.text)
  const text = (start: number, end: number): string => points.slice(start, end).join('')
  const { claims, unclaimed, chars } = extractDocument(file, catalog)
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

describe('every quote stands where its offsets say, in code points', () => {
  it.each(articles.map((file) => [file.name, file] as const))('%s', (_, file) => {
    expect(misplaced(file)).toEqual([])
  })

  it('in texts with astral characters, combining marks, CR LF, byte-order marks and no-break spaces put in', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(misplaced(fileOf('drawn', text))).toEqual([])
      }),
      draws,
    )
  })

  it('counts a character of two units as one', () => {
    const { claims } = extractDocument(fileOf('astral', '👩‍👩‍👧😀 Nearly 4,500 people came by boat.'), catalog)
    expect(claims[0]?.selector).toMatchObject({ start: 14, end: 19, exact: '4,500' })
  })
})
