import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactDecimal } from '../../pipeline/reconcile/print-rational.ts'
import { compare, parseDecimal } from '../../pipeline/reconcile/rational.ts'
import { reconcile } from '../../pipeline/reconcile/reconcile.ts'
import { writing } from '../../pipeline/reconcile/writing.ts'
import type { Claim, ClaimRow } from '../../schemas/claim.ts'
import { SourceFacts, type SourceList } from '../../schemas/document.ts'
import { Calibration, Check, Conflict, Hedge, Observation, Relation } from '../../schemas/observation.ts'
import type { DocumentResult } from '../../schemas/result.ts'
import { goldSeeds } from './gold-claims.ts'
import { runs } from './runs.ts'
import { claim, documentOf, knowledge, percent, plain, settings } from './sample.ts'
import { honestTexts, truthOf } from './true-world.ts'

const modifier = fc.constantFrom<Claim['modifier']>('exact', 'exact', 'approximately', 'more_than', 'nearly')
const common = fc.record({
  modifier,
  period: fc.constantFrom('2021', '2021-12-31', '2022-02-28', '2020-12-31', null),
  place: fc.constantFrom('VN', 'VN', 'VN-22', null),
  status: fc.constantFrom<Claim['status']>('actual', 'actual', 'estimate', 'target'),
})
const words = fc.constantFrom(
  'the register of the country had so many members in all',
  'as the agency said on Monday at its conference in the capital',
  '',
)

/** Any claim, right or wrong: few indicators and values, so that keys meet. */
const claims: fc.Arbitrary<Claim> = fc
  .oneof(
    fc.tuple(common, fc.integer({ min: 160, max: 168 })).map(([fields, n]) => plain(`${n},000`, fields)),
    fc
      .tuple(common, fc.integer({ min: 330, max: 338 }), fc.constantFrom('labour_force', 'adults', null))
      .map(([fields, n, of]) => percent(`${Math.floor(n / 10)}.${n % 10}`, { ...fields, of })),
    fc.tuple(common, fc.integer({ min: 10, max: 30 })).map(([fields, n]) =>
      percent(`${Math.floor(n / 10)}.${n % 10}`, {
        ...fields,
        indicator: 'register.members',
        of: null,
        measure: 'change',
        direction: 'increase',
        baseline: '2020-12-31',
      }),
    ),
    fc
      .tuple(common, fc.integer({ min: 1, max: 4 }))
      .map(([fields, n]) => percent(String(n), { ...fields, of: null, measure: 'gap', direction: 'above' })),
    fc
      .tuple(common, fc.integer({ min: 1, max: 5 }))
      .map(([fields, n]) =>
        plain(`${n},238`, { ...fields, indicator: 'support.persons', subject: n % 2 === 0 ? 'students' : null }),
      ),
    common.map((fields) =>
      claim({ ...fields, kind: 'legal_document', value: null, indicator: null, number: '68/NQ', issued: '2021-07-01' }),
    ),
  )
  .chain((each) => words.map((exact) => ({ ...each, sentence: { ...each.sentence, exact } })))

interface Corpus {
  readonly results: readonly DocumentResult[]
  readonly facts: SourceList
}

const sources = fc.record({
  origin: fc.constantFrom(null, 'agency', 'paper'),
  asserted_not_before: fc.constantFrom(null, '2022-01-10'),
  asserted_not_after: fc.constantFrom(null, '2022-01-09'),
  event: fc.constantFrom(null, 'conference'),
})
const corpora: fc.Arbitrary<Corpus> = fc
  .array(fc.tuple(fc.array(claims, { maxLength: 6 }), sources), { minLength: 1, maxLength: 5 })
  .map((texts) => ({
    results: texts.map(([own], at) => documentOf(`text_${at}`, own)),
    facts: Object.fromEntries(texts.map(([, facts], at) => [`text_${at}`, SourceFacts.parse(facts)])),
  }))

