import { describe, expect, it } from 'vitest'
import { agrees, fieldsOf, isRowRight, shown } from '../../../pipeline/evaluate/agree.ts'
import type { ScoredClaim } from '../../../pipeline/evaluate/claims.ts'
import type { GoldMention } from '../../../pipeline/evaluate/gold.ts'

const unsaid = {
  kind: 'count',
  value: null,
  low: null,
  high: null,
  unit: null,
  modifier: null,
  measure: null,
  direction: null,
  indicator: null,
  status: null,
  period: null,
  baseline: null,
  place: null,
  of: null,
  number: null,
  type: null,
  issued: null,
  issuer: null,
}
const claim = (fields: Partial<ScoredClaim>): ScoredClaim => ({
  document: 'a',
  start: 0,
  end: 1,
  exact: '1',
  ...unsaid,
  ...fields,
})
const mention = (fields: Partial<GoldMention>): GoldMention => ({
  exact: '1',
  before: null,
  importance: 'core',
  start: 0,
  end: 1,
  digits: [0],
  ...unsaid,
  ...fields,
})

describe('a value', () => {
  it.each([
    [2.96, 2.96, true],
    [2.96, 2.94, false],
    [66.67, 66.66, true],
    [66.67, 66.7, false],
    [16547000, 16547000.4, true],
    [16547000, 16547001, false],
    [999, 999.1, true],
    [0, 0, true],
    [0, 0.001, false],
    [null, 0, false],
  ])('%d for %d: %s', (claimed, gold, same) => {
    expect(agrees('value', claim({ value: claimed }), mention({ value: gold }))).toBe(same)
  })

  it('of a range agrees where both ends do', () => {
    const gold = mention({ low: 37, high: 38 })
    expect(agrees('value', claim({ low: 37, high: 38 }), gold)).toBe(true)
    expect(agrees('value', claim({ low: 37, high: 39 }), gold)).toBe(false)
    expect(agrees('value', claim({ value: 37 }), gold)).toBe(false)
    expect([shown('value', gold), shown('value', claim({ value: 5 })), shown('of', gold)]).toEqual([
      '37..38',
      '5',
      'null',
    ])
  })
})

describe('a unit', () => {
  it.each([
    ['people', 'person', true],
    ['percent', '%', true],
    ['percentage points', 'percentage_point', true],
    ['payment point', 'point', true],
    ['cities', 'city', true],
    ['worker', 'employee', true],
    ['person', 'employee', false],
    ['VND', 'USD', false],
    [null, 'person', false],
    [null, null, true],
  ])('%s for %s: %s', (claimed, gold, same) => {
    expect(agrees('unit', claim({ unit: claimed }), mention({ unit: gold }))).toBe(same)
  })
})

describe('a period', () => {
  it.each([
    ['2021', '2021-12-31', true],
    ['2021-12', '2021-12-31', false],
    ['2021', '2022', false],
    [null, '2021', false],
    [null, null, true],
  ])('%s for %s: %s', (claimed, gold, same) => {
    expect(agrees('period', claim({ period: claimed }), mention({ period: gold }))).toBe(same)
    expect(agrees('baseline', claim({ baseline: claimed }), mention({ baseline: gold }))).toBe(same)
  })
})

describe('a row', () => {
  it('is right without baseline and whole, and without nothing else', () => {
    expect(isRowRight(['baseline', 'of'])).toBe(true)
    expect(isRowRight(['of', 'place'])).toBe(false)
  })

  it('of a legal document is compared by its own fields, its number whatever the case', () => {
    const gold = mention({ kind: 'legal_document', number: '171/QD-BHXH' })
    expect(fieldsOf(gold)).toEqual(['kind', 'number', 'type', 'issued', 'issuer'])
    expect(agrees('number', claim({ number: '171/qd-bhxh' }), gold)).toBe(true)
  })
})
