import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commandLine } from '../../../pipeline/command-line.ts'
import { localStages } from '../../../pipeline/local-stages.ts'
import { readTable } from '../../../pipeline/write/read-table.ts'
import type { ClaimRow } from '../../../schemas/claim.ts'
import { Decision } from '../../../schemas/decision.ts'
import { recorder } from '../doubles.ts'

const folder = mkdtempSync(join(tmpdir(), 'dataset-commands-'))
const [articles, dataset] = [join(folder, 'articles'), join(folder, 'dataset')]
let claims: readonly ClaimRow[]

const run = async (...argv: string[]): Promise<{ code: number; out: string; error: string }> => {
  const io = recorder(localStages)
  const code = await commandLine(argv, io)
  return { code, out: io.outText(), error: io.errorText() }
}
const extract = () => run('extract', articles, '--out', dataset, '--cache', join(folder, 'cache'), '--quiet')
const claim = (document: string, exact: string): ClaimRow =>
  claims.find((row) => row.document === document && row.selector.exact === exact)!

beforeAll(async () => {
  mkdirSync(articles)
  const said = 'By the end of 2021, health insurance coverage in Viet Nam reached'
  writeFileSync(join(articles, 'one.txt'), `Vietnam Social Security reports\n\n${said} 91.05% of the population.\n`)
  writeFileSync(
    join(articles, 'two.txt'),
    `A newspaper writes\n\n${said} 91.01% of the population. Total revenue of social insurance in 2021 was 100,000,000,000,000,001 VND.\n`,
  )
  expect((await extract()).code).toBe(0)
  claims = await readTable(dataset, 'claims')
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('explain', () => {
  test('a claim: its file, its characters, its interval, its observation and its pairs', async () => {
    const { code, out } = await run('explain', claim('one', '91.05%').id, '--dataset', dataset)
    expect(code).toBe(0)
    for (const part of [
      'one.txt, sha256 ',
      'means [91.045, 91.055], counted in steps of 0.01',
      'unresolved between',
      'conflict: two, line 3',
      'of: population',
    ])
      expect(out).toContain(part)
  })
  test('an observation: its key, its verdict and its claims', async () => {
    const { out } = await run('explain', claim('one', '91.05%').observation_id!, '--dataset', dataset)
    expect(out).toContain(
      'health_insurance.coverage | level | outcome | VN | population | percent | - | 2021-12-31 | -',
    )
    expect(out).toContain('values on offer: 91.01, 91.05')
  })
  test('the same as one record', async () => {
    const { out } = await run('explain', claim('two', '91.01%').id, '--dataset', dataset, '--json')
    expect(JSON.parse(out)).toMatchObject({ id: claim('two', '91.01%').id })
  })
  test('an id that is not there, and a folder that is none', async () => {
    expect(await run('explain', 'c_none', '--dataset', dataset)).toMatchObject({
      code: 2,
      error: expect.stringContaining('"c_none" is no id; those of claims are c_ and twelve of 0-9'),
    })
    expect(await run('explain', 'c_none', '--dataset', join(folder, 'none'))).toMatchObject({
      code: 1,
      error: expect.stringContaining('name the folder of a dataset with --dataset'),
    })
  })
})

describe('an id half typed', () => {
  test('stands for the one that begins so', async () => {
    const { id } = claim('one', '91.05%')
    const { code, out } = await run('explain', id.slice(0, 9), '--dataset', dataset)
    expect([code, out.slice(0, id.length)]).toEqual([0, id])
  })
  test('that begins several, or none, is told as such', async () => {
    const several = await run('explain', 'c_', '--dataset', dataset)
    expect(several).toMatchObject({ code: 2, error: expect.stringContaining('"c_" is no id') })
    const first = claims[0]!.id.slice(0, 3)
    const digits = claims.map(({ id }) => id[2]!)
    const twice = digits.find((digit, at) => digits.indexOf(digit) !== at)
    if (twice !== undefined)
      expect(await run('explain', `c_${twice}`, '--dataset', dataset)).toMatchObject({
        code: 2,
        error: expect.stringMatching(/begins \d+ ids of .*: c_[0-9a-f]+, c_/u),
      })
    const none = await run('explain', `${first}zz`, '--dataset', dataset)
    expect(none).toMatchObject({ code: 2, error: expect.stringContaining('is no id') })
    const unknown = await run('explain', 'o_ffffffffffff', '--dataset', dataset)
    expect(unknown).toMatchObject({ code: 2, error: expect.stringContaining('o_ffffffffffff is no id in claims.csv') })
  })
})

describe('compare', () => {
  test('a claim with itself, or with an observation, is told what to give', async () => {
    const { id, observation_id: home } = claim('one', '91.05%')
    expect(await run('compare', id, id.slice(0, 9), '--dataset', dataset)).toMatchObject({
      code: 2,
      error: expect.stringContaining(`${id} is given twice; name two claims.`),
    })
    expect(await run('compare', id, home!, '--dataset', dataset)).toMatchObject({
      code: 2,
      error: expect.stringContaining(`${home} is an observation; give two claims. It has c_`),
    })
  })
  test('two rivals', async () => {
    const { code, out } = await run(
      'compare',
      claim('one', '91.05%').id,
      claim('two', '91.01%').id,
      '--dataset',
      dataset,
    )
    expect(code).toBe(0)
    expect(out).toMatch(/^conflict\n/u)
    expect(out).toContain('difference in units of the coarser last digit: 4')
  })
  test('look-alikes name the first part of the key that differs', async () => {
    const money = claims.find(({ kind }) => kind === 'money')!
    const { out } = await run('compare', claim('one', '91.05%').id, money.id, '--dataset', dataset, '--json')
    expect(JSON.parse(out)).toMatchObject({ relation: 'not_comparable', comparability: 'none' })
    expect(JSON.parse(out).reason).toBe('indicator')
    const said = await run('compare', claim('one', '91.05%').id, money.id, '--dataset', dataset)
    expect(said.out).toMatch(/^not_comparable, indicator\n/u)
    expect(said.out).toContain('  indicator: health_insurance.coverage and ')
  })
  test('an id that is not there', async () => {
    expect((await run('compare', 'c_none', claim('two', '91.01%').id, '--dataset', dataset)).code).toBe(2)
  })
})

describe('decide', () => {
  test('prints a line that the next run obeys', async () => {
    const chosen = claim('two', '91.01%')
    const ruling = [
      'decide',
      chosen.observation_id!,
      '--choose',
      chosen.id,
      '--reason',
      'Seen.',
      '--by',
      'reviewer',
      '--on',
      '2026-11-22',
      '--dataset',
      dataset,
    ]
    const { code, out } = await run(...ruling)
    expect(code).toBe(0)
    expect(Decision.parse(JSON.parse(out))).toMatchObject({ choose: chosen.id, on: '2026-11-22' })
    const file = join(articles, 'decisions.jsonl')
    expect((await run(...ruling, '--to', file)).error).toContain('added to')
    expect(readFileSync(file, 'utf8')).toBe(out)
    expect((await extract()).code).toBe(0)
    const observations = await readTable(dataset, 'observations')
    expect(observations.find(({ id }) => id === chosen.observation_id)).toMatchObject({
      value: '91.01',
      decided_by: 'R0',
    })
    rmSync(file)
  })
  test('a claim of another observation is refused, with those that can be chosen', async () => {
    const wrong = await run(
      'decide',
      claim('one', '91.05%').observation_id!,
      '--choose',
      'c_none',
      '--reason',
      'x',
      '--by',
      'y',
      '--dataset',
      dataset,
    )
    expect(wrong).toMatchObject({ code: 2, error: expect.stringContaining('choose one of c_') })
    expect(
      (await run('decide', 'o_none', '--choose', 'c_none', '--reason', 'x', '--by', 'y', '--dataset', dataset)).code,
    ).toBe(2)
  })
})

describe('decide, called wrongly', () => {
  test('with a claim for the observation: the whole call that is meant', async () => {
    const { id, observation_id: home } = claim('one', '91.05%')
    const { code, error } = await run('decide', id, '--choose', id, '--reason', 'x', '--by', 'y', '--dataset', dataset)
    expect([code, error]).toEqual([2, expect.stringContaining(`decide ${home} --choose ${id}`)])
  })
  test('where there is one value: the line, and that it changes nothing yet', async () => {
    const { id, observation_id: home } = claims.find(({ kind }) => kind === 'money')!
    const { code, out, error } = await run(
      ...['decide', home!.slice(0, 9), '--choose', id.slice(0, 9), '--reason', 'x', '--by', 'y', '--dataset', dataset],
    )
    expect([code, error]).toEqual([0, expect.stringContaining('has one value; the ruling changes nothing')])
    expect(JSON.parse(out)).toMatchObject({ key: home, choose: id })
  })
  const ruling = (more: Partial<Record<'reason' | 'by' | 'on' | 'to', string>>): string[] => {
    const chosen = claim('two', '91.01%')
    const options = { reason: 'Seen.', by: 'reviewer', on: '2026-11-22', ...more }
    return [
      ...['decide', chosen.observation_id!, '--choose', chosen.id, '--dataset', dataset],
      ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
    ]
  }
  test.each([
    [{ reason: ' ' }, '--reason says nothing'],
    [{ by: '' }, '--by names nobody'],
    [{ on: '2026-13-40' }, '--on 2026-13-40 is no day; write it as 2026-11-22'],
  ])('%o: says what is wrong', async (more, message) => {
    expect(await run(...ruling(more))).toMatchObject({ code: 2, out: '', error: expect.stringContaining(message) })
  })
  test('a file that cannot be written is named, with the reason', async () => {
    const { code, error } = await run(...ruling({ to: join(folder, 'nowhere', 'decisions.jsonl') }))
    expect(code).toBe(1)
    expect(error).toMatch(/cannot write .*nowhere.*no such file or folder \(ENOENT\)/u)
  })
  test('a second ruling on one observation is refused, and a line that has no end is not run into', async () => {
    const file = join(folder, 'rulings.jsonl')
    writeFileSync(file, '{"id":"d_0","action":"flag","key":"o_1"}')
    expect((await run(...ruling({ to: file }))).code).toBe(0)
    const lines = readFileSync(file, 'utf8').trim().split('\n')
    expect(lines.map((line) => (JSON.parse(line) as Decision).action)).toEqual(['flag', 'choose'])
    const again = await run(...ruling({ to: file, reason: 'Another.' }))
    expect(again).toMatchObject({ code: 2, error: expect.stringMatching(/rules on o_\w+ already \(d_\w+\)/u) })
    expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(2)
  })
})

test('the rulings that the documentation shows are rulings, one of each kind', () => {
  const page = readFileSync(new URL('../../../docs/method/reconciliation.md', import.meta.url), 'utf8')
  const lines = /```jsonl\n(?<lines>[^`]*)```/u.exec(page)!.groups!.lines!.trim().split('\n')
  expect(lines.map((line) => Decision.parse(JSON.parse(line)).action)).toEqual(
    Decision.options.map(({ shape }) => shape.action.value),
  )
})

test('a table that is read has every digit that was written', () => {
  expect(claims.find(({ kind }) => kind === 'money')?.value).toBe('100000000000000001')
})
