import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../catalog/package-root.ts'
import * as provenum from '../../pipeline/index.ts'

const text = '\uFEFFBy the end of 2023, 12.5 million people had health insurance 😀, 91.2% of the population.\n'

describe('the public interface', () => {
  it('is this', () => {
    expect(Object.keys(provenum).sort()).toEqual([
      'UserError',
      'extractDocument',
      'loadCatalog',
      'reconcile',
      'reconcileParts',
      'run',
      'spreadClaims',
    ])
  })

  it('extracts a text, with offsets in code points after the byte-order mark', async () => {
    const result = await provenum.extractDocument(text, { name: 'note' })
    const points = Array.from(text.slice(1))
    expect(result.claims.map(({ value }) => value)).toEqual(['12500000', '91.2'])
    for (const { selector, document, source } of result.claims) {
      expect(points.slice(selector.start, selector.end).join('')).toBe(selector.exact)
      expect([document, source.path]).toEqual(['note', 'note'])
    }
  })

  it('takes an empty text', async () => {
    expect(await provenum.extractDocument('')).toMatchObject({ claims: [], unclaimed: [], bytes: 0 })
  })

  it('takes a catalog that was loaded once', async () => {
    const catalog = await provenum.loadCatalog()
    const once = await provenum.extractDocument(text, { catalog })
    expect(await provenum.extractDocument(text)).toEqual(once)
  })

  it('reconciles claims of several documents, each placed once', async () => {
    const texts = ['a', 'b'].map((name) => provenum.extractDocument(text, { name }))
    const claims = (await Promise.all(texts)).flatMap((result) => result.claims)
    const { placements, observations } = await provenum.reconcile(claims)
    expect([...placements.keys()].sort()).toEqual(claims.map(({ id }) => id).sort())
    expect(Array.isArray(observations)).toBe(true)
  })

  it('runs over files without writing', async () => {
    const { dataset, out } = await provenum.run({ inputs: [`${packageRoot()}/seeds`] })
    expect(out).toBeNull()
    expect(dataset.documents).toHaveLength(5)
  })
})
