import { constants, existsSync } from 'node:fs'
import { access, readdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { systemReason, UserError } from '../user-error.ts'
import { packageName, reportFolder } from './data-package.ts'

/** What systems drop into folders unasked. */
const droppings = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini'])

/** The path with all links followed, also where its last parts do not exist yet. */
const realPath = async (path: string): Promise<string> => {
  const whole = resolve(path)
  if (existsSync(whole) || dirname(whole) === whole) return realpath(whole)
  return join(await realPath(dirname(whole)), basename(whole))
}

const isInside = (path: string, folder: string): boolean => {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`))
}

/** Names of what stands in the folder and is no part of a dataset of ours; null where no dataset of ours is there. */
const foreign = async (out: string, names: readonly string[]): Promise<string[] | null> => {
  try {
    const { name, resources } = JSON.parse(await readFile(join(out, 'datapackage.json'), 'utf8'))
    if (name !== packageName) return null
    const own = new Set([
      'datapackage.json',
      reportFolder,
      ...resources.map(({ path }: { path: string }) => path.split('/')[0]),
    ])
    // What a killed "provenum report" left inside is no loss.
    const isLeft = (each: string): boolean => each.startsWith('.provenum-')
    return names.filter((each) => !own.has(each) && !droppings.has(each) && !isLeft(each))
  } catch {
    return null
  }
}

/** The nearest folder above that exists must let us write, or nothing can be put in place later. */
const checkWritable = async (out: string): Promise<void> => {
  let folder = out
  while (!existsSync(folder)) folder = dirname(folder)
  for (const each of folder === out ? [out, dirname(out)] : [folder]) {
    if (!(await stat(each)).isDirectory()) throw new UserError(`--out ${out}: ${each} is a file, not a folder`, 2)
    await access(each, constants.W_OK).catch((error) => {
      throw new UserError(`--out ${out}: cannot write in ${each}: ${systemReason(error)}`)
    })
  }
}

/**
 * Says where the dataset goes: `out` as an absolute path, links followed. What stands there is replaced, so it must be absent, an
 * empty folder, or a dataset of ours with nothing else in it, apart from every input and from the folder of the lock.
 *
 * Throws UserError with what is wrong and how to mend it.
 */
export const outFolder = async (out: string, inputs: readonly string[], cache: string): Promise<string> => {
  if (out === '') throw new UserError('--out is empty; name a folder', 2)
  const folder = await realPath(out).catch((error) => {
    throw new UserError(`--out ${out}: ${systemReason(error)}`, 2)
  })
  for (const input of inputs) {
    const path = await realPath(input).catch(() => resolve(input))
    if (isInside(path, folder))
      throw new UserError(`--out ${out} holds the input ${input} and would replace it; choose another folder`, 2)
    if (isInside(folder, path))
      throw new UserError(`--out ${out} lies inside the input ${input}; choose a folder outside it`, 2)
  }
  if (isInside(await realPath(cache), folder))
    throw new UserError(`--out ${out} holds the working folder ${cache}; choose another one with --cache`, 2)
  await checkWritable(folder)
  if (!existsSync(folder)) return folder
  const names = await readdir(folder)
  const others = names.every((name) => droppings.has(name)) ? [] : await foreign(folder, names)
  if (others === null)
    throw new UserError(`--out ${out} is not empty and holds no dataset of ${packageName}; choose another folder`, 2)
  if (others.length > 0)
    throw new UserError(
      `--out ${out} holds ${JSON.stringify(others.sort()[0])}, which is no part of the dataset and would be lost; move it away`,
      2,
    )
  return folder
}
