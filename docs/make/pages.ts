import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../catalog/package-root.ts'
import { runPage } from './run-page.ts'
import { makeWorkspace, removeWorkspace } from './workspace.ts'

/** Pages whose code blocks are run, and whose shown output is the real one. */
export const workedPages = ['add-an-extractor.md', 'add-a-locale.md', 'add-an-indicator.md'] as const

export const docsFile = (name: string): string => join(packageRoot(), 'docs', name)

/** A worked page as it stands, and as it comes out when everything on it is done in a fresh copy of the repository. */
export const workedPage = (name: string): { written: string; made: string } => {
  const written = readFileSync(docsFile(name), 'utf8')
  const folder = makeWorkspace()
  try {
    return { written, made: runPage(written, folder) }
  } catch (error) {
    throw new Error(`docs/${name}, ${(error as Error).message}`)
  } finally {
    removeWorkspace(folder)
  }
}
