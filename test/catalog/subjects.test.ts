import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { loadCatalog } from '../../catalog/load.ts'
import { packageRoot } from '../../catalog/package-root.ts'
import { nodes, placeOf, sources } from '../sources.ts'

/** Folders of catalog/ that are about a subject. */
const subjects = readdirSync(join(packageRoot(), 'catalog'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'base' && entry.name !== 'checks')
  .map(({ name }) => name)

/** Words of the machinery that happen to be ids too: a bound, the role of a sum, tables and their rows. */
const words = ['population', 'total', 'claims', 'records']

const literals = sources.flatMap((source) =>
  [...nodes(source.tree)].flatMap((node) =>
    ts.isStringLiteralLike(node) ? [{ text: node.text, at: placeOf(source, node) }] : [],
  ),
)

describe.each(subjects)('the catalog %s', async (name) => {
  const { indicators, denominators, warnings } = await loadCatalog(join(packageRoot(), 'catalog', name))
  const ids = new Set([...indicators.keys(), ...denominators.keys()].filter((id) => !words.includes(id)))

  it('is known to no line of code', () => {
    expect(ids.size).toBeGreaterThan(10)
    expect(literals.filter(({ text }) => ids.has(text))).toEqual([])
  })

  it('says every term in each of its languages', () => {
    expect(warnings).toEqual([])
  })
})
