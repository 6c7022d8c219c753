import { createHash } from 'node:crypto'
import type { Claim } from '../../schemas/claim.ts'
import type { Check, Observation } from '../../schemas/observation.ts'

/** A claim, as far as its page depends on it. */
export type PlacedClaim = Pick<Claim, 'id' | 'document' | 'selector' | 'sentence' | 'evidence' | 'readings'> & {
  readonly observation_id: string | null
}

/** What of the tables says which page a row stands on. */
export interface PlacedTables {
  readonly documents: Iterable<{ readonly document: string; readonly chars: number }>
  /** Read twice; those of a document in reading order. */
  readonly claims: Iterable<PlacedClaim>
  readonly observations: Iterable<Observation>
  readonly checks: Iterable<Check>
}

/** A page of a document: the code points that it shows, end exclusive, and the ids of the claims that stand in them. */
export interface DocumentPart {
  readonly path: string
  readonly from: number
  readonly to: number
  readonly claims: readonly string[]
}

/** A page of an indicator: ids of some of its observations. */
export interface IndicatorPart {
  readonly path: string
  readonly observations: readonly string[]
}

/** Where everything of the report stands; paths are from the folder of one language of it. */
export interface Pages {
  readonly documents: ReadonlyMap<string, readonly DocumentPart[]>
  readonly indicators: ReadonlyMap<string, readonly IndicatorPart[]>
  readonly ofClaim: Places
  readonly ofObservation: Places
}

/** Where each row of a table stands: its page with the fragment. The path of a page is kept once for all its rows. */
class Places {
  readonly #mark: string
  readonly #pages = new Map<string, string>()

  /** Fragments are this mark and the row's id. */
  constructor(mark: string) {
    this.#mark = mark
  }

  put(id: string, page: string): void {
    this.#pages.set(id, page)
  }

  get size(): number {
    return this.#pages.size
  }

  get(id: string): string | undefined {
    const page = this.#pages.get(id)
    return page === undefined ? undefined : `${page}#${this.#mark}${id}`
  }
}

/** What a page may weigh by the estimates below, in bytes: the report promises less than 1 MB a page. */
const budget = 800_000
/** Names that Windows gives to devices. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u
const plain = /^[a-z\d][a-z\d_-]{0,79}$/u

/**
 * A document's name as the name of a file: letters, digits, - and _. "Báo cáo/2021" and "bao-cao-2021" must not meet, nor two names that
 * differ in case alone on a disk that is blind to it, so that every name that had to be changed bears a hash of the whole.
 */
export const slugOf = (name: string): string => {
  if (plain.test(name) && !device.test(name)) return name
  const kept = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z\d_]+/gu, '-')
    .slice(0, 60)
    .replace(/^[_-]+|[_-]$/gu, '')
  return `${kept === '' ? 'document' : kept}-${createHash('sha256').update(name).digest('hex').slice(0, 10)}`
}

/** Indicators are named by their ids, which are safe but for a few: "health_insurance.coverage". */
const indicatorStem = (id: string): string =>
  /^[a-z_]+(?:\.[a-z_]+)?$/u.test(id) && !device.test(id.split('.')[0]!) ? id : slugOf(id)

/** "documents/name.html", "documents/name.2.html" ...: no slug holds a dot. */
const partPath = (folder: string, stem: string, at: number): string =>
  `${folder}/${stem}${at === 0 ? '' : `.${at + 1}`}.html`

/** Most siblings, checks and the like that one sheet or section lists; it says how many more there are. */
export const mostListed = 12

/** Most checks that the section of an observation tells. */
export const mostChecks = 40

/** How many other rows a claim's sheet tells of. */
interface Company {
  readonly checks: number
  readonly siblings: number
}

/** Bytes that the audit sheet of a claim comes to, with its data for the scripts: measured on annotated articles, on the safe side. */
const sheetWeight = (claim: PlacedClaim, { checks, siblings }: Company): number =>
  3_800 +
  450 * Object.keys(claim.evidence).length +
  1_100 * claim.readings.length +
  6 * Math.min(claim.sentence.exact.length, 900) +
  500 * Math.min(checks, mostListed) +
  500 * Math.min(siblings, mostListed)

/** Bytes that a character of the text comes to, with its markup. */
const charWeight = 4

/** Lays out the pages of one document, from its claims as they come in reading order. */
class DocumentLayout {
  readonly #parts: { from: number; claims: string[] }[] = [{ from: 0, claims: [] }]
  #weight = 0
  #read = 0
  #lastEnd = 0

  #open(from: number): void {
    this.#parts.push({ from, claims: [] })
    this.#weight = 0
  }

  #textUpTo(end: number): void {
    // A long stretch without a number is cut where the page is full, which a sheet may have made it already.
    while (this.#read < end && (end - this.#read) * charWeight + this.#weight > budget) {
      this.#read += Math.max(0, Math.floor((budget - this.#weight) / charWeight))
      this.#open(this.#read)
    }
    this.#weight += (end - this.#read) * charWeight
    this.#read = end
  }

  add(claim: PlacedClaim, company: Company): void {
    this.#textUpTo(Math.max(this.#read, claim.selector.start))
    const own = sheetWeight(claim, company)
    const from = Math.max(this.#parts.at(-1)!.from, this.#lastEnd, Math.min(claim.sentence.start, this.#read))
    if (this.#weight + own > budget && from > this.#parts.at(-1)!.from) {
      this.#open(from)
      this.#weight = (this.#read - from) * charWeight
    }
    this.#weight += own
    this.#read = Math.max(this.#read, claim.selector.end)
    this.#lastEnd = claim.selector.end
    this.#parts.at(-1)!.claims.push(claim.id)
  }

  /** The pages, of a text of so many code points. */
  close(name: string, chars: number): DocumentPart[] {
    this.#textUpTo(Math.max(this.#read, chars))
    const stem = slugOf(name)
    return this.#parts.map((part, at) => ({
      path: partPath('documents', stem, at),
      from: part.from,
      to: this.#parts[at + 1]?.from ?? Math.max(chars, this.#read),
      claims: part.claims,
    }))
  }
}

