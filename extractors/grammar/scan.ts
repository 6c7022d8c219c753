import type { Language } from '../../catalog/compile.ts'
import type { Hit } from '../../catalog/lexicon.ts'
import { type Word, words } from '../../catalog/words.ts'
import type { PassageRole } from '../../schemas/passage.ts'

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
  readonly #starts = new Map<string, Map<number, Hit>>()
  readonly #ends = new Map<string, Map<number, Hit>>()
  readonly #lists = new Map<string, Hit[]>()

  constructor(text: string, role: PassageRole, language: Language) {
    this.text = text
    this.role = role
    this.language = language
    this.words = words(text)
    this.hits = language.lexicon.find(this.words)
    for (const hit of this.hits) {
      let starts = this.#starts.get(hit.category)
      let ends = this.#ends.get(hit.category)
      let list = this.#lists.get(hit.category)
      if (starts === undefined || ends === undefined || list === undefined) {
        starts = new Map()
        ends = new Map()
        list = []
        this.#starts.set(hit.category, starts)
        this.#ends.set(hit.category, ends)
        this.#lists.set(hit.category, list)
      }
      if (!starts.has(hit.first)) starts.set(hit.first, hit)
      const ending = ends.get(hit.last)
      if (ending === undefined || ending.first > hit.first) ends.set(hit.last, hit)
      list.push(hit)
    }
  }

  /** Phrases of a category in reading order. */
  all(category: string): readonly Hit[] {
    return this.#lists.get(category) ?? []
  }

  /** The phrase of a category that begins at a word. */
  from(category: string, first: number): Hit | undefined {
    return this.#starts.get(category)?.get(first)
  }

  /** The phrase of a category that ends at a word. */
  to(category: string, last: number): Hit | undefined {
    return this.#ends.get(category)?.get(last)
  }

  /** The phrase of a category and value that begins at a word, where one phrase has several values. */
  fromValue(category: string, first: number, value: string): Hit | undefined {
    return this.all(category).find((hit) => hit.first === first && hit.value === value)
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
