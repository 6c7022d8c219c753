/** Slots that hold a number, of those there are; beyond it the table is made wider. */
const fullest = 0.6

const empty = -1

/**
 * Which texts hold a run of words, runs and texts by numbers (runs 0 or above). A corpus of 60,000 claims has a million runs, nearly all of
 * them of one text: typed arrays take some 30 bytes for each, where a map of lists takes several times that.
 */
export class Holders {
  #runs = new Float64Array(1024).fill(empty)
  #first = new Int32Array(1024)
  #last = new Int32Array(1024)
  #count = 0
  #texts = new Int32Array(1024)
  #next = new Int32Array(1024)
  #entries = 0

  #slotOf(run: number): number {
    const mask = this.#runs.length - 1
    let slot = run % this.#runs.length
    while (this.#runs[slot] !== empty && this.#runs[slot] !== run) slot = (slot + 1) & mask
    return slot
  }

  #widen(): void {
    const [runs, first, last] = [this.#runs, this.#first, this.#last]
    this.#runs = new Float64Array(2 * runs.length).fill(empty)
    this.#first = new Int32Array(this.#runs.length)
    this.#last = new Int32Array(this.#runs.length)
    for (const [at, run] of runs.entries()) {
      if (run === empty) continue
      const slot = this.#slotOf(run)
      this.#runs[slot] = run
      this.#first[slot] = first[at]!
      this.#last[slot] = last[at]!
    }
  }

  #entry(text: number): number {
    if (this.#entries === this.#texts.length) {
      const [texts, next] = [this.#texts, this.#next]
      this.#texts = new Int32Array(2 * texts.length)
      this.#texts.set(texts)
      this.#next = new Int32Array(2 * next.length)
      this.#next.set(next)
    }
    this.#texts[this.#entries] = text
    this.#next[this.#entries] = empty
    this.#entries += 1
    return this.#entries - 1
  }

  add(run: number, text: number): void {
    if (this.#count > fullest * this.#runs.length) this.#widen()
    const slot = this.#slotOf(run)
    const entry = this.#entry(text)
    if (this.#runs[slot] === empty) {
      this.#runs[slot] = run
      this.#first[slot] = entry
      this.#count += 1
    } else this.#next[this.#last[slot]!] = entry
    this.#last[slot] = entry
  }

  /** The texts that hold a run, in the order in which they were added. */
  *of(run: number): Generator<number> {
    const slot = this.#slotOf(run)
    if (this.#runs[slot] === empty) return
    for (let entry = this.#first[slot]!; entry !== empty; entry = this.#next[entry]!) yield this.#texts[entry]!
  }
}
