import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Claim } from '../../schemas/claim.ts'
import type { DocumentResult } from '../../schemas/result.ts'

const root = new URL('../..', import.meta.url).pathname

interface GoldLine {
  readonly exact: string
  readonly before: string
  readonly kind: Claim['kind'] | null
  readonly importance: 'core' | 'incidental' | 'negative'
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly [field: string]: unknown
}

const scaleWords: Readonly<Record<string, string>> = { thousand: '3', million: '6', billion: '9', trillion: '12' }

const decimal = (value: number | null): string | null => (value === null ? null : String(value))

/** Where the line's expression stands, in UTF-16 units, searched from `from` (lines stand in reading order). */
const find = (text: string, line: GoldLine, from: number): number => {
  const back = Math.max(0, from - line.before.length)
  const found = text.indexOf(line.before + line.exact, back)
  if (found >= 0) return found + line.before.length
  const anywhere = text.indexOf(line.before + line.exact)
  if (anywhere < 0) throw new Error(`"${line.before}${line.exact}" is not in the text.`)
  return anywhere + line.before.length
}

const codePoints = (text: string): number => Array.from(text).length

const claimOf = (document: string, sha256: string, text: string, line: GoldLine, at: number): Claim => {
  const start = codePoints(text.slice(0, at))
  const from = text.lastIndexOf('\n', at - 1) + 1
  const to = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at)
  const word = Object.keys(scaleWords).find((each) => line.exact.includes(each))
  const said = (field: string): string | null => (line[field] as string | null | undefined) ?? null
  return {
    id: `c_${createHash('sha256').update(`${document} ${sha256} ${start}`).digest('hex').slice(0, 12)}`,
    document,
    kind: line.kind!,
    value: decimal(line.value),
    low: decimal(line.low),
    high: decimal(line.high),
    unit: said('unit'),
    modifier: said('modifier') as Claim['modifier'],
    measure: said('measure') as Claim['measure'],
    direction: said('direction') as Claim['direction'],
    indicator: said('indicator'),
    subject: null,
    status: said('status') as Claim['status'],
    period: said('period'),
    baseline: said('baseline'),
    place: said('place'),
    of: said('of'),
    facet: said('facet'),
    number: said('number'),
    type: said('type'),
    issued: said('issued'),
    issuer: said('issuer'),
    digits: /\d(?:.*\d)?/u.exec(line.exact)?.[0] ?? line.exact,
    scale: word === undefined ? null : scaleWords[word]!,
    readings: [],
    rule: 'gold',
    flags: [],
    source: { path: `${document}.txt`, sha256 },
    selector: {
      start,
      end: start + codePoints(line.exact),
      exact: line.exact,
      prefix: Array.from(text.slice(0, at)).slice(-32).join(''),
      suffix: Array.from(text.slice(at + line.exact.length))
        .slice(0, 32)
        .join(''),
    },
    line: text.slice(0, at).split('\n').length,
    column: codePoints(text.slice(from, at)) + 1,
    sentence: {
      start: codePoints(text.slice(0, from)),
      end: codePoints(text.slice(0, to)),
      exact: text.slice(from, to),
    },
    evidence: {},
    steps: [],
  }
}

/** One document with its gold mentions as claims: what extraction would give if it made no mistake. */
export const goldDocument = (document: string, text: string, lines: readonly GoldLine[]): DocumentResult => {
  const sha256 = createHash('sha256').update(text).digest('hex')
  const claims: Claim[] = []
  let from = 0
  for (const line of lines) {
    const at = find(text, line, from)
    from = at + line.exact.length
    if (line.importance !== 'negative') claims.push(claimOf(document, sha256, text, line, at))
  }
  claims.sort((a, b) => a.selector.start - b.selector.start)
  return {
    document,
    path: `${document}.txt`,
    sha256,
    bytes: Buffer.byteLength(text),
    chars: codePoints(text),
    format: 'plain',
    lang: 'en',
    title: null,
    dateline: null,
    place: 'VN',
    claims,
    unclaimed: [],
    legalLinks: [],
    legalStatements: [],
  }
}

const jsonLines = (path: string): GoldLine[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as GoldLine)

/** The gold claims of every seed, document by document, in order of their names. */
export const goldSeeds = (): DocumentResult[] =>
  readdirSync(join(root, 'test/gold/seeds'))
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => {
      const document = name.slice(0, -'.jsonl'.length)
      const text = readFileSync(join(root, 'seeds', `${document}.txt`), 'utf8').replace(/^\u{feff}/u, '')
      return goldDocument(document, text, jsonLines(join(root, 'test/gold/seeds', name)))
    })

/** Both ends of a gold relation, as test/gold/relations.jsonl has them. */
export interface GoldRelation {
  readonly a: { readonly doc: string; readonly before: string; readonly exact: string }
  readonly b: { readonly doc: string; readonly before: string; readonly exact: string }
  readonly relation: string
  readonly why: string | null
}

export const goldRelations = (): GoldRelation[] =>
  jsonLines(join(root, 'test/gold/relations.jsonl')) as unknown as GoldRelation[]

/**
 * The claim of a document that stands where a text has these words before it. Where the words recur, the one whose
 * period is given; throws where there is none.
 */
export const goldClaim = (
  results: readonly DocumentResult[],
  doc: string,
  exact: string,
  before = '',
  period?: string,
): Claim => {
  const claims = results.find((result) => result.document.startsWith(doc))?.claims ?? []
  const found = claims.filter(
    (claim) =>
      claim.selector.exact === exact &&
      claim.selector.prefix.endsWith(before.slice(-32)) &&
      (period === undefined || claim.period === period),
  )
  if (found[0] === undefined) throw new Error(`${doc} has no claim "${before}${exact}".`)
  return found[0]
}
