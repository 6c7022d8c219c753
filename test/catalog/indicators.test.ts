import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compile } from '../../catalog/compile.ts'
import type { Hit } from '../../catalog/lexicon.ts'
import { loadCatalog } from '../../catalog/load.ts'
import { words } from '../../catalog/words.ts'

const catalog = await loadCatalog()
const { indicators, denominators } = catalog
const languages = compile(catalog).languages
const gold = join(import.meta.dirname, '../gold')

const termsIn = (language: string, text: string): Set<string> =>
  new Set(
    languages
      .get(language)!
      .lexicon.find(words(text))
      .filter((hit: Hit) => hit.category === 'term')
      .map((hit: Hit) => hit.value),
  )

test('the indicators are those of the guidelines', () => {
  const list = readFileSync(join(gold, 'GUIDELINES.md'), 'utf8')
    .split('## Indicators')[1]!
    .replace(/\([^)]*\)/gu, '')
  const wanted = [...list.matchAll(/[a-z_]+\.[a-z_]+|contribution_rate/gu)].map(([id]) => id)
  expect([...indicators.keys()].sort()).toEqual(wanted.sort())
})

test('every indicator has its label and definition in both languages', () => {
  for (const { id, label, definition } of indicators.values()) {
    for (const language of ['en', 'vi']) {
      expect(label[language], `${id} label ${language}`).toBeTruthy()
      expect(definition[language], `${id} definition ${language}`).toMatch(/\.$/u)
    }
  }
})

test('a share is in percent of a whole, and between 0 and 100', () => {
  for (const { id, unit, nature, of, bounds } of indicators.values()) {
    expect(nature === 'share' || nature === 'index' || nature === 'rate', id).toBe(unit === 'percent')
    if (nature === 'share') expect(of, id).not.toBeNull()
    if (unit === 'percent') expect(bounds, id).toEqual({ min: '0', max: '100' })
  }
})

test('stocks and flows are those that the method of reconciling rests on', () => {
  const nature = (id: string): string | undefined => indicators.get(id)?.nature
  for (const id of ['social_insurance.participants', 'insurance.debt', 'vssid.users', 'health_insurance.expired_cards'])
    expect(nature(id), id).toBe('stock')
  for (const id of [
    'insurance.revenue',
    'health_insurance.visits',
    'short_term_benefit.turns',
    'support.employees',
    'customer_care.calls',
  ])
    expect(nature(id), id).toBe('flow')
})

test('indicators that one text splits are partitioned', () => {
  const split = [...indicators.values()].filter(({ partitioned }) => partitioned).map(({ id }) => id)
  expect(split.sort()).toEqual([
    'communication.events',
    'contribution_rate',
    'health_insurance.expired_cards',
    'support.amount',
    'support.employees',
    'support.employers',
  ])
})

test('more people with health insurance than the country has are visits', () => {
  const { bounds, exceeds } = indicators.get('health_insurance.participants')!
  expect(bounds.max).toBe('population')
  expect(exceeds).toEqual({ indicator: 'health_insurance.visits', unit: 'visit' })
})

