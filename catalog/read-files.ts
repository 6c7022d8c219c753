import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import {
  Authority,
  Denominator,
  Indicator,
  IndicatorRelation,
  LegalType,
  Manifest,
  Phrases,
  Place,
  Unit,
} from '../schemas/catalog.ts'
import { Locale } from '../schemas/locale.ts'
import { ReconciliationSettings } from '../schemas/reconciliation.ts'
import { CatalogError, type Problem } from './catalog-error.ts'
import { nearestName } from './nearest-name.ts'
import { YamlFile } from './yaml-file.ts'

/** A part of the catalog: its value, and the file it came from for saying what is wrong. */
export interface Part<Value> {
  readonly file: YamlFile
  readonly value: Value
}

/** The schema of each file. Those of `folders` stand one a language: terms/en.yaml. */
const files = {
  manifest: ['catalog.yaml', Manifest],
  indicators: ['indicators.yaml', z.array(Indicator)],
  denominators: ['denominators.yaml', z.array(Denominator)],
  relations: ['relations.yaml', z.array(IndicatorRelation)],
  units: ['units.yaml', z.array(Unit)],
  places: ['places.yaml', z.array(Place)],
  authorities: ['authorities.yaml', z.array(Authority)],
  legalTypes: ['legal-types.yaml', z.array(LegalType)],
  reconciliation: ['reconciliation.yaml', ReconciliationSettings],
} as const
/** Lists that a catalog folder adds to: an entry stands in for those of base that have its name, any other is one more. File -> the field that names an entry. */
const joined: ReadonlyMap<string, string> = new Map([
  ['units.yaml', 'id'],
  ['places.yaml', 'code'],
  ['authorities.yaml', 'id'],
  ['legal-types.yaml', 'id'],
])
type Entry = Readonly<Record<string, unknown>>
/** How the list of base is named where the folder has one too. */
const below = (name: string): string => `base/${name}`
/** Lists that a catalog may do without. */
const optional: readonly string[] = ['denominators.yaml', 'relations.yaml']
const folders = {
  terms: z.record(z.string(), Phrases),
  locales: Locale,
} as const

type Files = { readonly [Name in keyof typeof files]: Part<z.output<(typeof files)[Name][1]>> }
type Folders = {
  readonly [Name in keyof typeof folders]: readonly (Part<z.output<(typeof folders)[Name]>> & {
    readonly lang: string
  })[]
}
export interface Contents extends Files, Folders {
  /** SHA-256 (hex) over the names and bytes of all files that were read. */
  readonly sha256: string
}

/** Names of the files of a catalog folder, with terms/ and locales/, in order. */
const listed = async (dir: string): Promise<string[]> => {
  const entries = await readdir(dir, { withFileTypes: true })
  const deeper = await Promise.all(
    entries
      .filter((entry) => entry.isDirectory() && entry.name in folders)
      .map(async (entry) => (await readdir(join(dir, entry.name))).map((name) => `${entry.name}/${name}`)),
  )
  return [...entries.filter((entry) => entry.isFile()).map((entry) => entry.name), ...deeper.flat()]
    .filter((name) => /\.ya?ml$/u.test(name))
    .sort()
}

const unknownFiles = (names: readonly string[], baseNames: readonly string[]): Problem[] => {
  const known = [...Object.values(files).map(([name]) => name), ...baseNames]
  return names.flatMap((name) => {
    if (known.includes(name) || /^(?:terms|locales)\/[a-z]{2}\.yaml$/u.test(name)) return []
    const nearest = nearestName(name, known)
    return [
      {
        file: name,
        line: 1,
        column: 1,
        path: '',
        text: `is no file of a catalog; ${nearest === null ? 'take it away' : `did you mean "${nearest}"?`}`,
      },
    ]
  })
}

/**
 * Reads base and catalog folder. Lists that both have are joined; any other file of the folder stands in for the one of base of the same name.
 * Throws CatalogError with everything that is wrong in any file, or the error of the disk where a folder cannot be read.
 */
export const readFiles = async (base: string, dir: string): Promise<Contents> => {
  const [baseNames, dirNames] = await Promise.all([listed(base), listed(dir)])
  const problems = unknownFiles(dirNames, baseNames)
  const pathOf = new Map<string, string>()
  for (const name of baseNames) pathOf.set(name, join(base, name))
  for (const name of dirNames) {
    if (joined.has(name) && pathOf.has(name)) pathOf.set(below(name), join(base, name))
    pathOf.set(name, join(dir, name))
  }
  const names = [...pathOf.keys()].sort()
  const texts = new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(pathOf.get(name)!, 'utf8')] as const)),
  )

  const readOne = <Schema extends z.ZodType>(name: string, schema: Schema): Part<z.output<Schema>> => {
    const text = texts.get(name) ?? (optional.includes(name) ? '[]' : undefined)
    const file = new YamlFile(name, text ?? '')
    if (text === undefined) {
      problems.push({ file: name, line: 1, column: 1, path: '', text: 'is missing; a catalog needs it' })
      return { file, value: null as z.output<Schema> }
    }
    const result = file.read(schema)
    problems.push(...result.problems)
    return { file, value: result.value as z.output<Schema> }
  }
  // The folder's entries first: what is wrong with one keeps its place in its file, and its phrases come before those of base.
  const read = <Schema extends z.ZodType>(name: string, schema: Schema): Part<z.output<Schema>> => {
    const own = readOne(name, schema)
    if (!texts.has(below(name))) return own
    const entries = (own.value ?? []) as Entry[]
    const field = joined.get(name)!
    const named = new Set(entries.map((entry) => entry[field]))
    const others = ((readOne(below(name), schema).value ?? []) as Entry[]).filter((entry) => !named.has(entry[field]))
    return { file: own.file, value: [...entries, ...others] as z.output<Schema> }
  }
  const parts = Object.fromEntries(
    Object.entries(files).map(([part, [name, schema]]) => [part, read(name, schema)]),
  ) as unknown as Files
  const byLanguage = Object.fromEntries(
    Object.entries(folders).map(([folder, schema]) => [
      folder,
      names
        .filter((name) => name.startsWith(`${folder}/`))
        .map((name) => ({ lang: name.slice(folder.length + 1, -'.yaml'.length), ...read(name, schema as z.ZodType) })),
    ]),
  ) as unknown as Folders
  if (problems.length > 0) throw new CatalogError(problems)

  const hash = createHash('sha256')
  for (const name of names) {
    const text = texts.get(name)!
    hash.update(`${name} ${text.length}\n${text}\n`)
  }
  return { ...parts, ...byLanguage, sha256: hash.digest('hex') }
}
