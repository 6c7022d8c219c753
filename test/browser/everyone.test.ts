import { describe, expect } from 'vitest'
import { readTable } from '../../pipeline/write/read-table.ts'
import { oneOfEachKind } from './report-pages.ts'
import { datasetOf, test } from './visit.ts'

const firstClaim = async (document: string) =>
  (await readTable(datasetOf('newsroom'), 'claims')).find((claim) => claim.document === document)!

describe('a small screen', () => {
  test.for([320, 768])('of %i pixels shows every page without scrolling sideways', async (width, { visit }) => {
    for (const path of oneOfEachKind('seeds')) {
      const page = await visit(path, { corpus: 'seeds', options: { viewport: { width, height: 640 } } })
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(wide, path).toBeLessThanOrEqual(width)
      await page.close()
    }
  })
})

describe('without script', () => {
  const options = { javaScriptEnabled: false }

  test('a document is read, and its sheets, from a permalink', async ({ visit }) => {
    const claim = await firstClaim('agency')
    const page = await visit(claim.page.replace(/^report\//u, ''), { options })
    expect(await page.locator('article.text').innerText()).toContain(claim.sentence.exact)
    await page.locator(`a:has(#c-${claim.id})`).click()
    expect(await page.locator(`#sheet-${claim.id}`).isVisible()).toBe(true)
    expect(await page.locator(`#sheet-${claim.id}`).innerText()).toContain(claim.selector.exact)
  })
})

describe('in Vietnamese', () => {
  test('a page has its twin in the other language, and back', async ({ visit }) => {
    const claim = await firstClaim('bao')
    const page = await visit(claim.page.replace(/^report\//u, '').replace(/#.*/u, ''))
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.locator('a[hreflang="vi"]').click()
    await page.waitForURL('**/vi/**')
    expect(await page.locator('html').getAttribute('lang')).toBe('vi')
    expect(await page.locator('nav').first().innerText()).toMatch(/[ăâđêôơư\u1ea0-\u1ef9]/u)
    await page.locator('a[hreflang="en"]').click()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
  })
})
