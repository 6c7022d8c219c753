import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { decodeHTML } from 'entities'
import { beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../../catalog/package-root.ts'
import { all, type Built, built, type Page, textOf, withClass } from './built.ts'
import { hostileTexts } from './hostile.ts'

const folder = (path: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(packageRoot(), path))
      .filter((name) => /\.(?:txt|md|html|yaml)$/u.test(name))
      .map((name) => [name, readFileSync(join(packageRoot(), path, name), 'utf8')]),
  )

const sizeLimit = 1_000_000

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** The text of a span of a document as a reader sees it: of HTML without tags and entities. */
const asRead = (exact: string, format: string): string =>
  format === 'html' ? decodeHTML(exact.replace(/<[^>]*>/gu, '')) : exact

const documentPages = ({ pages }: Built, language: string): Page[] =>
  [...pages.values()].filter(({ path }) => path.startsWith(`report/${language}documents/`))

/** A report that several tests look at is made once. */
const once = (texts: () => Record<string, string>): (() => Promise<Built>) => {
  let made: Promise<Built> | null = null
  return () => {
    made ??= built(texts())
    return made
  }
}
const ofSeeds = once(() => folder('seeds'))
const ofHostile = once(() => hostileTexts)

describe.each([
  ['the seeds', ofSeeds],
  ['hostile texts', ofHostile],
  ['one text without a number', () => built({ 'empty.txt': 'No number at all.\n' })],
])('the report of %s', (_, make) => {
  let report: Built
  let pages: Page[]
  beforeAll(async () => {
    report = await make()
    pages = [...report.pages.values()]
  })

  it('has an overview, a search and a method, and a page for every document and indicator, in both languages', () => {
    for (const language of ['', 'vi/'])
      for (const name of ['index.html', 'find.html', 'method.html'])
        expect(report.pages.has(`report/${language}${name}`)).toBe(true)
    expect(documentPages(report, '').length).toBeGreaterThanOrEqual(report.dataset.documents.length)
    const own = pages.map(({ path }) => path.replace('report/', ''))
    const inVietnamese = own.filter((path) => path.startsWith('vi/')).map((path) => path.slice(3))
    expect(inVietnamese.sort()).toEqual(own.filter((path) => !path.startsWith('vi/')).sort())
    const languages = new Set(pages.map((page) => all(page, ({ name }) => name === 'html')[0]!.attribs.lang))
    expect([...languages].sort()).toEqual(['en', 'vi'])
  })

  it.each(['', 'vi/'])('marks every claim once, on its page, with its own characters (%s)', (language) => {
    const marks = documentPages(report, language).flatMap((page) =>
      all(page, ({ name }) => name === 'mark').map((mark) => [mark.attribs.id!, { page, mark }] as const),
    )
    expect(marks.map(([id]) => id).sort()).toEqual(report.dataset.claims.map(({ id }) => `c-${id}`).sort())
    const byId = new Map(marks)
    const formats = new Map(report.dataset.documents.map(({ document, format }) => [document, format]))
    for (const { id, selector, document, page } of report.dataset.claims) {
      const found = byId.get(`c-${id}`)!
      expect(textOf(found.mark)).toBe(asRead(selector.exact, formats.get(document)!))
      if (language === '') expect(`${found.page.path}#c-${id}`).toBe(page)
    }
  })

  it('gives every claim one audit sheet and every observation one section', () => {
    const ids = pages
      .filter(({ path }) => !path.startsWith('report/vi/'))
      .flatMap((page) => page.elements.flatMap(({ attribs }) => attribs.id ?? []))
    const sheets = ids.filter((id) => id.startsWith('sheet-')).sort()
    expect(sheets).toEqual(report.dataset.claims.map(({ id }) => `sheet-${id}`).sort())
    const sections = ids.filter((id) => id.startsWith('o-')).sort()
    expect(sections).toEqual(report.dataset.observations.map(({ id }) => `o-${id}`).sort())
  })

  it('shows every number that was set aside, with its reason, in texts that are shown whole', () => {
    const formats = new Map(report.dataset.documents.map(({ document, format }) => [document, format]))
    const shown = documentPages(report, '').flatMap((page) =>
      all(page, (element) => withClass('aside')(element) && element.attribs.title !== undefined),
    )
    const plain = report.dataset.unclaimed.filter(({ document }) => formats.get(document) === 'plain')
    expect(shown.length).toBeGreaterThanOrEqual(plain.length)
    for (const each of shown) expect(each.attribs.title).toMatch(/^No claim: ./u)
  })

  it('has no link that leads nowhere, and no id twice on a page', () => {
    const wrong: string[] = []
    for (const page of pages) {
      const ids = page.elements.flatMap(({ attribs }) => attribs.id ?? [])
      if (new Set(ids).size < ids.length) wrong.push(`${page.path}: ids twice`)
      for (const { attribs } of page.elements) {
        const href = attribs.href
        if (href === undefined || /^(?:https?|data):/u.test(href)) continue
        const [path, fragment] = href.split('#') as [string, string | undefined]
        const to = path === '' ? page.path : posix.join(posix.dirname(page.path), path)
        if (!report.files.has(to)) wrong.push(`${page.path}: ${href}`)
        else if (fragment !== undefined && !report.pages.get(to)!.elements.some((each) => each.attribs.id === fragment))
          wrong.push(`${page.path}: ${href}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('lets nothing in that is not in the page: its policy names the one script and the one style by their hashes', () => {
    for (const page of pages) {
      const policy = all(page, ({ attribs }) => attribs['http-equiv'] === 'Content-Security-Policy')[0]!.attribs
        .content!
      expect(policy).toContain("default-src 'none'; base-uri 'none'; form-action 'none'")
      expect(policy).not.toContain('unsafe')
      const scripts = all(page, ({ name, attribs }) => name === 'script' && attribs.type === undefined)
      const styles = all(page, ({ name }) => name === 'style')
      expect([scripts.length, styles.length]).toEqual([1, 1])
      expect(policy).toContain(hashOf(textOf(scripts[0]!)))
      expect(policy).toContain(hashOf(textOf(styles[0]!)))
    }
  })

  it('keeps hostile text as text: no element, no handler, no style and no address of its making', () => {
    // Gathered and asked once: an expectation for each of 200,000 attributes takes longer than the report.
    const wrong: string[] = []
    for (const page of pages) {
      for (const { name, attribs } of page.elements) {
        if (['img', 'iframe', 'object', 'embed', 'form', 'base'].includes(name)) wrong.push(`${page.path}: ${name}`)
        for (const [attribute, value] of Object.entries(attribs)) {
          const isCode =
            ['href', 'src', 'action'].includes(attribute) && /^\s*(?:javascript|vbscript|file):/iu.test(value)
          if (isCode || /^on|^style$/u.test(attribute)) wrong.push(`${page.path}: ${name} ${attribute}="${value}"`)
        }
      }
      const data = all(page, ({ name, attribs }) => name === 'script' && attribs.type !== undefined)
      for (const each of data) {
        expect(textOf(each)).not.toContain('<')
        JSON.parse(textOf(each))
      }
    }
    expect(wrong).toEqual([])
  })

  it('stays small, and tells no path of the machine that made it', () => {
    for (const { html, path } of pages) {
      expect([path, Buffer.byteLength(html) < sizeLimit]).toEqual([path, true])
      expect(html).not.toMatch(/\/tmp\/|\/home\/|\/work\/|provenum-report-/u)
    }
  })
})

describe('the head of the overview', () => {
  it('tells search engines of the dataset and its files', async () => {
    const { pages, files } = await built({
      'a.txt': 'By the end of 2021, 37.5% of the workforce in Viet Nam took part in social insurance.\n',
    })
    const page = pages.get('report/index.html')!
    const [script] = all(page, ({ attribs }) => attribs.type === 'application/ld+json')
    const about = JSON.parse(textOf(script!))
    expect(about).toMatchObject({ '@context': 'https://schema.org', '@type': 'Dataset', name: expect.any(String) })
    expect(about.description.length).toBeGreaterThan(50)
    for (const { contentUrl } of about.distribution) expect(files.has(posix.join('report', contentUrl))).toBe(true)
  })
})

describe('in Vietnamese', () => {
  const language = 'vi/'

  it('verdicts and checks are told in Vietnamese, from their rows', async () => {
    const { pages, dataset } = await ofSeeds()
    const texts = [...pages.values()].filter(({ path }) => path.startsWith(`report/${language}`))
    const decided = dataset.observations.filter(({ decided_by }) => decided_by !== null)
    const open = dataset.observations.filter(({ preferred_claim }) => preferred_claim === null)
    expect([decided.length > 0, open.length > 0]).toEqual([true, true])
    const said = texts.map((page) => page.elements.map(textOf).join('\n'))
    for (const { explanation } of dataset.observations)
      expect(said.filter((text) => text.includes(explanation))).toEqual([])
    const checks = texts.flatMap((page) => all(page, withClass('checks')).map(textOf)).join('\n')
    for (const { text } of dataset.checks) expect(checks).not.toContain(text)
    const section = (id: string): string =>
      textOf(texts.flatMap((page) => all(page, ({ attribs }) => attribs.id === `o-${id}`))[0]!)
    for (const { id } of open) expect(section(id)).toContain('Chưa phân định giữa')
    for (const { id, preferred_claim } of decided) {
      const best = dataset.claims.find((claim) => claim.id === preferred_claim)!
      expect(section(id)).toContain(`${best.selector.exact} (${best.document}) được giữ thay vì`)
    }
    const share = dataset.checks.find(
      ({ relation, observation_id }) => relation === 'share' && observation_id !== null,
    )!
    expect(section(share.observation_id!)).toMatch(/Tỷ lệ trên toàn bộ: phần .+, toàn bộ .+; tính ra /u)
  })

  it('English pages have the sentences of the tables', async () => {
    const { pages, dataset } = await ofSeeds()
    const sections = [...pages.values()]
      .filter(({ path }) => path.startsWith('report/observations/'))
      .map((page) => page.elements.map(textOf).join('\n'))
      .join('\n')
    for (const { explanation } of dataset.observations) expect(sections).toContain(explanation)
  })
})

describe('a rerun', () => {
  it('gives the same bytes', async () => {
    const [one, other] = [await ofHostile(), await built(hostileTexts)]
    expect([...one.pages.keys()]).toEqual([...other.pages.keys()])
    for (const [path, { html }] of one.pages) expect([path, other.pages.get(path)!.html === html]).toEqual([path, true])
  })
})
