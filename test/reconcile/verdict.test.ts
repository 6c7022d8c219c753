import { describe, expect, test } from 'vitest'
import { Authority, Indicator } from '../../schemas/catalog.ts'
import type { Claim } from '../../schemas/claim.ts'
import { claim, knowledge, millions, observationOf, percent, plain, reconciled } from './sample.ts'

const authority = (id: string, grade: number): [string, Authority] => [
  id,
  Authority.parse({ id, name: id, class: grade, reason: 'For tests.' }),
]
const withAuthorities = { ...knowledge, authorities: new Map([authority('agency', 1), authority('paper', 4)]) }
const coverage = (digits: string, fields: Partial<Claim> = {}): Claim => percent(digits, fields)

describe('the first rule that separates decides', () => {
  test('R1: what its own text refutes gives way', () => {
    const slip = coverage('36.57') // 33.75 mistyped; its own text says 16.5465 of 49.02, twice over
    const own = [
      slip,
      millions('16.547'),
      percent('27.33', { indicator: 'public.coverage' }),
      millions('13.397', { indicator: 'public.members' }),
      percent('2.96', { indicator: 'private.coverage' }),
      millions('1.4510', { indicator: 'private.members' }),
    ]
    const found = reconciled({ a: own, b: [coverage('33.75')] })
    expect(observationOf(found, slip)).toMatchObject({ value: '33.75', decided_by: 'R1', grade: 'C' })
  })
  test('R1: what breaks a bound of the catalog gives way', () => {
    const bounded = new Map(knowledge.indicators)
    bounded.set(
      'register.coverage',
      Indicator.parse({ ...knowledge.indicators.get('register.coverage')!, bounds: { min: '0', max: '100' } }),
    )
    const found = reconciled({ a: [coverage('337.5')], b: [coverage('33.75')] }, {}, [], {
      ...knowledge,
      indicators: bounded,
    })
    expect(found.observations).toMatchObject([{ value: '33.75', decided_by: 'R1' }])
  })
  test('R2: the actual figure, not the estimate, though the estimate is finer', () => {
    const actual = plain('738,000')
    const found = reconciled({ a: [actual], b: [plain('626,397', { status: 'estimate' })] })
    expect(observationOf(found, actual)).toMatchObject({ value: '738000', decided_by: 'R2', against: [], grade: 'C' })
  })
  test('R2: the goal that was adopted later', () => {
    const decree = (number: string, issued: string): Claim =>
      claim({ kind: 'legal_document', value: null, number, issued, indicator: null, digits: number })
    const goal = { status: 'target', period: '2025' } as const
    const newer = coverage('45', goal)
    const found = reconciled({
      a: [decree('1/QD', '2022-02-28'), coverage('40', goal)],
      b: [decree('2/QD', '2024-02-29'), newer],
    })
    expect(observationOf(found, newer)).toMatchObject({ value: '45', decided_by: 'R2' })
    expect(observationOf(found, newer).explanation).toContain(
      'set later, by 2/QD of 2024-02-29, than 40 by 1/QD of 2022-02-28',
    )
  })
  test('R3: who says it, not who prints it, and by the catalog, not by the text', () => {
    const good = millions('16.5')
    const found = reconciled(
      { a: [good], b: [millions('17.9')] },
      { a: { origin: 'agency' }, b: { origin: 'paper' } },
      [],
      withAuthorities,
    )
    expect(observationOf(found, good)).toMatchObject({ value: '16500000', decided_by: 'R3', grade: 'C' })
    const hostile = reconciled(
      { a: [good], b: [millions('17.9')] },
      { a: { origin: 'paper' }, b: { origin: 'class_0_legal_text' } },
      [],
      withAuthorities,
    )
    expect(observationOf(hostile, good)).toMatchObject({ value: '16500000', decided_by: 'R3' })
  })
  test('R4: one origin, certainly later', () => {
    const newer = millions('17.9')
    const facts = {
      a: { origin: 'agency', asserted_not_after: '2022-01-09' },
      b: { origin: 'agency', asserted_not_before: '2022-01-10' },
    }
    const found = reconciled({ a: [millions('16.5')], b: [newer] }, facts, [], withAuthorities)
    expect(observationOf(found, newer)).toMatchObject({ value: '17900000', decided_by: 'R4', grade: 'C' })
  })
  test('R4 does not fire where the page date lies before the event that the text reports', () => {
    const facts = {
      a: { origin: 'agency', published: '2022-01-10', asserted_not_before: '2022-01-10' },
      b: { origin: 'agency', published: '2022-01-09', asserted_not_before: '2022-01-10' },
    }
    const found = reconciled({ a: [millions('16.5')], b: [millions('17.9')] }, facts, [], withAuthorities)
    expect(found.sources.get('b')?.page_date_trusted).toBe(false)
    expect(found.observations).toMatchObject([{ decided_by: null, grade: 'U' }])
  })
  test('R7: reports, of which reposts are not', () => {
    const sentence = {
      start: 0,
      end: 90,
      exact: 'the agency said on Monday in the capital that all the members of the register together were many',
    }
    const one = millions('16.5', { sentence })
    const repost = millions('16.5', { sentence })
    const rival = millions('17.9')
    const tied = reconciled({ a: [one], b: [repost], c: [rival] })
    expect(observationOf(tied, one)).toMatchObject({ n_docs: 3, n_reports: 2, decided_by: null, grade: 'U' })
    const found = reconciled({ a: [one], b: [repost], c: [rival], d: [millions('16.5')] })
    expect(observationOf(found, one)).toMatchObject({ value: '16500000', n_reports: 3, decided_by: 'R7', grade: 'D' })
  })
  test('R8: the finer step, at last', () => {
    const finer = coverage('28.9')
    const found = reconciled({ a: [finer], b: [coverage('28')] })
    expect(observationOf(found, finer)).toMatchObject({ value: '28.9', decided_by: 'R8', grade: 'D' })
  })
  test('where nothing separates, nothing is published: never the mean', () => {
    const found = reconciled({ a: [coverage('2.96')], b: [coverage('2.94')] })
    expect(found.observations).toMatchObject([
      {
        value: null,
        low: '2.935',
        high: '2.965',
        obs_status: 'U',
        grade: 'U',
        decided_by: null,
        candidates: ['2.94', '2.96'],
      },
    ])
    expect(found.conflicts).toMatchObject([{ relation: 'conflict', resolution: 'unresolved', cause: 'unknown' }])
  })
})

