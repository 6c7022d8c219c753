import { beforeAll, describe, expect, test } from 'vitest'
import { loadCatalog } from '../../catalog/load.ts'
import { compareClaims } from '../../pipeline/reconcile/compare.ts'
import type { Knowledge } from '../../pipeline/reconcile/knowledge.ts'
import { placeDocument } from '../../pipeline/reconcile/place-document.ts'
import type { Placed } from '../../pipeline/reconcile/placed.ts'
import { sourceOf } from '../../pipeline/reconcile/source.ts'
import type { Claim } from '../../schemas/claim.ts'
import { goldClaim, goldRelations, goldSeeds } from './gold-claims.ts'
import { seedSources } from './seed-sources.ts'

const results = goldSeeds()
let knowledge: Knowledge
let placed: Map<string, Placed>

beforeAll(async () => {
  knowledge = await loadCatalog()
  placed = new Map(
    results
      .flatMap((result) => placeDocument(result, sourceOf(result, seedSources, knowledge), knowledge))
      .map((each) => [each.claim.id, each]),
  )
})

const place = (claim: Claim): Placed => placed.get(claim.id)!

describe('every pair of gold has its relation', () => {
  test('there are pairs', () => expect(goldRelations().length).toBeGreaterThan(20))
  test.each(goldRelations().map((pair) => [pair.a.before + pair.a.exact, pair.b.before + pair.b.exact, pair] as const))(
    '%s / %s',
    (_a, _b, { a, b, relation }) => {
      const row = compareClaims(
        place(goldClaim(results, a.doc, a.exact, a.before)),
        place(goldClaim(results, b.doc, b.exact, b.before)),
        knowledge,
      )
      expect(row.relation).toBe(relation)
    },
  )
})
