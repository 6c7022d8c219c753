import type { Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, dirname, relative, resolve, sep } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import { systemReason } from '../user-error.ts'
import { byCodeUnit } from './code-unit-order.ts'
import type { FoundSource, Unreadable } from './found-source.ts'
import { uniqueNames, uniquePaths } from './unique-names.ts'
import { walk } from './walk.ts'

/**
 * The documents that files, folders and globs name, each once, by name in code-unit order. A folder gives its files
 * that end in .txt, .md, .markdown, .html or .htm, at any depth, hidden ones left out; a file named itself is always
 * taken. Links to files are followed, links to folders are not. Nothing is opened. `datasets` are the folders left out
 * because they hold a dataset.
 */
export async function findSources(
  paths: readonly string[],
): Promise<{ sources: FoundSource[]; problems: Unreadable[]; datasets: string[] }> {
  const roots = new Map<string, string>()
  const problems = new Map<string, string>()
  const datasets = new Set<string>()
  /** A file that two inputs name is of the outermost folder: the order of inputs must not matter. */
  const add = (absolute: string, root: string) => {
    const known = roots.get(absolute)
    if (known === undefined || root.length < known.length) roots.set(absolute, root)
  }
  for (const path of paths) {
    const entry = await stat(path).catch((error: NodeJS.ErrnoException) => error)
    if (entry instanceof Error) await findPattern(path, entry, add, problems)
    else if (entry.isDirectory()) {
      const found = await walk(resolve(path))
      for (const file of found.files) add(file, resolve(path))
      for (const dataset of found.datasets) datasets.add(dataset)
      for (const problem of found.problems) problems.set(shown(problem.path, resolve(path)), problem.reason)
    } else if (entry.isFile()) add(resolve(path), dirname(resolve(path)))
    else problems.set(path, `is ${kindOf(entry)}, not a file of text; name a file or a folder`)
  }
  const absolutes = [...roots.keys()].sort(byCodeUnit)
  const names = uniqueNames(absolutes)
  const shownPaths = uniquePaths(roots)
  const sources = absolutes.map((absolute) => ({
    path: shownPaths.get(absolute)!,
    absolute,
    name: names.get(absolute)!,
  }))
  return {
    sources: sources.sort((a, b) => byCodeUnit(a.name, b.name)),
    problems: [...problems].map(([path, reason]) => ({ path, reason })).sort((a, b) => byCodeUnit(a.path, b.path)),
    datasets: [...datasets].sort(byCodeUnit),
  }
}

/** A path that names nothing on the disk: a glob, or a mistake. */
async function findPattern(
  path: string,
  error: NodeJS.ErrnoException,
  add: (absolute: string, root: string) => void,
  problems: Map<string, string>,
): Promise<void> {
  if (error.code !== 'ENOENT' || !isDynamicPattern(path)) {
    problems.set(path, systemReason(error))
    return
  }
  const pattern = sep === '/' ? path : path.replaceAll(sep, '/')
  const files = await glob(pattern, {
    absolute: true,
    onlyFiles: true,
    followSymbolicLinks: false,
    expandDirectories: false,
  })
  if (files.length === 0) problems.set(path, 'no file matches; check the pattern, or name a folder')
  for (const file of files) add(resolve(file), resolve(fixedPart(pattern)))
}

/** The folders of a glob before its first sign: "data/2021/*.txt" is of "data/2021". */
function fixedPart(pattern: string): string {
  const parts = pattern.split('/')
  const first = parts.findIndex((part) => isDynamicPattern(part))
  const fixed = parts.slice(0, first < 0 ? -1 : Math.min(first, parts.length - 1)).join('/')
  return fixed === '' ? (pattern.startsWith('/') ? '/' : '.') : fixed
}

function shown(absolute: string, root: string): string {
  const path = relative(root, absolute)
  return path === '' ? basename(absolute) : path.replaceAll(sep, '/')
}

function kindOf(entry: Stats): string {
  if (entry.isFIFO()) return 'a pipe'
  if (entry.isSocket()) return 'a socket'
  return 'a device'
}
