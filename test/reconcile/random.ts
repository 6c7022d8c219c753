/** Numbers that look random and are always the same (mulberry32). */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** A whole number from 0 up to, and without, `below`. */
  int(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let t = this.#state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return Number((BigInt((t ^ (t >>> 14)) >>> 0) * BigInt(below)) >> 32n)
  }

  /** True in so many of a hundred cases. */
  chance(percent: number): boolean {
    return this.int(100) < percent
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.int(items.length)]!
  }
}
