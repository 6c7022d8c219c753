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

/** A set of gold: its name, where its gold and its texts stand, and the catalog folder they are read with (null: the default). */
export interface SetFolders {
  readonly name: string
  readonly gold: string
  readonly texts: string
  readonly catalog: string | null
}

/**
 * Names and folders of the sets of the project: every folder of test/gold. The seeds' texts are the seeds themselves. A set that has
 * the name of a folder of catalog/ is read with that catalog: test/gold/labour-market with catalog/labour-market.
 */
export const projectSets = async (): Promise<SetFolders[]> => {
  const root = packageRoot()
  const entries = await readdir(join(root, 'test', 'gold'), { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  // The seeds first, what was held back from the work on the rules last.
  const order = ['seeds', 'work']
  const rank = (name: string): number =>
    name === heldBack ? order.length + 1 : order.includes(name) ? order.indexOf(name) : order.length
  return names
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((name) => ({
      name,
      gold: join(root, 'test', 'gold', name),
      texts: name === 'seeds' ? join(root, 'seeds') : join(root, 'test', 'articles', name),
      catalog: existsSync(join(root, 'catalog', name)) ? join(root, 'catalog', name) : null,
    }))
}

/** Extracts the texts of a gold set. */
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
export const goldSets = async (sets: readonly SetFolders[], claims: string | null): Promise<GoldSet[]> => {
  const golds = await Promise.all(
    sets.map(async ({ name, gold, texts, catalog }) => ({ name, catalog, gold: await readGold(gold, texts) })),
  )
  if (claims !== null) {
    const given = { claims: await readClaims(claims), languages: await languagesBeside(claims) }
    return golds.map((set) => ({ ...set, ...given }))
  }
  const catalogs = new Map<string | null, CompiledCatalog>()
  for (const { catalog } of golds)
    if (!catalogs.has(catalog)) catalogs.set(catalog, compile(await loadCatalog(catalog ?? undefined)))
  return golds.map((set) => ({ ...set, ...extracted(set.gold, catalogs.get(set.catalog)!) }))
}
