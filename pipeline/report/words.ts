import type { Catalog } from '../../catalog/load.ts'
import { figure } from './figure.ts'
import { manyOf } from './many-of.ts'
import { fill, unfill } from './phrase.ts'

/** The language that every other one falls back on. */
const fallback = 'en'

/** The languages in which the report can be written: those of the catalog whose locale has words for it, or English. */
export const interfaceLanguages = ({ languages, locales }: Catalog): readonly string[] => {
  const known = languages.filter((language) => locales.get(language)?.interface !== undefined)
  return known.length > 0 ? known : [fallback]
}

/** What the report says in one language. Words come from the `interface` of its locale, names from the catalog. */
export interface Words {
  readonly language: string
  /** Whether the sentences of the tables are in this language. */
  readonly isOfTables: boolean
  /** Name of the language in itself: "Tiếng Việt". */
  readonly name: string
  /** The phrase of a key, filled in: say('claims', { n: 2 }) is "2 claims". English where the language lacks it. */
  readonly say: (key: string, values?: Readonly<Record<string, string | number>>) => string
  /** The same with its places open, for a script to fill. */
  readonly phrase: (key: string) => string
  /** A value of a vocabulary: term('kind', 'percentage'). A value without a phrase is shown with spaces for its underscores. */
  readonly term: (vocabulary: string, value: string) => string
  /** A sentence that the tables hold, in this language; as it stands, and in English, where the language has no words for it. */
  readonly retold: (sentence: string) => { readonly lang: string; readonly text: string }
  readonly indicator: (id: string) => string
  readonly definition: (id: string) => string | null
  readonly place: (code: string) => string
  readonly whole: (id: string) => string
  readonly authority: (id: string) => string
  /** Name of a unit: "người" for person. */
  readonly unit: (id: string) => string
  /** The same for one and for many, as a phrase for a script to fill: "person|people". */
  readonly unitForms: (id: string) => string
  /** The sign before a fraction. */
  readonly point: '.' | ','
  /** Digits in groups of three: "16,547,000.5". */
  readonly figure: (decimal: string) => string
  /** A figure with its unit: "33.75%", "VND 54.6 trillion" as "54,600,000,000,000 VND". */
  readonly amount: (decimal: string, unit: string | null) => string
  /** A period in words of signs: "2021", "2020–2025", "31 Dec 2021" as "2021-12-31". */
  readonly period: (edtf: string) => string
}

export const wordsOf = (catalog: Catalog, language: string): Words => {
  const locale = catalog.locales.get(language) ?? catalog.locales.get(fallback)!
  const phrases = [locale.interface, catalog.locales.get(fallback)?.interface]
  const find = (key: string): string | undefined => phrases.find((each) => each?.[key] !== undefined)?.[key]
  const places = new Map(catalog.places.map((place) => [place.code, place]))
  const inLanguage = (names: Readonly<Record<string, string>> | undefined): string | undefined =>
    names?.[language] ?? names?.[fallback] ?? Object.values(names ?? {})[0]
  const spaced = (text: string): string => text.replaceAll('_', ' ')
  const term = (vocabulary: string, value: string): string =>
    find(`${vocabulary}_${value.toLowerCase()}`) ?? spaced(value)
  const unitForms = (unit: string): string => {
    const one =
      language === fallback
        ? spaced(unit)
        : (catalog.units.get(unit)?.terms[language]?.find((each) => !each.includes('*')) ?? spaced(unit))
    return find(`unit_${unit}`) ?? (language === fallback ? `${one}|${manyOf(one, language, catalog.units)}` : one)
  }
  const number = (decimal: string): string => figure(decimal, locale.numbers.decimal)
  const amount = (decimal: string, unit: string | null): string => {
    if (unit === 'percent') return `${number(decimal)}%`
    return unit === null ? number(decimal) : `${number(decimal)} ${fill(unitForms(unit), { n: decimal })}`
  }
  const sentences = Object.entries(catalog.locales.get(fallback)?.interface ?? {}).filter(([key]) =>
    key.startsWith('told_'),
  )
  const indicator = (id: string): string => inLanguage(catalog.indicators.get(id)?.label) ?? id
  const place = (code: string): string => inLanguage(firstOf(places.get(code)?.names)) ?? code
  /** What stands in the places of such a sentence, as this language writes it. */
  const inOwnWords: Readonly<Record<string, (value: string) => string>> = {
    value: number,
    most: number,
    reading: (name) => term('reading', name),
    rule: (name) => term('dated', name),
    indicator,
    place: (code) => (places.has(code) ? place(code) : (find('world') ?? code)),
  }
  const retold = (sentence: string): { lang: string; text: string } => {
    for (const [key, phrase] of locale.id === fallback ? [] : sentences) {
      const values = unfill(phrase, sentence)
      const own = locale.interface?.[key]
      if (values === null || own === undefined) continue
      const said = Object.entries(values).map(([name, value]) => [name, inOwnWords[name]?.(value) ?? value])
      return { lang: locale.id, text: fill(own, Object.fromEntries(said)) }
    }
    return { lang: fallback, text: sentence }
  }
  return {
    language: locale.id,
    isOfTables: locale.id === fallback,
    name: locale.name,
    say: (key, values = {}) => fill(find(key) ?? spaced(key), values),
    phrase: (key) => find(key) ?? spaced(key),
    term,
    retold,
    indicator,
    definition: (id) => inLanguage(catalog.indicators.get(id)?.definition) ?? null,
    place,
    whole: (id) => inLanguage(firstOf(catalog.denominators.get(id)?.terms)) ?? spaced(id),
    authority: (id) =>
      firstOf(catalog.authorities.get(id)?.names)?.[language] ?? catalog.authorities.get(id)?.name ?? id,
    unit: (unit) => fill(unitForms(unit), { n: 1 }),
    unitForms,
    point: locale.numbers.decimal,
    figure: number,
    amount,
    period: (edtf) => edtf.replace('/', ' – '),
  }
}

/** The first name of each language. */
const firstOf = (
  names: Readonly<Record<string, readonly string[]>> | undefined,
): Readonly<Record<string, string>> | undefined =>
  names &&
  Object.fromEntries(Object.entries(names).flatMap(([language, [first]]) => (first ? [[language, first]] : [])))
