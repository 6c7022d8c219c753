import { describe, expect, test } from 'vitest'
import { compareClaims } from '../../pipeline/reconcile/compare.ts'
import { digitDistance } from '../../pipeline/reconcile/digit-distance.ts'
import type { Claim } from '../../schemas/claim.ts'
import { SourceFacts } from '../../schemas/document.ts'
import { claim, knowledge, millions, percent, placed, plain } from './sample.ts'

const relate = (a: Claim, b: Claim): string => {
  const { relation, strength, reason } = compareClaims(placed(a), placed(b), knowledge)
  return [relation, strength, reason].filter((each) => each !== null).join(' ')
}
const b = { document: 'b' }

describe('figures on one key', () => {
  test.each([
    ['2.96% and 2.96%', percent('2.96'), percent('2.96', b), 'identical'],
    [
      '2.50% and 2.5%: not the same precision',
      percent('2.50', { value: '2.5' }),
      percent('2.5', b),
      'refines rounding',
    ],
    [
      '16.547 million and more than 16.5 million',
      millions('16.547'),
      millions('16.5', { ...b, modifier: 'more_than' }),
      'refines bound',
    ],
    [
      'nearly 13.4 million and 13.35 million',
      millions('13.35'),
      millions('13.4', { ...b, modifier: 'nearly' }),
      'refines bound',
    ],
    [
      '37% and 36-38%',
      percent('37'),
      percent('36', { ...b, digits: '36-38', value: null, low: '36', high: '38', modifier: 'range' }),
      'consistent_rounding tight range',
    ],
    [
      '3.3 million and about 3.2 million',
      millions('3.3'),
      millions('3.2', { ...b, modifier: 'approximately' }),
      'consistent_rounding tight rounding',
    ],
    [
      '3.35 million and about 3.2 million',
      millions('3.35'),
      millions('3.2', { ...b, modifier: 'approximately' }),
      'consistent_rounding loose rounding',
    ],
    [
      'more than 16 million and 17 million',
      millions('17'),
      millions('16', { ...b, modifier: 'more_than' }),
      'consistent_bound tight bound',
    ],
    [
      'more than 16.5 million and 17 million',
      millions('17.0'),
      millions('16.5', { ...b, modifier: 'more_than' }),
      'consistent_bound loose bound',
    ],
    ['28.9% and 28%', percent('28.9'), percent('28', b), 'consistent_truncation weak cutting'],
    ['2.2% and 2.1%', percent('2.2'), percent('2.1', b), 'consistent_truncation weak cutting'],
    ['2.96% and 2.94%: two units of the last digit', percent('2.96'), percent('2.94', b), 'conflict'],
    [
      '100% and nearly 100%',
      percent('100'),
      percent('100', { ...b, modifier: 'nearly' }),
      'consistent_bound tight bound',
    ],
    [
      'more than 99.9% and nearly 100%',
      percent('99.9', { modifier: 'more_than' }),
      percent('100', { ...b, modifier: 'nearly' }),
      'refines bound',
    ],
    [
      'an estimate and the actual figure',
      plain('626,397', { status: 'estimate' }),
      plain('738,000', b),
      'superseded estimate_then_actual',
    ],
    [
      'up 2% and down 2%',
      percent('2', { measure: 'change', direction: 'increase' }),
      percent('2', { ...b, measure: 'change', direction: 'decrease' }),
      'conflict',
    ],
  ])('%s: %s', (_name, first, second, expected) => {
    expect(relate(first, second)).toBe(expected)
    expect(relate(second, first)).toBe(expected)
  })
  test('of two goals the one set by the later instrument stands', () => {
    const older = {
      ...placed(percent('60', { status: 'target', period: '2025' })),
      instrument: '171',
      adopted: '2022-02-28',
    }
    const newer = {
      ...placed(percent('68', { ...b, status: 'target', period: '2025-12-31' })),
      instrument: '249',
      adopted: '2024-02',
    }
    const row = compareClaims(newer, older, knowledge)
    expect([row.relation, row.reason, row.preferred]).toEqual(['superseded', 'later_instrument', newer.claim.id])
    const unknown = { ...newer, adopted: '2022' }
    expect(compareClaims(unknown, older, knowledge).relation).toBe('conflict')
  })
  test('of two texts of one origin the later stands, if it was certainly later', () => {
    const facts = (from: string | null, to: string | null) =>
      SourceFacts.parse({ origin: 'agency', asserted_not_before: from, asserted_not_after: to })
    const [older, newer] = [millions('16.5'), millions('17.9', b)]
    const sources = { a: facts(null, '2022-01-09'), b: facts('2022-01-10', null) }
    const row = compareClaims(placed(older, sources), placed(newer, sources), knowledge)
    expect([row.relation, row.preferred]).toEqual(['superseded', newer.id])
    const sameDay = { a: facts(null, '2022-01-10'), b: facts('2022-01-10', null) }
    expect(compareClaims(placed(older, sameDay), placed(newer, sameDay), knowledge).relation).toBe('conflict')
  })
})

