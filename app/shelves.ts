/** Lots on hand by place and product, as the documents of one piece of work see them one after another. */

import { lotsAtPlace, movesAfter } from '../db/queries/facts.ts'
import type { DocumentTable, StockBalanceTable } from '../db/schema.ts'
import type { Reader } from '../db/sqlite/connection.ts'
import { documentNumber } from '../domain/documents/document.ts'
import type { LotFact, LotOnHand } from '../domain/facts.ts'
import { byFefo } from '../domain/lots.ts'
import { sum, whole } from '../domain/money.ts'

interface LotRow {
  readonly id: number
  readonly line: number
  readonly product_id: number
  readonly producer_id: number
  readonly received: string
  readonly expires: string | null
  readonly net_tyiyn: number | null
  readonly kind: DocumentTable['kind']
  readonly year: number
  readonly number: number
}

export function lotFact(row: LotRow): LotFact {
  return {
    id: row.id,
    name: `${documentNumber(row.kind, row.year, row.number)}/${row.line}`,
    product: row.product_id,
    producer: row.producer_id,
    received: row.received,
    expires: row.expires,
    net_tyiyn: row.net_tyiyn,
  }
}

interface Slot {
  readonly lot: LotFact
  quantity_milli: number
  /** From this day on the lot never holds less here than now. */
  quiet_from: string
}

interface Shelf {
  readonly location: number
  readonly product: number
  /** In FEFO order. */
  readonly slots: Slot[]
  /** What all of them hold now. */
  total_milli: number
}

export class Shelves {
  readonly #reader: Reader
  /** Called before a look at the moves in the file, which must hold all that was posted. */
  readonly #flush: () => void
  readonly #shelves = new Map<string, Shelf>()
  readonly #dirty = new Map<Slot, Shelf>()
  readonly #lots = new Map<number, LotFact>()

  constructor(reader: Reader, flush: () => void) {
    this.#reader = reader
    this.#flush = flush
  }

  /** A lot of a shelf that was looked at. */
  lot(id: number): LotFact | undefined {
    return this.#lots.get(id)
  }

  lotsOnHand(location: number, product: number, day: string): LotOnHand[] {
    const shelf = this.#shelf(location, product)
    let least: Map<number, number> | undefined
    const found: LotOnHand[] = []
    for (const { lot, quantity_milli, quiet_from } of shelf.slots) {
      if (quantity_milli <= 0) continue
      let available_milli = quantity_milli
      if (day < quiet_from) {
        least ??= this.#leastAfter(shelf, day)
        available_milli = Math.min(quantity_milli, least.get(lot.id) ?? quantity_milli)
      }
      if (available_milli > 0) found.push({ ...lot, available_milli })
    }
    return found
  }

  /** @throws EsepError `amount_too_large` where the place could not hold so much more of the product. */
  checkRoom(location: number, product: number, more_milli: number): void {
    whole(this.#shelf(location, product).total_milli + more_milli)
  }

  /** Stock of the product at the place at the end of the day. */
  stock(location: number, product: number, day: string): number {
    let quantity_milli = this.#shelf(location, product).total_milli
    this.#flush()
    for (const { net_milli } of movesAfter.all(this.#reader, { location, product, day }))
      quantity_milli -= net_milli
    return quantity_milli
  }

  /** Takes a move into account; `lot` describes a lot that may be new to the place. */
  move(location: number, lot: LotFact, change_milli: number, day: string): void {
    const shelf = this.#shelf(location, lot.product)
    let slot = shelf.slots.find((candidate) => candidate.lot.id === lot.id)
    if (!slot) {
      slot = { lot, quantity_milli: 0, quiet_from: '' }
      shelf.slots.push(slot)
      shelf.slots.sort((left, right) => byFefo(left.lot, right.lot))
    }
    if (slot.quantity_milli === 0) slot.quiet_from = day
    else if (change_milli > 0 && day > slot.quiet_from) slot.quiet_from = day
    slot.quantity_milli += change_milli
    shelf.total_milli += change_milli
    this.#dirty.set(slot, shelf)
  }

  /** The balances changed since the last call. */
  takeChanges(): StockBalanceTable[] {
    const rows: StockBalanceTable[] = []
    for (const [slot, { location, product }] of this.#dirty) {
      const { lot, quantity_milli, quiet_from } = slot
      rows.push({ location_id: location, product_id: product, lot_id: lot.id, quantity_milli, quiet_from })
    }
    this.#dirty.clear()
    return rows
  }

  #shelf(location: number, product: number): Shelf {
    const key = `${location}/${product}`
    let shelf = this.#shelves.get(key)
    if (!shelf) {
      const slots = lotsAtPlace
        .all(this.#reader, { location, product })
        .map((row) => ({ lot: lotFact(row), quantity_milli: row.quantity_milli, quiet_from: row.quiet_from }))
      slots.sort((left, right) => byFefo(left.lot, right.lot))
      for (const { lot } of slots) this.#lots.set(lot.id, lot)
      shelf = {
        location,
        product,
        slots,
        total_milli: sum(slots.map(({ quantity_milli }) => quantity_milli)),
      }
      this.#shelves.set(key, shelf)
    }
    return shelf
  }

  /** The least each lot holds at the end of any day from `day` on, where it is less than now. */
  #leastAfter({ location, product, slots }: Shelf, day: string): Map<number, number> {
    this.#flush()
    const later = movesAfter.all(this.#reader, { location, product, day })
    const holding = new Map(slots.map(({ lot, quantity_milli }) => [lot.id, quantity_milli]))
    const least = new Map(holding)
    // Walking back from now: before a day's moves the lot held what it holds after them, less their net.
    for (const { lot_id, net_milli } of later.reverse()) {
      const before = (holding.get(lot_id) ?? 0) - net_milli
      holding.set(lot_id, before)
      least.set(lot_id, Math.min(least.get(lot_id) ?? 0, before))
    }
    return least
  }
}
