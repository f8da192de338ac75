/** Which lots goods leave from: first expired, first out, unless the user picked one (rules.md section 4). */
import { EsepError } from './error.ts'
import type { Facts, LotOnHand } from './facts.ts'

export interface Taking {
  readonly lot: LotOnHand
  readonly quantity_milli: number
}

export interface FefoKey {
  readonly id: number
  readonly received: string
  readonly expires: string | null
}

/** Earliest best-before first (none is last), then receipt date, then order of posting and line, which ids follow. */
export function byFefo(left: FefoKey, right: FefoKey): number {
  const expiry = compare(left.expires ?? '9999-12-31', right.expires ?? '9999-12-31')
  return expiry || compare(left.received, right.received) || left.id - right.id
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

/**
 * What one document takes: lines draw on the same lots one after another, so each sees what the earlier ones left.
 */
export class Shelf {
  readonly #facts: Facts
  readonly #day: string
  readonly #taken = new Map<string, number>()

  constructor(facts: Facts, day: string) {
    this.#facts = facts
    this.#day = day
  }

  /**
   * Takes the quantity from lots of the product at the place, in FEFO order or from the lot given.
   * @throws EsepError `not_enough_stock` naming product, lot, place, day and shortfall.
   */
  take(location: number, product: number, quantity_milli: number, lot?: number): Taking[] {
    const takings: Taking[] = []
    let wanted = quantity_milli
    for (const candidate of this.#facts.lotsOnHand(location, product, this.#day)) {
      if (wanted === 0) break
      if (lot !== undefined && candidate.id !== lot) continue
      const key = `${location}/${candidate.id}`
      const before = this.#taken.get(key) ?? 0
      const quantity = Math.min(wanted, candidate.available_milli - before)
      if (quantity <= 0) continue
      takings.push({ lot: candidate, quantity_milli: quantity })
      this.#taken.set(key, before + quantity)
      wanted -= quantity
    }
    if (wanted > 0) throw shortage(this.#facts, location, product, this.#day, wanted, lot)
    return takings
  }
}

export function shortage(
  facts: Facts,
  location: number,
  product: number,
  day: string,
  short_milli: number,
  lot?: number,
): EsepError {
  const { article, name, unit } = facts.product(product)
  return new EsepError('not_enough_stock', {
    article,
    product: name,
    lot: lot === undefined ? '' : facts.lot(lot).name,
    location: facts.location(location).name,
    day,
    short_milli,
    unit,
  })
}
