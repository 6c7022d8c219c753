import type { SourceList } from '../../schemas/document.ts'
import type { ReconciliationSettings } from '../../schemas/reconciliation.ts'
import type { DocumentResult } from '../../schemas/result.ts'
import { compare, parseDecimal, rational } from './rational.ts'

/** Every run of so many words in the sentences around the numbers of a text; each counts once. */
const shingles = (result: DocumentResult, words: number): Set<string> => {
  const found = new Set<string>()
  for (const sentence of new Set(result.claims.map((claim) => claim.sentence.exact))) {
    const tokens = sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    for (let at = 0; at + words <= tokens.length; at += 1) found.add(tokens.slice(at, at + words).join(' '))
  }
  return found
}

/** Texts that hold one run of words, as far as they are asked: a phrase of a thousand reposts needs but a few of them. */
const mostHolders = 8

/** Sets of texts that can grow together; the first in order stands for each. */
class Clusters {
  readonly #parent = new Map<string, string>()

  of(name: string): string {
    const parent = this.#parent.get(name)
    if (parent === undefined) return name
    const root = this.of(parent)
    this.#parent.set(name, root)
    return root
  }

  join(a: string, b: string): void {
    const [first, second] = [this.of(a), this.of(b)].sort() as [string, string]
    if (first !== second) this.#parent.set(second, first)
  }
}

const joinCopies = (results: readonly DocumentResult[], settings: ReconciliationSettings, clusters: Clusters): void => {
  const containment = parseDecimal(settings.shingle_containment)
  const holders = new Map<string, string[]>()
  const sizes = new Map<string, number>()
  for (const result of results) {
    const own = shingles(result, settings.shingle_words)
    sizes.set(result.document, own.size)
    const shared = new Map<string, number>()
    for (const shingle of own) {
      const known = holders.get(shingle)
      for (const other of known ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
      if (known === undefined) holders.set(shingle, [result.document])
      else if (known.length < mostHolders) known.push(result.document)
    }
    for (const [other, count] of shared) {
      const smaller = Math.min(own.size, sizes.get(other)!)
      if (compare(rational(BigInt(count), BigInt(smaller)), containment) >= 0) clusters.join(other, result.document)
    }
  }
}

/**
 * Which report each document is a text of: copies and reposts are one report, named by the first of its documents.
 * Two texts are one where the smaller has half of its runs of words (in the sentences around the numbers) in the other,
 * or where their sources are known to be one report. A copy says that a number was transcribed, not that it is right.
 */
export const reportsOf = (
  results: readonly DocumentResult[],
  facts: SourceList,
  settings: ReconciliationSettings,
): ReadonlyMap<string, string> => {
  const clusters = new Clusters()
  joinCopies(results, settings, clusters)
  const known = new Map<string, string>()
  for (const { document } of results) {
    const report = facts[document]?.report ?? null
    if (report === null) continue
    const first = known.get(report)
    if (first === undefined) known.set(report, document)
    else clusters.join(first, document)
  }
  return new Map(results.map(({ document }) => [document, clusters.of(document)]))
}
