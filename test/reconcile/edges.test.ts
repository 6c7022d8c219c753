import { describe, expect, test } from 'vitest'
import { compareClaims } from '../../pipeline/reconcile/compare.ts'
import { compareRows } from '../../pipeline/reconcile/compare-rows.ts'
import { drift } from '../../pipeline/reconcile/drift.ts'
import type { Reconciliation } from '../../pipeline/reconcile/reconcile.ts'
import { Authority } from '../../schemas/catalog.ts'
import type { Claim, ClaimRow } from '../../schemas/claim.ts'
import type { DocumentRow } from '../../schemas/document.ts'
import type { Observation } from '../../schemas/observation.ts'
import { claim, knowledge, millions, observationOf, percent, placed, plain, reconciled } from './sample.ts'

/* Where each rule ends: what is just not enough for it. Every test here fails if one condition is left out. */

const authority = (id: string, grade: number): [string, Authority] => [
  id,
  Authority.parse({ id, name: id, class: grade, reason: 'For tests.' }),
]
const coverageOf = ({ observations }: Reconciliation): Observation =>
  observations.find(({ indicator, measure }) => indicator === 'register.coverage' && measure === 'level')!
const labour = [percent('27.33', { indicator: 'public.coverage' }), millions('13.397', { indicator: 'public.members' })]

describe('a rule that does not separate leaves it to the next', () => {
  test('R2: "2021-06" is not before "2021-06-15"', () => {
    const decree = (number: string, issued: string): Claim =>
      claim({ kind: 'legal_document', value: null, number, issued, indicator: null, digits: number })
    const goal = (digits: string): Claim => percent(digits, { status: 'target', period: '2025' })
    const found = reconciled({
      a: [decree('1/QD', '2021-06'), goal('40')],
      b: [decree('2/QD', '2021-06-15'), goal('45')],
    })
    expect(found.observations).toMatchObject([{ value: null, decided_by: null }])
  })
  test('R4: one later text does not stand against a rival that an undated text says too', () => {
    const facts = {
      a: { origin: 'agency', asserted_not_after: '2022-01-09' },
      b: { origin: 'agency' },
      c: { origin: 'agency', asserted_not_before: '2022-01-10' },
    }
    const found = reconciled({ a: [millions('16.5')], b: [millions('16.5')], c: [millions('17.9')] }, facts)
    expect(found.observations).toMatchObject([{ value: '16500000', decided_by: 'R7' }])
  })
  test('R5: where arithmetic speaks against all rivals, it chooses none', () => {
    const found = reconciled({
      a: [
        millions('16.547'),
        millions('3.150', { indicator: 'private.members' }),
        percent('6.43', { indicator: 'private.coverage' }),
        ...labour,
      ],
      b: [percent('35.10')],
      c: [percent('36.10')],
    })
    expect(coverageOf(found)).toMatchObject({ value: null, decided_by: null, grade: 'U' })
  })
  test('R7: estimates do not add to the reports of an actual figure', () => {
    const estimate = (): Claim => millions('16.5', { status: 'estimate' })
    const found = reconciled({
      a: [millions('16.5')],
      b: [estimate()],
      c: [estimate()],
      d: [millions('17.9')],
      e: [millions('17.9')],
    })
    expect(found.observations).toMatchObject([{ value: '17900000', decided_by: 'R7' }])
  })
  test('R7: two origins before three reports of one', () => {
    const [one, two] = [{ origin: 'one' }, { origin: 'two' }]
    const found = reconciled(
      {
        a: [millions('16.5')],
        b: [millions('16.5')],
        c: [millions('16.5')],
        d: [millions('17.9')],
        e: [millions('17.9')],
      },
      { a: one, b: one, c: one, d: one, e: two },
    )
    expect(found.observations).toMatchObject([{ value: '17900000', decided_by: 'R7' }])
    expect(found.observations[0]!.explanation).toContain(
      'It is said by 2 origins and 2 reports, the other by 1 origin and 3 reports.',
    )
  })
  test('an estimate and the same figure as a fact in one text are no repetition', () => {
    const found = reconciled({
      a: [plain('626,397', { status: 'estimate' }), plain('626,397')],
      b: [plain('738,000')],
    })
    expect(found.observations).toMatchObject([{ value: '626397', decided_by: 'R8' }])
  })
})