const tables = ({ results, facts }: Corpus) => {
  const { placements, sources: known, ...rest } = reconcile(results, facts, knowledge)
  return {
    ...rest,
    placements: [...placements].sort(([a], [b]) => (a < b ? -1 : 1)),
    sources: [...known].sort(([a], [b]) => (a < b ? -1 : 1)),
  }
}

describe('any corpus', () => {
  test('P6 loses no claim: each is in one observation, or has no key', () => {
    fc.assert(
      fc.property(corpora, ({ results, facts }) => {
        const all = results.flatMap((result) => result.claims.map(({ id }) => id))
        const { placements, observations } = reconcile(results, facts, knowledge)
        expect([...placements.keys()].sort()).toEqual([...all].sort())
        const keyless = [...placements.values()].filter(({ observation_id }) => observation_id === null).length
        expect(observations.reduce((sum, { n_claims }) => sum + n_claims, 0) + keyless).toBe(all.length)
      }),
      runs(),
    )
  })
  test('P7 does not depend on the order of documents', () => {
    fc.assert(
      fc.property(corpora, fc.infiniteStream(fc.nat()), (corpus, stream) => {
        const shuffled = corpus.results
          .map((result) => ({ result, by: stream.next().value }))
          .sort((a, b) => a.by - b.by)
          .map(({ result }) => result)
        expect(JSON.stringify(tables({ ...corpus, results: shuffled }))).toBe(JSON.stringify(tables(corpus)))
      }),
      runs(),
    )
  })
  test('P8 is idempotent: its own claims, read again, give the same tables', () => {
    fc.assert(
      fc.property(corpora, ({ results, facts }) => {
        const first = reconcile(results, facts, knowledge)
        const again = results.map((result) => ({
          ...result,
          claims: result.claims.map((each): ClaimRow => ({ ...each, ...first.placements.get(each.id)!, page: '' })),
        }))
        const second = reconcile(again, facts, knowledge)
        expect(second.observations).toEqual(first.observations)
        expect(second.relations).toEqual(first.relations)
        expect(second.checks).toEqual(first.checks)
      }),
      runs(),
    )
  })
  test('P9 is monotone: a repost changes counts alone, and what is unrelated changes nothing', () => {
    const telling = ({
      value,
      low,
      high,
      decided_by,
      grade,
      n_reports,
      n_origins,
      n_values,
      obs_status,
      preferred_claim,
    }: Observation) => ({
      value,
      low,
      high,
      decided_by,
      grade,
      n_reports,
      n_origins,
      n_values,
      obs_status,
      preferred_claim,
    })
    fc.assert(
      fc.property(corpora, ({ results, facts }) => {
        const said = results.map((result, at) => ({
          ...result,
          claims: result.claims.map((each) => ({
            ...each,
            sentence: {
              ...each.sentence,
              exact: `text number ${at} ${'abcde'[at]} says in words of its own ${at} that it was so`,
            },
          })),
        }))
        const first = reconcile(said, facts, knowledge)
        const repost = {
          ...said[0]!,
          document: 'text_9',
          claims: said[0]!.claims.map((each) => ({ ...each, id: `${each.id}_again`, document: 'text_9' })),
        }
        const copied = reconcile([...said, repost], { ...facts, text_9: facts.text_0! }, knowledge)
        const shared = copied.observations.filter(({ id }) => first.observations.some((each) => each.id === id))
        expect(shared.map(telling)).toEqual(first.observations.map(telling))
        const unrelated = documentOf('text_8', [
          plain('77,000', { indicator: 'fund.debt', kind: 'money', unit: 'VND' }),
        ])
        const more = reconcile([...said, unrelated], facts, knowledge)
        expect(more.observations.filter(({ indicator }) => indicator !== 'fund.debt')).toEqual(first.observations)
      }),
      runs(),
    )
  })
  test('P10 prints no new number: every value is that of a claim', () => {
    fc.assert(
      fc.property(corpora, ({ results, facts }) => {
        const values = new Map(results.flatMap((result) => result.claims.map((each) => [each.id, each.value])))
        for (const { value, preferred_claim } of reconcile(results, facts, knowledge).observations) {
          if (value !== null) expect(value).toBe(values.get(preferred_claim!))
        }
      }),
      runs(),
    )
  })
  test('P14 writes rows that fit their schemas, sorted by their keys', () => {
    fc.assert(
      fc.property(corpora, ({ results, facts }) => {
        const found = reconcile(results, facts, knowledge)
        for (const row of found.observations) Observation.strict().parse(row)
        for (const row of found.relations) Relation.strict().parse(row)
        for (const row of found.conflicts) Conflict.strict().parse(row)
        for (const row of found.checks) Check.strict().parse(row)
        for (const row of found.hedges) Hedge.strict().parse(row)
        for (const row of found.calibration) Calibration.strict().parse(row)
        for (const ids of [found.observations, found.checks].map((rows) => rows.map(({ id }) => id))) {
          expect(new Set(ids).size).toBe(ids.length)
          expect(ids).toEqual([...ids].sort())
        }
        const pairs = found.relations.map((row) => `${row.claim_a} ${row.claim_b}`)
        expect(new Set(pairs).size).toBe(pairs.length)
      }),
      runs(),
    )
  })
  test('no text contradicts itself', () => {
    fc.assert(
      fc.property(corpora, ({ results, facts }) => {
        const documents = new Map(results.flatMap(({ document, claims: own }) => own.map(({ id }) => [id, document])))
        const rows = reconcile(results, facts, knowledge).relations
        expect(
          rows.filter(
            (row) => row.relation === 'conflict' && documents.get(row.claim_a) === documents.get(row.claim_b),
          ),
        ).toEqual([])
      }),
      runs(),
    )
  })
})

