import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { test as base, expect, inject } from 'vitest'

/** A corpus of setup.ts, or one that a test makes of its own. */
export type Corpus = 'seeds' | 'newsroom' | 'hostile' | 'decided' | 'rejected'

export interface Place {
  readonly corpus?: Corpus
  /** Opened from disk or from a plain web server. */
  readonly from?: 'disk' | 'server'
  readonly options?: BrowserContextOptions
}

/** Folder of a corpus' dataset. */
export const datasetOf = (corpus: Corpus): string => join(inject('corpora'), corpus, 'dataset')

/** Address of the folder of a corpus' dataset, with a slash at its end. */
export const addressOf = (corpus: Corpus, from: 'disk' | 'server'): string =>
  from === 'disk' ? `${pathToFileURL(datasetOf(corpus))}/` : `${inject('server')}${corpus}/dataset/`

interface Fixtures {
  readonly browser: Browser
  /**
   * Opens a page of a report, by its path from the report's folder, in a window of its own. When the test ends, it fails if
   * any such page wrote an error to the console, threw, showed a dialog or asked for anything that is not of the dataset.
   */
  readonly visit: (path: string, place?: Place) => Promise<Page>
}

/** What a page may ask for beside its own folder: what it made itself. */
const ownWork = /^(?:data|blob):/u

export const test = base.extend<Fixtures>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern which other fixtures are needed
    async ({}, use) => {
      const browser = await chromium.connect(inject('browser'))
      await use(browser)
      await browser.close()
    },
    { scope: 'file' },
  ],
  visit: async ({ browser }, use) => {
    const wrong: string[] = []
    const closers: (() => Promise<void>)[] = []
    await use(async (path, { corpus = 'newsroom', from = 'disk', options = {} } = {}) => {
      const home = addressOf(corpus, from)
      const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB', ...options })
      // What a person sees at once is there at once; a loaded machine takes longer than a person would wait.
      context.setDefaultTimeout(10_000)
      closers.push(() => context.close())
      context.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) wrong.push(`console: ${message.text()}`)
      })
      context.on('weberror', (error) => wrong.push(`error: ${error.error().message}`))
      context.on('dialog', (dialog) => {
        wrong.push(`dialog: ${dialog.message()}`)
        void dialog.dismiss()
      })
      context.on('request', (request) => {
        const url = request.url()
        if (!url.startsWith(home) && !ownWork.test(url)) wrong.push(`request: ${url}`)
      })
      const page = await context.newPage()
      await page.goto(new URL(`report/${path}`, home).href)
      return page
    })
    for (const close of closers) await close()
    expect(wrong, 'errors, dialogs and requests off the page').toEqual([])
  },
})
