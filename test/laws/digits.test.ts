import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from '../../catalog/compile.ts'
import { loadCatalog } from '../../catalog/load.ts'
import { extractDocument } from '../../pipeline/extract-document.ts'
import type { SourceFile } from '../../schemas/document.ts'
import { anyText, articles, draws, fileOf } from './texts.ts'

const catalog = compile(await loadCatalog())
const digit = /^\p{Nd}$/u

/** Digits that stand in no claim and no row of `unclaimed`, or in more than one. */
const lostOrDouble = (file: SourceFile): string[] => {
  const points = Array.from(file.text)
  const { claims, unclaimed } = extractDocument(file, catalog)
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

describe('every digit is in exactly one claim or one row of unclaimed', () => {
  it.each(articles.map((file) => [file.name, file] as const))('%s', (_, file) => {
    expect(lostOrDouble(file)).toEqual([])
  })

  it('in any mutation and concatenation of articles and wreckage', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(lostOrDouble(fileOf('drawn', text))).toEqual([])
      }),
      draws,
    )
  })

  it('has digits to look for', () => {
    const count = articles.reduce(
      (sum, { text }) => sum + Array.from(text).filter((each) => digit.test(each)).length,
      0,
    )
    expect(count).toBeGreaterThan(5_000)
  })
})
