import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmdirSync, unlinkSync, writeFileSync } from 'node:fs'
import { readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { systemReason, UserError } from '../user-error.ts'
import { isAlive, ownToken } from './owner.ts'

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code

/** Short name of a folder, the same in every run. */
export const shortHash = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 12)

/** Who holds the lock; null where it was given back meanwhile. An empty file is one whose holder is about to write. */
const holderOf = async (path: string): Promise<string | null> => {
  for (let tries = 0; tries < 20; tries += 1) {
    try {
      const token = await readFile(path, 'utf8')
      if (token !== '') return token
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null
      throw error
    }
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  return ''
}

const release = (folder: string, path: string, token: string): void => {
  try {
    if (readFileSync(path, 'utf8') === token) unlinkSync(path)
    rmdirSync(folder)
  } catch {
    // Gone already, or the folder holds other things: both are fine.
  }
}

/**
 * Writes the lock, in one go so that no signal of this process comes between folder, file and the promise to remove them.
 * False where a lock is there, or where the folder was taken away meanwhile by a run that ended.
 */
const take = (cache: string, path: string, token: string): boolean => {
  try {
    mkdirSync(cache, { recursive: true })
  } catch (error) {
    throw new UserError(`cannot use the folder ${cache}: ${systemReason(error)}; or give another one with --cache`)
  }
  try {
    writeFileSync(path, token, { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || codeOf(error) === 'ENOENT') return false
    throw new UserError(`cannot lock in ${cache}: ${systemReason(error)}; or give another folder with --cache`)
  }
}

/**
 * Takes the lock on `out` in the folder `cache`, so that one run at a time writes there. A lock whose process is dead is
 * taken over. The lock is given back by the function returned, and when the process ends.
 *
 * Throws UserError where another run holds it, or where the folder cannot be written.
 */
export const lock = async (cache: string, out: string): Promise<() => void> => {
  const path = join(cache, `lock-${shortHash(out)}`)
  const token = ownToken()
  for (let tries = 0; tries < 20; tries += 1) {
    if (take(cache, path, token)) {
      const onExit = (): void => release(cache, path, token)
      process.once('exit', onExit)
      return () => {
        process.off('exit', onExit)
        onExit()
      }
    }
    const holder = await holderOf(path)
    if (holder !== null && isAlive(holder))
      throw new UserError(`another run (process ${holder.split('-')[0]}) is writing ${out}; wait until it has ended`)
    if (holder !== null) await unlink(path).catch(() => undefined)
  }
  throw new UserError(`cannot get the lock ${path}; take the file away if no other run is writing ${out}`)
}
