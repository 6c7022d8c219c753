import { beforeAll, describe, expect, test } from 'vitest'
import { extractDocument, run } from '../../pipeline/index.ts'
import type { Claim } from '../../schemas/claim.ts'

const openIn = (claims: readonly Claim[], exact: string): Claim => {
  const found = claims.find(({ selector }) => selector.exact.replace(/\s+/gu, ' ') === exact)
  if (found === undefined) throw new Error(`${exact} is no claim`)
  return found
}

/** Outcome of each test under each reading: "F1 pass". */
const outcomes = ({ readings }: Claim): Record<string, string[]> =>
  Object.fromEntries(readings.map(({ name, tests }) => [name, tests.map(({ test, outcome }) => `${test} ${outcome}`)]))

const saidBy = (claim: Claim, name: string, wanted: string): string =>
  claim.readings.find((reading) => reading.name === name)!.tests.find(({ test }) => test === wanted)!.text

describe('the numerals of the seeds with one separator', () => {
  let claims: readonly Claim[]
  beforeAll(async () => {
    claims = (await run({ inputs: ['seeds'] })).dataset.claims
  })
  test('keep both readings with all seven tests, one of them chosen', () => {
    const open = claims.filter(({ readings }) => readings.length > 0)
    expect(open.length).toBeGreaterThan(20)
    for (const { readings, value } of open) {
      expect(readings.map(({ name }) => name).sort()).toEqual(['decimal', 'thousands'])
      expect(readings.filter(({ chosen }) => chosen).map((each) => each.value)).toEqual([value])
      for (const { tests } of readings) {
        expect(tests.map(({ test: name }) => name)).toEqual(['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7'])
        for (const { text } of tests) expect(text).not.toBe('')
      }
    }
  })
  test.each([
    ['11,238 million', '11238000', 'thousands', 'F3 fail'],
    ['9,676 million', '9676000', 'thousands', 'F3 fail'],
    ['9,676 million', '9676000', 'decimal', 'F5 pass'],
    ['9,676 million', '9676000', 'thousands', 'F6 pass'],
    ['4,322 billion VND', '4322000000000', 'decimal', 'F5 fail'],
    ['7,595 billion VND', '7595000000000', 'decimal', 'F5 fail'],
    ['1,111 billion VND', '1111000000000', 'decimal', 'F5 fail'],
    ['395,472 billion VND', '395472000000000', 'decimal', 'F5 fail'],
    ['339,115 billion VND', '339115000000000', 'decimal', 'F5 fail'],
    ['118.721 million', '118721000', 'thousands', 'F6 fail'],
    ['16.547 million', '16547000', 'thousands', 'F3 fail'],
    ['88.837 million', '88837000', 'thousands', 'F3 fail'],
    ['626,397', '626397', 'decimal', 'F2 fail'],
  ])('%s is %s: %s %s', (exact, value, reading, outcome) => {
    const claim = openIn(claims, exact)
    expect(claim.value).toBe(value)
    expect(outcomes(claim)[reading]).toContain(outcome)
  })
  test.each([
    ['4,322 billion VND', /384\.\d+–384\.\d+ VND each, outside/u],
    ['1,111 billion VND', /694\d\.\d+–695\d\.\d+ VND each, outside/u],
  ])('%s: the amount for each person would be too small', (exact, words) => {
    expect(saidBy(openIn(claims, exact), 'decimal', 'F5')).toMatch(words)
  })
  test('the amount for each person stands in the words of the test', () => {
    expect(saidBy(openIn(claims, '7,595 billion VND'), 'decimal', 'F5')).toMatch(/784\.\d+–785\.\d+ VND each, outside/u)
  })
})

const claimsOf = async (text: string): Promise<readonly Claim[]> => (await extractDocument(text)).claims

describe('other figures of the text', () => {
  test('F5: a reading that no relation takes up any more is no better than one outside a usual ratio', async () => {
    const claims = await claimsOf(
      'Gia Lai sau sáp nhập\n\nCập nhật 03/11/2025\n\nBHXH tỉnh cho hay đến hết tháng 10/2025, toàn tỉnh có 262.740 người tham gia BHXH bắt buộc, 48.310 người tham gia BHXH tự nguyện.\n\n10 tháng, số thu đạt 7.842 tỷ đồng, tăng 11,8% so với cùng kỳ năm trước. Số chi là 11.365 tỷ đồng, trong đó chi lương hưu, trợ cấp BHXH 6.120 tỷ đồng, chi KCB BHYT 4.590 tỷ đồng.',
    )
    expect(openIn(claims, '11.365 tỷ đồng').value).toBe('11365000000000')
    expect(outcomes(openIn(claims, '11.365 tỷ đồng')).thousands).not.toContain('F5 fail')
  })
  test('F3: "17,402 million participants, an increase of 1,241 million (7.7%)": growth holds both ways, the bound decides', async () => {
    const claims = await claimsOf(
      'Viet Nam had 17,402 million participants in social insurance in 2022, an increase of 1,241 million people (7.7%) on 2021.',
    )
    expect(openIn(claims, '17,402 million').value).toBe('17402000')
    expect(outcomes(openIn(claims, '17,402 million')).thousands).toContain('F3 fail')
    expect(openIn(claims, '1,241 million').value).toBe('1241000')
  })
  test('F7 in English: another notation of the same series, a thousand times apart', async () => {
    const claims = await claimsOf(
      'Total revenue of social insurance in Vietnam was 395.472 trillion VND in 2021. Total revenue of social insurance in Vietnam was 370,5 trillion VND in 2020, of 12,5% and 11,25% more.',
    )
    const claim = openIn(claims, '395.472 trillion VND')
    expect(outcomes(claim).thousands).toContain('F6 pass')
    expect(outcomes(claim).thousands).toContain('F7 fail')
    expect(claim.value).toBe('395472000000000')
  })
  test('F7 in Vietnamese', async () => {
    const claims = await claimsOf(
      'Cả nước thu bảo hiểm xã hội 395,472 nghìn tỷ đồng năm 2021. Năm 2020, cả nước thu bảo hiểm xã hội 370.5 nghìn tỷ đồng, tăng 12.5% và 11.25%.',
    )
    const claim = openIn(claims, '395,472 nghìn tỷ đồng')
    expect(claim.value).toBe('395472000000000')
    expect(outcomes(claim).decimal).toContain('F7 pass')
  })
  test('F6: nothing tells, so the language does, and says that it rests on that alone', async () => {
    const english = openIn(await claimsOf('Arrears came to 1,234 billion VND.'), '1,234 billion VND')
    expect([english.value, english.flags]).toEqual(['1234000000000', ['format_by_profile']])
    const vietnamese = openIn(
      await claimsOf('Số nợ đọng bảo hiểm xã hội của cả nước là 1,234 tỷ đồng.'),
      '1,234 tỷ đồng',
    )
    expect([vietnamese.value, vietnamese.flags]).toEqual(['1234000000', ['format_by_profile']])
  })
  test('no reading is possible: no value rather than a guess', async () => {
    const claim = openIn(await claimsOf('In Vietnam 987,654 million people have health insurance.'), '987,654 million')
    expect(claim.value).toBeNull()
    expect(claim.flags).toContain('format_impossible')
    expect(claim.steps.map(({ op }) => op)).toEqual(['quote'])
  })
  test('"11.238.000" and "11 238 000" have one reading and keep none', async () => {
    const claims = await claimsOf('Vietnam has 11.238.000 employees here and 11 238 000 people there.')
    expect(claims.map(({ value, readings }) => [value, readings])).toEqual([
      ['11238000', []],
      ['11238000', []],
    ])
  })
})
