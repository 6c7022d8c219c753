import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startChromium } from './chromium.ts'
import { extractCorpus } from './commands.ts'
import { writeHostile, writeNewsroom, writeSeeds } from './corpora.ts'
import { serveFolder } from './serve-folder.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the browser that serves all tests. */
    browser: string
    /** Folder that holds a folder for each corpus, with its `sources` and its `dataset`. */
    corpora: string
    /** Address at which a plain web server shows that folder. */
    server: string
  }
}

export const corpora = { seeds: writeSeeds, newsroom: writeNewsroom, hostile: writeHostile } as const

/** One browser, one web server and the reports of all corpora, for all tests; gives what takes them down. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = mkdtempSync(join(tmpdir(), 'provenum-browser-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  try {
    const browserFolder = join(folder, 'chromium')
    mkdirSync(browserFolder)
    const making = Object.entries(corpora).map(async ([name, write]) => {
      mkdirSync(join(folder, name))
      write(join(folder, name, 'sources'))
      await extractCorpus(join(folder, name))
    })
    const [browser] = await Promise.all([startChromium(browserFolder), ...making])
    const server = await serveFolder(folder)
    project.provide('browser', browser!.wsEndpoint())
    project.provide('corpora', folder)
    project.provide('server', server.address)
    return async () => {
      await browser!.close()
      await server.close()
      remove()
    }
  } catch (error) {
    remove()
    throw error
  }
}
