import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compile } from '../../catalog/compile.ts'
import { loadCatalog } from '../../catalog/load.ts'
import { packageRoot } from '../../catalog/package-root.ts'
import { extractDocument } from '../../pipeline/extract-document.ts'

const root = packageRoot()

/** Claims of the texts of a folder that a catalog gives an indicator: "document: figure indicator". */
const indicated = async (folder: string, catalog: string | undefined): Promise<string[]> => {
  const compiled = compile(await loadCatalog(catalog))
  const paths = readdirSync(folder).filter((name) => /\.(?:txt|md|html)$/u.test(name))
  return paths.sort().flatMap((path) => {
    const text = readFileSync(join(folder, path), 'utf8')
    const source = {
      name: path,
      path: basename(path),
      sha256: createHash('sha256').update(text).digest('hex'),
      bytes: Buffer.byteLength(text),
      text,
    }
    return extractDocument(source, compiled).claims.flatMap(({ selector, indicator }) =>
      indicator === null ? [] : [`${path}: ${selector.exact} ${indicator}`],
    )
  })
}

describe('a catalog over texts of another subject', () => {
  it('labour market: no figure of the seeds, which are about insurance, has an indicator', async () => {
    expect(await indicated(join(root, 'seeds'), join(root, 'catalog', 'labour-market'))).toEqual([])
  })

  it('social security: of the articles on work, only members of a provident fund have one', async () => {
    expect(await indicated(join(root, 'test', 'articles', 'labour-market'), undefined)).toEqual([
      'en-india-periodic-survey-informal-work.txt: 16.99 lakh social_insurance.participants',
    ])
  })
})
