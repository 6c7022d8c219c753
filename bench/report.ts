import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { type Browser, chromium } from 'playwright-core'
import { packageRoot } from '../catalog/package-root.ts'
import { withSection } from '../pipeline/evaluate/marked-section.ts'
import { startChromium } from '../test/browser/chromium.ts'
import { writeCorpus } from './report-corpus.ts'

/*
 * Measures the report of corpora of some sizes: `tsx bench/report.ts 200 2000`. For each size: time and largest memory of
 * `provenum extract` (which writes the report too) and of `provenum report` alone, the largest page, how long the largest page of each kind
 * takes to open, and how soon a search answers. Run `npm run build` first. With `--keep FOLDER` the corpora and datasets stay there, and
 * those that are there are not made again; with `--write` the figures are put into docs/report.md.
 */

const cli = join(packageRoot(), 'dist', 'pipeline', 'cli.js')
const tries = 3
const queries = ['quang ninh', 'voluntary 2019', '1,234', 'health insurance lao cai', 'no such words']

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

/**
 * Memory that a run may take for its objects, in MB, whatever the size of the corpus; the whole of the process takes some 100 more. With
 * more at hand Node clears away later, and the figure says little.
 */
const heap = 384

/** Runs the command line; gives its seconds and the most memory it ever held, in MB. */
const ran = (folder: string, ...argv: string[]): { seconds: string; memory: string } => {
  const said = join(folder, 'memory')
  const hook = `import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(${JSON.stringify(said)}, String(process.resourceUsage().maxRSS)))`
  const from = performance.now()
  execFileSync(
    process.execPath,
    [`--max-old-space-size=${heap}`, '--import', `data:text/javascript,${encodeURIComponent(hook)}`, cli, ...argv],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const seconds = (performance.now() - from) / 1000
  return { seconds: `${seconds.toFixed(1)} s`, memory: `${(Number(readFileSync(said, 'utf8')) / 1024).toFixed(0)} MB` }
}

interface SizedPage {
  readonly path: string
  readonly kind: string
  readonly bytes: number
}

/** Files of the report, the largest first. */
const filesOf = (report: string): SizedPage[] =>
  readdirSync(report, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(report, path)).isFile())
    .map((path) => ({
      path,
      kind: path.replace(/[^/\\]+(?<!index|find)\.html$/u, ''),
      bytes: statSync(join(report, path)).size,
    }))
    .sort((a, b) => b.bytes - a.bytes)

/** From the request to the page's load event, in ms, median of some; each in a window without cache. */
const opening = async (browser: Browser, url: string): Promise<number> => {
  const times: number[] = []
  for (let at = 0; at < tries; at += 1) {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(url)
    times.push(
      await page.evaluate(
        () => (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).loadEventEnd,
      ),
    )
    await context.close()
  }
  return median(times)
}

/** From a change of the query to the painted answer, in ms; and how long the page took until it could be asked. */
const answering = async (browser: Browser, url: string): Promise<{ ready: number; answers: Map<string, number> }> => {
  const page = await browser.newPage()
  const from = performance.now()
  await page.goto(url)
  const field = page.locator('#find-query')
  await field.waitFor({ timeout: 120_000 })
  const ready = performance.now() - from
  const answers = new Map<string, number>()
  for (const query of queries) {
    const times: number[] = []
    for (let at = 0; at < tries; at += 1) {
      times.push(
        await field.evaluate(async (input: HTMLInputElement, text) => {
          input.value = ''
          input.dispatchEvent(new Event('input', { bubbles: true }))
          await new Promise((resolve) => setTimeout(resolve, 50))
          const start = performance.now()
          input.value = text
          input.dispatchEvent(new Event('input', { bubbles: true }))
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)))
          return performance.now() - start
        }, query),
      )
    }
    answers.set(query, median(times))
  }
  await page.close()
  return { ready, answers }
}

/** Measures one size; gives a table in Markdown. */
const measure = async (documents: number, folder: string, browser: Browser): Promise<string> => {
  mkdirSync(folder, { recursive: true })
  const [sources, dataset, cache] = [join(folder, 'sources'), join(folder, 'dataset'), join(folder, 'cache')]
  const isThere = existsSync(dataset)
  if (!isThere) writeCorpus(sources, documents)
  const extract = isThere ? null : ran(folder, 'extract', sources, '--out', dataset, '--cache', cache, '--quiet')
  const report = ran(folder, 'report', dataset, '--sources', sources)
  const claims = (JSON.parse(readFileSync(join(dataset, 'claims.json'), 'utf8')) as unknown[]).length
  const home = join(dataset, 'report')
  const files = filesOf(home)
  const pages = files.filter(({ path }) => path.endsWith('.html'))
  const rows: [string, string][] = [
    ['documents', String(documents)],
    ['claims', String(claims)],
    ...(extract === null
      ? []
      : [['extract, with the report', `${extract.seconds}, at most ${extract.memory}`] satisfies [string, string]]),
    ['report alone', `${report.seconds}, at most ${report.memory}`],
    ['pages', `${pages.length}, ${megabytes(files.reduce((sum, { bytes }) => sum + bytes, 0))} with all files`],
    ['largest file', `${files[0]!.path}, ${megabytes(files[0]!.bytes)}`],
  ]
  const kinds = new Map<string, SizedPage>()
  for (const page of pages) if (!kinds.has(page.kind)) kinds.set(page.kind, page)
  for (const { path, kind, bytes } of kinds.values()) {
    const time = await opening(browser, pathToFileURL(join(home, path)).href)
    rows.push([`opening ${kind || path}`, `${time.toFixed(0)} ms (${path}, ${megabytes(bytes)})`])
  }
  const { ready, answers } = await answering(browser, pathToFileURL(join(home, 'find.html')).href)
  rows.push(['search ready', `${ready.toFixed(0)} ms`])
  for (const [query, time] of answers) rows.push([`search "${query}"`, `${time.toFixed(0)} ms`])
  return [
    `| ${documents} documents | |`,
    '| --- | --- |',
    ...rows.map(([name, value]) => `| ${name} | ${value} |`),
  ].join('\n')
}

const { values, positionals } = parseArgs({
  options: { keep: { type: 'string' }, write: { type: 'boolean' } },
  allowPositionals: true,
})
const sizes = positionals.length > 0 ? positionals.map(Number) : [200, 2000]
const temporary = mkdtempSync(join(tmpdir(), 'report-bench-'))
try {
  const server = await startChromium(temporary)
  const browser = await chromium.connect(server.wsEndpoint())
  const told: string[] = []
  for (const size of sizes) {
    told.push(await measure(size, join(values.keep ?? join(temporary, 'corpora'), String(size)), browser))
    console.log(`\n${told.at(-1)}`)
  }
  if (values.write) {
    const page = join(packageRoot(), 'docs', 'report.md')
    writeFileSync(page, withSection(readFileSync(page, 'utf8'), 'size', told.join('\n\n')))
  }
  await browser.close()
  await server.close()
} finally {
  rmSync(temporary, { recursive: true, force: true, maxRetries: 5 })
}
