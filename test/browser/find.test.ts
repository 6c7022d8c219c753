import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { readTable } from '../../pipeline/write/read-table.ts'
import { downloadBy } from './download.ts'
import { addressOf, type Corpus, datasetOf, test } from './visit.ts'

const csvOf = (corpus: Corpus): string => readFileSync(join(datasetOf(corpus), 'claims.csv'), 'utf8')
const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true, bom: true })
const linesOf = (page: Page): Promise<number> => page.locator('#find-results tbody tr').count()

const downloaded = async (page: Page): Promise<string> => {
  const { name, content } = await downloadBy(page, page.getByRole('button', { name: 'Download these claims (CSV)' }))
  expect(name).toBe('claims.csv')
  return content
}

describe.for(['disk', 'server'] as const)('from the %s', (from) => {
  test('all claims download as the table that the run wrote', async ({ visit }) => {
    const page = await visit('find.html', { from, corpus: 'seeds' })
    await page.locator('#find-results tbody tr').first().waitFor()
    expect(await downloaded(page)).toBe(csvOf('seeds'))
  })

  test('words and a facet narrow the table, stand in the address, and download as those rows', async ({ visit }) => {
    const page = await visit('find.html', { from })
    const all = rowsOf(csvOf('newsroom'))
    const status = page.locator('#find-count')
    await status.getByText(`${all.length} claims of ${all.length}`).waitFor()

    // Without the marks above letters; the words are of the Vietnamese article.
    await page.getByRole('searchbox').first().fill('bao hiem y te')
    const vietnamese = all.filter(({ sentence }) => sentence!.includes('bảo hiểm y tế'))
    expect(vietnamese).toHaveLength(1)
    await status.getByText(`1 claim of ${all.length}`).waitFor()
    expect(await page.locator('#find-results tbody tr').innerText()).toContain('91,01%')

    // A facet instead.
    await page.getByRole('searchbox').first().fill('')
    await page
      .getByRole('group', { name: 'Indicator' })
      .getByRole('checkbox', { name: /^Health insurance coverage/u })
      .check()
    const covered = all.filter(({ indicator }) => indicator === 'health_insurance.coverage')
    await status.getByText(`${covered.length} claims of ${all.length}`).waitFor()
    expect(await linesOf(page)).toBe(covered.length)
    expect(rowsOf(await downloaded(page))).toEqual(covered)
    expect(new URL(page.url()).searchParams.get('indicator')).toBe('health_insurance.coverage')

    // The address brings the same to a colleague, and the way back is back.
    const kept = page.url()
    await page.reload()
    await status.getByText(`${covered.length} claims of ${all.length}`).waitFor()
    await page.goto(`${addressOf('newsroom', from)}report/index.html`)
    await page.goBack()
    await status.getByText(`${covered.length} claims of ${all.length}`).waitFor()
    expect(page.url()).toBe(kept)
    await page.getByRole('button', { name: 'Take out all filters' }).click()
    await status.getByText(`${all.length} claims of ${all.length}`).waitFor()
  })

  test('a citation is copied by one click, and its permalink leads to the number', async ({ visit }) => {
    const claim = (await readTable(datasetOf('newsroom'), 'claims')).find(({ document }) => document === 'agency')!
    const page = await visit('find.html?q=91.05', {
      from,
      options: { permissions: ['clipboard-read', 'clipboard-write'] },
    })
    const copied = async (what: string): Promise<string> => {
      await page.getByRole('button', { name: `${what} of 91.05%: copy` }).click()
      await page.getByText(`${what} copied.`).waitFor()
      return page.evaluate(() => navigator.clipboard.readText())
    }
    const link = await copied('Permalink')
    expect(link).toBe(new URL(claim.page, addressOf('newsroom', from)).href)
    const text = await copied('Citation')
    for (const part of [claim.sentence.exact, claim.id, claim.source.sha256, 'Vietnam Social Security'])
      expect(text).toContain(part)
    expect(await copied('BibTeX')).toMatch(/^@misc\{[^\n]+,\n(?: {2}\w+ = \{.*\},\n)+\}\n$/u)
    await page.goto(link)
    expect(await page.locator(':target').textContent()).toBe('91.05%')
  })
})

test('without a clipboard a citation is copied all the same', async ({ visit }) => {
  const page = await visit('find.html?q=91.05')
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await page.getByRole('button', { name: 'Citation of 91.05%: copy' }).click()
  await page.getByText('Citation copied.').waitFor()
})

test('a head of the table sorts by its values, up and down', async ({ visit }) => {
  const page = await visit('find.html?indicator=health_insurance.coverage')
  const values = (): Promise<string[]> => page.locator('#find-results td.is-value').allInnerTexts()
  const head = page.getByRole('columnheader', { name: 'Value' })
  await head.getByRole('button').click()
  expect(await head.getAttribute('aria-sort')).toBe('ascending')
  const up = await values()
  expect(up.map(Number.parseFloat)).toEqual(up.map(Number.parseFloat).sort((a, b) => a - b))
  expect(up.length).toBeGreaterThan(3)
  await head.getByRole('button').click()
  expect(await head.getAttribute('aria-sort')).toBe('descending')
  expect((await values()).map(Number.parseFloat)).toEqual(up.map(Number.parseFloat).reverse())
})

test('a search is made, narrowed and left by keys alone', async ({ visit }) => {
  const page = await visit('find.html')
  await page.locator('#find-results tbody tr').first().waitFor()
  const tabTo = async (is: string): Promise<void> => {
    for (let at = 0; at < 60; at += 1) {
      await page.keyboard.press('Tab')
      if (await page.evaluate((selector) => document.activeElement!.matches(selector), is)) return
    }
    expect.fail(`no tab stop is ${is}`)
  }
  await tabTo('#find-query')
  await page.keyboard.type('health')
  await tabTo('#find-facets input[type="checkbox"]')
  await page.keyboard.press('Space')
  await page.locator('#find-chosen button').first().waitFor()
  // The list was made anew, and the keyboard is where it was.
  expect(await page.evaluate(() => document.activeElement!.matches('#find-facets input:checked'))).toBe(true)
  await tabTo('#find-results td a')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/documents/**#c-*')
})
