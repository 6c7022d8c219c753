import { describe, expect, test } from 'vitest'
import { DecisionError } from '../../pipeline/reconcile/decision-error.ts'
import { draftChoice } from '../../pipeline/reconcile/draft-decision.ts'
import type { Reconciliation } from '../../pipeline/reconcile/reconcile.ts'
import type { Claim, ClaimRow } from '../../schemas/claim.ts'
import { Decision } from '../../schemas/decision.ts'
import { observationOf, percent, reconciled } from './sample.ts'

const quoted = (digits: string, prefix: string): Claim => {
  const each = percent(digits)
  return { ...each, selector: { ...each.selector, prefix, suffix: ' of the working' } }
}
const two = (): { high: Claim; low: Claim; documents: Record<string, Claim[]> } => {
  const [high, low] = [quoted('2.96', '28.9%), reaching '), quoted('2.94', 'in 2020, reaching ')]
  return { high, low, documents: { a: [high], b: [low] } }
}
const rows = (found: Reconciliation, documents: Record<string, readonly Claim[]>): ClaimRow[] =>
  Object.entries(documents).flatMap(([document, claims]) =>
    claims.map((claim) => ({ ...claim, document, ...found.placements.get(claim.id)!, page: '' })),
  )
const ruler = { id: 'd_001', reason: 'The report of 10 January gives 2.96.', by: 'reviewer', on: '2026-11-22' }
const chooseLow = (): { decision: Decision; low: Claim; high: Claim; documents: Record<string, Claim[]> } => {
  const { high, low, documents } = two()
  const found = reconciled(documents)
  const decision = draftChoice(observationOf(found, low), low.id, rows(found, documents), ruler)
  return { decision, low, high, documents }
}
const problemsOf = (run: () => unknown): readonly string[] => {
  try {
    run()
  } catch (error) {
    if (error instanceof DecisionError) return error.problems
    throw error
  }
  return []
}

describe('choose', () => {
  test('a drafted line is valid, and rules', () => {
    const { decision, low, documents } = chooseLow()
    expect(Decision.parse(JSON.parse(JSON.stringify(decision)))).toEqual(decision)
    const row = observationOf(reconciled(documents, {}, [decision]), low)
    expect(row).toMatchObject({
      value: '2.94',
      decided_by: 'R0',
      decision_id: 'd_001',
      grade: 'C',
      flags: ['conflict'],
    })
    expect(row.explanation).toContain('a reviewer chose it (d_001)'.replace(/^a/u, 'A'))
  })
  test('a claim of another observation cannot be drafted', () => {
    const { high, documents } = two()
    const found = reconciled(documents)
    expect(() => draftChoice(observationOf(found, high), 'c_none', rows(found, documents), ruler)).toThrow(
      'c_none is no claim of',
    )
  })
  test('it survives another run, and goes stale on new evidence, though it still rules', () => {
    const { decision, low, documents } = chooseLow()
    const again = reconciled({ b: documents.b!, a: documents.a! }, {}, [decision])
    expect(observationOf(again, low)).toMatchObject({ value: '2.94', flags: ['conflict'] })
    const more = reconciled({ ...documents, c: [percent('2.96')] }, {}, [decision])
    expect(observationOf(more, low)).toMatchObject({
      value: '2.94',
      decided_by: 'R0',
      flags: ['conflict', 'decision_stale'],
    })
  })
  test('a file that was edited keeps its ruling by the words of the claim', () => {
    const { decision, low, high } = chooseLow()
    const moved = {
      ...low,
      id: 'c_moved',
      selector: { ...low.selector, start: low.selector.start + 1, end: low.selector.end + 1 },
    }
    const found = reconciled({ a: [high], b: [moved] }, {}, [decision])
    expect(observationOf(found, moved)).toMatchObject({
      value: '2.94',
      decided_by: 'R0',
      flags: ['conflict', 'decision_stale'],
    })
  })
  test('words that stand twice are no anchor', () => {
    const { decision, low, high } = chooseLow()
    const copies = ['c_one', 'c_two'].map((id) => ({ ...low, id }))
    expect(problemsOf(() => reconciled({ a: [high], b: copies }, {}, [decision]))).toEqual([
      'd_001 2 claims read "in 2020, reaching 2.94 of the working"; give more of the words around it',
    ])
  })
  test('nor are they where another text has them, but the ruling names its text', () => {
    const { decision, low, high } = chooseLow()
    const [moved, copied] = ['c_moved', 'c_copied'].map((id) => ({ ...low, id })) as [Claim, Claim]
    const found = reconciled({ a: [high], b: [moved], c: [copied] }, {}, [decision])
    expect(observationOf(found, moved)).toMatchObject({ value: '2.94', decided_by: 'R0' })
    const { document: _, ...quote } = (decision as Extract<Decision, { action: 'choose' }>).quote
    const unnamed = { ...decision, quote } as Decision
    expect(problemsOf(() => reconciled({ a: [high], b: [moved], c: [copied] }, {}, [unnamed]))[0]).toContain('2 claims')
  })
  test('a ruling whose claim is gone stops the run, and says what to do', () => {
    const { decision, high } = chooseLow()
    const [problem] = problemsOf(() => reconciled({ a: [high], b: [percent('2.95')] }, {}, [decision]))
    expect(problem).toMatch(
      /^d_001 claim c_\d+ is gone, and no text reads "in 2020, reaching 2\.94 of the working"; rule again or take the line out$/u,
    )
  })
  test('a ruling whose observation is gone stops the run', () => {
    const { decision } = chooseLow()
    const [problem] = problemsOf(() => reconciled({ a: [percent('2.96', { period: '2022' })] }, {}, [decision]))
    expect(problem).toContain('which is no observation any more')
  })
  test('a guard that does not hold stops the run: the source was corrected', () => {
    const { decision, low, documents } = chooseLow()
    const corrected = { ...documents, a: [quoted('2.97', '28.9%), reaching ')] }
    expect(problemsOf(() => reconciled(corrected, {}, [decision]))).toEqual([
      'd_001 expects the values 2.94, 2.96, but the texts give 2.94, 2.97; rule again on what they give',
    ])
    expect(low.value).toBe('2.94')
  })
  test('two rulings on one key, or one id twice, stop the run', () => {
    const { decision, documents } = chooseLow()
    expect(problemsOf(() => reconciled(documents, {}, [decision, { ...decision, id: 'd_002' }]))[0]).toContain(
      'on which d_001 rules too',
    )
    expect(problemsOf(() => reconciled(documents, {}, [decision, decision]))[0]).toContain('d_001 stands 2 times')
  })
})

