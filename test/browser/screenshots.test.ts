import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { packageRoot } from '../../catalog/package-root.ts'
import { readTable } from '../../pipeline/write/read-table.ts'
import { datasetOf, type Place, test } from './visit.ts'

/** With SCREENSHOTS=1 (`npm run screenshots`) the pictures of docs/report.md are written anew; without it they are only taken and looked at. */
const isWriting = process.env.SCREENSHOTS === '1'
const folder = join(packageRoot(), 'docs', 'report')

const wide = { viewport: { width: 1200, height: 800 } }
const narrow = { viewport: { width: 360, height: 720 } }

const claims = () => readTable(datasetOf('seeds'), 'claims')

/** The claim of the seeds with the most evidence among those that another article speaks of too. */
const richestClaim = async () => {
  const all = await claims()
  const documentsOf = (id: string | null): number =>
    id === null ? 0 : new Set(all.filter((each) => each.observation_id === id).map(({ document }) => document)).size
  const weight = (each: (typeof all)[number]): number =>
    10 * Math.min(2, documentsOf(each.observation_id)) + Object.keys(each.evidence).length
  return all.reduce((best, each) => (weight(each) > weight(best) ? each : best))
}

const inReport = (page: string, language = 'en'): string =>
  page.replace(/^report\//u, language === 'en' ? '' : `${language}/`)

interface Shot {
  readonly path: () => Promise<string> | string
  readonly place: Place
  readonly prepare?: (page: Page) => Promise<unknown>
}

/** The observation that most conflicts are of. */
const mostContested = async () => {
  const conflicts = await readTable(datasetOf('seeds'), 'conflicts')
  const count = (id: string): number => conflicts.filter(({ observation_id }) => observation_id === id).length
  const rows = await readTable(datasetOf('seeds'), 'observations')
  return rows.reduce((best, each) => (count(each.id) > count(best.id) ? each : best))
}

const shots: Readonly<Record<string, Shot>> = {
  overview: { path: () => 'index.html', place: { options: wide } },
  'overview-dark': { path: () => 'index.html', place: { options: { ...wide, colorScheme: 'dark' } } },
  document: { path: async () => inReport((await richestClaim()).page), place: { options: wide } },
  'document-vi-narrow': { path: async () => inReport((await richestClaim()).page, 'vi'), place: { options: narrow } },
  observation: { path: async () => inReport((await mostContested()).page), place: { options: wide } },
  find: { path: () => 'find.html?q=health', place: { options: wide } },
  print: {
    path: async () => inReport((await richestClaim()).page).replace('#c-', '#sheet-'),
    place: { options: { viewport: { width: 794, height: 1123 } } },
    prepare: (page) => page.emulateMedia({ media: 'print' }),
  },
}

/** Colours in a picture, of the points of a grid. */
const coloursOf = (page: Page, picture: Buffer): Promise<number> =>
  page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (each) => each.codePointAt(0)!)
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
    canvas.drawImage(bitmap, 0, 0)
    const { data } = canvas.getImageData(0, 0, bitmap.width, bitmap.height)
    const seen = new Set<number>()
    for (let at = 0; at < data.length; at += 4 * 7) seen.add((data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!)
    return seen.size
  }, picture.toString('base64'))

test.for(Object.keys(shots))('a picture of the page is not blank: %s', async (name, { visit }) => {
  const { path, place, prepare } = shots[name]!
  const page = await visit(await path(), { corpus: 'seeds', ...place })
  await prepare?.(page)
  await page.evaluate(() => document.fonts.ready)
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  expect(await coloursOf(page, picture)).toBeGreaterThan(20)
  if (!isWriting) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.png`), picture)
})
