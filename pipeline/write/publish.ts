import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { systemReason, UserError } from '../user-error.ts'
import { shortHash } from './lock.ts'
import { isAlive, ownToken } from './owner.ts'
import { syncFolder, syncFolders, writerInto } from './staging.ts'
import type { WriteFile } from './write-dataset.ts'

/** Hidden folders beside `out`: the new dataset while it is built, the old one between the two renames, and what is in work. */
const besideOut = (out: string, is: 'new' | 'old' | 'tmp', token: string): string =>
  join(dirname(out), `.${prefixOf(out)}${is}-${token}`)

const prefixOf = (out: string): string => `provenum-${shortHash(basename(out))}-`

/**
 * Makes a folder for what a run lays aside while it works: beside `out` (an absolute path), on the disk that has room for the dataset; among
 * the system's temporary ones where nothing is written. The run removes it; where it was killed, `recover` does.
 *
 * Throws UserError where the disk refuses.
 */
export const workFolder = async (out: string | null): Promise<string> => {
  if (out === null) return mkdtempSync(join(tmpdir(), 'provenum-'))
  const folder = besideOut(out, 'tmp', ownToken())
  try {
    await mkdir(dirname(out), { recursive: true })
    // At once with what follows: a signal that came in between would leave the folder to nobody.
    mkdirSync(folder)
    return folder
  } catch (error) {
    throw new UserError(`cannot write ${out}: ${systemReason(error)}; what stood there is untouched`)
  }
}

/**
 * Puts right what a killed run left beside `out` (an absolute path): if it died between the two renames the old dataset goes
 * back to its place; unfinished and replaced datasets are removed. What belongs to a living run stays.
 *
 * Killed itself, it can be run again. Throws UserError where the disk refuses.
 */
export const recover = async (out: string): Promise<void> => {
  const base = dirname(out)
  if (!existsSync(base)) return
  const prefix = `.${prefixOf(out)}`
  try {
    const left = (await readdir(base))
      .filter((name) => name.startsWith(prefix) && !isAlive(name.slice(prefix.length + 'new-'.length)))
      .sort()
    for (const name of left) {
      if (name.startsWith(`${prefix}old-`) && !existsSync(out)) {
        await rename(join(base, name), out)
        await syncFolder(base)
      } else await rm(join(base, name), { recursive: true, force: true })
    }
  } catch (error) {
    throw new UserError(`cannot put right what a killed run left beside ${out}: ${systemReason(error)}`)
  }
}

/**
 * Two renames, in one go so that no signal of this process comes between. A run under another lock may have been between its own
 * two renames: then `out` is missing for a moment, or back again before our second rename, and we start over.
 */
const swap = (staged: string, out: string, old: string): void => {
  for (let tries = 0; ; tries += 1) {
    const replaces = existsSync(out)
    try {
      if (replaces) renameSync(out, old)
      renameSync(staged, out)
      return
    } catch (error) {
      if (existsSync(old)) {
        if (existsSync(out)) rmSync(old, { recursive: true, force: true })
        else renameSync(old, out)
      }
      const { code } = error as NodeJS.ErrnoException
      const another = code === 'ENOTEMPTY' || code === 'EEXIST' || (code === 'ENOENT' && existsSync(staged))
      if (!another || tries >= 50) throw error
    }
  }
}

/**
 * Puts a dataset in place of `out` (an absolute path) whole: `build` writes its files into a hidden folder beside it, all is synced,
 * and two renames exchange the folders. A run that is killed leaves the old dataset or the new one (`recover`).
 *
 * Throws what `build` throws, or UserError naming `out` and the reason; the dataset that was there is then untouched.
 */
export const publish = async (out: string, build: (write: WriteFile) => Promise<void>): Promise<void> => {
  const token = ownToken()
  const staged = besideOut(out, 'new', token)
  const old = besideOut(out, 'old', token)
  const clear = (): void => rmSync(staged, { recursive: true, force: true })
  process.once('exit', clear)
  let isPlaced = false
  try {
    await mkdir(dirname(out), { recursive: true })
    clear()
    await mkdir(staged)
    await build(writerInto(staged))
    await syncFolders(staged)
    swap(staged, out, old)
    isPlaced = true
    await syncFolder(dirname(out))
    // What cannot be removed now is removed by the next run, or that run says why not.
    await rm(old, { recursive: true, force: true }).catch(() => undefined)
  } catch (error) {
    try {
      clear()
    } catch {
      // The first error says more; the next run clears away.
    }
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    const state = isPlaced
      ? 'the new dataset is in place but may not be on the disk yet'
      : 'what stood there is untouched'
    throw new UserError(`cannot write ${out}: ${systemReason(error)}; ${state}`)
  } finally {
    process.off('exit', clear)
  }
}
