import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { evidenceHash } from '../../pipeline/reconcile/decisions.ts'
import { draftChoice } from '../../pipeline/reconcile/draft-decision.ts'
import { checkOf } from '../../pipeline/report/client/review/check.ts'
import { decisionsOf, type Gathered, linesOf, withRuling } from '../../pipeline/report/client/review/gathered.ts'
import { keepOf } from '../../pipeline/report/client/review/keep.ts'
import { Decision } from '../../schemas/decision.ts'
import { claimRow, observationRow } from '../pipeline/write/sample.ts'

const ruling = (fields: Partial<Gathered> = {}): Gathered => ({
  action: 'choose',
  claim: 'c_1',
  observation: 'o_1',
  flag: null,
  quote: { document: 'news/a', prefix: 'reached ', exact: '16.547 million', suffix: ' people.' },
  evidence: evidenceHash(['c_1', 'c_2']),
  seen: ['c_2', 'c_1'],
  candidates: ['16547000', '16600000'],
  earlier: null,
  about: 'Participation',
  reason: 'Seen in the report.',
  by: 'Reviewer',
  on: '2026-11-22',
  ...fields,
})
const check = checkOf(z.toJSONSchema(Decision, { io: 'input' }))

describe('a ruling gathered on a page', () => {
  it('is the line that provenum decide writes', () => {
    const claims = [claimRow(), claimRow({ id: 'c_2' })]
    const observation = observationRow({ candidates: ['16547000', '16600000'] })
    const [made] = decisionsOf([ruling()]) as [Decision]
    const { id, reason, by, on } = made
    expect(made).toEqual(draftChoice(observation, 'c_1', claims, { id, reason, by, on }))
  })
  it.each([
    ruling(),
    ruling({ action: 'flag', flag: 'needs_source' }),
    ruling({ action: 'reject_claim' }),
    ruling({
      action: 'reject_claim',
      observation: null,
      evidence: evidenceHash(['c_1']),
      seen: ['c_1'],
      candidates: [],
    }),
    ruling({ seen: null }),
  ])('is what the schema of decisions.jsonl says', (each) => {
    const [made] = decisionsOf([each])
    expect(Decision.safeParse(made).error).toBeUndefined()
    expect(check(made!)).toEqual([])
    expect(linesOf([made!])).toBe(`${JSON.stringify(made)}\n`)
  })

  const right = decisionsOf([ruling()])[0] as Record<string, unknown>
  it.each([
    { reason: '' },
    { by: '' },
    { on: '22.11.2026' },
    { on: '2026-02-30' },
    { evidence: 'none' },
    { id: 'x' },
    { extra: 1 },
    { action: 'delete' },
    { quote: { document: 'a' } },
    { expect: { candidates: 'x' } },
    { key: undefined },
  ])('is refused by the page where the run refuses it: %o', (change) => {
    const wrong = JSON.parse(JSON.stringify({ ...right, ...change }))
    expect(Decision.safeParse(wrong).success).toBe(false)
    expect(check(wrong)).not.toEqual([])
  })

  it('takes the place of one on the same', () => {
    const later = ruling({ claim: 'c_2' })
    expect(withRuling([ruling()], later)).toEqual([later])
    const flag = ruling({ action: 'flag', flag: 'a' })
    expect(withRuling([ruling(), flag], ruling({ action: 'flag', flag: 'b' }))).toHaveLength(3)
    const rejected = ruling({ action: 'reject_claim' })
    expect(withRuling([ruling(), flag], rejected)).toEqual([flag, rejected])
    expect(withRuling([rejected], ruling())).toEqual([ruling()])
  })
  it('chooses among the claims that are left, where others are rejected', () => {
    const [choice] = decisionsOf([ruling(), ruling({ action: 'reject_claim', claim: 'c_2' })]) as [Decision]
    expect(choice).toMatchObject({ choose: 'c_1', evidence: evidenceHash(['c_1']), expect: {} })
  })
  it('knows an observation of more claims than a page holds by the hash alone', () => {
    const [choice] = decisionsOf([ruling({ seen: null })])
    expect(choice).toEqual(decisionsOf([ruling()])[0])
  })
  it('is no line where its observation goes with its last claim', () => {
    const all = [ruling({ action: 'reject_claim' }), ruling({ action: 'reject_claim', claim: 'c_2' })]
    expect(decisionsOf([ruling({ action: 'flag', flag: 'a' }), ...all])).toHaveLength(2)
  })
})

describe('rulings are kept', () => {
  const storage = (): Parameters<typeof keepOf>[0] => {
    const values = new Map<string, string>()
    const store = {
      getItem: (key: string) => values.get(key) ?? null,
      setItem: (key: string, text: string) => void values.set(key, text),
      removeItem: (key: string) => void values.delete(key),
    }
    return () => store
  }
  it('from page to page, for each dataset apart', () => {
    const store = storage()
    keepOf(store, '/a/', check).write([ruling()])
    expect(keepOf(store, '/a/', check).read()).toEqual([ruling()])
    expect(keepOf(store, '/b/', check).read()).toEqual([])
    keepOf(store, '/a/', check).write([])
    expect(keepOf(store, '/a/', check).read()).toEqual([])
  })
  it.each([
    '{',
    '3',
    '[null, 1]',
    JSON.stringify([{ ...ruling(), reason: '' }]),
    JSON.stringify([{ ...ruling(), seen: 1 }]),
  ])('and what is none is left out: %s', (text) => {
    const store = storage()
    store().setItem('provenum rulings /a/', text)
    expect(keepOf(store, '/a/', check).read()).toEqual([])
  })
  it('as long as the page where the browser refuses', () => {
    const keep = keepOf(
      () => {
        throw new Error('denied')
      },
      '/a/',
      check,
    )
    keep.write([ruling()])
    expect([keep.isLasting, keep.read()]).toEqual([false, [ruling()]])
  })
})