/** A core claim of the gold with the text around it: its paragraph, the title, and the paragraphs before that may lead it. */
const claims = (folder: string, texts: string): { name: string; indicator: string; around: string }[] =>
  readdirSync(join(gold, folder)).flatMap((file) => {
    const name = file.replace('.jsonl', '')
    const text = readFileSync(join(gold, texts, `${name}.txt`), 'utf8')
    let cursor = 0
    return readFileSync(join(gold, folder, file), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .flatMap((line) => {
        const { before, exact, importance, indicator } = JSON.parse(line) as Record<string, string | null>
        const needle = `${before}${exact}`
        const next = text.indexOf(needle, cursor)
        const at = next < 0 ? text.indexOf(needle) : next
        expect(at, needle).toBeGreaterThanOrEqual(0)
        cursor = at + 1
        if (importance !== 'core' || indicator == null) return []
        const paragraphs = text.slice(0, at + needle.length).split('\n')
        const end = text.indexOf('\n', at + needle.length)
        const around = [
          text.split('\n')[0]!,
          ...paragraphs.slice(-5),
          text.slice(at + needle.length, end < 0 ? undefined : end),
        ].join('\n')
        return [{ name: `${name}: ${exact}`, indicator, around }]
      })
  })

/** Indicators whose cues may stand for one: its own, and those that the catalog turns into it where they break a bound. */
const sayers = (id: string): string[] => [
  id,
  ...[...indicators.values()].filter(({ exceeds }) => exceeds?.indicator === id).map((each) => each.id),
]

test('every cue of the indicator of every core claim of the seeds is said around it', () => {
  const found = claims('seeds', '../../seeds')
  expect(found.length).toBeGreaterThan(120)
  const missing = found.flatMap(({ name, indicator, around }) => {
    const said = termsIn('en', around)
    const lacks = (id: string): string[][] =>
      indicators.get(id)!.cues.filter((any) => !any.some((term) => said.has(term)))
    return sayers(indicator).some((id) => lacks(id).length === 0)
      ? []
      : [`${name}: none of ${lacks(indicator).join(' / ')}`]
  })
  expect(missing).toEqual([])
})

test.each([
  ['en', 'EPFO added 18.53 lakh net members in August', 'social_insurance.participants'],
  ['en', 'Unpaid premiums of employers added up to P46.5 billion', 'insurance.debt'],
  ['en', 'PhilHealth members made 12 million hospital visits', 'health_insurance.visits'],
  ['en', 'Some 3.7 million people draw a monthly pension', 'pension.beneficiaries'],
  ['en', 'The contribution rate rises to 15 percent', 'contribution_rate'],
  ['en', 'over 900,000 turns of people enjoyed sickness and maternity benefits', 'short_term_benefit.turns'],
  ['en', '78 per cent of beneficiaries received pensions through bank accounts', 'cashless_payment.share'],
  ['en', 'the people participating in voluntary SI', 'voluntary_social_insurance.participants'],
  ['vi', 'Toàn tỉnh có 401.236 người tham gia BHXH', 'social_insurance.participants'],
  ['vi', 'số người tham gia bảo hiểm xã hội tự nguyện là 1,45 triệu', 'voluntary_social_insurance.participants'],
  ['vi', 'Tổng thu BHXH, BHYT, BHTN ước đạt 395.472 tỷ đồng', 'insurance.revenue'],
  ['vi', 'Số tiền chậm đóng là 12.560 tỷ đồng', 'insurance.debt'],
  ['vi', '125,96 triệu lượt người khám chữa bệnh BHYT', 'health_insurance.visits'],
  ['vi', '738 nghìn người hưởng trợ cấp thất nghiệp', 'unemployment_benefit.beneficiaries'],
  ['vi', 'Tỷ lệ bao phủ BHYT đạt 91,01% dân số', 'health_insurance.coverage'],
  ['vi', 'giải quyết 95.762 hồ sơ hưởng lương hưu và trợ cấp BHXH hằng tháng', 'pension.applications'],
  ['vi', 'gần 25 triệu tài khoản sử dụng ứng dụng VssID', 'vssid.users'],
  ['vi', 'tổ chức 72.000 hội nghị truyền thông', 'communication.events'],
])('%s: "%s" says the cues of %s', (language, text, id) => {
  const said = termsIn(language, text)
  for (const any of indicators.get(id)!.cues)
    expect(
      any.some((term) => said.has(term)),
      any.join(', '),
    ).toBe(true)
})

test.each([
  ['en', 'Vietnam Social Security held a conference', 'social_insurance'],
  ['en', 'the Law on Social Insurance', 'social_insurance'],
  ['en', 'people receiving social insurance benefits', 'social_insurance'],
  ['en', 'insurance companies sold life insurance', 'all_insurance'],
  ['en', 'per capita income', 'revenue'],
  ['vi', 'thu nhập bình quân', 'revenue'],
  ['vi', 'chi nhánh ngân hàng', 'expenditure'],
  ['vi', 'BHXH Việt Nam tổ chức hội nghị', 'social_insurance'],
  ['vi', 'hưởng BHXH một lần', 'social_insurance'],
])('%s: "%s" is no %s', (language, text, term) => {
  expect(termsIn(language, text).has(term)).toBe(false)
})

test.each([
  ['en', 'of the labor force in the age group', 'labour_force'],
  ['en', 'of the working-age workforce', 'labour_force'],
  ['en', 'of the working-age labor force', 'labour_force'],
  ['en', 'of the workforce in the age group', 'labour_force'],
  ['en', 'of labour force', 'labour_force'],
  ['en', 'of the working-age population', 'working_age_population'],
  ['en', 'of the total population', 'population'],
  ['en', 'of retired individuals', 'retired_people'],
  ['en', 'of the amount due', 'receivables'],
  ['en', 'of the plan', 'year_plan'],
  ['en', 'of the total number of voluntary social insurance participants', 'voluntary_social_insurance_participants'],
  ['en', 'of the work records', 'work_records'],
  ['vi', 'lực lượng lao động trong độ tuổi', 'labour_force'],
  ['vi', 'dân số', 'population'],
  ['vi', 'số phải thu', 'receivables'],
  ['vi', 'kế hoạch được giao', 'year_plan'],
  ['vi', 'tiền lương tháng', 'salary'],
])('%s: "%s" is a share of %s', (language, text, whole) => {
  const hits = languages
    .get(language)!
    .lexicon.find(words(text))
    .filter(({ category }) => category === 'of')
  expect([...new Set(hits.map(({ value }) => value))]).toEqual([whole])
})

test('the labour force and the population of working age are near, not the same', () => {
  expect(denominators.get('labour_force')?.near).toContain('working_age_population')
  expect(denominators.get('labour_force')?.same).not.toContain('working_age_population')
})

test('a phrase says one whole', () => {
  for (const language of ['en', 'vi']) {
    const seen = new Map<string, string>()
    for (const { id, terms } of denominators.values()) {
      for (const phrase of terms[language] ?? []) {
        expect(seen.get(phrase.toLowerCase()), `${language}: ${phrase} is ${id}`).toBeUndefined()
        seen.set(phrase.toLowerCase(), id)
      }
    }
  }
})
