import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Problem, problemLine } from '../../catalog/catalog-error.ts'
import { nearestName } from '../../catalog/nearest-name.ts'
import { YamlFile } from '../../catalog/yaml-file.ts'
import { type SourceFacts, SourceList } from '../../schemas/document.ts'
import { systemReason, UserError } from '../user-error.ts'

/** Name of the file that a folder of documents may hold. */
export const sourcesFile = 'sources.yaml'

const mistakes = (file: YamlFile, list: SourceList, folder: string, authorities: ReadonlySet<string>): Problem[] =>
  Object.entries(list).flatMap(([name, { origin }]) => {
    const problems: Problem[] = []
    if (!existsSync(join(folder, name)))
      problems.push(
        file.problem([name], `${folder} holds no such file; write its name with its ending, or take the entry out`),
      )
    if (origin !== null && !authorities.has(origin)) {
      const nearest = nearestName(origin, [...authorities])
      const mend = nearest === null ? 'use an id of authorities.yaml' : `did you mean "${nearest}"?`
      problems.push(file.problem([name, 'origin'], `the catalog has no authority "${origin}"; ${mend}`))
    }
    return problems
  })

/**
 * What a folder's sources.yaml knows of its documents: absolute path of the document -> facts. Empty where there is no such file.
 * Entries are named by the file they speak of, as a path from the folder.
 *
 * Throws UserError listing every mistake with file, line, column and mend.
 */
export const readSourceFacts = async (
  folder: string,
  authorities: ReadonlySet<string>,
): Promise<ReadonlyMap<string, SourceFacts>> => {
  const path = join(folder, sourcesFile)
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw new UserError(`cannot read ${path}: ${systemReason(error)}`)
  })
  if (text === null) return new Map()
  const file = new YamlFile(path, text)
  const { value, problems } = file.read(SourceList)
  const all = value === null ? problems : mistakes(file, value, folder, authorities)
  if (all.length > 0) throw new UserError(all.map(problemLine).join('\n'))
  return new Map(Object.entries(value ?? {}).map(([name, facts]) => [resolve(folder, name), facts]))
}