describe('other rulings', () => {
  const common = { reason: 'Seen.', by: 'reviewer', on: '2026-11-22', evidence: '0'.repeat(64), expect: {} }
  test('a rejected claim stays, without a key and marked; its rival stands alone', () => {
    const { high, low, documents } = two()
    const found = reconciled(documents, {}, [
      { ...common, id: 'd_1', action: 'reject_claim', claim: low.id, quote: { prefix: '', exact: '2.94', suffix: '' } },
    ])
    expect(found.placements.get(low.id)).toMatchObject({ observation_id: null, e_low: '2.935', flags: ['rejected'] })
    expect(observationOf(found, high)).toMatchObject({ value: '2.96', n_claims: 1, decided_by: null })
  })
  test('a flag is shown', () => {
    const { high, documents } = two()
    const key = observationOf(reconciled(documents), high).id
    const found = reconciled(documents, {}, [{ ...common, id: 'd_1', action: 'flag', key, flag: 'ask_the_agency' }])
    expect(observationOf(found, high).flags).toEqual(['ask_the_agency', 'conflict'])
  })
  test('claims that are of different things are split, and of one thing joined', () => {
    const { high, low, documents } = two()
    const key = observationOf(reconciled(documents), high).id
    const split = reconciled(documents, {}, [
      {
        ...common,
        id: 'd_1',
        action: 'not_same_key',
        key,
        split: low.id,
        quote: { prefix: '', exact: '2.94', suffix: '' },
      },
    ])
    expect(observationOf(split, high)).toMatchObject({ value: '2.96', n_claims: 1 })
    expect(observationOf(split, low)).toMatchObject({ value: '2.94', n_claims: 1, flags: ['split'] })
    const apart = { a: [high], b: [{ ...low, of: 'adults' }] }
    const ids = [high, low].map((claim) => observationOf(reconciled(apart), claim).id)
    const joined = reconciled(apart, {}, [{ ...common, id: 'd_1', action: 'same_key', keys: ids }])
    expect(observationOf(joined, low)).toMatchObject({ id: ids[0], n_claims: 2 })
  })
  test('rulings that go in a circle contradict each other', () => {
    const { high, low } = two()
    const apart = { a: [high], b: [{ ...low, of: 'adults' }] }
    const ids = [high, low].map((claim) => observationOf(reconciled(apart), claim).id)
    const problems = problemsOf(() =>
      reconciled(apart, {}, [
        { ...common, id: 'd_1', action: 'same_key', keys: ids },
        {
          ...common,
          id: 'd_2',
          action: 'not_same_key',
          key: ids[0]!,
          split: low.id,
          quote: { prefix: '', exact: '2.94', suffix: '' },
        },
      ]),
    )
    expect(problems).toEqual([`d_2 takes a claim from ${ids[0]} that d_1 put there; take out one of the two`])
    const circle = reconciled(apart, {}, [
      { ...common, id: 'd_1', action: 'same_key', keys: ids },
      { ...common, id: 'd_2', action: 'same_key', keys: [...ids].reverse() },
    ])
    expect(circle.observations).toHaveLength(1)
  })
})

test('rulings on a decided key show how often the rules were right; few are not yet a measure', () => {
  const { decision, documents } = chooseLow()
  const found = reconciled(documents, {}, [decision])
  expect(found.calibration.find(({ subject }) => subject === 'rule:R5')).toMatchObject({
    n: 0,
    text: 'not yet measured (0 of 50 known cases)',
  })
})

test('a ruling that no longer fits is named with the file and the line it stands in', () => {
  const error = new DecisionError(['d_1 claim c_1 is gone; rule again', 'd_2 claim c_2 is gone; rule again'])
  expect(error.at(new Map([['d_1', 'seeds/decisions.jsonl:3']])).message).toBe(
    'seeds/decisions.jsonl:3: d_1 claim c_1 is gone; rule again\ndecisions.jsonl: d_2 claim c_2 is gone; rule again',
  )
})
