import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { readTable } from '../../pipeline/write/read-table.ts'
import { oneOfEachKind } from './report-pages.ts'
import { datasetOf, test } from './visit.ts'

interface Stop {
  /** The element, told apart from its like; "body" where nothing is focused. */
  readonly what: string
  readonly name: string
  readonly isSeen: boolean
  readonly isRinged: boolean
}

/** What the focus is on: whether it is in the window, and drawn as focused. */
const focused = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const element = document.activeElement!
    if (element === document.body) return { what: 'body', name: '', isSeen: true, isRinged: true }
    // A link over several lines has a box for each.
    const boxes = [...element.getClientRects()]
    const isSeen = boxes.some(
      ({ top, bottom, left, right, width }) =>
        width > 0 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
    )
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    const all = [...document.querySelectorAll('*')]
    return {
      what: `${element.tagName.toLowerCase()} ${all.indexOf(element)}`,
      name: (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 60),
      isSeen,
      isRinged: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
    }
  })

const most = 60

test('the first key leads past the navigation', async ({ visit }) => {
  for (const path of oneOfEachKind('newsroom')) {
    const page = await visit(path)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href')), path).toBe('#main')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id), path).toBe('main')
    await page.close()
  }
})

test('every stop of the tab key is seen, is drawn as focused, and lets go', async ({ visit }) => {
  for (const path of oneOfEachKind('newsroom').filter((each) => !each.startsWith('vi/'))) {
    const page = await visit(path)
    const stops: Stop[] = []
    for (let at = 0; at < most; at += 1) {
      await page.keyboard.press('Tab')
      const stop = await focused(page)
      if (stop.what === 'body' || stop.what === stops[0]?.what) break
      stops.push(stop)
    }
    expect(stops.length, path).toBeGreaterThan(4)
    expect(
      stops.filter(({ isSeen }) => !isSeen),
      `${path}: out of sight`,
    ).toEqual([])
    expect(
      stops.filter(({ isRinged }) => !isRinged),
      `${path}: not drawn as focused`,
    ).toEqual([])
    expect(new Set(stops.map(({ what }) => what)).size, `${path}: goes round in a circle`).toBe(stops.length)
    await page.close()
  }
})

test('from the text to the sheet, to the observation and back, by keys alone', async ({ visit }) => {
  const claim = (await readTable(datasetOf('newsroom'), 'claims')).find(({ document }) => document === 'agency')!
  const page = await visit('documents/agency.html')
  const tabTo = async (href: RegExp): Promise<void> => {
    for (let at = 0; at < most; at += 1) {
      await page.keyboard.press('Tab')
      const there = await page.evaluate(() => document.activeElement?.getAttribute('href') ?? '')
      if (href.test(there)) return
    }
    expect.fail(`no tab stop leads to ${href}`)
  }
  await tabTo(new RegExp(`^#(?:sheet|c)-${claim.id}$`, 'u'))
  await page.keyboard.press('Enter')
  expect(await page.locator(`#sheet-${claim.id}`).isVisible()).toBe(true)
  // What comes next for the keyboard is what was asked for.
  await tabTo(new RegExp(`#o-${claim.observation_id}$`, 'u'))
  await page.keyboard.press('Enter')
  await page.waitForURL(`**#o-${claim.observation_id}`)
  await tabTo(new RegExp(`#c-${claim.id}$`, 'u'))
  await page.keyboard.press('Enter')
  await page.waitForURL(`**#c-${claim.id}`)
})
