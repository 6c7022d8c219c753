import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { compile } from '../catalog/compile.ts'
import { loadCatalog } from '../catalog/load.ts'
import { packageRoot } from '../catalog/package-root.ts'
import { withSection } from '../pipeline/evaluate/marked-section.ts'
import { extractDocument } from '../pipeline/extract-document.ts'
import { sniffFormat } from '../pipeline/parse/sniff.ts'

/*
 * How fast claims are extracted from plain texts, beside what remark-parse takes to parse the same texts in the same run:
 * `npm run speed` prints the table, with --write into README.md. Both take turns, and time is that of the processor, so that other
 * work on the machine weighs on both alike.
 */

const folders = ['seeds', 'test/articles/work', 'test/articles/labour-market']
const [warming, rounds] = [8, 21]

const catalog = compile(await loadCatalog())
const parser = unified().use(remarkParse).freeze()

const articles = folders
  .flatMap((folder) => {
    const path = join(packageRoot(), folder)
    return readdirSync(path)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => readFileSync(join(path, name), 'utf8'))
  })
  .filter((text) => sniffFormat(text) === 'plain')

/** The same texts without the sentences in which a digit stands, as one text. */
const prose = articles.map((text) => text.replace(/[^.!?\n]*\d[^\n]*?(?:[.!?](?=\s)|$)/gmu, '')).join('\n\n')

const claimsIn = (text: string): number =>
  extractDocument({ name: 'text', path: 'text.txt', sha256: '0'.repeat(64), bytes: 0, text }, catalog).claims.length

const seconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const median = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[list.length >> 1]!

const lineOf = (name: string, texts: readonly string[]): string => {
  const kilobytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1000
  let claims = 0
  const took = { extract: [] as number[], remark: [] as number[] }
  for (let round = 0; round < warming + rounds; round += 1) {
    const start = seconds()
    claims = texts.reduce((sum, text) => sum + claimsIn(text), 0)
    const between = seconds()
    for (const text of texts) parser.parse(text)
    const end = seconds()
    if (round < warming) continue
    took.extract.push(between - start)
    took.remark.push(end - between)
  }
  const [own, other] = [median(took.extract), median(took.remark)]
  const speed = (time: number): string => `${(kilobytes / 1000 / time).toFixed(2)} MB/s`
  const cells = [name, kilobytes.toFixed(0), (claims / kilobytes).toFixed(1), speed(own), speed(other)]
  return `| ${cells.join(' | ')} | ${(other / own).toFixed(2)} |`
}

const table = [
  '| plain texts | KB | claims a KB | extraction | parsing by remark-parse | ratio |',
  '| --- | --- | --- | --- | --- | --- |',
  lineOf(`the ${articles.length} articles of \`${folders.join('`, `')}\``, articles),
  lineOf('their sentences without a digit, as one text', [prose]),
].join('\n')

const readme = join(packageRoot(), 'README.md')
if (process.argv.includes('--write')) writeFileSync(readme, withSection(readFileSync(readme, 'utf8'), 'speed', table))
else console.log(table)
