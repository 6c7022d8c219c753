import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, join, relative } from 'node:path'
import { type CompiledCatalog, compile } from '../../catalog/compile.ts'
import { loadCatalog } from '../../catalog/load.ts'
import type { Io } from '../../pipeline/commands/io.ts'
import type { FoundSource } from '../../pipeline/read/found-source.ts'
import type { Stages } from '../../pipeline/stages.ts'
import type { ClaimPlacement } from '../../schemas/claim.ts'
import type { SourceFile } from '../../schemas/document.ts'
import type { ParsedDocument } from '../../schemas/passage.ts'
import type { DocumentResult } from '../../schemas/result.ts'
import { claimRow } from './write/sample.ts'

const noPlacement: ClaimPlacement = {
  observation_id: null,
  change_unit: null,
  granule: null,
  e_low: null,
  e_high: null,
  e_open: null,
  period_start: null,
  period_end: null,
  period_rule: null,
  flags: [],
}

const found = (path: string, absolute: string): FoundSource => ({ path, absolute, name: basename(path, extname(path)) })

/** Every run of digits is a claim. */
const extract = ({ name, path, sha256, bytes, text }: SourceFile): DocumentResult => ({
  document: name,
  path,
  sha256,
  bytes,
  chars: Array.from(text).length,
  format: 'plain',
  lang: 'en',
  title: null,
  dateline: null,
  place: null,
  claims: [...text.matchAll(/\d+/gu)].map((match) => ({
    ...claimRow(),
    id: `c_${createHash('sha256').update(`${name} ${match.index}`).digest('hex').slice(0, 12)}`,
    document: name,
    value: String(BigInt(match[0])),
    source: { path, sha256 },
    selector: { start: match.index, end: match.index + match[0].length, exact: match[0], prefix: '', suffix: '' },
  })),
  unclaimed: [],
  legalLinks: [],
  legalStatements: [],
})

/** No passages: the report then shows the text as it is. */
const parse = (): ParsedDocument => ({ format: 'plain', passages: [], markup: [] })

let loaded: Promise<CompiledCatalog> | null = null

/** Stages that do the least: .txt files of folders and files, digits as claims, nothing reconciled. */
export const stages: Stages = {
  // Loaded once for all tests of a file: it takes most of a second.
  load: async () => {
    loaded ??= loadCatalog().then(compile)
    return loaded
  },
  find: async (inputs) => {
    const all = await Promise.all(
      inputs.map(async (input) => {
        const entry = await stat(input).catch(() => null)
        if (entry === null) return { sources: [], problems: [{ path: input, reason: 'no such file' }] }
        if (!entry.isDirectory()) return { sources: [found(basename(input), input)], problems: [] }
        const names = (await readdir(input)).filter((name) => name.endsWith('.txt')).sort()
        return {
          sources: names.map((name) => found(relative(input, join(input, name)), join(input, name))),
          problems: [],
        }
      }),
    )
    return {
      sources: all.flatMap(({ sources }) => sources),
      problems: all.flatMap(({ problems }) => problems),
      datasets: [],
    }
  },
  read: async ({ name, path, absolute }) => {
    const bytes = await readFile(absolute)
    if (bytes.includes(0)) throw new Error('it is binary, not text')
    return {
      name,
      path,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      text: bytes.toString('utf8'),
    }
  },
  parse,
  extract,
  reconcile: (results, facts) => ({
    placements: new Map(results.flatMap(({ claims }) => claims.map(({ id }) => [id, noPlacement]))),
    observations: [],
    relations: [],
    conflicts: [],
    checks: [],
    hedges: [],
    calibration: [],
    sources: new Map(
      results.map(({ document }) => [
        document,
        {
          document,
          origin: facts[document]?.origin ?? null,
          origin_class: 5,
          report: document,
          event: null,
          asserted_not_before: null,
          asserted_not_after: null,
          page_date_trusted: null,
        },
      ]),
    ),
  }),
}

/** An Io that keeps what is written. */
export const recorder = (
  changed: Partial<Stages> = {},
): Io & { readonly outText: () => string; readonly errorText: () => string } => {
  const out: string[] = []
  const error: string[] = []
  return {
    out: (text) => out.push(text),
    error: (text) => error.push(text),
    isTerminal: false,
    untilStopped: () => Promise.resolve(),
    stages: { ...stages, ...changed },
    exitCode: 0,
    outText: () => out.join(''),
    errorText: () => error.join(''),
  }
}
