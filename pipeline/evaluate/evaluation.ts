import { groupBy } from '../group-by.ts'
import { type Field, shown } from './agree.ts'
import type { ScoredClaim } from './claims.ts'
import type { GoldDocument } from './gold.ts'
import { type DocumentScore, matchDocument, type Outcome } from './match.ts'
import { detection, ratio, rowScore, type Tally, tally } from './tally.ts'

/** A set of gold: its name, its documents with their texts, and the claims that were extracted from the texts. */
export interface GoldSet {
  readonly name: string
  readonly gold: readonly GoldDocument[]
  readonly claims: readonly ScoredClaim[]
  /** Document -> main language, where it is known. */
  readonly languages: ReadonlyMap<string, string>
}

/** One scored document and the groups that it counts for. */
export interface Scored extends DocumentScore {
  readonly set: string
  readonly language: string
}

export const evaluate = (sets: readonly GoldSet[]): Scored[] =>
  sets.flatMap(({ name, gold, claims, languages }) =>
    gold.map((document) => ({
      ...matchDocument(
        document,
        claims.filter((claim) => claim.document === document.document),
      ),
      set: name,
      language: languages.get(document.document) ?? 'unknown',
    })),
  )

export const outcomesOf = (scored: readonly Scored[]): Outcome[] => scored.flatMap(({ outcomes }) => outcomes)

/** The kind an outcome counts for: that of the mention, or of the claim where there is no mention. */
const kindOf = (outcome: Outcome): string => String(outcome.is === 'extra' ? outcome.claim.kind : outcome.mention.kind)

/** Counts by set, language, document and kind, each in order of first appearance but kinds, most frequent first. */
export const groups = (scored: readonly Scored[]): Readonly<Record<string, ReadonlyMap<string, Tally>>> => {
  const by = (key: (each: Scored) => string): Map<string, Tally> =>
    new Map([...groupBy(scored, key)].map(([name, each]) => [name, tally(outcomesOf(each))]))
  const kinds = [...groupBy(outcomesOf(scored), kindOf)].map(([name, each]) => [name, tally(each)] as const)
  return {
    set: by((each) => each.set),
    language: by((each) => each.language),
    document: by((each) => each.document),
    kind: new Map(kinds.sort((a, b) => b[1].core - a[1].core)),
  }
}

/** One way in which a field was wrong, and how often. */
export interface Confusion {
  readonly field: Field
  readonly gold: string
  readonly claimed: string
  readonly n: number
}

/** Every way in which fields were wrong, the most frequent of a field first. */
export const confusions = (scored: readonly Scored[]): Confusion[] => {
  const counts = new Map<string, Confusion>()
  for (const outcome of outcomesOf(scored)) {
    if (outcome.is !== 'met') continue
    for (const field of outcome.wrong) {
      const gold = shown(field, outcome.mention)
      const claimed = shown(field, outcome.claim)
      const key = JSON.stringify([field, gold, claimed])
      counts.set(key, { field, gold, claimed, n: (counts.get(key)?.n ?? 0) + 1 })
    }
  }
  return [...counts.values()].sort((a, b) => b.n - a.n)
}

/** What is wrong, one line a mention or claim, in reading order of each document. */
export const misses = (scored: readonly Scored[]): string[] =>
  scored.flatMap(({ document, outcomes, wrongOffsets }) => [
    ...wrongOffsets.map(
      ({ start, end, exact }) => `${document}@${start}: characters ${start} to ${end} are not ${JSON.stringify(exact)}`,
    ),
    ...outcomes.flatMap((outcome) => {
      if (outcome.is === 'missed')
        return [
          `${document}@${outcome.mention.start}: missed ${outcome.mention.kind} ${JSON.stringify(outcome.mention.exact)}`,
        ]
      if (outcome.is === 'extra') {
        const { start, kind, exact, number } = outcome.claim
        return [
          `${document}@${start}: no claim in the gold: ${kind} ${JSON.stringify(exact)} = ${number ?? shown('value', outcome.claim)}`,
        ]
      }
      if (outcome.is === 'incidental' || outcome.wrong.length === 0) return []
      const wrong = outcome.wrong.map(
        (field) => `${field} ${shown(field, outcome.claim)}, not ${shown(field, outcome.mention)}`,
      )
      return [`${document}@${outcome.mention.start}: ${JSON.stringify(outcome.mention.exact)}: ${wrong.join('; ')}`]
    }),
  ])

/** The counts as one record: mentions, detection, whole rows, share right of each field, and kinds. */
export const summary = (scored: readonly Scored[]): Record<string, unknown> => {
  const all = tally(outcomesOf(scored))
  const kinds: Record<string, { core: number; found: number; row: number }> = {}
  for (const outcome of outcomesOf(scored)) {
    if (outcome.is !== 'met' && outcome.is !== 'missed') continue
    const { core, found, rows } = tally([outcome])
    const kind = kinds[kindOf(outcome)] ?? { core: 0, found: 0, row: 0 }
    kinds[kindOf(outcome)] = { core: kind.core + core, found: kind.found + found, row: kind.row + rows }
  }
  return {
    mentions: { core: all.core, found: all.found, falsePositives: all.extra, incidental: all.incidental },
    detection: detection(all),
    row: rowScore(all),
    fields: Object.fromEntries([...all.fields].map(([field, [right, n]]) => [field, ratio(right, n)])),
    kinds,
    wrongOffsets: scored.reduce((sum, { wrongOffsets }) => sum + wrongOffsets.length, 0),
  }
}
