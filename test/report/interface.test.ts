import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadCatalog } from '../../catalog/load.ts'
import { packageRoot } from '../../catalog/package-root.ts'
import { interfaceLanguages, wordsOf } from '../../pipeline/report/words.ts'
import { Kind, Measure, Modifier, SetAsideReason, Status } from '../../schemas/mention.ts'
import { Observation, RelationName } from '../../schemas/observation.ts'

const catalog = await loadCatalog()
const phrases = (language: string): Readonly<Record<string, string>> => catalog.locales.get(language)!.interface!

describe('the words of the report', () => {
  it('are there in English and Vietnamese alike', () => {
    expect(interfaceLanguages(catalog)).toEqual(['en', 'vi'])
    expect(Object.keys(phrases('vi')).sort()).toEqual(Object.keys(phrases('en')).sort())
  })

  it('have the same places to fill in', () => {
    const places = (phrase: string): string[] => [...new Set(phrase.match(/\{[a-z]+\}/gu) ?? [])].sort()
    const wrong = Object.entries(phrases('en')).filter(
      ([key, phrase]) => places(phrase).join() !== places(phrases('vi')[key]!).join(),
    )
    expect(wrong).toEqual([])
  })

  it('are there for every key that the code asks for', () => {
    const folder = join(packageRoot(), 'pipeline', 'report')
    const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n')
    const asked = new Set([...code.matchAll(/\bwords\.say\('(?<key>\w+)'/gu)].map(({ groups }) => groups!.key!))
    expect(asked.size).toBeGreaterThan(60)
    expect([...asked].filter((key) => phrases('en')[key] === undefined)).toEqual([])
  })

  it('name every value of every vocabulary', () => {
    const vocabularies: Record<string, readonly string[]> = {
      kind: Kind.options,
      status: Status.options,
      measure: Measure.options,
      modifier: Modifier.options,
      reason: SetAsideReason.options,
      relation: RelationName.options,
      grade: Observation.shape.grade.options,
      obs_status: Observation.shape.obs_status.options,
    }
    const missing = Object.entries(vocabularies).flatMap(([name, values]) =>
      values
        .filter((value) => phrases('en')[`${name}_${value.toLowerCase()}`] === undefined)
        .map((value) => `${name}_${value}`),
    )
    expect(missing).toEqual([])
  })

  it('name every kind of check and every role in the checks of the seeds', () => {
    const read = readFileSync(join(packageRoot(), 'output', 'checks.json'), 'utf8')
    const checks = JSON.parse(read) as { relation: string; inputs: string[] }[]
    const asked = checks.flatMap(({ relation, inputs }) => [
      `test_${relation}`,
      ...inputs.map((input) => `role_${input.slice(0, input.indexOf(':')).replace(/_\d+$/u, '')}`),
    ])
    expect(new Set(asked).size).toBeGreaterThan(15)
    expect([...new Set(asked)].filter((key) => phrases('vi')[key] === undefined)).toEqual([])
  })

  it('are English where a language lacks them, and the key itself where none has it', () => {
    const { overview: _, ...rest } = phrases('vi')
    const lacking = {
      ...catalog,
      locales: new Map(catalog.locales).set('vi', { ...catalog.locales.get('vi')!, interface: rest }),
    }
    expect(wordsOf(lacking, 'vi').say('overview')).toBe('Overview')
    expect(wordsOf(catalog, 'vi').term('flag', 'never_heard_of')).toBe('never heard of')
  })

  it('tell one from many', () => {
    expect([0, 1, 2].map((n) => wordsOf(catalog, 'en').say('n_claims', { n }))).toEqual([
      '0 claims',
      '1 claim',
      '2 claims',
    ])
    expect(wordsOf(catalog, 'vi').say('n_claims', { n: 2 })).toBe('2 phát biểu')
  })
})

describe('a figure with its unit', () => {
  it.for([
    ['1', 'person', '1 person'],
    ['91068000', 'person', '91,068,000 people'],
    ['0', 'facility', '0 facilities'],
    ['12500', 'medical facility', '12,500 medical facilities'],
    ['6', 'foot', '6 feet'],
    ['38', 'degree Celsius', '38 degrees Celsius'],
    ['2.5', 'percentage_point', '2.5 percentage points'],
    ['54000000', 'VND', '54,000,000 VND'],
    ['3', 'chữ', '3 chữ'],
  ])('counts one or many: %s %s', ([value, unit, said]) => {
    expect(wordsOf(catalog, 'en').amount(value!, unit!)).toBe(said)
  })

  it('has one form where nouns have one', () => {
    const { amount } = wordsOf(catalog, 'vi')
    expect([amount('1', 'person'), amount('2000', 'person')]).toEqual(['1 người', '2.000 người'])
  })
})
