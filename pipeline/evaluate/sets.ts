import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type CompiledCatalog, compile } from '../../catalog/compile.ts'
import { loadCatalog } from '../../catalog/load.ts'
import { packageRoot } from '../../catalog/package-root.ts'
import { extractDocument } from '../extract-document.ts'
import { readClaims, ScoredClaim } from './claims.ts'
import type { GoldSet } from './evaluation.ts'
import { type GoldDocument, readGold } from './gold.ts'

/** The set by which nobody works on rules. */
export const heldBack = 'held'

/** Names and folders of the sets of the project: every folder of test/gold. The seeds' texts are the seeds themselves. */
export const projectSets = async (): Promise<{ name: string; gold: string; texts: string }[]> => {
  const root = packageRoot()
  const entries = await readdir(join(root, 'test', 'gold'), { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  // The seeds first, what was held back from the work on the rules last.
  const order = ['seeds', 'work', heldBack]
  const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length)
  return names
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((name) => ({
      name,
      gold: join(root, 'test', 'gold', name),
      texts: name === 'seeds' ? join(root, 'seeds') : join(root, 'test', 'articles', name),
    }))
}

/** Extracts the texts of a gold set with the catalog that comes with the package. */
const extracted = (gold: readonly GoldDocument[], catalog: CompiledCatalog): Pick<GoldSet, 'claims' | 'languages'> => {
  const results = gold.map(({ document, path, text }) =>
    extractDocument(
      {
        name: document,
        path: basename(path),
        sha256: createHash('sha256').update(text).digest('hex'),
        bytes: Buffer.byteLength(text),
        text,
      },
      catalog,
    ),
  )
  return {
    claims: results.flatMap(({ claims }) => claims.map((claim) => ScoredClaim.parse(claim))),
    languages: new Map(results.flatMap(({ document, lang }) => (lang === null ? [] : [[document, lang] as const]))),
  }
}

/** Languages of the documents from the documents.json that stands beside a claims.json; empty where there is none. */
const languagesBeside = async (claims: string): Promise<ReadonlyMap<string, string>> => {
  const path = join(dirname(claims), 'documents.json')
  if (!existsSync(path)) return new Map()
  const rows = JSON.parse(await readFile(path, 'utf8')) as { document: string; lang: string | null }[]
  return new Map(rows.flatMap(({ document, lang }) => (lang === null ? [] : [[document, lang] as const])))
}

/**
 * Gold sets with the claims to score: those of the file `claims` where it is given, else extracted from the texts.
 * Throws UserError where gold, texts or claims cannot be read.
 */
export const goldSets = async (
  sets: readonly { name: string; gold: string; texts: string }[],
  claims: string | null,
): Promise<GoldSet[]> => {
  const golds = await Promise.all(
    sets.map(async (set) => ({ name: set.name, gold: await readGold(set.gold, set.texts) })),
  )
  if (claims !== null) {
    const given = { claims: await readClaims(claims), languages: await languagesBeside(claims) }
    return golds.map((set) => ({ ...set, ...given }))
  }
  const catalog = compile(await loadCatalog())
  return golds.map((set) => ({ ...set, ...extracted(set.gold, catalog) }))
}