describe('a true world, written honestly', () => {
  test('P11 is never refuted by a check, and never put in conflict', () => {
    let supported = 0
    fc.assert(
      fc.property(honestTexts, ({ texts }) => {
        const results = Object.entries(texts).map(([name, own]) => documentOf(name, own))
        const found = reconcile(results, {}, knowledge)
        expect(
          found.checks
            .filter(({ outcome, relation }) => outcome === 'refutes' && relation !== 'path')
            .map(({ text }) => text),
        ).toEqual([])
        expect(found.relations.filter(({ relation }) => relation === 'conflict')).toEqual([])
        supported += found.checks.filter(({ outcome }) => outcome === 'supports').length
      }),
      runs(),
    )
    expect(supported).toBeGreaterThan(100)
  })
  test('what is published can be the truth', () => {
    fc.assert(
      fc.property(honestTexts, ({ world, texts }) => {
        const results = Object.entries(texts).map(([name, own]) => documentOf(name, own))
        for (const row of reconcile(results, {}, knowledge).observations) {
          const own = Object.values(texts)
            .flat()
            .find(({ id }) => id === row.preferred_claim)
          const truth = own === undefined ? null : truthOf(world, own)
          if (truth === null || row.facet !== null) continue
          expect(compare(parseDecimal(row.low!), truth)).toBeLessThanOrEqual(0)
          expect(compare(parseDecimal(row.high!), truth)).toBeGreaterThanOrEqual(0)
        }
      }),
      runs(),
    )
  })
})

test('P13 the intervals of the seeds follow from their characters again', () => {
  for (const result of goldSeeds()) {
    const { placements } = reconcile([result], {}, knowledge)
    for (const each of result.claims) {
      expect(each.selector.end - each.selector.start).toBe(Array.from(each.selector.exact).length)
      const found = writing(each, settings)
      expect(placements.get(each.id)?.e_low ?? null).toBe(found === null ? null : exactDecimal(found.meant.low))
    }
  }
})