describe('grades', () => {
  test('A by two reports; B alone; copies of one report confirm nothing', () => {
    const sentence = { start: 0, end: 60, exact: 'there were so many members in the whole of the register last year' }
    const one = millions('16.5')
    expect(observationOf(reconciled({ a: [one] }), one).grade).toBe('B')
    expect(observationOf(reconciled({ a: [one], b: [millions('16.5')] }), one).grade).toBe('A')
    const copied = millions('16.5', { sentence })
    expect(observationOf(reconciled({ a: [copied], b: [millions('16.5', { sentence })] }), copied)).toMatchObject({
      n_docs: 2,
      n_reports: 1,
      grade: 'B',
    })
  })
  test('A by arithmetic: the parts make the total', () => {
    const total = millions('16.547')
    const found = reconciled({
      a: [
        total,
        millions('15.097', { indicator: 'public.members' }),
        millions('1.450', { indicator: 'private.members' }),
      ],
    })
    expect(observationOf(found, total)).toMatchObject({ grade: 'A', n_values: 1 })
    expect(found.checks.find(({ relation }) => relation === 'sum')).toMatchObject({
      outcome: 'supports',
      text: '15.097 + 1.450 = 16.546–16.548 million',
    })
  })
  test('a disagreement over a total is one check across texts, in the words of the text that has the parts', () => {
    const parts = (): Claim[] => [
      millions('16.03', { indicator: 'public.members' }),
      millions('1.46', { indicator: 'private.members' }),
    ]
    const [good, slip] = [millions('17.49'), millions('17.94')]
    const [only] = parts()
    const found = reconciled({ a: [good, only!], b: [slip, ...parts()] })
    const across = found.checks.filter(({ relation, scope }) => relation === 'sum' && scope !== 'document')
    expect(across.map(({ text }) => text)).toEqual([
      '16.03 + 1.46 = 17.480–17.500 million; stated: 17.94 (b: 17.94, 16.03, 1.46)',
    ])
    expect(across[0]).toMatchObject({ supports: [good.id], refutes: [slip.id] })
    const row = observationOf(found, good)
    expect(row).toMatchObject({ value: '17490000', decided_by: 'R5', grade: 'C' })
    expect(row.explanation).toContain('16.03 (b) + 1.46 (b) = at most 17.5 million')
    const part = found.observations.find(({ indicator }) => indicator === 'private.members')
    expect(part).toMatchObject({ n_reports: 1, grade: 'B' })
  })
  test('D where arithmetic refutes the only value', () => {
    const total = millions('17.947')
    const found = reconciled({
      a: [total],
      b: [millions('15.097', { indicator: 'public.members' }), millions('1.450', { indicator: 'private.members' })],
    })
    expect(observationOf(found, total)).toMatchObject({ grade: 'D', flags: ['refuted'] })
  })
})

