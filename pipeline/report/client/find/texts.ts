/**
 * A column of texts in which one term is looked for at a time: all of them as one long string, since one search through a long string is many times faster
 * than one search a text. Texts are folded, so that none has a line end of its own.
 */
export class Texts {
  readonly #own: string[] = []
  #all = ''
  #starts = new Uint32Array(1)

  get size(): number {
    return this.#own.length
  }

  add(text: string): void {
    this.#own.push(text)
  }

  #join(): void {
    if (this.#starts.length === this.#own.length + 1) return
    this.#all = this.#own.join('\n')
    this.#starts = new Uint32Array(this.#own.length + 1)
    let at = 0
    for (const [row, text] of this.#own.entries()) {
      at += text.length + 1
      this.#starts[row + 1] = at
    }
  }

  /** 1 in the place of each text that holds the term. */
  with(term: string): Uint8Array {
    this.#join()
    const found = new Uint8Array(this.#own.length)
    let row = 0
    for (let at = this.#all.indexOf(term); at >= 0; at = this.#all.indexOf(term, this.#starts[row]!)) {
      while (this.#starts[row + 1]! <= at) row += 1
      found[row] = 1
      row += 1
      if (row === found.length) break
    }
    return found
  }
}
