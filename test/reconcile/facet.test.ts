import { describe, expect, test } from 'vitest'
import { compareClaims } from '../../pipeline/reconcile/compare.ts'
import { placeDocument } from '../../pipeline/reconcile/place-document.ts'
import type { Placed } from '../../pipeline/reconcile/placed.ts'
import { sourceOf } from '../../pipeline/reconcile/source.ts'
import type { Claim } from '../../schemas/claim.ts'
import { claim, documentOf, knowledge, plain } from './sample.ts'

/** A document of sentences; each claim stands where its digits are, one after the other. */
const read = (sentences: readonly string[], claims: readonly Claim[]): Placed[] => {
  const text = sentences.join('\n')
  let from = 0
  const standing = claims.map((each) => {
    const at = text.indexOf(each.digits, from)
    from = at + each.digits.length
    const start = text.lastIndexOf('\n', at) + 1
    const end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at)
    return {
      ...each,
      line: text.slice(0, at).split('\n').length,
      selector: { ...each.selector, start: at, end: from, exact: each.digits },
      sentence: { start, end, exact: text.slice(start, end) },
    }
  })
  const result = documentOf('a', standing)
  return placeDocument(result, sourceOf(result, {}, knowledge), knowledge)
}
const persons = (digits: string, fields: Partial<Claim> = {}): Claim =>
  plain(digits, { indicator: 'support.persons', period: '2021', ...fields })
const decree = (number: string): Claim =>
  claim({ kind: 'legal_document', value: null, digits: number, number, indicator: null })
const facets = (all: readonly Placed[]): (string | null | undefined)[] =>
  all.filter((each) => each.key !== null).map((each) => each.parts?.facet)
const conflicts = (all: readonly Placed[]): number =>
  all
    .flatMap((a, at) => all.slice(at + 1).map((b) => compareClaims(a, b, knowledge)))
    .filter((row) => row.relation === 'conflict').length

describe('figures of one text that cannot be the same are of different things', () => {
  test('each stands under the legal document of its sentence', () => {
    const all = read(
      ['Under 68/NQ: 11,238 people were helped.', 'Under 116/NQ: 12,941 people were helped.'],
      [decree('68/NQ'), persons('11,238'), decree('116/NQ'), persons('12,941')],
    )
    expect(facets(all)).toEqual(['68/NQ', '116/NQ'])
  })
  test('two packages in one sentence are told apart by the words beside the number', () => {
    const all = read(
      ['Under 68/NQ, 11,238 employees had lower contributions and 1,598 employees had them suspended.'],
      [decree('68/NQ'), persons('11,238'), persons('1,598')],
    )
    expect(facets(all)).toEqual(['68/NQ; employees had lower contributions and', '68/NQ; employees had them suspended'])
    expect(conflicts(all)).toBe(0)
  })
  test('what agrees is a restatement: 375 thousand units, equivalent to 375,000 units', () => {
    const all = read(
      ['It helped 375 thousand units, equivalent to 375,000 units.'],
      [persons('375', { value: '375000', scale: '3' }), persons('375,000')],
    )
    expect(new Set(all.map((each) => each.key)).size).toBe(1)
  })
  test('without a facet, a figure of an indicator that texts split never leaves its text', () => {
    const [one] = read(['It helped 375,000 people.'], [persons('375,000')])
    expect(one!.parts!.alone).toBe('a')
  })
  test('of another indicator the largest count is the whole and keeps its key', () => {
    const all = read(
      ['There are 359,000 members on the islands.', 'In all 16,547,000 members pay.'],
      [plain('359,000', { subject: 'members on the islands' }), plain('16,547,000', { subject: 'members' })],
    )
    expect(facets(all)).toEqual(['members on the islands', null])
    expect(conflicts(all)).toBe(0)
  })
  test('what nothing tells apart is set alone and flagged', () => {
    const all = read(['16,547,000 members.', '17,950,000 members.'], [plain('16,547,000'), plain('17,950,000')])
    expect(all.map((each) => each.flags)).toEqual([['facet_unknown'], []])
    expect(conflicts(all)).toBe(0)
  })
  test('a title that rounds its body says the same', () => {
    const all = read(
      ['17 thousand members', 'There are 16,547 members.'],
      [plain('17', { value: '17000', scale: '3' }), plain('16,547')],
    )
    expect(all.every((each) => each.flags.length === 0)).toBe(true)
  })
  test('an estimate and the actual figure beside it are not two things', () => {
    const all = read(
      ['Estimated at 1,068, it came to 1,124.'],
      [plain('1,068', { status: 'estimate' }), plain('1,124')],
    )
    expect(compareClaims(all[0]!, all[1]!, knowledge).relation).toBe('superseded')
  })
  test('twenty thousand different figures on one key end soon', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => plain(String(100_001 + 2 * at)))
    const result = documentOf('a', many)
    const start = performance.now()
    placeDocument(result, sourceOf(result, {}, knowledge), knowledge)
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})