describe('what a figure can be', () => {
  test('R1: the bound of a level binds no change of it', () => {
    const indicators = new Map(knowledge.indicators)
    const coverage = indicators.get('register.coverage')!
    indicators.set('register.coverage', { ...coverage, bounds: { min: '0', max: '100' } })
    const change = (digits: string): Claim =>
      percent(digits, { measure: 'change', direction: 'increase', of: null, baseline: '2010-12-31' })
    const found = reconciled({ a: [change('150')], b: [change('90')] }, {}, [], { ...knowledge, indicators })
    expect(found.observations).toMatchObject([{ value: null, decided_by: null }])
  })
  test('R5: "more than 33%" may be 36%, so arithmetic that says 36 does not speak against it', () => {
    const found = reconciled({
      a: [millions('17.647'), millions('4.250', { indicator: 'private.members' }), ...labour],
      b: [percent('33', { modifier: 'more_than' })],
      c: [percent('36')],
    })
    expect(coverageOf(found)).toMatchObject({ n_values: 2, decided_by: null })
  })
  test('R4: a page that bears a date it can have was not written before it', () => {
    const facts = {
      a: { origin: 'agency', published: '2022-01-09' },
      b: { origin: 'agency', published: '2022-01-12' },
    }
    const found = reconciled({ a: [millions('16.5')], b: [millions('17.9')] }, facts)
    expect(found.observations).toMatchObject([{ value: '17900000', decided_by: 'R4' }])
  })
  test('figures of no known place never meet across texts', () => {
    const found = reconciled({ a: [millions('16.5', { place: null })], b: [millions('16.5', { place: null })] })
    expect(found.observations).toHaveLength(2)
    expect(found.relations).toEqual([])
  })
  test('a goal that was raised is no large revision, an estimate that was far off is', () => {
    const facts = {
      a: { origin: 'agency', asserted_not_after: '2022-01-09' },
      b: { origin: 'agency', asserted_not_before: '2022-01-10' },
    }
    const hints = (fields: Partial<Claim>) =>
      reconciled({ a: [percent('40', fields)], b: [percent('60', fields)] }, facts).relations.map((row) => [
        row.relation,
        row.hints,
      ])
    expect(hints({ status: 'target', period: '2025' })).toEqual([['superseded', []]])
    expect(hints({})).toEqual([['superseded', ['large_revision']]])
  })
})

test('a choice that a later rule speaks against is of grade D, though evidence made it and no check refutes it', () => {
  const facts = {
    a: { origin: 'agency', asserted_not_after: '2022-01-09' },
    b: { origin: 'agency', asserted_not_before: '2022-01-10' },
    c: { origin: 'agency', asserted_not_after: '2022-01-09' },
  }
  const found = reconciled({ a: [millions('16.5')], b: [millions('17.9')], c: [millions('16.5')] }, facts)
  expect(found.observations).toMatchObject([{ value: '17900000', decided_by: 'R4', against: ['R7'], grade: 'D' }])
})

describe('drift', () => {
  const families = ['fund.revenue', 'fund.debt', 'office.time', 'support.persons', 'support.amount']
  const text = (document: string, figures: readonly (readonly [indicator: string, digits: string])[]) =>
    figures.map(([indicator, digits]) => placed(millions(digits, { document, indicator, facet: 'one' })))
  const between = (
    names: readonly string[],
    known = knowledge,
    more: readonly (readonly [string, string, string])[] = [],
  ) =>
    drift(
      text('a', [...names.map((name) => [name, '16.5'] as const), ...more.map(([name, low]) => [name, low] as const)]),
      text('b', [
        ...names.map((name) => [name, '17.9'] as const),
        ...more.map(([name, , high]) => [name, high] as const),
      ]),
      known,
    )
  test('five quantities on one side tell, four do not, however the chance is set', () => {
    expect(between(families)).toMatchObject({ higher: 'b', families: 5, isSignificant: true })
    const lenient = { ...knowledge, reconciliation: { ...knowledge.reconciliation, drift_p: '0.2' } }
    expect(between(families.slice(0, 4), lenient)).toMatchObject({ families: 4, isSignificant: false })
  })
  test('a quantity that goes both ways does not count', () => {
    const ways = [
      ['register.members', '16.5', '17.9'],
      ['public.members', '13.9', '12.1'],
    ] as const
    expect(between(families, knowledge, ways)).toMatchObject({ pairs: 7, families: 5, familiesAbove: 5 })
  })
})

describe('conflicts', () => {
  test('two digits otherwise are no slip of one', () => {
    const found = reconciled({
      a: [
        percent('36.57'),
        millions('16.547'),
        ...labour,
        percent('2.96', { indicator: 'private.coverage' }),
        millions('1.4510', { indicator: 'private.members' }),
      ],
      b: [percent('33.75')],
    })
    expect(found.conflicts).toMatchObject([{ decided_by: 'R1', digit_distance: 2, cause: 'unknown' }])
  })
  test('what a worse origin says is no earlier vintage', () => {
    const authorities = new Map([authority('agency', 1), authority('paper', 4)])
    const found = reconciled(
      { a: [millions('16.5')], b: [millions('17.9')] },
      { a: { origin: 'agency' }, b: { origin: 'paper' } },
      [],
      { ...knowledge, authorities },
    )
    expect(found.conflicts).toMatchObject([{ decided_by: 'R3', cause: 'unknown', resolution: 'preferred_a' }])
  })
  test('a gap of another year does not follow from a level', () => {
    const gap = (digits: string, period: string): Claim =>
      percent(digits, { measure: 'gap', direction: 'above', of: null, period })
    const rows = (period: string) =>
      reconciled({
        a: [percent('33.75'), gap('3.75', period)],
        b: [percent('33.95'), gap('3.95', period)],
      }).conflicts.filter(({ relation }) => relation === 'conflict')
    expect(
      rows('2021-12-31')
        .map(({ depends_on }) => depends_on !== null)
        .sort(),
    ).toEqual([false, true])
    expect(rows('2022-12-31').map(({ depends_on }) => depends_on)).toEqual([null, null])
  })
  test('two estimates that an actual figure replaced: neither is preferred', () => {
    const [first, second] = [plain('626,397', { status: 'estimate' }), plain('700,111', { status: 'estimate' })]
    const found = reconciled({ a: [first], b: [second], c: [plain('738,000')] })
    const row = found.conflicts.find(({ claim_b: b }) => b === second.id)
    expect(row).toMatchObject({ relation: 'conflict', resolution: 'preferred_neither', decided_by: 'R2' })
  })
})

