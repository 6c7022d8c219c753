import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { readTable } from '../../pipeline/write/read-table.ts'
import { addressOf, datasetOf, test } from './visit.ts'

type Row = Readonly<Record<string, string>>

const csvOf = (text: string): Row[] => parse(text, { columns: true, bom: true }) as Row[]
const claimsCsv = (): Row[] => csvOf(readFileSync(join(datasetOf('newsroom'), 'claims.csv'), 'utf8'))
const claimOf = (document: string, exact: string): Row =>
  claimsCsv().find((row) => row.document === document && row.exact === exact)!

/** What stands in the window, at least in part. */
const isInWindow = (page: Page, selector: string): Promise<boolean> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { top, bottom, width } = element.getBoundingClientRect()
      return width > 0 && bottom > 0 && top < innerHeight
    })

describe.for(['disk', 'server'] as const)('from the %s', (from) => {
  test('a permalink of the CSV leads to the number, its evidence, its observation and another article', async ({
    visit,
  }) => {
    const row = claimOf('agency', '91.05%')
    const page = await visit('index.html', { from })
    await page.goto(new URL(row.page!, addressOf('newsroom', from)).href)

    // The number where it stands.
    const mark = page.locator(`#c-${row.id}`)
    expect(await mark.textContent()).toBe('91.05%')
    expect(await isInWindow(page, `#c-${row.id}`)).toBe(true)
    expect(await page.locator(':target').getAttribute('id')).toBe(`c-${row.id}`)

    // Its audit sheet: the value as read, the words that say of what it is, the sentence.
    await mark.click()
    const sheet = page.locator(`#sheet-${row.id}`)
    expect(await isInWindow(page, `#sheet-${row.id}`)).toBe(true)
    const said = await sheet.innerText()
    for (const part of ['91.05', row.indicator_evidence!, row.period_evidence!, row.place_evidence!, row.rule!])
      expect(said).toContain(part)

    // The words that say what it is of are lit in the text, each field in a colour of its own, where the table says that they stand.
    const lit = await page.evaluate(() =>
      [...CSS.highlights].map(([name, ranges]) => [name, [...ranges].map((range) => String(range)).join('')]),
    )
    expect(Object.fromEntries(lit)).toMatchObject({
      'said-indicator': row.indicator_evidence,
      'said-period': row.period_evidence,
    })
    const colours = await page.evaluate(
      (names) => {
        const text = document.querySelector('.text')!
        return names.map((name) => getComputedStyle(text, `::highlight(${name})`).backgroundColor)
      },
      lit.map(([name]) => name!),
    )
    expect(new Set(colours).size).toBe(lit.length)

    // The page it was read from, at the quote.
    const live = await sheet.locator('a[href^="https://agency.example/"]').first().getAttribute('href')
    expect(live).toMatch(/^https:\/\/agency\.example\/news\/2021-results\?lang=en&page=1#:~:text=/u)

    // The observation, with all who speak of it.
    await sheet.locator(`a[href*="#o-${row.observation_id}"]`).first().click()
    await page.waitForURL(`**/observations/**#o-${row.observation_id}`)
    expect(await isInWindow(page, `#o-${row.observation_id}`)).toBe(true)
    const section = page.locator(`#o-${row.observation_id}`)
    const observation = (await readTable(datasetOf('newsroom'), 'observations')).find(
      ({ id }) => id === row.observation_id,
    )!
    expect(await section.innerText()).toContain(observation.explanation)
    const others = claimsCsv().filter(({ observation_id }) => observation_id === row.observation_id)
    expect(others.length).toBeGreaterThan(2)
    for (const { id } of others) expect(await section.locator(`a[href$="#c-${id}"]`).count()).toBeGreaterThan(0)

    // The article that says otherwise.
    const other = others.find(({ document }) => document === 'bao')!
    await section.locator(`a[href$="#c-${other.id}"]`).first().click()
    await page.waitForURL(`**/documents/bao.html#c-${other.id}`)
    expect(await page.locator(`#c-${other.id}`).textContent()).toBe(other.exact)
  })
})