/** Most claims of an observation that its section lists. */
export const mostClaims = 200

/** Conflicts are two sentences side by side; where there are several values, as many are counted as there can be. */
const sectionWeight = ({ n_claims, n_values }: Observation, checks: number): number =>
  4_000 +
  3_000 * Math.min(n_claims, mostClaims) +
  2_800 * (n_values > 1 ? Math.min((n_claims * (n_claims - 1)) / 2, mostListed) : 0) +
  1_800 * Math.min(checks, mostChecks)

/** What of an observation its page depends on. */
interface Entry {
  readonly id: string
  readonly order: string
  readonly weight: number
}

const indicatorParts = (indicator: string, entries: readonly Entry[]): IndicatorPart[] => {
  const parts: string[][] = [[]]
  let weight = 0
  for (const { id, weight: own } of entries) {
    if (weight + own > budget && parts.at(-1)!.length > 0) {
      parts.push([])
      weight = 0
    }
    weight += own
    parts.at(-1)!.push(id)
  }
  return parts.map((each, at) => ({ path: partPath('observations', indicatorStem(indicator), at), observations: each }))
}

/** Observations of an indicator as a reader wants them: the latest period last, goals after what was. */
const orderOf = (each: Observation): string =>
  [
    each.measure === 'level' ? 0 : 1,
    each.facet ?? '',
    each.place ?? '',
    each.of ?? '',
    each.period.slice(-10),
    each.class,
    each.id,
  ].join('\n')

/** The claim that an input of a check names: "part:c_76649bd74bb3", "whole:from c_133fb24457ff". */
export const claimOfInput = (input: string): string | null => {
  const id = input.slice(Math.max(input.lastIndexOf(' '), input.lastIndexOf(':')) + 1)
  return id.startsWith('c_') ? id : null
}

/** The claims that a check speaks of, each once. */
export const claimsOfCheck = ({ inputs, supports, refutes }: Check): Set<string> =>
  new Set([...inputs.flatMap((input) => claimOfInput(input) ?? []), ...supports, ...refutes])

/** How often each name comes. */
class Counts {
  readonly #counts = new Map<string, number>()

  add(name: string): void {
    this.#counts.set(name, this.of(name) + 1)
  }

  of(name: string): number {
    return this.#counts.get(name) ?? 0
  }
}

const documentPages = ({ documents, claims, checks }: PlacedTables): Pages['documents'] => {
  const [onKey, told] = [new Counts(), new Counts()]
  for (const { observation_id } of claims) if (observation_id !== null) onKey.add(observation_id)
  for (const check of checks) for (const id of claimsOfCheck(check)) told.add(id)
  const layouts = new Map<string, DocumentLayout>()
  const layoutOf = (document: string): DocumentLayout => {
    const layout = layouts.get(document) ?? new DocumentLayout()
    layouts.set(document, layout)
    return layout
  }
  for (const claim of claims) {
    const siblings = claim.observation_id === null ? 0 : onKey.of(claim.observation_id) - 1
    layoutOf(claim.document).add(claim, { checks: told.of(claim.id), siblings })
  }
  const pages = new Map<string, readonly DocumentPart[]>()
  for (const { document, chars } of documents) pages.set(document, layoutOf(document).close(document, chars))
  return pages
}

const indicatorPages = ({ observations, checks }: PlacedTables): Pages['indicators'] => {
  const checksOn = new Counts()
  for (const { observation_id } of checks) if (observation_id !== null) checksOn.add(observation_id)
  const entries = new Map<string, Entry[]>()
  for (const row of observations) {
    const entry = { id: row.id, order: orderOf(row), weight: sectionWeight(row, checksOn.of(row.id)) }
    const own = entries.get(row.indicator)
    if (own === undefined) entries.set(row.indicator, [entry])
    else own.push(entry)
  }
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1))
  return new Map(
    sorted.map(([indicator, own]) => {
      own.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
      return [indicator, indicatorParts(indicator, own)]
    }),
  )
}

/** Lays out the report: which page every claim and every observation stands on. A pure function of the tables. */
export const layOut = (tables: PlacedTables): Pages => {
  const [documents, indicators] = [documentPages(tables), indicatorPages(tables)]
  const [ofClaim, ofObservation] = [new Places('c-'), new Places('o-')]
  for (const parts of documents.values())
    for (const { path, claims } of parts) for (const id of claims) ofClaim.put(id, path)
  for (const parts of indicators.values())
    for (const { path, observations } of parts) for (const id of observations) ofObservation.put(id, path)
  return { documents, indicators, ofClaim, ofObservation }
}
