import { posix } from 'node:path'
import type { DocumentRow, SourceFile } from '../schemas/document.ts'
import { groupBy } from './group-by.ts'
import type { FoundSource } from './read/found-source.ts'

/** Whether one path is the end of the other: "2021/a.txt" of the folder "news" is "news/2021/a.txt" of the folder above. */
const isTail = (a: string, b: string): boolean => a === b || a.endsWith(`/${b}`) || b.endsWith(`/${a}`)

/**
 * Finds the texts of a dataset's documents again: by the path that the dataset has for them, or by the end of it where another
 * folder was given; and only with the same bytes. One text is read at a time and none is kept, so that memory does not grow with the corpus.
 */
export const sourceTexts = (
  sources: readonly FoundSource[],
  read: (source: FoundSource) => Promise<SourceFile>,
): ((row: DocumentRow) => Promise<string | null>) => {
  const byName = groupBy(sources, ({ path }) => posix.basename(path))
  return async ({ path, sha256 }) => {
    const candidates = (byName.get(posix.basename(path)) ?? []).filter((each) => isTail(each.path, path))
    for (const candidate of candidates) {
      const file = await read(candidate).catch(() => null)
      if (file?.sha256 === sha256) return file.text
    }
    return null
  }
}
