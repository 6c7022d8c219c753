import { describe, expect } from 'vitest'
import { readTable } from '../../pipeline/write/read-table.ts'
import { oneOfEachKind, pagesOf } from './report-pages.ts'
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

  test('holds the whole chart of a conflict, its letters as large as elsewhere', async ({ visit }) => {
    const [conflict] = await readTable(datasetOf('seeds'), 'conflicts')
    const observations = await readTable(datasetOf('seeds'), 'observations')
    const { page: path } = observations.find(({ id }) => id === conflict!.observation_id)!
    const page = await visit(path.replace(/^report\//u, ''), {
      corpus: 'seeds',
      options: { viewport: { width: 320, height: 640 } },
    })
    const texts = await page.locator(`#o-${conflict!.observation_id} .drawing text`).evaluateAll((all) =>
      all.map((each) => {
        const { left, right, height } = each.getBoundingClientRect()
        return { left, right, height }
      }),
    )
    expect(texts.length).toBeGreaterThan(3)
    for (const { left, right, height } of texts) {
      expect(left).toBeGreaterThanOrEqual(0)
      expect(right).toBeLessThanOrEqual(320)
      expect(height).toBeGreaterThan(10)
    }
  })
})

describe('a wide screen', () => {
  test('breaks no word of the head of a table, and shows no notice before there is one', async ({ visit }) => {
    const page = await visit('index.html', { corpus: 'seeds', options: { viewport: { width: 1200, height: 800 } } })
    const broken = await page.locator('thead th').evaluateAll((heads) =>
      heads
        .filter((head) => {
          const range = document.createRange()
          range.selectNodeContents(head)
          return !/\s/u.test(head.textContent!) && range.getClientRects().length > 1
        })
        .map(({ textContent }) => textContent),
    )
    expect(broken).toEqual([])
    expect((await page.getByRole('status').boundingBox())?.height ?? 0).toBe(0)
  })
})

describe('in the dark', () => {
  test('pages are dark and their words light', async ({ visit }) => {
    const lightness = async (scheme: 'light' | 'dark'): Promise<[number, number]> => {
      const page = await visit('index.html', { options: { colorScheme: scheme } })
      return page.evaluate(() => {
        const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!
        const of = (colour: string): number => {
          canvas.fillStyle = colour
          canvas.fillRect(0, 0, 1, 1)
          return canvas
            .getImageData(0, 0, 1, 1)
            .data.slice(0, 3)
            .reduce((sum, each) => sum + each, 0)
        }
        const root = getComputedStyle(document.documentElement).backgroundColor
        const body = getComputedStyle(document.body)
        return [of(body.backgroundColor === 'rgba(0, 0, 0, 0)' ? root : body.backgroundColor), of(body.color)]
      })
    }
    const [lightGround, lightWords] = await lightness('light')
    const [darkGround, darkWords] = await lightness('dark')
    expect(lightGround).toBeGreaterThan(600)
    expect(lightWords).toBeLessThan(200)
    expect(darkGround).toBeLessThan(200)
    expect(darkWords).toBeGreaterThan(550)
  })
})

describe('on paper', () => {
  /** Chromium writes each page as an object of its own, uncompressed. */
  const sheetsOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu)?.length ?? 0

  test('the audit sheet of one claim is one page', async ({ visit }) => {
    for (const document of ['agency', 'bao']) {
      const claim = await firstClaim(document)
      const page = await visit(claim.page.replace(/^report\//u, '').replace('#c-', '#sheet-'))
      expect(sheetsOf(await page.pdf({ format: 'A4' })), claim.id).toBe(1)
      await page.emulateMedia({ media: 'print' })
      const shown = await page.locator('.sheet:visible').evaluateAll((sheets) => sheets.map(({ id }) => id))
      expect(shown).toEqual([`sheet-${claim.id}`])
    }
  })

  test('that needs no script', async ({ visit }) => {
    const claim = await firstClaim('agency')
    const page = await visit(claim.page.replace(/^report\//u, '').replace('#c-', '#sheet-'), {
      options: { javaScriptEnabled: false },
    })
    expect(sheetsOf(await page.pdf({ format: 'A4' }))).toBe(1)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.sheet:visible').count()).toBe(1)
    expect(await page.locator(`#sheet-${claim.id}`).isVisible()).toBe(true)
  })

  test('every sheet of the seeds is one page', async ({ visit }) => {
    const path = oneOfEachKind('seeds').find((each) => each.startsWith('documents/'))!
    const page = await visit(path, { corpus: 'seeds' })
    const ids = await page.locator('.sheet').evaluateAll((sheets) => sheets.map(({ id }) => id))
    expect(ids.length).toBeGreaterThan(10)
    // The longest say the most; printing all would take long.
    const lengths = await page
      .locator('.sheet')
      .evaluateAll((sheets) => sheets.map(({ textContent }) => textContent!.length))
    const longest = ids.map((id, at) => ({ id, length: lengths[at]! })).sort((a, b) => b.length - a.length)
    for (const { id } of longest.slice(0, 3)) {
      await page.evaluate((hash) => {
        location.hash = hash
      }, id)
      expect(sheetsOf(await page.pdf({ format: 'A4' })), id).toBe(1)
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

  test('every page says something', async ({ visit }) => {
    for (const path of pagesOf('newsroom').filter((each) => !each.startsWith('vi/'))) {
      const page = await visit(path, { options })
      expect((await page.locator('main').innerText()).length, path).toBeGreaterThan(40)
      await page.close()
    }
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