describe('figures that may not be compared name the first part of the key that differs', () => {
  test.each([
    ['another indicator', { indicator: 'public.members' }, 'indicator'],
    ['a change', { measure: 'change', direction: 'increase' }, 'measure'],
    ['a goal', { status: 'target' }, 'class'],
    ['a province', { place: 'VN-22' }, 'place'],
    ['another unit', { unit: 'account' }, 'unit'],
    ['another day', { period: '2022-02-28' }, 'period'],
    ['no period', { period: null }, 'period_unknown'],
    ['no indicator', { indicator: null }, 'indicator_unknown'],
    ['no number', { value: null }, 'value_unknown'],
    ['a legal document', { kind: 'legal_document' }, 'legal_document'],
    ['no place, in another text', { place: null }, 'place'],
  ] as const)('%s', (_name, fields, reason) => {
    const row = compareClaims(placed(claim()), placed(claim({ ...b, ...fields })), knowledge)
    expect([row.relation, row.comparability, row.reason]).toEqual(['not_comparable', 'none', reason])
  })
  test('a stock of 2021 and of 31 December 2021 are one', () => {
    expect(relate(claim({ period: '2021' }), claim({ ...b, period: '2021-12-31' }))).toBe('identical')
  })
})

describe('near figures are related, and never share an observation', () => {
  test.each([
    ['a near whole', { of: 'adults' }, 'near of'],
    ['no whole', { of: null }, 'near of'],
  ])('%s', (_name, fields, reason) => {
    const row = compareClaims(placed(percent('33.75')), placed(percent('33.75', { ...b, ...fields })), knowledge)
    expect([row.relation, row.comparability, row.reason, row.observation_id]).toEqual([
      'identical',
      'near',
      reason,
      null,
    ])
  })
  test('two names of one whole are one whole', () => {
    expect(relate(percent('33.75'), percent('33.75', { ...b, of: 'workforce' }))).toBe('identical')
  })
  test('a change of a share in points, and one that does not say', () => {
    const change = { measure: 'change', direction: 'increase' } as const
    const points = percent('9', { ...change, unit: 'percentage_point' })
    const row = compareClaims(placed(points), placed(percent('9', { ...b, ...change })), knowledge)
    expect([row.relation, row.comparability]).toEqual(['identical', 'near'])
  })
  test('ten times and 900% are in two units', () => {
    const change = { measure: 'change', direction: 'increase' } as const
    const times = percent('10', { ...change, kind: 'multiple', unit: null })
    expect(relate(times, percent('900', { ...b, ...change }))).toBe('not_comparable unit')
  })
})

describe('hints', () => {
  test('a figure a thousand times another', () => {
    const row = compareClaims(placed(millions('11.238')), placed(plain('11,238', b)), knowledge)
    expect(row.hints).toEqual(['scale_suspect'])
  })
  test('agreement through "about" alone', () => {
    const row = compareClaims(
      placed(millions('3.3')),
      placed(millions('3.2', { ...b, modifier: 'approximately' })),
      knowledge,
    )
    expect(row.hints).toEqual(['through_about'])
  })
})

test.each([
  ['2.96', '2.94', 1],
  ['2.69', '2.96', 1],
  ['16.547', '16.5', 2],
  ['1,45', '1.45', 0],
  ['six', '6', null],
])('from %s to %s: %s edits', (a, other, edits) => expect(digitDistance(a, other)).toBe(edits))
