import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadCatalog } from '../../catalog/load.ts'
import { packageRoot } from '../../catalog/package-root.ts'
import { run } from '../../pipeline/index.ts'
import { keyOf } from '../../pipeline/reconcile/key.ts'
import { type Placed, placeClaims } from '../../pipeline/reconcile/placed.ts'
import { agreement } from '../../pipeline/reconcile/relate.ts'
import { groupedBy } from '../../pipeline/reconcile/restatement.ts'
import { sourceOf } from '../../pipeline/reconcile/source.ts'
import { standing } from '../../pipeline/reconcile/standing.ts'
import type { Dataset } from '../../schemas/dataset.ts'
import { type GoldRelation, goldRelations, goldSeeds } from './gold-claims.ts'
import { seedSources } from './seed-sources.ts'

/* The same as seeds.test.ts, but of what the pipeline itself reads in the seeds: mistakes of reading included. */
const folder = (name: string): string => join(packageRoot(), name)
let dataset: Dataset
beforeAll(async () => {
  dataset = (await run({ inputs: [folder('seeds')] })).dataset
})

const claimOf = ({ doc, before, exact }: GoldRelation['a']): string => {
  const end = (before + exact.replace(/ (?:people|VND)$/u, '')).slice(-20)
  const found = dataset.claims.filter(
    ({ document, selector }) => document === doc && (selector.prefix + selector.exact).includes(end.trim()),
  )
  expect(found, `${doc}: ${exact}`).not.toEqual([])
  return found[0]!.id
}

describe('the seeds, as the pipeline reads them', () => {
  test('every gold pair has its relation', () => {
    const rows = new Map(
      dataset.relations.map((row) => [[row.claim_a, row.claim_b].sort().join(' '), row.relation] as const),
    )
    const wrong = goldRelations().flatMap(({ a, b, relation }) => {
      const found = rows.get([claimOf(a), claimOf(b)].sort().join(' ')) ?? 'not_comparable'
      return found === relation ? [] : [`${a.exact} and ${b.exact}: ${found}, not ${relation}`]
    })
    expect(wrong).toEqual([])
  })
  test('2.96 is published, by triangulation, and the drift of the two texts agrees', () => {
    const row = dataset.observations.find(
      (each) =>
        each.indicator === 'voluntary_social_insurance.coverage' &&
        each.measure === 'level' &&
        each.class === 'outcome' &&
        each.period === '2021-12-31' &&
        each.of === 'labour_force' &&
        each.place === 'VN',
    )
    expect(row).toMatchObject({ value: '2.96', decided_by: 'R5', agree: ['R6'], against: [], grade: 'C' })
    expect(row!.explanation).toContain(
      'is at least 2.9466%; 2.94% needs at most 1.4443 million instead of 1.45 million',
    )
  })
  test('the gap follows its level: 1.96, by the goal of 1% that one text gives in brackets', () => {
    const row = dataset.observations.find(({ measure, candidates }) => measure === 'gap' && candidates.includes('1.94'))
    expect(row).toMatchObject({ value: '1.96', decided_by: 'R5', agree: ['R6'], against: [], grade: 'C' })
    const goal = dataset.observations.find(
      (each) => each.indicator === row!.indicator && each.class === 'target' && each.period === row!.period,
    )
    expect(goal).toMatchObject({ value: '1', grade: 'A' })
  })
  test('arithmetic says the same as on gold', () => {
    const said = dataset.checks.map(({ outcome, text }) => `${outcome}: ${text}`).join('\n')
    for (const text of [
      'supports: more than 88.837 million - 4.16 million = 84.672–84.683 million',
      'supports: VND per USD 2022-02-28 by fx, fx: 22,587–22,724; 22,599–22,889; all fit 22,599–22,724',
      'on 2020-12-31 it is 9.1213–9.2809%, which fits: stale_denominator',
      'refutes: 2.94% of 48.881–49.040 million is 1.4346–1.4443 million',
    ])
      expect(said).toContain(text)
    expect(said.match(/the denominator changed/gu)).toHaveLength(2)
  })
})

const conflictsWithin = ({ claims, relations }: Dataset): string[] => {
  const documents = new Map(claims.map(({ id, document }) => [id, document]))
  return relations
    .filter(({ relation, claim_a: a, claim_b: b }) => relation === 'conflict' && documents.get(a) === documents.get(b))
    .map(({ claim_a: a, claim_b: b }) => `${a} ${b}`)
}

describe('no text is said to contradict itself', () => {
  test('in the seeds', () => expect(conflictsWithin(dataset)).toEqual([]))
  test('in other articles', async () => {
    const others = (await run({ inputs: [folder('test/articles/work')] })).dataset
    expect(others.observations.length).toBeGreaterThan(300)
    expect(conflictsWithin(others)).toEqual([])
  })
  test('where a key without facets would say so 19 times of the seeds alone', async () => {
    const knowledge = await loadCatalog()
    const naive = goldSeeds().flatMap((result) => {
      const keyed = placeClaims(result, sourceOf(result, seedSources, knowledge), knowledge).filter(
        ({ parts }) => parts !== null,
      )
      const keys = groupedBy(keyed, ({ parts }) => keyOf({ ...parts!, facet: null, alone: null }))
      const pairs = [...keys.values()].flatMap((own) =>
        own.flatMap((a, at) => own.slice(at + 1).map((b): [Placed, Placed] => [a, b])),
      )
      return pairs.filter(([a, b]) => agreement(a.writing!, b.writing!) === null && standing(a, b) === null)
    })
    expect(naive).toHaveLength(19)
  })
})
