import { expect } from 'vitest'
import { readTable } from '../../pipeline/write/read-table.ts'
import { pagesOf } from './report-pages.ts'
import { datasetOf, test } from './visit.ts'

/** Names that a trap would have set, of the page and of everything in it; and elements and addresses that only a trap makes. */
const caught = (): string[] => {
  const name = (globalThis as unknown as { trapped?: unknown }).trapped
  const elements = [
    ...document.querySelectorAll('img, iframe, object, embed, base, form[action], svg[onload], [autofocus]'),
  ]
  const handlers = [...document.querySelectorAll('*')].filter((element) =>
    [...element.attributes].some((attribute) => attribute.name.startsWith('on')),
  )
  // A link in a drawing is an SVGAElement, whose href is an object.
  const addresses = [...document.querySelectorAll('a')]
    .map((link) => new URL(link.getAttribute('href') ?? '', document.baseURI))
    .filter(({ protocol }) => !/^(?:https?|file|blob):$/u.test(protocol))
    .map(({ href }) => href)
  return [
    ...(name === undefined ? [] : [`trapped ${String(name)}`]),
    ...[...elements, ...handlers].map((element) => element.outerHTML.slice(0, 200)),
    ...addresses,
  ]
}

// The policy is taken away in one of the two: what is built as a tree must hold alone.
test.for([false, true])(
  'what the texts say stays text on every page, policy taken away: %s',
  async (bypassCSP, { visit }) => {
    const paths = pagesOf('hostile')
    expect(paths.length).toBeGreaterThanOrEqual(6)
    for (const path of paths) {
      const page = await visit(path, { corpus: 'hostile', options: { bypassCSP } })
      expect(await page.evaluate(caught), path).toEqual([])
      await page.close()
    }
  },
)

test('the traps are shown as they are written', async ({ visit }) => {
  const documents = await readTable(datasetOf('hostile'), 'documents')
  const claims = await readTable(datasetOf('hostile'), 'claims')
  for (const { document } of documents) {
    const claim = claims.find((each) => each.document === document)!
    const page = await visit(claim.page.replace(/^report\//u, ''), { corpus: 'hostile' })
    const text = await page.locator('article.text').innerText()
    if (document === 'second')
      for (const trap of [
        '<img src=x onerror="globalThis.trapped=1">',
        '</script><script>globalThis.trapped=3</script>',
      ])
        expect(text).toContain(trap)
    expect(await page.locator(`#c-${claim.id}`).innerText()).toBe(claim.selector.exact)
    await page.close()
  }
})

test('an address of a scheme that runs is no link, one of the web is one', async ({ visit }) => {
  const page = await visit('documents/javascript.html', { corpus: 'hostile' })
  const live = await page.locator('a[href^="https://x.example/"]').first().getAttribute('href')
  expect(live).not.toMatch(/[<>"\s]/u)
})
