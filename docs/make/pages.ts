import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../catalog/package-root.ts'
import { withSection } from '../../pipeline/evaluate/marked-section.ts'
import { claimWalk } from './claim-walk.ts'
import { dictionaryPage } from './dictionary-page.ts'
import { blocksOf } from './example-page.ts'
import { rulesData, rulesPage } from './rules-page.ts'
import { runPage } from './run-page.ts'
import { typeErrors } from './type-errors.ts'
import { makeWorkspace, removeWorkspace } from './workspace.ts'

/** Pages whose code blocks are run, and whose shown output is the real one. */
export const workedPages = [
  'add-an-extractor.md',
  'add-a-locale.md',
  'add-an-indicator.md',
  'add-a-catalog.md',
] as const

export const docsFile = (name: string): string => join(packageRoot(), 'docs', name)

interface Worked {
  readonly written: string
  readonly made: string
  /** What the compiler says against the TypeScript files that the page writes. */
  readonly typeErrors: readonly string[]
}

/** A worked page as it stands, and as it comes out when everything on it is done in a fresh copy of the repository. */
export const workedPage = (name: string): Worked => {
  const written = readFileSync(docsFile(name), 'utf8')
  const folder = makeWorkspace()
  try {
    const made = runPage(written, folder)
    const files = blocksOf(written).flatMap(({ asks }) => asks.get('file') ?? [])
    return {
      written,
      made,
      typeErrors: typeErrors(
        folder,
        files.filter((path) => path.endsWith('.ts')),
      ),
    }
  } catch (error) {
    throw new Error(`docs/${name}, ${(error as Error).message}`)
  } finally {
    removeWorkspace(folder)
  }
}

const sectionStart = /<!-- (?<name>walk-[a-z]+):start -->/gu

/** docs/how-it-works.md as it stands, and with the sections of the claim that it follows as they come out. */
export const howItWorks = async (): Promise<{ written: string; made: string }> => {
  const written = readFileSync(docsFile('how-it-works.md'), 'utf8')
  const sections = await claimWalk()
  const asked = [...written.matchAll(sectionStart)].map(({ groups }) => groups!.name!)
  const made = asked.reduce((page, name) => {
    const content = sections.get(name.slice('walk-'.length))
    if (content === undefined)
      throw new Error(`docs/how-it-works.md: there is no section ${name}; see docs/make/claim-walk.ts`)
    return withSection(page, name, content)
  }, written)
  return { written, made }
}

const generated = {
  'data-dictionary.md': dictionaryPage,
  'method/rules.md': rulesPage,
  'method/rules.json': rulesData,
} as const
export const generatedPages = Object.keys(generated) as (keyof typeof generated)[]

/** A page that is made whole from the code: as it stands ('' where it is not there), and as it comes out. */
export const generatedPage = (name: keyof typeof generated): { written: string; made: string } => {
  const path = docsFile(name)
  return { written: existsSync(path) ? readFileSync(path, 'utf8') : '', made: generated[name]() }
}
