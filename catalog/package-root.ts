import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Folder of the package: the nearest one above this file that holds package.json, from source and from dist/ alike.
 * Throws an Error where there is none (the package was copied without it).
 */
export const packageRoot = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder)
    if (above === folder) throw new Error('provenum: no package.json above the program; install the package anew')
    folder = above
  }
  return folder
}
