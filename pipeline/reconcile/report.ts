import type { SourceList } from '../../schemas/document.ts'
import type { ReconciliationSettings } from '../../schemas/reconciliation.ts'
import type { DocumentFigures } from '../../schemas/result.ts'
import { Holders } from './holders.ts'
import { compare, parseDecimal, rational } from './rational.ts'

/**
 * A run of words as a number of 53 bits (cyrb53, by bryc, in the public domain): a corpus has a million of them, and as words they would take
 * more memory than its claims. That two runs have one number is likelier than one in a thousand only beyond four million runs, and one run
 * more in common makes no copy.
 */
const numberOf = (text: string): number => {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return 4294967296 * (2097151 & b) + (a >>> 0)
}

/** Every run of so many words in the sentences around the numbers of a text; each counts once. */
const shingles = (result: DocumentFigures, words: number): Set<number> => {
  const found = new Set<number>()
  for (const sentence of new Set(result.claims.map((claim) => claim.sentence.exact))) {
    const tokens = sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    for (let at = 0; at + words <= tokens.length; at += 1) found.add(numberOf(tokens.slice(at, at + words).join(' ')))
  }
  return found
}

/** Texts of a report that later ones are held against: a phrase of a thousand reposts needs but a few of them. */
const mostHolders = 8

/** Texts that are copies of one another. `held` are those that later texts are held against. */
interface Report {
  readonly name: string
  readonly held: string[]
}

/**
 * The report that a text is a copy of: it shares its sentences with more than half of the texts held there. So a digest
 * that quotes two reports belongs to the one it quotes more, and makes them no copies of each other.
 */
const copiedFrom = (
  shared: ReadonlyMap<string, number>,
  isCopy: (other: string, count: number) => boolean,
  reportOf: ReadonlyMap<string, Report>,
): Report | null => {
  const linked = new Map<Report, { texts: number; most: number }>()
  for (const [other, count] of shared) {
    if (!isCopy(other, count)) continue
    const report = reportOf.get(other)!
    const known = linked.get(report) ?? { texts: 0, most: 0 }
    linked.set(report, { texts: known.texts + 1, most: Math.max(known.most, count) })
  }
  let best: Report | null = null
  for (const [report, { texts, most }] of linked) {
    if (2 * texts <= report.held.length) continue
    if (best === null || most > linked.get(best)!.most) best = report
  }
  return best
}

/**
 * Which report each document is a text of: copies and reposts are one report, named by the first of its documents.
 * Two texts are one where the smaller has half of its runs of words (in the sentences around the numbers) in the other,
 * or where their sources are known to be one report. A copy says that a number was transcribed, not that it is right.
 * Documents are taken in the order given.
 */
export const reportsOf = (
  results: Iterable<DocumentFigures>,
  facts: SourceList,
  settings: ReconciliationSettings,
): ReadonlyMap<string, string> => {
  const containment = parseDecimal(settings.shingle_containment)
  const holders = new Holders()
  const names: string[] = []
  const sizes = new Map<string, number>()
  const reportOf = new Map<string, Report>()
  const known = new Map<string, Report>()
  for (const result of results) {
    const { document } = result
    const own = shingles(result, settings.shingle_words)
    sizes.set(document, own.size)
    const shared = new Map<string, number>()
    for (const shingle of own)
      for (const at of holders.of(shingle)) shared.set(names[at]!, (shared.get(names[at]!) ?? 0) + 1)
    const isCopy = (other: string, count: number): boolean =>
      compare(rational(BigInt(count), BigInt(Math.min(own.size, sizes.get(other)!))), containment) >= 0
    const said = facts[document]?.report ?? null
    const report: Report = known.get(said ?? '') ?? copiedFrom(shared, isCopy, reportOf) ?? { name: document, held: [] }
    reportOf.set(document, report)
    if (said !== null) known.set(said, report)
    if (report.held.length >= mostHolders) continue
    report.held.push(document)
    names.push(document)
    for (const shingle of own) holders.add(shingle, names.length - 1)
  }
  return new Map([...reportOf].map(([document, { name }]) => [document, name]))
}
