import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from '../../catalog/compile.ts'
import { loadCatalog } from '../../catalog/load.ts'
import { extractDocument } from '../../pipeline/extract-document.ts'
import type { DocumentResult } from '../../schemas/result.ts'
import { anyText, articles, draws, fileOf } from './texts.ts'

const catalog = compile(await loadCatalog())
/** Documents of each language and format; all of them would say no more. */
const some = articles.filter((_, index) => index < 5 || index % 7 === 0)

const all = (files: typeof some): Map<string, DocumentResult> =>
  new Map(files.map((file) => [file.name, extractDocument(file, catalog)]))

const first = all(some)

describe('a document is read alike', () => {
  it('whatever was read before it', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(some, { minLength: some.length }), (order) => {
        for (const [name, result] of all(order)) expect(result).toEqual(first.get(name))
      }),
      { ...draws, numRuns: 2 },
    )
  })

  it('with a catalog loaded anew', async () => {
    const anew = compile(await loadCatalog())
    for (const file of some) expect(extractDocument(file, anew)).toEqual(first.get(file.name))
  })

  it('and leaves what it was given as it was', () => {
    const frozen = Object.freeze({ ...some[0]! })
    expect(extractDocument(frozen, catalog)).toEqual(first.get(frozen.name))
  })

  it('twice, however odd its text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const file = fileOf('drawn', text)
        expect(extractDocument(file, catalog)).toEqual(extractDocument(file, catalog))
      }),
      { ...draws, numRuns: 60 },
    )
  })

  it('with claims to compare', () => {
    expect([...first.values()].reduce((sum, { claims }) => sum + claims.length, 0)).toBeGreaterThan(200)
  })
})
