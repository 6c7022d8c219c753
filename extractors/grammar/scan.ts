import type { Language } from '../../catalog/compile.ts'
import type { Hit } from '../../catalog/lexicon.ts'
import { type Word, words } from '../../catalog/words.ts'
import type { PassageRole } from '../../schemas/passage.ts'

const none: readonly Hit[] = []

/** Categories whose words are also given names where names are words: Thu (collect), Chi (spend), Trần (ceiling). */
const nameLike: ReadonlySet<string> = new Set([
  'baseline',
  'cap',
  'change',
  'change_to',
  'change_verb',
  'gap',
  'goal',
  'modifier',
  'of',
  'status',
  'target_head',
  'target_strong',
  'term',
])
const titleCase = /^\p{Lu}\p{Ll}+$/u

/**
 * A passage cut into words, with every phrase of the lexicon found in it. Rules look at words by their number:
 * which phrase begins at this word, which ends right before that one. Spans count UTF-16 units of the passage.
 */
export class Scan {
  readonly text: string
  readonly role: PassageRole
  readonly language: Language
  readonly words: readonly Word[]
  readonly hits: readonly Hit[]
  readonly #lists = new Map<string, readonly Hit[]>()
  /** For each word the first of the hits that begin there, -1 where none does. */
  readonly #beginning: Int32Array
  /** For each word the first of the hits that end there; for each hit the next that ends where it does. */
  readonly #ending: Int32Array
  readonly #nextEnding: Int32Array

  /** `list` are the words of the text and `hits` its phrases, where they have been found already. */
  constructor(
    text: string,
    role: PassageRole,
    language: Language,
    list: readonly Word[] = words(text),
    hits: readonly Hit[] = language.lexicon.find(list),
  ) {
    this.text = text
    this.role = role
    this.language = language
    this.words = list
    this.hits = language.locale.inflected ? hits : hits.filter((hit) => !this.#isName(hit))
    this.#beginning = new Int32Array(list.length).fill(-1)
    this.#ending = new Int32Array(list.length).fill(-1)
    this.#nextEnding = new Int32Array(this.hits.length)
    for (let index = this.hits.length - 1; index >= 0; index -= 1) {
      const { first, last } = this.hits[index]!
      this.#beginning[first] = index
      this.#nextEnding[index] = this.#ending[last]!
      this.#ending[last] = index
    }
  }

  /** "Chị Trần Thị Lụa, 42 tuổi", "bà Thu nộp 5 triệu đồng": inside a sentence a language of this kind capitalises names alone. */
  #isName({ category, first, last }: Hit): boolean {
    return (
      first === last &&
      nameLike.has(category) &&
      !this.opens(first) &&
      titleCase.test(this.text.slice(this.words[first]!.start, this.words[first]!.end))
    )
  }

  /** Phrases of a category in reading order. */
  all(category: string): readonly Hit[] {
    let list = this.#lists.get(category)
    if (list === undefined) {
      list = this.hits.filter((hit) => hit.category === category)
      this.#lists.set(category, list.length === 0 ? none : list)
    }
    return list
  }

  /** Phrases of a category that lie between two words, both included, in reading order. */
  within(category: string, first: number, last: number): readonly Hit[] {
    const list = this.all(category)
    let low = 0
    let high = list.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (list[middle]!.first < first) low = middle + 1
      else high = middle
    }
    let end = low
    while (end < list.length && list[end]!.last <= last) end += 1
    return low === 0 && end === list.length ? list : list.slice(low, end)
  }

  /** The phrase of a category that begins at a word. */
  from(category: string, first: number): Hit | undefined {
    const begin = this.#beginning[first] ?? -1
    if (begin < 0) return undefined
    for (let index = begin; index < this.hits.length; index += 1) {
      const hit = this.hits[index]!
      if (hit.first !== first) return undefined
      if (hit.category === category) return hit
    }
    return undefined
  }

  /** The phrase of a category that ends at a word. */
  to(category: string, last: number): Hit | undefined {
    let index = this.#ending[last] ?? -1
    while (index >= 0) {
      const hit = this.hits[index]!
      if (hit.category === category) return hit
      index = this.#nextEnding[index]!
    }
    return undefined
  }

  /** Words at which a phrase of one of the categories begins. */
  starts(categories: readonly string[]): ReadonlySet<number> {
    const found = new Set<number>()
    for (const category of categories) for (const { first } of this.all(category)) found.add(first)
    return found
  }

  norm(at: number): string {
    return this.words[at]?.norm ?? ''
  }

  /** The characters from one word to another, both included. */
  slice(first: number, last: number): string {
    return this.text.slice(this.words[first]!.start, this.words[last]!.end)
  }

  /** Whether the word begins with a capital letter. */
  isCapital(at: number): boolean {
    const word = this.words[at]
    if (word === undefined || word.kind !== 'word') return false
    const first = this.text[word.start]!
    return first !== first.toLowerCase()
  }

  /** Whether the word begins a sentence, a line or a quotation. */
  opens(at: number): boolean {
    const before = this.words[at - 1]
    return (
      before === undefined || (before.kind === 'sign' && before.norm !== ',' && before.norm !== '-') || this.breaks(at)
    )
  }

  /** Whether anything but white space on one line stands between two neighbouring words: a line end or a paragraph. */
  breaks(at: number): boolean {
    const word = this.words[at]
    const before = this.words[at - 1]
    if (word === undefined || before === undefined) return true
    return this.text.slice(before.end, word.start).includes('\n')
  }
}
