import { describe, expect, test } from 'vitest'
import { reportsOf } from '../../pipeline/reconcile/report.ts'
import { SourceFacts } from '../../schemas/document.ts'
import type { DocumentResult } from '../../schemas/result.ts'
import { claim, documentOf, settings } from './sample.ts'

const text = (name: string, ...sentences: string[]): DocumentResult =>
  documentOf(
    name,
    sentences.map((exact) => claim({ sentence: { start: 0, end: exact.length, exact } })),
  )
const reports = (results: readonly DocumentResult[], facts = {}): Record<string, string> =>
  Object.fromEntries(reportsOf(results, facts, settings))

const agency = 'By the end of December the number of people in social insurance was 16.547 million'
const paper = 'Across the country more than sixteen and a half million workers had joined the scheme at year end'
const third = 'The fund collected 395,472 billion dong, the director general told the meeting on Monday morning'

describe('copies are one report', () => {
  test('a repost, whole or in part, though a digit was typed otherwise', () => {
    expect(
      reports([text('a', agency, third), text('b', agency), text('c', agency.replace('16.547', '16.574'), third)]),
    ).toEqual({ a: 'a', b: 'a', c: 'a' })
  })
  test('the same figure in other words is another report', () => {
    expect(reports([text('a', agency), text('b', paper)])).toEqual({ a: 'a', b: 'b' })
  })
  test('a text that copies the dataset of others confirms nothing, and makes them no copies of each other', () => {
    expect(reports([text('a', agency, third), text('b', paper), text('copy', agency, third, paper)])).toEqual({
      a: 'a',
      b: 'b',
      copy: 'a',
    })
    expect(reports([text('a_copy', agency, third, paper), text('b', agency, third), text('c', paper)])).toEqual({
      a_copy: 'a_copy',
      b: 'a_copy',
      c: 'c',
    })
  })
  test('sources that are known to be one report are one, in whatever words', () => {
    const facts = { a: SourceFacts.parse({ report: 'r' }), b: SourceFacts.parse({ report: 'r' }) }
    expect(reports([text('a', agency), text('b', paper)], facts)).toEqual({ a: 'a', b: 'a' })
  })
  test('texts too short to compare are reports of their own', () => {
    expect(reports([text('a', '16.5 million'), text('b', '16.5 million')])).toEqual({ a: 'a', b: 'b' })
  })
  test('a thousand reposts are one report, soon', () => {
    const many = Array.from({ length: 1000 }, (_, at) => text(`t${String(at).padStart(4, '0')}`, agency, paper, third))
    const start = performance.now()
    expect(new Set(Object.values(reports(many)))).toEqual(new Set(['t0000']))
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})
