import { createHash } from 'node:crypto'
import type { Claim } from '../../schemas/claim.ts'
import type { Check, Observation } from '../../schemas/observation.ts'
import { groupBy } from '../group-by.ts'

/** What of the tables says which page a row stands on. */
export interface PlacedTables {
  readonly documents: readonly { readonly document: string; readonly chars: number }[]
  readonly claims: readonly (Claim & { readonly observation_id: string | null })[]
  readonly observations: readonly Observation[]
  readonly checks: readonly Check[]
}

/** A page of a document: the code points that it shows, end exclusive, and the claims that stand in them. */
export interface DocumentPart {
  readonly path: string
  readonly from: number
  readonly to: number
  readonly claims: readonly Claim[]
}

/** A page of an indicator: some of its observations. */
export interface IndicatorPart {
  readonly path: string
  readonly observations: readonly Observation[]
}

/** Where everything of the report stands; paths are from the folder of one language of it. */
export interface Pages {
  readonly documents: ReadonlyMap<string, readonly DocumentPart[]>
  readonly indicators: ReadonlyMap<string, readonly IndicatorPart[]>
  readonly ofClaim: ReadonlyMap<string, string>
  readonly ofObservation: ReadonlyMap<string, string>
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
const sheetWeight = (claim: Claim, { checks, siblings }: Company): number =>
  3_800 +
  450 * Object.keys(claim.evidence).length +
  1_100 * claim.readings.length +
  6 * Math.min(claim.sentence.exact.length, 900) +
  500 * Math.min(checks, mostListed) +
  500 * Math.min(siblings, mostListed)

/** Bytes that a character of the text comes to, with its markup. */
const charWeight = 4

const documentParts = (
  name: string,
  chars: number,
  claims: readonly Claim[],
  companyOf: (claim: Claim) => Company,
): DocumentPart[] => {
  const stem = slugOf(name)
  const parts: { from: number; claims: Claim[] }[] = [{ from: 0, claims: [] }]
  let weight = 0
  let read = 0
  const textUpTo = (end: number): void => {
    // A long stretch without a number is cut where the page is full.
    while ((end - read) * charWeight + weight > budget) {
      read += Math.max(1, Math.floor((budget - weight) / charWeight))
      parts.push({ from: read, claims: [] })
      weight = 0
    }
    weight += (end - read) * charWeight
    read = end
  }
  for (const claim of claims) {
    textUpTo(Math.max(read, claim.selector.start))
    const own = sheetWeight(claim, companyOf(claim))
    const last = parts.at(-1)!
    if (weight + own > budget && last.claims.length > 0) {
      parts.push({ from: Math.max(last.claims.at(-1)!.selector.end, Math.min(claim.sentence.start, read)), claims: [] })
      weight = 0
    }
    weight += own
    read = Math.max(read, claim.selector.end)
    parts.at(-1)!.claims.push(claim)
  }
  textUpTo(Math.max(read, chars))
  return parts.map((part, at) => ({
    path: partPath('documents', stem, at),
    from: part.from,
    to: parts[at + 1]?.from ?? Math.max(chars, read),
    claims: part.claims,
  }))
}

/** Most claims of an observation that its section lists. */
export const mostClaims = 200

/** Conflicts are two sentences side by side; where there are several values, as many are counted as there can be. */
const sectionWeight = ({ n_claims, n_values }: Observation, checks: number): number =>
  4_000 +
  3_000 * Math.min(n_claims, mostClaims) +
  2_800 * (n_values > 1 ? Math.min((n_claims * (n_claims - 1)) / 2, mostListed) : 0) +
  1_800 * Math.min(checks, mostChecks)

const indicatorParts = (
  indicator: string,
  observations: readonly Observation[],
  checksOn: ReadonlyMap<string, number>,
): IndicatorPart[] => {
  const parts: Observation[][] = [[]]
  let weight = 0
  for (const observation of observations) {
    const own = sectionWeight(observation, checksOn.get(observation.id) ?? 0)
    if (weight + own > budget && parts.at(-1)!.length > 0) {
      parts.push([])
      weight = 0
    }
    weight += own
    parts.at(-1)!.push(observation)
  }
  return parts.map((each, at) => ({ path: partPath('observations', indicatorStem(indicator), at), observations: each }))
}

/** Observations of an indicator as a reader wants them: the latest period last, goals after what was. */
const inOrder = (a: Observation, b: Observation): number => {
  const key = (each: Observation): string =>
    [
      each.measure === 'level' ? 0 : 1,
      each.facet ?? '',
      each.place ?? '',
      each.of ?? '',
      each.period.slice(-10),
      each.class,
      each.id,
    ].join('\n')
  const [x, y] = [key(a), key(b)]
  return x < y ? -1 : x > y ? 1 : 0
}

/** The claim that an input of a check names: "part:c_76649bd74bb3", "whole:from c_133fb24457ff". */
export const claimOfInput = (input: string): string | null => {
  const id = input.slice(Math.max(input.lastIndexOf(' '), input.lastIndexOf(':')) + 1)
  return id.startsWith('c_') ? id : null
}

/** The claims that a check speaks of, each once. */
export const claimsOfCheck = ({ inputs, supports, refutes }: Check): Set<string> =>
  new Set([...inputs.flatMap((input) => claimOfInput(input) ?? []), ...supports, ...refutes])

const company = (claims: PlacedTables['claims'], checks: readonly Check[]): ((claim: Claim) => Company) => {
  const count = (names: Iterable<string>): Map<string, number> => {
    const counts = new Map<string, number>()
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
    return counts
  }
  const onKey = count(claims.flatMap(({ observation_id }) => observation_id ?? []))
  const keyOf = new Map(claims.map(({ id, observation_id }) => [id, observation_id]))
  const told = count(checks.flatMap((check) => [...claimsOfCheck(check)]))
  return ({ id }) => ({ checks: told.get(id) ?? 0, siblings: (onKey.get(keyOf.get(id) ?? '') ?? 1) - 1 })
}

/** Lays out the report: which page every claim and every observation stands on. A pure function of the tables. */
export const layOut = ({ documents, claims, observations, checks }: PlacedTables): Pages => {
  const ofClaim = new Map<string, string>()
  const ofObservation = new Map<string, string>()
  const own = groupBy(claims, ({ document }) => document)
  const companyOf = company(claims, checks)
  const byDocument = new Map(
    documents.map(
      ({ document, chars }) => [document, documentParts(document, chars, own.get(document) ?? [], companyOf)] as const,
    ),
  )
  for (const parts of byDocument.values())
    for (const part of parts) for (const { id } of part.claims) ofClaim.set(id, `${part.path}#c-${id}`)
  const checksOn = new Map<string, number>()
  for (const { observation_id } of checks)
    if (observation_id !== null) checksOn.set(observation_id, (checksOn.get(observation_id) ?? 0) + 1)
  const byIndicator = new Map(
    [...groupBy(observations, ({ indicator }) => indicator)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([indicator, each]) => [indicator, indicatorParts(indicator, [...each].sort(inOrder), checksOn)] as const),
  )
  for (const parts of byIndicator.values())
    for (const part of parts) for (const { id } of part.observations) ofObservation.set(id, `${part.path}#o-${id}`)
  return { documents: byDocument, indicators: byIndicator, ofClaim, ofObservation }
}
