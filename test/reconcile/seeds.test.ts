import { beforeAll, describe, expect, test } from 'vitest'
import { loadCatalog } from '../../catalog/load.ts'
import { settleUnits } from '../../pipeline/reconcile/change-unit.ts'
import { Court } from '../../pipeline/reconcile/contest.ts'
import { CorpusView } from '../../pipeline/reconcile/corpus-view.ts'
import { bindIdentities } from '../../pipeline/reconcile/identities/bind.ts'
import { Ledger } from '../../pipeline/reconcile/ledger.ts'
import { placeDocument } from '../../pipeline/reconcile/place-document.ts'
import { type Reconciliation, reconcile } from '../../pipeline/reconcile/reconcile.ts'
import { type Figure, repair } from '../../pipeline/reconcile/repair.ts'
import { sourceOf } from '../../pipeline/reconcile/source.ts'
import type { Check, Observation } from '../../schemas/observation.ts'
import { goldClaim, goldRelations, goldSeeds } from './gold-claims.ts'
import { seedSources } from './seed-sources.ts'

const results = goldSeeds()
let found: Reconciliation
let court: Court

beforeAll(async () => {
  const knowledge = await loadCatalog()
  found = reconcile(results, seedSources, knowledge)
  const documents = results.map((result) => placeDocument(result, sourceOf(result, seedSources, knowledge), knowledge))
  const ledger = new Ledger(documents.flat())
  const { proved } = settleUnits(ledger, documents, knowledge)
  const binding = { ledger, knowledge, documents, settled: proved }
  court = new Court(new CorpusView(binding, bindIdentities(binding)))
})

const idOf = (doc: string, exact: string, before = '', period?: string): string =>
  goldClaim(results, doc, exact, before, period).id
const documentOf = new Map(results.flatMap(({ document, claims }) => claims.map(({ id }) => [id, document] as const)))
const observationOf = (claim: string): Observation =>
  found.observations.find(({ id }) => id === found.placements.get(claim)?.observation_id)!
const checks = (relation: string, text: RegExp): Check[] =>
  found.checks.filter((check) => check.relation === relation && text.test(check.text))

describe('pairs', () => {
  test('every strict or near pair of gold is a row, with its relation', () => {
    const rows = new Map(found.relations.map((row) => [`${row.claim_a} ${row.claim_b}`, row]))
    let seen = 0
    for (const { a, b, relation } of goldRelations()) {
      const ids = [idOf(a.doc, a.exact, a.before), idOf(b.doc, b.exact, b.before)]
      const row = rows.get(ids.join(' ')) ?? rows.get(ids.reverse().join(' '))
      if (relation === 'not_comparable') expect(row).toBeUndefined()
      else expect(row?.relation).toBe(relation)
      if (row !== undefined) seen += 1
    }
    expect(seen).toBe(18)
  })
  test('18 strict pairs across documents: 8 identical, 3 refine, 2 cut, 1 rounded, 2 conflicts, 2 superseded', () => {
    const across = found.relations.filter(
      (row) => row.comparability === 'strict' && documentOf.get(row.claim_a) !== documentOf.get(row.claim_b),
    )
    const counts = new Map<string, number>()
    for (const { relation } of across) counts.set(relation, (counts.get(relation) ?? 0) + 1)
    expect(Object.fromEntries(counts)).toEqual({
      identical: 8,
      refines: 3,
      consistent_truncation: 2,
      consistent_rounding: 1,
      conflict: 2,
      superseded: 2,
    })
  })
  test('no text contradicts itself', () => {
    const within = found.relations.filter((row) => documentOf.get(row.claim_a) === documentOf.get(row.claim_b))
    expect(within.length).toBeGreaterThan(0)
    expect(within.filter(({ relation }) => relation === 'conflict')).toEqual([])
  })
  test('17 keys have claims in two documents', () => {
    expect(found.observations.filter(({ n_docs }) => n_docs > 1)).toHaveLength(17)
  })
  test('every claim is in one observation or in none', () => {
    const keyed = [...found.placements.values()].filter(({ observation_id }) => observation_id !== null)
    expect(found.observations.reduce((sum, { n_claims }) => sum + n_claims, 0)).toBe(keyed.length)
    expect(found.placements.size).toBe(results.flatMap(({ claims }) => claims).length)
  })
})

