import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Corpus, datasetOf } from './visit.ts'

/** Paths of all pages of a corpus' report, from its folder, with "/". */
export const pagesOf = (corpus: Corpus): string[] =>
  readdirSync(join(datasetOf(corpus), 'report'), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html'))
    .sort()

/** What kind of page a path leads to, with its language: "documents", "vi/observations", "index.html". */
export const kindOf = (path: string): string => path.replace(/[^/]+(?<!index|find)\.html$/u, '').replace(/\/$/u, '')

/** The largest page of each kind. */
export const oneOfEachKind = (corpus: Corpus): string[] => {
  const sizeOf = (path: string): number => statSync(join(datasetOf(corpus), 'report', path)).size
  const largest = new Map<string, string>()
  for (const path of pagesOf(corpus)) {
    const known = largest.get(kindOf(path))
    if (known === undefined || sizeOf(path) > sizeOf(known)) largest.set(kindOf(path), path)
  }
  return [...largest.values()]
}
