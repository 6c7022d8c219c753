import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
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

/** Writes files into `folder`, each synced to the disk before it counts as written. */
export const writerInto =
  (folder: string): WriteFile =>
  async (path, pieces): Promise<WrittenFile> => {
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
