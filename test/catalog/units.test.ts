import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compile } from '../../catalog/compile.ts'
import { loadCatalog } from '../../catalog/load.ts'
import { fold } from '../../catalog/words.ts'

const catalog = await loadCatalog()
const { units } = catalog
const english = compile(catalog).languages.get('en')!.lexicon
const vietnamese = compile(catalog).languages.get('vi')!.lexicon

test('a word of a language says one unit', () => {
  for (const language of ['en', 'vi']) {
    const seen = new Map<string, string>()
    for (const { id, terms } of units.values()) {
      for (const word of terms[language] ?? []) {
        expect(seen.get(fold(word)), `${language}: ${word} is ${id}`).toBeUndefined()
        seen.set(fold(word), id)
      }
    }
  }
})

test('a sign says one unit', () => {
  for (const side of ['before', 'after'] as const) {
    const seen = new Map<string, string>()
    for (const unit of units.values()) {
      for (const sign of unit[side]) {
        expect(seen.get(fold(sign)) ?? unit.id, sign).toBe(unit.id)
        seen.set(fold(sign), unit.id)
      }
    }
  }
})

test('money is in codes of ISO 4217', () => {
  const codes = new Set(Intl.supportedValuesOf('currency'))
  for (const { id, kind } of units.values()) if (kind === 'money') expect(codes.has(id), id).toBe(true)
})

test('factors lead to a unit of the same kind', () => {
  for (const { id, kind, base, factor } of units.values()) {
    if (factor !== null) expect(base, id).not.toBeNull()
    if (base !== null) expect(units.get(base)?.kind, id).toBe(kind)
  }
})

test.each([
  ['people', 'person'],
  ['participants', 'person'],
  ['workers', 'worker'],
  ['employees', 'employee'],
  ['children', 'child'],
  ['turns', 'turn'],
  ['cards', 'card'],
  ['dossiers', 'dossier'],
  ['applications', 'application'],
  ['US dollars', 'USD'],
  ['dong', 'VND'],
  ['rupees', 'INR'],
  ['rupiah', 'IDR'],
  ['pesos', 'PHP'],
  ['kilometres', 'kilometre'],
  ['hectares', 'hectare'],
  ['tonnes', 'tonne'],
  ['cubic metres', 'cubic metre'],
  ['years old', 'year'],
  ['working days', 'working day'],
  ['hours', 'hour'],
])('in English %s is %s', (word, unit) => {
  expect(english.value(word, 'unit')).toBe(unit)
})

test.each([
  ['người', 'person'],
  ['lượt', 'turn'],
  ['lượt người', 'turn'],
  ['thẻ', 'card'],
  ['đơn vị', 'unit'],
  ['người lao động', 'employee'],
  ['doanh nghiệp', 'enterprise'],
  ['hồ sơ', 'application'],
  ['hộ', 'household'],
  ['xã', 'commune'],
  ['tỉnh', 'province'],
  ['bệnh viện', 'hospital'],
  ['cơ sở khám chữa bệnh', 'facility'],
  ['lượt khám chữa bệnh', 'visit'],
  ['đồng', 'VND'],
  ['tuổi', 'year'],
  ['năm', 'year'],
  ['giờ', 'hour'],
  ['tấn', 'tonne'],
  ['câu hỏi', 'question'],
  ['hội nghị', 'conference'],
])('in Vietnamese %s is %s', (word, unit) => {
  expect(vietnamese.value(word, 'unit')).toBe(unit)
})

test.each([
  ['US$', 'USD'],
  ['$', 'USD'],
  ['VND', 'VND'],
  ['₱', 'PHP'],
  ['P', 'PHP'],
  ['Rp', 'IDR'],
  ['₹', 'INR'],
  ['Rs.', 'INR'],
  ['KSh', 'KES'],
  ['RM', 'MYR'],
  ['€', 'EUR'],
  ['£', 'GBP'],
])('the sign %s before a number is %s', (sign, unit) => {
  expect(english.value(sign, 'sign_before')).toBe(unit)
})

test('every unit of the gold of the seeds is a unit of the catalog, or a plain noun with one as its head', () => {
  const folder = join(import.meta.dirname, '../gold/seeds')
  const plain = new Set(['percent', 'percentage_point'])
  for (const file of readdirSync(folder)) {
    for (const line of readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((each) => each !== '')) {
      const { unit } = JSON.parse(line) as { unit: string | null }
      if (unit === null || plain.has(unit)) continue
      const head = unit.split(' ').at(-1)!
      expect(units.has(unit) || units.has(head), `${file}: ${unit}`).toBe(true)
    }
  }
})