describe('observations', () => {
  test('a changed denominator is said before a near definition', () => {
    const february = '2022-02-28'
    const broken = percent('30', { period: february })
    const found = reconciled({
      a: [percent('33.75'), millions('16.547'), broken, millions('16.6', { period: february })],
      b: [percent('29', { period: february, of: 'adults' })],
    })
    const row = observationOf(found, broken)
    expect(row.see_also).toHaveLength(1)
    expect(row).toMatchObject({ obs_status: 'B', flags: ['denominator_changed'] })
  })
  test('a decrease is below zero, an increase is not', () => {
    const change = (direction: Claim['direction']): Claim =>
      millions('1.2', { measure: 'change', direction, baseline: '2020-12-31' })
    const [fall, rise] = [change('decrease'), change('increase')]
    expect(observationOf(reconciled({ a: [fall] }), fall).value).toBe('-1200000')
    expect(observationOf(reconciled({ a: [rise] }), rise).value).toBe('1200000')
  })
  test('texts of one event are one event', () => {
    const one = millions('16.5')
    const event = 'Conference of 10 January'
    const found = reconciled({ a: [one], b: [millions('16.5')], c: [millions('16.5')] }, { a: { event }, b: { event } })
    expect(observationOf(found, one)).toMatchObject({ n_docs: 3, n_events: 1 })
  })
  test('what an actual figure can mean is not narrowed by an estimate', () => {
    const actual = millions('16.5')
    const found = reconciled({ a: [actual], b: [millions('16.547', { status: 'estimate' })] })
    expect(observationOf(found, actual)).toMatchObject({ value: '16500000', low: '16450000', high: '16550000' })
  })
  test('of two figures written alike, that of the better origin stands for them', () => {
    const authorities = new Map([authority('agency', 1)])
    const [paper, agency] = [millions('16.5'), millions('16.5')]
    const found = reconciled({ a: [paper], b: [agency] }, { b: { origin: 'agency' } }, [], {
      ...knowledge,
      authorities,
    })
    expect(observationOf(found, paper).preferred_claim).toBe(agency.id)
  })
})

describe('comparing two claims', () => {
  const rowsOf = (texts: Readonly<Record<string, Claim>>) =>
    Object.entries(texts).map(([document, each]) => ({ ...each, document }) as unknown as ClaimRow)
  const documentsOf = (facts: Readonly<Record<string, Partial<DocumentRow>>>) =>
    Object.entries(facts).map(
      ([document, each]) =>
        ({
          document,
          origin: null,
          asserted_not_before: null,
          asserted_not_after: null,
          published: null,
          ...each,
        }) as DocumentRow,
    )
  test('the one that comes first in the corpus is claim_a, whichever way round they are asked', () => {
    const [a, b] = [placed(percent('33.75', { document: 'a' })), placed(percent('33.95', { document: 'b' }))]
    expect(compareClaims(b, a, knowledge)).toEqual(compareClaims(a, b, knowledge))
    expect(compareClaims(b, a, knowledge).claim_a).toBe(a.claim.id)
  })
  test('a writer who gives two wholes means two, two writers may mean one', () => {
    const compared = (document: string) =>
      compareClaims(
        placed(percent('45', { document: 'a' })),
        placed(percent('60', { document, of: 'adults' })),
        knowledge,
      )
    expect(compared('a')).toMatchObject({ relation: 'not_comparable', comparability: 'none', reason: 'of' })
    expect(compared('b')).toMatchObject({ relation: 'conflict', comparability: 'near', reason: 'near of' })
  })
  test('a later text of one origin stands in for the earlier, by what the table of documents says', () => {
    const [old, later] = [millions('16.5'), millions('17.9')]
    const tables = (notBefore: string | null) => ({
      claims: rowsOf({ a: old, b: later }),
      documents: documentsOf({
        a: { origin: 'agency', asserted_not_after: '2022-01-09' },
        b: { origin: 'agency', asserted_not_before: notBefore },
      }),
    })
    expect(compareRows(tables('2022-01-10'), old.id, later.id, knowledge)).toMatchObject({
      relation: 'superseded',
      reason: 'later_text',
      preferred: later.id,
    })
    expect(compareRows(tables(null), old.id, later.id, knowledge).relation).toBe('conflict')
  })
})
