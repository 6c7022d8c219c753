import { describe, expect, it } from 'vitest'
import { legalDocuments } from '../../../pipeline/write/legal-documents.ts'
import type { Claim } from '../../../schemas/claim.ts'
import type { LegalLink, LegalStatement } from '../../../schemas/observation.ts'
import type { DocumentResult } from '../../../schemas/result.ts'
import { claimRow } from './sample.ts'

const evidence = (stated: boolean) => ({ start: 0, end: 1, exact: 'x', rule: 'r', stated })
const mention = (id: string, document: string, fields: Partial<Claim>): Claim => ({
  ...claimRow(),
  id,
  document,
  kind: 'legal_document',
  value: null,
  number: '171/QD-BHXH',
  evidence: {},
  ...fields,
})
const result = (
  document: string,
  claims: Claim[],
  legalLinks: LegalLink[] = [],
  legalStatements: LegalStatement[] = [],
): DocumentResult => ({
  document,
  path: `${document}.txt`,
  sha256: 'a'.repeat(64),
  bytes: 1,
  chars: 1,
  format: 'plain',
  lang: 'en',
  title: null,
  dateline: null,
  place: null,
  claims,
  unclaimed: [],
  legalLinks,
  legalStatements,
})

describe('the table of legal documents', () => {
  it('has one row a number, with all its mentions in order of documents and of reading', () => {
    const rows = legalDocuments([
      result('a', [mention('c_2', 'a', {}), claimRow({ id: 'c_9' }), mention('c_1', 'a', { number: '11/NQ-CP' })]),
      result('b', [mention('c_3', 'b', {}), mention('c_4', 'b', { number: null })]),
    ])
    expect(rows.map(({ number, claims, mentioned_in }) => [number, claims, mentioned_in])).toEqual([
      ['11/NQ-CP', ['c_1'], ['a']],
      ['171/QD-BHXH', ['c_2', 'c_3'], ['a', 'b']],
    ])
  })

  it('keeps the date that a text states with the document over one that is implied', () => {
    const [row] = legalDocuments([
      result('a', [mention('c_1', 'a', { issued: '2022-03-01', evidence: { issued: evidence(false) } })]),
      result('b', [mention('c_2', 'b', { issued: '2022-02-28', evidence: { issued: evidence(true) } })]),
    ])
    expect(row!.issued).toBe('2022-02-28')
  })

  it('takes the finer of two dates that agree, and none where texts disagree', () => {
    const issued = (...dates: string[]) =>
      legalDocuments([
        result(
          'a',
          dates.map((date, index) => mention(`c_${index}`, 'a', { issued: date })),
        ),
      ])[0]!.issued
    expect(issued('2021', '2021-06-03', '2021-06')).toBe('2021-06-03')
    expect(issued('2021-06-03', '2021-06-04')).toBeNull()
    expect(issued('2021-06', '2021-07')).toBeNull()
  })

  it('knows no type and no issuer where none is said', () => {
    expect(legalDocuments([result('a', [mention('c_1', 'a', {})])])[0]).toMatchObject({
      type: null,
      issuer: null,
      issued: null,
    })
    expect(
      legalDocuments([
        result('a', [mention('c_1', 'a', { type: 'Decision' }), mention('c_2', 'a', { type: 'Decree' })]),
      ])[0]!.type,
    ).toBeNull()
  })

  it('does not take a name for another that begins alike', () => {
    const issuers = ['People', "People's Committee"].map((issuer, index) => mention(`c_${index}`, 'a', { issuer }))
    expect(legalDocuments([result('a', issuers)])[0]!.issuer).toBeNull()
  })

  it('gathers the links of all texts once, and gives a row to what only a link names', () => {
    const link = (relation: LegalLink['relation'], to: string): LegalLink => ({
      from: '171/QD-BHXH',
      relation,
      to,
      claim: 'c_1',
    })
    const rows = legalDocuments([
      result('a', [mention('c_1', 'a', {})], [link('implements', '11/NQ-CP'), link('amends', '2/QD')]),
      result(
        'b',
        [],
        [link('implements', '11/NQ-CP'), link('implements', '02/NQ-CP'), link('implements', '171/QD-BHXH')],
      ),
    ])
    expect(rows.map(({ number }) => number)).toEqual(['02/NQ-CP', '11/NQ-CP', '171/QD-BHXH', '2/QD'])
    expect(rows[2]).toMatchObject({ implements: ['02/NQ-CP', '11/NQ-CP'], amends: ['2/QD'], replaces: [], under: [] })
    expect(rows[1]).toMatchObject({ mentioned_in: [], claims: [] })
  })

  it('takes title and day in force that two texts state alike, and none where they differ', () => {
    const said = (field: LegalStatement['field'], value: string): LegalStatement => ({
      number: '171/QD-BHXH',
      field,
      value,
      claim: 'c_1',
    })
    const [row] = legalDocuments([
      result('a', [mention('c_1', 'a', {})], [], [said('title', 'Plan'), said('in_force_from', '2022-03-01')]),
      result('b', [mention('c_2', 'b', {})], [], [said('title', 'Plan'), said('in_force_from', '2022-04-01')]),
    ])
    expect([row!.title, row!.in_force_from]).toEqual(['Plan', null])
  })
})