describe('R5 needs arithmetic that singles one out', () => {
  const labour = [
    percent('27.33', { indicator: 'public.coverage' }),
    millions('13.397', { indicator: 'public.members' }),
  ]
  test('a rival that other figures contradict gives way', () => {
    const good = coverage('33.75')
    const found = reconciled({ a: [good, millions('16.547'), ...labour], b: [coverage('33.95')] })
    expect(observationOf(found, good)).toMatchObject({ value: '33.75', decided_by: 'R5', grade: 'C' })
    expect(observationOf(found, good).explanation).toContain('16.547 (a)')
  })
  test('two writings of one value against one are no arithmetic: reports count, and the grade says so', () => {
    // Setting aside 33.95 costs one figure, setting aside 33.75 and 33.8 two; but nothing outside the key speaks for either.
    const found = reconciled({ a: [coverage('33.75')], b: [coverage('33.8')], c: [coverage('33.95')] })
    expect(found.observations).toMatchObject([{ value: '33.75', decided_by: 'R7', agree: [], grade: 'D' }])
  })
  test('the rival that one other figure contradicts gives way, that which none does stays a rival', () => {
    const found = reconciled({
      a: [coverage('33.75'), millions('16.547'), ...labour],
      b: [coverage('33.8')],
      c: [coverage('33.95')],
    })
    expect(found.observations.find(({ indicator }) => indicator === 'register.coverage')).toMatchObject({
      value: '33.75',
      decided_by: 'R5',
    })
  })
  test('a new share beside an old level: the repair would be a tie of level and share, so no verdict', () => {
    const found = reconciled({
      a: [coverage('33.75'), millions('16.547')],
      b: [coverage('33.95'), millions('16.647'), ...labour],
    })
    const row = found.observations.find(
      ({ indicator, measure }) => indicator === 'register.coverage' && measure === 'level',
    )
    expect(row?.decided_by).not.toBe('R7')
    expect(row?.value === null || row?.decided_by === 'R5').toBe(true)
  })
  test('two texts with two denominators explain their shares: nothing is wrong, and nothing is chosen', () => {
    const found = reconciled({ a: [coverage('34.84'), millions('17.24')], b: [coverage('37.01'), millions('17.24')] })
    const row = found.observations.find(({ indicator }) => indicator === 'register.coverage')
    expect(row).toMatchObject({ value: null, grade: 'U' })
    expect(found.conflicts).toMatchObject([{ cause: 'denominator', resolution: 'unresolved' }])
    expect(found.checks.find(({ relation, scope }) => relation === 'latent' && scope === 'all')).toMatchObject({
      outcome: 'refutes',
    })
  })
})