describe('which figure, and why', () => {
  test('2.96, by triangulation, with the arithmetic', () => {
    const row = observationOf(idOf('002', '2.96%'))
    expect(row).toMatchObject({
      value: '2.96',
      low: '2.955',
      high: '2.965',
      obs_status: 'A',
      preferred_claim: idOf('002', '2.96%'),
      n_claims: 2,
      n_docs: 2,
      n_reports: 2,
      n_origins: 1,
      n_values: 2,
      decided_by: 'R5',
      agree: ['R6'],
      against: [],
      grade: 'C',
    })
    expect(row.comparability_note).toBe('004_33ecabb5e05457e2 dated 2021 (stock_year_end)')
    expect(row.explanation).toBe(
      'Voluntary social insurance coverage, Viet Nam, 2021-12-31: 2.96% (002_a02182255bf7edcf) preferred to 2.94% (004_33ecabb5e05457e2). ' +
        '1.45 million (002_a02182255bf7edcf) of at most 49.04 million (004_33ecabb5e05457e2: nearly 13.4 million, 27.33%) is at least 2.9466%; ' +
        '2.94% needs at most 1.4443 million instead of 1.45 million. ' +
        '2.94% fits its own text (2.94% and a gap of 1.94% make a goal of 0.9900–1.0100%). ' +
        'In all 7 figures in which the two texts differ, 002_a02182255bf7edcf is the higher.',
    )
  })
  test('the gap follows its level', () => {
    expect(observationOf(idOf('002', '1.96%'))).toMatchObject({ value: '1.96', decided_by: 'R5', grade: 'C' })
    const conflict = found.conflicts.find(({ claim_a }) => claim_a === idOf('002', '1.96%'))
    expect(conflict).toMatchObject({ cause: 'revision', resolution: 'preferred_a', decided_by: 'R5' })
    expect(conflict?.depends_on).toBe(`${idOf('002', '2.96%')};${idOf('004', '2.94%')}`)
  })
  test('actual figures stand in for estimates, however far they are', () => {
    for (const [exact, value] of [
      ['738,000', '738000'],
      ['125.96 million', '125960000'],
    ] as const) {
      expect(observationOf(idOf('002', exact))).toMatchObject({
        value,
        decided_by: 'R2',
        grade: 'C',
        flags: ['large_revision'],
      })
    }
  })
  test('a finer figure of one value is published, with all that agree behind it', () => {
    expect(observationOf(idOf('002', '16.547 million'))).toMatchObject({ value: '16547000', n_values: 1, grade: 'A' })
    expect(observationOf(idOf('002', '88.837 million'))).toMatchObject({ value: '88837000', n_values: 1, grade: 'A' })
    expect(observationOf(idOf('002', '1.45 million'))).toMatchObject({ value: '1450000', n_values: 1, grade: 'A' })
  })
  test('3.3 million and about 3.2 million are one value, through "about" alone', () => {
    expect(observationOf(idOf('002', '3.3 million'))).toMatchObject({
      value: '3300000',
      n_values: 1,
      flags: ['through_about'],
    })
  })
  test('two goals of shares of different things are two observations that see each other', () => {
    const [older, newer] = [observationOf(idOf('000', '60%')), observationOf(idOf('001', '68%'))]
    expect(older.see_also).toEqual([newer.id])
    expect(newer).toMatchObject({ grade: 'B', obs_status: 'D', see_also: [older.id] })
  })
  test('what no rule separates stays open, with all that it can be', () => {
    expect(observationOf(idOf('002', '2.2%'))).toMatchObject({
      value: null,
      low: '2.05',
      high: '2.25',
      grade: 'U',
      obs_status: 'U',
    })
  })
})

