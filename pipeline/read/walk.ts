import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import pLimit from 'p-limit'
import { systemReason } from '../user-error.ts'
import type { Unreadable } from './found-source.ts'

/** Folders and links looked into at a time. */
const AT_ONCE = 16
/** Files that a folder with a dataset holds: its report pages are no articles. */
const DATASET = ['datapackage.json', 'claims.json']
const ENDINGS = /\.(?:txt|md|markdown|html?)$/iu

/**
 * The documents under a folder, in no promised order. Hidden files and folders and files of other endings are left out.
 * What looks like a document and cannot be one (a pipe, a broken link, a name that is not UTF-8) is a problem, as is a
 * folder that cannot be listed. Links to folders are not followed, so that no circle of links is walked. A folder with a
 * dataset of an earlier run is not looked into, and named.
 *
 * @param folder absolute.
 */
export async function walk(folder: string): Promise<{ files: string[]; problems: Unreadable[]; datasets: string[] }> {
  const limit = pLimit(AT_ONCE)
  const files: string[] = []
  const problems: Unreadable[] = []
  const datasets: string[] = []
  let folders = [folder]
  while (folders.length > 0) {
    const inside = await limit.map(folders, async (path) => {
      // Names come as bytes: read as text, one that is not UTF-8 could not be told from another, nor opened.
      const entries = await readdir(path, { withFileTypes: true, encoding: 'buffer' }).catch((error: unknown) => {
        problems.push({ path, reason: systemReason(error) })
        return []
      })
      const names = new Set(entries.map(({ name }) => name.toString('utf8')))
      if (DATASET.every((name) => names.has(name))) {
        datasets.push(path)
        return []
      }
      const below: string[] = []
      for (const entry of entries) {
        const name = entry.name.toString('utf8')
        if (name.startsWith('.')) continue
        if (!entry.name.equals(Buffer.from(name))) {
          if (entry.isDirectory() || ENDINGS.test(name)) {
            problems.push({ path: join(path, name), reason: 'the name is not UTF-8; rename it' })
          }
        } else if (entry.isDirectory()) below.push(join(path, name))
        else if (ENDINGS.test(name)) await sort(entry, join(path, name), files, problems)
      }
      return below
    })
    folders = inside.flat()
  }
  return { files, problems, datasets }
}

async function sort(entry: Dirent<Buffer>, path: string, files: string[], problems: Unreadable[]): Promise<void> {
  if (entry.isFile()) files.push(path)
  else if (entry.isSymbolicLink()) {
    const target = await stat(path).catch((error: NodeJS.ErrnoException) => error)
    if (target instanceof Error)
      problems.push({ path, reason: `is a link that leads nowhere: ${systemReason(target)}` })
    else if (target.isFile()) files.push(path)
    else if (!target.isDirectory()) problems.push({ path, reason: 'is a link to no regular file; name a file of text' })
  } else problems.push({ path, reason: 'is no regular file; name a file of text' })
}
