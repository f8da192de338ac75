/** A small seeded generator (mulberry32): the same seed gives the same association on every machine. */
export class Luck {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.#next() * (high - low + 1))
  }

  /** Whether a thing of so many percent happens. */
  chance(percent: number): boolean {
    return this.#next() * 100 < percent
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.whole(0, items.length - 1)]
    if (item === undefined) throw new RangeError('nothing to pick from')
    return item
  }

  /** One of the items, the heavier the likelier. */
  weighed<T>(items: readonly T[], weightOf: (item: T) => number): T {
    const total = items.reduce((sum, item) => sum + weightOf(item), 0)
    let left = this.#next() * total
    for (const item of items) {
      left -= weightOf(item)
      if (left < 0) return item
    }
    return this.pick(items)
  }

  /** Some of the items, each at most once, in the order they had. */
  some<T>(items: readonly T[], count: number): T[] {
    const left = items.map((_, index) => index)
    const taken = new Set<number>()
    while (taken.size < count && left.length > 0) {
      const [index] = left.splice(this.whole(0, left.length - 1), 1)
      if (index !== undefined) taken.add(index)
    }
    return items.filter((_, index) => taken.has(index))
  }

  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