describe('arithmetic', () => {
  test('1.45 million of the labour force that the other text implies refutes 2.94%', () => {
    const [check] = checks('share', /^1\.45 million of 48\.881–49\.040 million is/u)
    expect(check).toMatchObject({
      predicted_low: '2.9466',
      predicted_high: '2.9766',
      outcome: 'refutes',
      margin: '0.0016',
      supports: [idOf('002', '2.96%')],
      refutes: [idOf('004', '2.94%')],
    })
  })
  test('what is refuted is said beside what would fit', () => {
    expect(checks('share', /^2\.94% of /u).map(({ text }) => text.split(' (')[0])).toContain(
      '2.94% of 48.881–49.040 million is 1.4346–1.4443 million; stated: 1.45 million',
    )
  })
  test('2.94% of it are too few by 790 at least', () => {
    const [check] = checks('share', /^2\.94% of 48\.881–49\.040 million is 1\.4346–1\.4443 million/u)
    expect(check).toMatchObject({ outcome: 'refutes', margin: '790', refutes: [idOf('002', '1.45 million')] })
  })
  test('the labour force of each text agrees with itself, and the two with each other', () => {
    const rows = checks('latent', /^labour force VN 2021-12-31/u)
    expect(rows.map(({ outcome }) => outcome).sort()).toEqual(['supports', 'supports', 'uninformative'])
    expect(rows.map(({ text }) => text).join('\n')).toContain('all fit 48.881–49.040 million')
    expect(rows.map(({ text }) => text).join('\n')).toMatch(
      /in the texts: 48\.735–49\.239 million \(002[^)]*\); 48\.881–49\.040 million \(004[^)]*\); all fit/u,
    )
  })
  test('each text holds its own gap; put together across texts they fail', () => {
    const outcomes = checks('gap', /./u).map(({ text, outcome }) => [text.split(' (')[0], outcome])
    expect(outcomes).toContainEqual(['2.94% and a gap of 1.94% make a goal of 0.9900–1.0100%', 'supports'])
    expect(outcomes).toContainEqual(['2.96% and a gap of 1.96% make a goal of 0.9900–1.0100%', 'supports'])
    expect(outcomes).toContainEqual(['a goal of 1% and a gap of 1.94% make 2.9350–2.9450%; stated: 2.96%', 'refutes'])
  })
  test('both texts grow from one base year', () => {
    const [si] = checks('latent', /^Social insurance participants VN 2020-12-31/u)
    expect(si).toMatchObject({ outcome: 'supports' })
    expect(si?.text).toContain('16.182–16.200 million')
    expect(checks('latent', /^Voluntary social insurance participants VN 2020-12-31/u)[0]?.text).toContain(
      '1.1205–1.1293 million',
    )
  })
  test('84.67 = 88.837 - 4.16', () => {
    expect(
      checks(
        'delta',
        /^more than 88\.837 million - 4\.16 million = 84\.672–84\.683 million \(\d+[^:]*: more than 88\.837 million; 003[^:]*: -4\.16 million\)$/u,
      ),
    ).toMatchObject([{ outcome: 'supports', supports: [idOf('003', '84.67 million')] }])
  })
  test('2.3 and 0.55 million cards are part of the fall by 4.16 million', () => {
    expect(checks('part_of_change', /2\.7400–2\.9600 million together/u)).toMatchObject([{ outcome: 'compatible' }])
  })
  test('9% of the country is refuted, and fits the year before: a stale denominator', () => {
    const [check] = checks('place_share', /./u)
    expect(check).toMatchObject({
      outcome: 'refutes',
      predicted_low: '7.079',
      predicted_high: '7.1973',
      refutes: [idOf('002', '9%')],
    })
    expect(check?.text).toContain(
      'of 1.1205–1.1293 million on 2020-12-31 it is 9.1213–9.2809%, which fits: stale_denominator',
    )
  })
  test('the two exchange rates agree, and so all four amounts', () => {
    const [check] = checks('latent', /^VND per USD/u)
    expect(check).toMatchObject({ outcome: 'supports', predicted_low: '22599', predicted_high: '22724' })
    expect(check?.supports).toHaveLength(4)
  })
  test('the denominators of February are others than those of December', () => {
    const rows = checks('series', /denominator changed/u)
    expect(rows.map(({ text }) => text.split(' is ')[0])).toEqual(
      expect.arrayContaining(['labour force VN', 'population VN']),
    )
    for (const exact of ['33 per cent', '26.7 per cent', '85.56 per cent']) {
      const row = observationOf(idOf('003', exact))
      expect(row.obs_status).toBe('B')
      expect(row.flags).toContain('denominator_changed')
    }
    expect(found.observations.filter(({ obs_status }) => obs_status === 'B')).toHaveLength(3)
  })
  test('from 20 hours to 10.5 hours, counted in half hours, is about 48%', () => {
    expect(checks('from_to', /./u)).toMatchObject([
      { outcome: 'supports', predicted_low: '-49.383', predicted_high: '-45.569' },
    ])
  })
  test('33% of the workforce is coarser than its neighbours, and fits', () => {
    expect(checks('share', /^more than 16\.3 million of/u)).toMatchObject([
      { outcome: 'supports', supports: [idOf('003', '33 per cent')] },
    ])
  })
  test('7% over the goal is in points, since only so the goal is round', () => {
    const [check] = checks('change_unit', /57%/u)
    expect(check?.text).toBe(
      'more than 57% and 7% lead to 49.500–51.500% if read as points, to 53.023–54.461% if as percent; only points fit a multiple of 5',
    )
    for (const exact of ['7%', '9%', '28%']) {
      const claim = results
        .flatMap(({ claims }) => claims)
        .find((each) => each.selector.exact === exact && each.indicator === 'cashless_payment.share')!
      expect(found.placements.get(claim.id)?.change_unit).toBe('percentage_point')
    }
  })
  test('goals rise with their horizons, and one had been passed', () => {
    const paths = checks('path', /./u)
    expect(paths.length).toBeGreaterThan(12)
    expect(paths.filter(({ outcome }) => outcome === 'refutes').map(({ text }) => text)).toEqual([
      '2.94% or 2.96% on 2021-12-31, goal of approximately 2.5% by 2025-12-31: the goal had been passed',
    ])
  })
  test('each head of a package is paid a plausible sum', () => {
    expect(checks('per_unit', /each$/u).map(({ text }) => text.split(' is ')[1])).toEqual(
      expect.arrayContaining([
        '384,481–384,695 VND each',
        '784,787–785,076 VND each',
        '6.9487–6.9551 million VND each',
        '2.3738–2.3754 million VND each',
      ]),
    )
  })
  test('more people in the database than live informs, and speaks against nobody', () => {
    const rows = checks('bound', /97\.606–97\.619/u)
    expect(rows).toMatchObject([{ outcome: 'refutes', force: 'soft' }])
    expect(observationOf(idOf('004', '98 million')).grade).toBe('B')
  })
  test('two months of revenue go at the pace of the year before, and spending below it', () => {
    expect(checks('pace', /0\.85\d+–0\.85\d+ times/u)).toMatchObject([{ outcome: 'compatible' }])
    expect(checks('quotient', /is 0\.8574–0\.8575/u)).toMatchObject([{ outcome: 'compatible' }])
  })
})

