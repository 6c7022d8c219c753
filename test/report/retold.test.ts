import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { loadCatalog } from '../../catalog/load.ts'
import { packageRoot } from '../../catalog/package-root.ts'
import { unfill } from '../../pipeline/report/phrase.ts'
import { wordsOf } from '../../pipeline/report/words.ts'
import type { ClaimRow } from '../../schemas/claim.ts'
import type { Calibration } from '../../schemas/observation.ts'

const catalog = await loadCatalog()
const [english, vietnamese] = [wordsOf(catalog, 'en'), wordsOf(catalog, 'vi')]
const table = <Row>(name: string): Row[] => JSON.parse(readFileSync(join(packageRoot(), 'output', name), 'utf8'))

it.each([
  ['{value} beside {quote}', '12500 beside 375 thousand', { value: '12500', quote: '375 thousand' }],
  ['{n} numeral for it|{n} numerals for it', '1 numeral for it', { n: '1' }],
  ['{n} numeral for it|{n} numerals for it', '14 numerals for it', { n: '14' }],
  ['({n} of {most})', '(3 of 50)', { n: '3', most: '50' }],
  ['({n} of {most})', '( of 50)', null],
  ['{value} beside {quote}', 'beside', null],
  ['a', 'ab', null],
])('%s is read out of %s', (phrase, text, values) => {
  expect(unfill(phrase, text)).toEqual(values)
})

it('says the sentences of the tables in Vietnamese, their figures and names too', () => {
  expect(vietnamese.retold('11238000000 against the population of VN, 105000000')).toEqual({
    lang: 'vi',
    text: '11.238.000.000 so với dân số Việt Nam, 105.000.000',
  })
  expect(vietnamese.retold('paper dated 2021 (stock_year_end)').text).toBe(
    'paper ghi 2021 (số tồn của một năm là của ngày cuối năm)',
  )
  expect(vietnamese.retold('no sentence of ours')).toEqual({ lang: 'en', text: 'no sentence of ours' })
  expect(english.retold('14 numerals of the text for it, 0 against').text).toBe(
    '14 numerals of the text for it, 0 against',
  )
})

it('has words for every sentence that the dataset of the seeds holds, but for reckonings', () => {
  const tests = table<ClaimRow>('claims.json')
    .flatMap(({ readings }) => readings)
    .flatMap((reading) => reading.tests)
    .filter(({ test, outcome }) => outcome !== 'n/a' && test !== 'F2' && test !== 'F5')
  const sentences = [...tests, ...table<Calibration>('calibration.json')].map(({ text }) => text)
  expect(sentences.length).toBeGreaterThan(50)
  expect(sentences.filter((text) => vietnamese.retold(text).lang !== 'vi')).toEqual([])
})

it('tells every rule in Vietnamese too', () => {
  const method = join(packageRoot(), 'docs', 'method')
  const told: object = parse(readFileSync(join(method, 'rules.vi.yaml'), 'utf8'))
  const rules: object = JSON.parse(readFileSync(join(method, 'rules.json'), 'utf8'))
  expect(Object.keys(told).sort()).toEqual(Object.keys(rules).sort())
})
