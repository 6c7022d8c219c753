import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { readClaims } from '../../../pipeline/evaluate/claims.ts'
import { confusions, evaluate, groups, misses, type Scored, summary } from '../../../pipeline/evaluate/evaluation.ts'
import { readGold } from '../../../pipeline/evaluate/gold.ts'
import { printed } from '../../../pipeline/evaluate/print.ts'

const fixture = (path: string): string => fileURLToPath(new URL(`fixture/${path}`, import.meta.url))
let scored: Scored[]

beforeAll(async () => {
  scored = evaluate([
    {
      name: 'fixture',
      gold: await readGold(fixture('gold'), fixture('texts')),
      claims: await readClaims(fixture('claims.json')),
      languages: new Map([['cover', 'en']]),
    },
  ])
})

describe('the evaluation of the fixture', () => {
  it('gives the numbers that the reference scorer gives for these files', () => {
    expect(summary(scored)).toEqual({
      mentions: { core: 10, found: 8, falsePositives: 2, incidental: 2 },
      detection: { precision: 0.8, recall: 0.8, f1: 0.8000000000000002 },
      row: { precision: 0.3, recall: 0.3, f1: 0.3 },
      fields: {
        kind: 0.875,
        value: 0.5714285714285714,
        unit: 0.8571428571428571,
        modifier: 1,
        measure: 1,
        direction: 1,
        indicator: 0.8571428571428571,
        status: 0.8571428571428571,
        period: 0.8571428571428571,
        baseline: 0.8571428571428571,
        place: 1,
        of: 0.8571428571428571,
        number: 1,
        type: 1,
        issued: 1,
        issuer: 0,
      },
      kinds: {
        count: { core: 2, found: 2, row: 0 },
        percentage: { core: 5, found: 4, row: 2 },
        legal_document: { core: 1, found: 1, row: 0 },
        money: { core: 1, found: 1, row: 1 },
        duration: { core: 1, found: 0, row: 0 },
      },
      wrongOffsets: 1,
    })
  })

  it('names every miss with its place', () => {
    expect(misses(scored)).toEqual([
      'cover@187: characters 187 to 196 are not "VND1,200,000"',
      'cover@46: "12.5 million": kind percentage, not count; value 12.5, not 12500000; unit percent, not person; indicator null, not health_insurance.participants; period null, not 2023-12-31',
      'cover@112: "0.4%": baseline null, not 2022',
      'cover@127: "12/2020/ND-CP": issuer null, not Government',
      'cover@173: "37-38%": status actual, not target',
      'cover@205: "Two-thirds": value 66.7, not 66.67; of null, not clinics',
      'cover@283: missed percentage "91.2%"',
      'cover@46: no claim in the gold: count "12.5 million" = 12500000',
      'cover@246: no claim in the gold: count "1900" = 1900',
      'jobs@40: "1,204": value 1.204, not 1204',
      'jobs@62: missed duration "30 hours"',
    ])
  })

  it('counts by document, language and kind', () => {
    const { document, language, kind, set } = groups(scored)
    expect([...document!].map(([name, { core, found, extra }]) => [name, core, found, extra])).toEqual([
      ['cover', 8, 7, 2],
      ['jobs', 2, 1, 0],
    ])
    expect([...language!.keys()]).toEqual(['en', 'unknown'])
    expect([...set!.keys()]).toEqual(['fixture'])
    expect([...kind!].map(([name, { core, found, extra }]) => [name, core, found, extra])[0]).toEqual([
      'percentage',
      5,
      4,
      0,
    ])
    expect(kind!.get('count')).toMatchObject({ core: 2, found: 2, extra: 2 })
  })

  it('says what was taken for what', () => {
    expect(confusions(scored)).toContainEqual({ field: 'status', gold: 'target', claimed: 'actual', n: 1 })
    expect(confusions(scored)).toHaveLength(11)
  })

  it('prints all of it, with intervals, and no more misses than asked for', () => {
    const text = printed(scored, scored, 3)
    expect(text).toContain('... and 8 more')
    expect(text).toMatch(
      /^ {2}fixture +10 +80\.0% \(49\.0-94\.3\) +80\.0% \(49\.0-94\.3\) +80\.0% +30\.0% \(10\.8-60\.3\) +30\.0%$/mu,
    )
    expect(text).toContain('core mentions 10, found 8, extra claims 2, wrong offsets 1\n')
  })

  it('lists no misses of what is held back', () => {
    expect(printed(scored, [], 3)).not.toMatch(/cover@|jobs@|misses|taken for others/u)
  })
})
