import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withSection } from '../pipeline/evaluate/marked-section.ts'
import { type Batch, reconcileParts, spreadClaims } from '../pipeline/reconcile-by-parts.ts'
import type { Claim } from '../schemas/claim.ts'
import type { DocumentResult } from '../schemas/result.ts'
import { plantCorpus } from '../test/reconcile/corpus.ts'
import { Random } from '../test/reconcile/random.ts'
import { knowledge, plain } from '../test/reconcile/sample.ts'

/*
 * Reconciles corpora too large for memory by parts: `npm run scale -- 100000 1000000 4000000`, with --write into the docs.
 * With --country all claims are of one place, so that it is parted by indicators; the register then has a facet for each of the places.
 * Each size runs in a process of its own, so that its largest memory is its own. Time is that of the processor, so that
 * other work on the machine counts little.
 */

/** Documents about one place or two; some 1,700 claims. */
const documentsOfBatch = 60
const claimsOfFile = 5000

const faults = { typo: 1, scale: 0, stale: 5 }

/** What a text tells beside the register, as articles do: figures of things that no other text speaks of, and figures of no indicator. */
const [ownFigures, looseFigures] = [10, 14]

const withOthers = (result: DocumentResult, random: Random): DocumentResult => {
  const [first] = result.claims
  if (first === undefined) return result
  const { sentence, place, period } = first
  const figure = (fields: Partial<Claim>): Claim =>
    plain(String(1_000 + random.int(9_000_000)), { ...fields, document: result.document, sentence, place, period })
  const own = Array.from({ length: ownFigures }, (_, at) =>
    figure({ indicator: 'fund.debt', kind: 'money', unit: 'VND', facet: `${result.document} ${at}` }),
  )
  const loose = Array.from({ length: looseFigures }, () => figure({ indicator: null }))
  return { ...result, claims: [...result.claims, ...own, ...loose] }
}

/** The same text in a corpus of one country: what was a place is a branch of the register. */
const ofCountry = (result: DocumentResult): DocumentResult => ({
  ...result,
  claims: result.claims.map((claim) => ({ ...claim, place: 'VN', facet: claim.facet ?? claim.place })),
})

/** Memory that the process may take for its objects, in MB: the whole of it then stays under 512. */
const heap = 320

interface Row {
  readonly claims: number
  readonly files: number
  readonly drawing: number
  readonly placing: number
  readonly reconciling: number
  readonly peak: number
  readonly observations: number
  readonly pairs: number
}

/** Seconds of processor time that this process has had. */
const seconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const measure = (size: number, isCountry: boolean): Row => {
  const folder = mkdtempSync(join(tmpdir(), 'reconcile-scale-'))
  const files = Math.max(1, Math.round(size / claimsOfFile))
  let drawing = 0
  function* drawn(): Generator<Batch> {
    for (let [place, claims] = [1, 0]; claims < size; place += 1) {
      const from = seconds()
      const name = `text_${String(place).padStart(6, '0')}`
      const { results, facts } = plantCorpus(documentsOfBatch, place, faults, { prefix: name, firstPlace: 10 * place })
      const random = new Random(place)
      const texts = results.map((result) => withOthers(result, random))
      const all = isCountry ? texts.map(ofCountry) : texts
      drawing += seconds() - from
      claims += all.reduce((sum, { claims: own }) => sum + own.length, 0)
      yield { results: all, facts }
    }
  }
  try {
    const start = seconds()
    const claims = spreadClaims(drawn(), { folder, files }, knowledge)
    const second = seconds()
    let [observations, pairs] = [0, 0]
    for (const tables of reconcileParts({ folder, files }, knowledge)) {
      observations += tables.observations.length
      pairs += tables.relations.length
    }
    return {
      claims,
      files,
      drawing,
      placing: second - start - drawing,
      reconciling: seconds() - second,
      peak: process.resourceUsage().maxRSS / 1024,
      observations,
      pairs,
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const alone = (size: string, more: readonly string[]): Row => {
  const args = [
    `--max-old-space-size=${heap}`,
    '--import',
    'tsx',
    fileURLToPath(import.meta.url),
    '--one',
    size,
    ...more,
  ]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${size} claims: ${stderr}`)
  return JSON.parse(stdout) as Row
}

const grouped = (n: number): string => String(n).replace(/\B(?=(?:\d{3})+$)/gu, ',')

const lineOf = (row: Row): string => {
  const each = (time: number): string => `${((time / row.claims) * 1e6).toFixed(0)} µs`
  const counts = [row.claims, row.files, row.observations, row.pairs].map(grouped)
  return `| ${counts.join(' | ')} | ${each(row.placing)} | ${each(row.reconciling)} | ${row.peak.toFixed(0)} MiB |`
}

const head = [
  '| claims | files | observations | pairs | placing and writing, a claim | reading and reconciling, a claim | most memory of the process |',
  '| --- | --- | --- | --- | --- | --- | --- |',
]

const args = process.argv.slice(2)
const sizes = args.filter((each) => /^\d+$/u.test(each))
if (args[0] === '--one') console.log(JSON.stringify(measure(Number(args[1]), args.includes('--country'))))
else {
  const page = new URL('../docs/method/reconciliation.md', import.meta.url)
  const rows: Row[] = []
  const country = args.filter((each) => each === '--country')
  for (const size of sizes) {
    rows.push(alone(size, country))
    console.log(lineOf(rows.at(-1)!))
    const lines = rows.toSorted((a, b) => a.claims - b.claims).map(lineOf)
    if (args.includes('--write'))
      writeFileSync(
        page,
        withSection(
          readFileSync(page, 'utf8'),
          country.length > 0 ? 'country' : 'scale',
          [...head, ...lines].join('\n'),
        ),
      )
  }
}
