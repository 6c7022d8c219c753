import type { FoundDocument, IndexPart } from '../../find/index-shape.ts'
import { folded } from './fold.ts'
import { orderOf } from './order.ts'
import { type Facet, facets, type Sort } from './state.ts'
import { Texts } from './texts.ts'

/** The words for values of the index; a value without one is shown as it is. */
export type Label = (facet: Facet, value: string) => string

/** A column of values as numbers into a list of its values, which is what makes counting fast. */
class Coded {
  readonly values: string[] = []
  readonly codes: number[] = []
  readonly #known = new Map<string, number>()

  codeOf(value: string): number {
    const known = this.#known.get(value)
    if (known !== undefined) return known
    this.#known.set(value, this.values.length)
    return this.values.push(value) - 1
  }

  known(value: string): number | undefined {
    return this.#known.get(value)
  }

  add(value: string): void {
    this.codes.push(this.codeOf(value))
  }
}

/** One claim as the page shows and cites it. */
export interface FoundClaim {
  readonly id: string
  readonly page: string
  readonly document: FoundDocument
  readonly kind: string
  readonly indicator: string | null
  readonly subject: string | null
  readonly exact: string
  readonly start: number
  readonly end: number
  readonly value: string
  readonly unit: string | null
  readonly status: string | null
  readonly period: string | null
  readonly place: string | null
  readonly grade: string | null
  readonly flags: readonly string[]
  readonly sentence: string
  /** UTF-16 unit of the sentence at which the claim starts. */
  readonly at: number
}

const keptTerms = 32

const gradeOrder = 'ABCDU'

/** A value as a number to sort by; nothing is computed with it. */
const sortable = (value: string): number => {
  const number = Number(value.split('..')[0])
  return value === '' || Number.isNaN(number) ? Number.NaN : number
}

/** All claims of a dataset, in memory, ready to be searched. Rows are claims by their place in the dataset, from 0. */
export class ClaimStore {
  readonly #parts: IndexPart[] = []
  /** Of a row: its part, and its place there. */
  readonly #partOf: number[] = []
  readonly #placeIn: number[] = []
  readonly #documents: readonly FoundDocument[]
  readonly #documentTexts = new Texts()
  readonly #label: Label
  readonly #facets: ReadonlyMap<Facet, Coded> = new Map(facets.map((facet) => [facet, new Coded()]))
  /** Combinations of flags, each as the codes of its flags. */
  readonly #flagSets = new Coded()
  #flagsOfSet: (readonly number[])[] = []
  readonly #sentences = new Texts()
  readonly #sentenceOf: number[] = []
  readonly #documentOf: number[] = []
  readonly #own = new Texts()
  /** What was found of the last terms: who types a second word searches for the first one again at every key. */
  readonly #found = new Map<string, Uint8Array>()
  readonly #orders = new Map<string, Uint32Array>()

  constructor(documents: readonly FoundDocument[], label: Label) {
    this.#documents = documents
    for (const { document, title } of documents) this.#documentTexts.add(folded(`${title} ${document}`))
    this.#label = label
  }

  get size(): number {
    return this.#own.size
  }

  add(part: IndexPart): void {
    const at = this.#parts.push(part) - 1
    const firstSentence = this.#sentences.size
    for (const sentence of part.sentences) this.#sentences.add(folded(sentence))
    for (const row of part.id.keys()) {
      this.#partOf.push(at)
      this.#placeIn.push(row)
      this.#documentOf.push(part.document[row]!)
      this.#sentenceOf.push(firstSentence + part.sentence[row]!)
      const values: Readonly<Record<Exclude<Facet, 'flag'>, string | null>> = {
        indicator: part.indicator[row]!,
        document: this.#documents[part.document[row]!]!.document,
        kind: part.kind[row]!,
        place: part.place[row]!,
        period: part.until[row]?.slice(0, 4) ?? null,
        status: part.status[row]!,
        grade: part.grade[row]!,
      }
      for (const facet of facets) if (facet !== 'flag') this.facet(facet).add(values[facet] ?? '')
      this.#addFlags(part.flags[row]!)
      const { subject, exact, digits, value, id } = part
      const named = [subject[row] ?? '', exact[row]!, digits[row]!, value[row]!, id[row]!]
      this.#own.add(folded(named.join(' ')))
    }
    this.#orders.clear()
    this.#found.clear()
  }

