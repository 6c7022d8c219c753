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

interface Node {
  readonly next: Map<string, Node>
  /** Children that match any word beginning so ("participat*"), by the first letters of the stem. */
  readonly stems: Map<string, { stem: string; node: Node }[]>
  readonly entries: Entry[]
}

const newNode = (): Node => ({ next: new Map(), stems: new Map(), entries: [] })
const stemKey = 2

/** A hyphen between two words of one compound ("working-age") counts for nothing: "working age" is the same phrase. */
const isJoiner = (list: readonly Word[], at: number): boolean => {
  const word = list[at]!
  return (
    word.kind === 'sign' &&
    (word.norm === '-' || word.norm === '‐' || word.norm === '‑') &&
    word.joined &&
    at > 0 &&
    list[at - 1]!.kind !== 'sign' &&
    list[at + 1] !== undefined &&
    list[at + 1]!.joined &&
    list[at + 1]!.kind !== 'sign'
  )
}

/**
 * All phrases of one language in one trie of words. One walk over a sentence finds every phrase of every category.
 * In each category the longest phrase wins, and a phrase inside a longer one of its category is not found
 * ("social insurance" inside "voluntary social insurance").
 */
export class Lexicon {
  readonly #root = newNode()

  /** Adds a phrase. A word that ends in * matches every word that begins so. */
  add(phrase: string, category: string, value: string): void {
    const parts = words(phrase)
    let node = this.#root
    for (let at = 0; at < parts.length; at += 1) {
      const part = parts[at]!
      if (isJoiner(parts, at) || (part.norm === '*' && part.joined)) continue
      const following = parts[at + 1]
      if (following?.norm === '*' && following.joined) {
        const key = part.norm.slice(0, stemKey)
        const list = node.stems.get(key) ?? []
        node.stems.set(key, list)
        let child = list.find((each) => each.stem === part.norm)
        if (child === undefined) {
          child = { stem: part.norm, node: newNode() }
          list.push(child)
        }
        node = child.node
      } else {
        let child = node.next.get(part.norm)
        if (child === undefined) {
          child = newNode()
          node.next.set(part.norm, child)
        }
        node = child
      }
    }
    if (!node.entries.some((entry) => entry.category === category && entry.value === value))
      node.entries.push({ category, value })
  }

  /** All phrases that begin at words[first], longest of each category. */
  #at(list: readonly Word[], first: number, into: Map<string, Hit[]>): void {
    const walk = (node: Node, at: number): void => {
      if (node.entries.length > 0) {
        for (const entry of node.entries) {
          const known = into.get(entry.category)
          const hit = { ...entry, first, last: at - 1 }
          if (known === undefined || known[0]!.last < hit.last) into.set(entry.category, [hit])
          else if (known[0]!.last === hit.last && !known.some((each) => each.value === hit.value)) known.push(hit)
        }
      }
      let position = at
      if (position >= list.length) return
      if (at > first && isJoiner(list, position)) position += 1
      const word = list[position]!
      const child = node.next.get(word.norm)
      if (child !== undefined) walk(child, position + 1)
      if (node.stems.size > 0 && word.kind === 'word') {
        for (const { stem, node: stemmed } of node.stems.get(word.norm.slice(0, stemKey)) ?? []) {
          if (word.norm.startsWith(stem)) walk(stemmed, position + 1)
        }
      }
    }
    walk(this.#root, first)
  }

  /** Every phrase among the words, in order of their first word; several values of one phrase stand beside each other. */
  find(list: readonly Word[]): Hit[] {
    const hits: Hit[] = []
    const covered = new Map<string, number>()
    const here = new Map<string, Hit[]>()
    for (let first = 0; first < list.length; first += 1) {
      const word = list[first]!
      if (!this.#root.next.has(word.norm) && !this.#root.stems.has(word.norm.slice(0, stemKey))) continue
      here.clear()
      this.#at(list, first, here)
      for (const [category, found] of here) {
        const last = found[0]!.last
        if (last <= (covered.get(category) ?? -1)) continue
        covered.set(category, last)
        hits.push(...found)
      }
    }
    return hits
  }

  /** The value of the phrase of `category` that is exactly this text, or null. */
  value(text: string, category: string): string | null {
    let node: Node | undefined = this.#root
    for (const word of words(fold(text))) node = node?.next.get(word.norm)
    return node?.entries.find((entry) => entry.category === category)?.value ?? null
  }
}
