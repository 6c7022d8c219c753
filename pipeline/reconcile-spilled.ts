import type { CompiledCatalog } from '../catalog/compile.ts'
import type { ClaimPlacement } from '../schemas/claim.ts'
import type { Rows } from '../schemas/dataset.ts'
import type { Decision } from '../schemas/decision.ts'
import type { SourceList } from '../schemas/document.ts'
import type { Calibration, Check, Conflict, Hedge, Observation, Relation } from '../schemas/observation.ts'
import { mergeSorted } from './merge-sorted.ts'
import { apart } from './reconcile/apart.ts'
import type { Source } from './reconcile/source.ts'
import type { Shelf } from './shelf.ts'
import type { Shelves } from './shelves.ts'
import type { SpilledResults } from './spilled-results.ts'
import type { Stages } from './stages.ts'

/** What reconciling comes to, on shelves: the tables of `Reconciliation`, with the placements of a document's claims in their order. */
export interface SpilledReconciliation {
  readonly placementsOf: (document: string) => readonly ClaimPlacement[]
  readonly sources: ReadonlyMap<string, Source>
  readonly observations: Rows<Observation>
  readonly relations: Rows<Relation>
  readonly conflicts: Rows<Conflict>
  readonly checks: Rows<Check>
  readonly hedges: Rows<Hedge>
  readonly calibration: readonly Calibration[]
}

type Compare<Row> = (a: Row, b: Row) => number

const by =
  <Row>(key: (row: Row) => string): Compare<Row> =>
  (a, b) => {
    const [x, y] = [key(a), key(b)]
    return x < y ? -1 : x > y ? 1 : 0
  }

const byPair = (a: Relation, b: Relation): number =>
  by<Relation>(({ claim_a }) => claim_a)(a, b) || by<Relation>(({ claim_b }) => claim_b)(a, b)

/** A table that comes in runs, each of them sorted. */
class Runs<Row extends object> {
  readonly #shelves: Shelves
  readonly #rows: Shelf<Row>
  readonly #starts: number[] = []

  constructor(shelves: Shelves) {
    this.#shelves = shelves
    this.#rows = shelves.shelf<Row>({ kept: 0 })
  }

  add(rows: Iterable<Row>): void {
    this.#starts.push(this.#rows.length)
    for (const row of rows) this.#rows.add(row)
  }

  /** All rows in order. */
  sorted(compare: Compare<Row>): Rows<Row> {
    if (this.#starts.length < 2) return this.#rows
    return this.#shelves.holding(mergeSorted(this.#rows, this.#starts, compare))
  }
}

/** Claims that are reconciled at a time, unless more of them hang together. */
const usualMost = 5_000

/** Documents in batches of so many claims; those that hang together stay in one. */
const batchesOf = (
  groups: readonly (readonly string[])[],
  claimsOf: (document: string) => number,
  most: number,
): string[][] => {
  const batches: string[][] = []
  let count = Number.POSITIVE_INFINITY
  for (const group of groups) {
    const own = group.reduce((sum, document) => sum + claimsOf(document), 0)
    if (count + own > most) {
      batches.push([])
      count = 0
    }
    batches.at(-1)!.push(...group)
    count += own
  }
  return batches
}

export interface SpilledCorpus {
  readonly results: SpilledResults
  readonly facts: SourceList
  readonly catalog: CompiledCatalog
  readonly decisions: readonly Decision[]
}

/**
 * Reconciles results that lie on the disk: documents that have nothing to do with each other one batch after the other, so that memory
 * holds the claims of one. The rows are those of reconciling all at once, in the same order.
 *
 * Where reviewers ruled all is one batch, since a ruling may join what else lies apart. Throws DecisionError where one no longer fits.
 */
export const reconcileSpilled = (
  { results, facts, catalog, decisions }: SpilledCorpus,
  reconcile: Stages['reconcile'],
  shelves: Shelves,
  most = usualMost,
): SpilledReconciliation => {
  const isWhole = decisions.length > 0 || results.claims <= most
  const names = results.names()
  const batches = isWhole
    ? [names]
    : batchesOf(apart(results, facts, catalog.catalog), (name) => results.claimsOf(name), most)
  const sources = new Map<string, Source>()
  const placements = shelves.shelf<ClaimPlacement[]>({ kept: 0 })
  const placementAt = new Map<string, number>()
  const observations = new Runs<Observation>(shelves)
  const relations = new Runs<Relation>(shelves)
  const conflicts = new Runs<Conflict>(shelves)
  const checks = new Runs<Check>(shelves)
  const hedges = new Runs<Hedge>(shelves)
  let calibration: readonly Calibration[] = []
  for (const batch of batches) {
    const figures = batch.map((name) => results.figuresOf(name))
    const found = reconcile(figures, facts, catalog, decisions)
    for (const { document, claims } of figures) {
      placementAt.set(document, placements.length)
      placements.add(claims.map(({ id }) => found.placements.get(id)!))
    }
    for (const [document, source] of found.sources) sources.set(document, source)
    observations.add(found.observations)
    relations.add(found.relations)
    conflicts.add(found.conflicts)
    checks.add(found.checks)
    hedges.add(found.hedges)
    // What it tells of are rulings, of which there are none where there are several batches.
    calibration = found.calibration
  }
  return {
    placementsOf: (document) => placements.at(placementAt.get(document)!)!,
    sources,
    observations: observations.sorted(by(({ id }) => id)),
    relations: relations.sorted(byPair),
    conflicts: conflicts.sorted(byPair),
    checks: checks.sorted(by(({ id }) => id)),
    hedges: hedges.sorted(by(({ claim }) => claim)),
    calibration,
  }
}