  #addFlags(flags: string): void {
    this.#flagSets.add(flags)
    const set = this.#flagSets.codes.at(-1)!
    if (set < this.#flagsOfSet.length) return
    const coded = this.facet('flag')
    this.#flagsOfSet.push((flags === '' ? [''] : flags.split(';')).map((flag) => coded.codeOf(flag)))
  }

  facet(facet: Facet): Coded {
    return this.#facets.get(facet)!
  }

  /** Of each row the code of its set of values of a facet, and the codes of the values in each set: one, but for flags. */
  column(facet: Facet): { readonly codes: readonly number[]; readonly sets: readonly (readonly number[])[] } {
    if (facet === 'flag') return { codes: this.#flagSets.codes, sets: this.#flagsOfSet }
    const { codes, values } = this.facet(facet)
    return { codes, sets: values.map((_, code) => [code]) }
  }

  claim(row: number): FoundClaim {
    const part = this.#parts[this.#partOf[row]!]!
    const at = this.#placeIn[row]!
    const sentence = part.sentences[part.sentence[at]!]!
    const flags = part.flags[at]!
    return {
      id: part.id[at]!,
      page: part.page[at]!,
      document: this.#documents[part.document[at]!]!,
      kind: part.kind[at]!,
      indicator: part.indicator[at]!,
      subject: part.subject[at]!,
      exact: part.exact[at]!,
      start: part.start[at]!,
      end: part.end[at]!,
      value: part.value[at]!,
      unit: part.unit[at]!,
      status: part.status[at]!,
      period: part.period[at]!,
      place: part.place[at]!,
      grade: part.grade[at]!,
      flags: flags === '' ? [] : flags.split(';'),
      sentence,
      at: [...sentence].slice(0, part.at[at]).join('').length,
    }
  }

  /** Does what the first search would do beside searching, so that it answers as fast as the next. */
  prepare(): void {
    this.#search('\0')
  }

  /** Rows whose texts hold a term: 1 in its place. A term is as `termsOf` gives it. */
  rowsWith(term: string): Uint8Array {
    const known = this.#found.get(term)
    if (known !== undefined) return known
    if (this.#found.size >= keptTerms) this.#found.clear()
    const made = this.#search(term)
    this.#found.set(term, made)
    return made
  }

  #search(term: string): Uint8Array {
    const rows = this.#own.with(term)
    const inSentence = this.#sentences.with(term)
    const inDocument = this.#documentTexts.with(term)
    const named = (facet: Facet): boolean[] =>
      this.facet(facet).values.map((value) => value !== '' && folded(this.#label(facet, value)).includes(term))
    const [ofIndicator, ofPlace] = [named('indicator'), named('place')]
    const [indicators, places] = [this.facet('indicator').codes, this.facet('place').codes]
    for (let row = 0; row < rows.length; row += 1)
      if (
        inSentence[this.#sentenceOf[row]!] === 1 ||
        inDocument[this.#documentOf[row]!] === 1 ||
        ofIndicator[indicators[row]!] === true ||
        ofPlace[places[row]!] === true
      )
        rows[row] = 1
    return rows
  }

  /** All rows in order of a column; those without a value stand last, either way round. Made once and kept. */
  order(sort: Sort, isDescending: boolean): Uint32Array {
    const key = `${sort} ${isDescending}`
    const known = this.#orders.get(key)
    if (known !== undefined) return known
    const made = orderOf(Float64Array.from(this.#ranks(sort)), isDescending)
    this.#orders.set(key, made)
    return made
  }

  #ranks(sort: Sort): number[] {
    if (sort === 'text') return this.#partOf.map((_, row) => row)
    if (sort === 'value')
      return this.#partOf.map((part, row) => sortable(this.#parts[part]!.value[this.#placeIn[row]!]!))
    if (sort === 'period') {
      const days = this.#partOf.map((part, row) => this.#parts[part]!.until[this.#placeIn[row]!] ?? '')
      // "2021" stands after every day of 2021.
      return days.map((day) => (day === '' ? Number.NaN : Number(day.replaceAll('-', '').padEnd(8, '9'))))
    }
    const { values, codes } = this.facet(sort)
    const text = (value: string): string =>
      sort === 'grade' ? String(gradeOrder.indexOf(value)) : folded(this.#label(sort, value))
    const texts = values.map(text)
    const order = texts
      .map((_, code) => code)
      .sort((a, b) => (texts[a]! < texts[b]! ? -1 : texts[a]! > texts[b]! ? 1 : a - b))
    const rank = new Map(order.map((code, at) => [code, values[code] === '' ? Number.NaN : at]))
    return codes.map((code) => rank.get(code)!)
  }
}
