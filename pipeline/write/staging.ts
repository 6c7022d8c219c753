import { createHash } from 'node:crypto'
import { mkdir, open, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { WrittenFile } from './data-package.ts'
import type { WriteFile } from './write-dataset.ts'

/** Characters gathered before a call to the disk. */
const pieceSize = 1 << 18

/** Waits until the entries of a folder are on the disk. Windows cannot, and needs not. */
export const syncFolder = async (path: string): Promise<void> => {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** The same for a folder and all folders in it, the innermost first. */
export const syncFolders = async (path: string): Promise<void> => {
  for (const entry of await readdir(path, { withFileTypes: true }))
    if (entry.isDirectory()) await syncFolders(join(path, entry.name))
  await syncFolder(path)
}

/** Writes files into `folder`, and into folders in it where a path says so ("report/index.html"), each synced to the disk before it counts as written. */
export const writerInto =
  (folder: string): WriteFile =>
  async (path, pieces): Promise<WrittenFile> => {
    if (path.includes('/')) await mkdir(dirname(join(folder, path)), { recursive: true })
    const file = await open(join(folder, path), 'wx')
    try {
      const hash = createHash('sha256')
      let bytes = 0
      let waiting = ''
      const flush = async (): Promise<void> => {
        const data = Buffer.from(waiting, 'utf8')
        waiting = ''
        hash.update(data)
        bytes += data.length
        // writeFile writes on until all is written or an error comes; a single write may stop short.
        await file.writeFile(data)
      }
      for (const piece of pieces) {
        waiting += piece
        if (waiting.length >= pieceSize) await flush()
      }
      await flush()
      await file.sync()
      return { path, bytes, sha256: hash.digest('hex') }
    } finally {
      await file.close()
    }
  }