describe('repair', () => {
  const names = (set: readonly Figure[]): string[] => set.map(({ claims }) => claims[0]!.claim.selector.exact).sort()
  test('the cheapest is to set 2.94% and 1.94% aside, and nothing else of that cost', () => {
    const { repair: fixed } = court.triangulation(court.corpus.claim(idOf('002', '2.96%')).key!)
    expect(fixed.outcome).toBe('repaired')
    expect(fixed.cheapest.map(names)).toEqual([['1.94%', '2.94%']])
  })
  test('to keep 2.94% costs three: 2.96%, 1.96% and 1.45 million', () => {
    const { system } = court.triangulation(court.corpus.claim(idOf('002', '2.96%')).key!)
    const rest = system.figures.filter(({ claims }) => claims[0]!.claim.selector.exact !== '2.94%')
    const sets: Figure[][] = []
    for (const [i, a] of rest.entries())
      for (const [j, b] of rest.entries()) for (const c of rest.slice(j + 1)) if (i < j) sets.push([a, b, c])
    const works = sets.filter(
      (set) =>
        repair({ ...system, figures: system.figures.filter((figure) => !set.includes(figure)) }, '', 200, 100)
          .outcome === 'consistent',
    )
    expect(works.map(names)).toEqual([['1.45 million', '1.96%', '2.96%']])
  })
})

describe('hedges', () => {
  test('how far each hedge was from the finer figure, in its own steps', () => {
    const realised = Object.fromEntries(
      found.hedges.map((row) => [court.corpus.claim(row.claim).claim.selector.exact, row.realised]),
    )
    expect(realised).toEqual({
      '16.5 million': '0.47',
      '88.8 million': '0.37',
      '1.4 million': '0.5',
      '30,000 billion VND': '0.2433',
    })
  })
})
