import { fold, type Word, words } from './words.ts'

/** What a phrase says: a category ("modifier", "term", "place") and the value within it ("nearly", "health_insurance", "VN-22"). */
export interface Entry {
  readonly category: string
  readonly value: string
}

/** A phrase found among words: words[first] to words[last], both included. */
export interface Hit extends Entry {
  readonly first: number
  readonly last: number
}

/** An entry with the number of its category, and the last word of the phrase that was found for it. */
interface Numbered extends Entry {
  readonly number: number
}
interface Found {
  readonly entry: Numbered
  readonly last: number
}

interface Stem {
  readonly stem: string
  readonly node: Node
}

interface Node {
  next: Map<string, Node> | null
  /** Children that match any word beginning so ("participat*"), by the first two letters of the stem. */
  stems: Map<number, Stem[]> | null
  entries: Numbered[] | null
}

const newNode = (): Node => ({ next: null, stems: null, entries: null })

/** The first two letters of a word in one number. */
const stemKey = (word: string): number => word.charCodeAt(0) * 0x10000 + (word.length > 1 ? word.charCodeAt(1) : 0)

/** A hyphen between two words of one compound ("working-age") counts for nothing: "working age" is the same phrase. */
const isJoiner = (list: readonly Word[], at: number): boolean => {
  const word = list[at]!
  if (word.kind !== 'sign' || !word.joined || at === 0) return false
  if (word.norm !== '-' && word.norm !== '‐' && word.norm !== '‑') return false
  const next = list[at + 1]
  return list[at - 1]!.kind !== 'sign' && next !== undefined && next.joined && next.kind !== 'sign'
}

/**
 * All phrases of one language in one trie of words. One walk over a sentence finds every phrase of every category.
 * In each category the longest phrase wins, and a phrase inside a longer one of its category is not found
 * ("social insurance" inside "voluntary social insurance").
 */
export class Lexicon {
  readonly #root = newNode()
  readonly #endings: readonly string[]
  /** The number of each category. */
  readonly #categories = new Map<string, number>()

  /** Endings that a word may carry and still be the word of a phrase: "Spain's" says "Spain". */
  constructor(endings: readonly string[] = []) {
    this.#endings = endings
  }

  /** Adds a phrase. A word that ends in * matches every word that begins so. */
  add(phrase: string, category: string, value: string): void {
    const parts = words(phrase)
    let node = this.#root
    for (let at = 0; at < parts.length; at += 1) {
      const part = parts[at]!
      if (isJoiner(parts, at) || (part.norm === '*' && part.joined)) continue
      const following = parts[at + 1]
      node = following?.norm === '*' && following.joined ? stemChild(node, part.norm) : wordChild(node, part.norm)
    }
    node.entries ??= []
    if (!node.entries.some((entry) => entry.category === category && entry.value === value))
      node.entries.push({ category, value, number: this.#numberOf(category) })
  }

  #numberOf(category: string): number {
    const known = this.#categories.get(category)
    if (known !== undefined) return known
    this.#categories.set(category, this.#categories.size)
    return this.#categories.size - 1
  }

  /** All phrases that begin at words[first], the longest of each category, into `found`. */
  #walk(list: readonly Word[], node: Node, at: number, first: number, found: Found[]): void {
    if (node.entries !== null) for (const entry of node.entries) keepLongest(found, entry, at - 1)
    if (at >= list.length || (node.next === null && node.stems === null)) return
    const position = at > first && isJoiner(list, at) ? at + 1 : at
    const word = list[position]
    if (word === undefined) return
    const { norm } = word
    const child = node.next?.get(norm)
    if (child !== undefined) this.#walk(list, child, position + 1, first, found)
    // "bảo hiểm xã hội (BHXH) tự nguyện": what is introduced in brackets inside a phrase.
    else if (norm === '(' && position > first && list[position + 2]?.norm === ')') {
      const beyond = node.next?.get(list[position + 3]?.norm ?? '')
      if (beyond !== undefined) this.#walk(list, beyond, position + 4, first, found)
    }
    for (const ending of this.#endings) {
      if (norm.charCodeAt(norm.length - ending.length) !== ending.charCodeAt(0) || !norm.endsWith(ending)) continue
      const owner = node.next?.get(norm.slice(0, -ending.length))
      if (owner !== undefined) this.#walk(list, owner, position + 1, first, found)
    }
    if (node.stems === null || word.kind !== 'word') return
    const stems = node.stems.get(stemKey(norm))
    if (stems === undefined) return
    for (const { stem, node: stemmed } of stems) {
      if (norm.startsWith(stem)) this.#walk(list, stemmed, position + 1, first, found)
    }
  }

  /** Every phrase among the words, in order of their first word; several values of one phrase stand beside each other. */
  find(list: readonly Word[]): Hit[] {
    const hits: Hit[] = []
    /** The last word that a phrase of each category covers so far. */
    const covered = new Int32Array(this.#categories.size).fill(-1)
    const found: Found[] = []
    for (let first = 0; first < list.length; first += 1) {
      this.#walk(list, this.#root, first, first, found)
      if (found.length === 0) continue
      for (const { entry, last } of found)
        if (last > covered[entry.number]!) hits.push({ category: entry.category, value: entry.value, first, last })
      for (const { entry, last } of found) if (last > covered[entry.number]!) covered[entry.number] = last
      found.length = 0
    }
    return hits
  }

  /** The value of the phrase of `category` that is exactly this text, or null. */
  value(text: string, category: string): string | null {
    let node: Node | undefined = this.#root
    for (const word of words(fold(text))) node = node?.next?.get(word.norm)
    return node?.entries?.find((entry) => entry.category === category)?.value ?? null
  }
}

const wordChild = (node: Node, word: string): Node => {
  node.next ??= new Map()
  let child = node.next.get(word)
  if (child === undefined) {
    child = newNode()
    node.next.set(word, child)
  }
  return child
}

const stemChild = (node: Node, stem: string): Node => {
  node.stems ??= new Map()
  const key = stemKey(stem)
  const list = node.stems.get(key) ?? []
  node.stems.set(key, list)
  const known = list.find((each) => each.stem === stem)
  if (known !== undefined) return known.node
  const child = newNode()
  list.push({ stem, node: child })
  return child
}

/** Keeps the longest phrase of each category among those that begin at one word, and all values of that phrase. */
const keepLongest = (found: Found[], entry: Numbered, last: number): void => {
  let isKnown = false
  for (let index = 0; index < found.length; index += 1) {
    const other = found[index]!
    if (other.entry.number !== entry.number) continue
    if (other.last > last || (other.last === last && other.entry.value === entry.value)) return
    if (other.last < last) {
      if (isKnown) {
        found.splice(index, 1)
        index -= 1
      } else {
        found[index] = { entry, last }
        isKnown = true
      }
    }
  }
  if (!isKnown) found.push({ entry, last })
}
