import type { Problem } from '../catalog-error.ts'
import { nearestName } from '../nearest-name.ts'
import type { YamlFile } from '../yaml-file.ts'

/** Names that a field may hold: what one is called, the file that holds them, and all of them. */
export interface Known {
  readonly noun: string
  readonly where: string
  readonly names: ReadonlySet<string>
}

export const known = (noun: string, where: string, names: Iterable<string>): Known => ({
  noun,
  where,
  names: new Set(names),
})

type Path = readonly PropertyKey[]

/** The problem of a name that is not known, with the one that was likely meant; nothing where it is known or null. */
export const reference = (
  file: YamlFile,
  path: Path,
  name: string | null,
  { noun, where, names }: Known,
): Problem[] => {
  if (name === null || names.has(name)) return []
  const nearest = nearestName(name, names)
  const mend = nearest === null ? 'add it there, or take it out' : `did you mean "${nearest}"?`
  return [file.problem(path, `${noun} "${name}" is in no ${where}; ${mend}`)]
}

/** The same of a list of names. */
export const references = (file: YamlFile, path: Path, names: readonly string[], all: Known): Problem[] =>
  names.flatMap((name, at) => reference(file, [...path, at], name, all))
