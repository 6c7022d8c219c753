import { describe, expect, test } from 'vitest'
import { granule } from '../../pipeline/reconcile/granule.ts'
import { brackets, type Interval } from '../../pipeline/reconcile/interval.ts'
import { exactDecimal } from '../../pipeline/reconcile/print-rational.ts'
import { parseDecimal } from '../../pipeline/reconcile/rational.ts'
import { writing } from '../../pipeline/reconcile/writing.ts'
import type { Claim } from '../../schemas/claim.ts'
import { claim, millions, percent, plain, settings } from './sample.ts'

const step = (each: Claim): string | null => {
  const found = granule(each, parseDecimal(settings.granule_cap))
  return found === null ? null : exactDecimal(found)
}
const shown = (a: Interval | null): string | null =>
  a === null ? null : `${brackets(a)[0]}${exactDecimal(a.low)}, ${exactDecimal(a.high)}${brackets(a)[1]}`

describe('the granule is the step of the last digit that means something', () => {
  test.each([
    ['16.547 million', millions('16.547'), '1000'],
    ['103,000', plain('103,000'), '1000'],
    ['626,397', plain('626,397'), '1'],
    [
      '30,000 billion, its zeros worth a tenth at most',
      plain('30,000', { value: '30000000000000', scale: '9', kind: 'money', unit: 'VND' }),
      '3000000000000',
    ],
    ['60%', percent('60'), '1'],
    ['2.50%', percent('2.50', { value: '2.5' }), '0.01'],
    ['11,238 million with a decimal comma', plain('11,238', { value: '11238000', scale: '6' }), '1000'],
    ['11,238 million with a comma of thousands', plain('11,238', { value: '11238000000', scale: '6' }), '1000000'],
    ['11 238 000 with no-break spaces', plain('11\u{a0}238\u{a0}000', { value: '11238000' }), '1000'],
    ['10.5 hours are half hours', plain('10.5', { kind: 'duration', unit: 'hour', value: '10.5' }), '0.5'],
    ['20 hours are not tens of hours', plain('20', { kind: 'duration', unit: 'hour' }), '1'],
    ['six', claim({ digits: 'six', value: '6', scale: null }), '1'],
    ['two-thirds, kept to two decimals', percent('66.67', { digits: 'two-thirds' }), '0.01'],
    ['0%', percent('0'), '1'],
    ['0.0%', percent('0.0', { value: '0' }), '0.1'],
    ['37-38%', percent('37', { digits: '37-38', value: null, low: '37', high: '38' }), '1'],
    ['a legal document', claim({ kind: 'legal_document', value: null }), null],
  ])('%s', (_name, each, expected) => expect(step(each)).toBe(expected))
})

describe('what digits and modifier say', () => {
  test.each([
    ['2.96%', percent('2.96'), '[2.955, 2.965]', '[2.955, 2.965]', '[2.96, 2.97)'],
    [
      'about 3.2 million',
      millions('3.2', { modifier: 'approximately' }),
      '[3100000, 3300000]',
      '[3000000, 3400000]',
      null,
    ],
    [
      'more than 16.5 million',
      millions('16.5', { modifier: 'more_than' }),
      '(16500000, 16600000)',
      '(16500000, 17500000)',
      null,
    ],
    ['at least 90%', percent('90', { modifier: 'at_least' }), '[90, 91)', '[90, 100)', null],
    [
      'nearly 13.4 million',
      millions('13.4', { modifier: 'nearly' }),
      '[13300000, 13400000)',
      '[13200000, 13400000)',
      null,
    ],
    ['less than 5%', percent('5', { modifier: 'less_than' }), '(4, 5)', '[0, 5)', null],
    ['at most 5%', percent('5', { modifier: 'at_most' }), '[4, 5]', '[0, 5]', null],
    [
      '37-38%',
      percent('37', { digits: '37-38', value: null, low: '37', high: '38', modifier: 'range' }),
      '[36.5, 38.5]',
      '[36.5, 38.5]',
      null,
    ],
    ['a goal of 60% is stipulated', percent('60', { status: 'target' }), '[60, 60]', '[60, 60]', null],
    [
      'a goal of 37-38%',
      percent('37', { digits: '37-38', value: null, low: '37', high: '38', modifier: 'range', status: 'target' }),
      '[37, 38]',
      '[37, 38]',
      null,
    ],
    ['a goal of over 68%', percent('68', { status: 'target', modifier: 'more_than' }), '(68, 69)', '(68, 78)', null],
    [
      'down by 4.16 million',
      millions('4.16', { measure: 'change', direction: 'decrease' }),
      '[-4165000, -4155000]',
      '[-4165000, -4155000]',
      '(-4170000, -4160000]',
    ],
    [
      'down by more than 4%',
      percent('4', { measure: 'change', direction: 'decrease', modifier: 'more_than' }),
      '(-5, -4)',
      '(-14, -4)',
      null,
    ],
    [
      '"decreased by -4%" is no increase',
      percent('-4', { measure: 'change', direction: 'decrease' }),
      '[-4.5, -3.5]',
      '[-4.5, -3.5]',
      '(-5, -4]',
    ],
    ['0% of a whole is not below zero', percent('0'), '[0, 0.5]', '[0, 0.5]', '[0, 1)'],
    ['nearly 100%', percent('100', { modifier: 'nearly' }), '[99, 100)', '[98, 100)', null],
    [
      '10^17, past what a float can count',
      plain('100,000,000,000,000,001', { kind: 'money', unit: 'VND' }),
      '[100000000000000000.5, 100000000000000001.5]',
      '[100000000000000000.5, 100000000000000001.5]',
      '[100000000000000001, 100000000000000002)',
    ],
  ])('%s', (_name, each, meant, allowed, cut) => {
    const found = writing(each, settings)!
    expect(shown(found.meant)).toBe(meant)
    expect(shown(found.allowed())).toBe(allowed)
    expect(shown(found.cut())).toBe(cut)
  })
  test('as plain rounding, without its hedge: about 54.6 trillion is 54.55 to 54.65', () => {
    const about = plain('54.6', {
      kind: 'money',
      unit: 'VND',
      scale: '12',
      value: '54600000000000',
      modifier: 'approximately',
    })
    expect(shown(writing(about, settings)!.rounded())).toBe('[54550000000000, 54650000000000]')
  })
  test('words without a number say nothing', () => {
    expect(writing(claim({ digits: 'hundreds of thousands', value: null }), settings)).toBeNull()
  })
})
