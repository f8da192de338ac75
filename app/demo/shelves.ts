/** What stands where in the demo association, lot by lot as the ledger will see it, so that nothing is sold that is not there. */
import type { CivilDate } from '../../domain/dates.ts'
import { byFefo } from '../../domain/lots.ts'

interface DemoLot {
  readonly id: number
  readonly received: CivilDate
  readonly expires: CivilDate | null
}

export interface Part {
  readonly lot: DemoLot
  readonly quantity: number
}

interface Held {
  readonly lot: DemoLot
  quantity: number
}

export class DemoShelves {
  /** Lots of an article at a place, in the order they leave; empty ones stay, for a count may find them again. */
  readonly #held = new Map<string, Held[]>()
  #lots = 0

  receive(
    place: string,
    article: string,
    quantity: number,
    received: CivilDate,
    expires: CivilDate | null,
  ): void {
    this.#lots += 1
    this.put(place, article, [{ lot: { id: this.#lots, received, expires }, quantity }])
  }

  put(place: string, article: string, parts: readonly Part[]): void {
    const key = `${place}/${article}`
    const held = this.#held.get(key) ?? []
    for (const { lot, quantity } of parts) {
      const known = held.find((each) => each.lot.id === lot.id)
      if (known) known.quantity += quantity
      else held.push({ lot, quantity })
    }
    this.#held.set(
      key,
      held.sort((a, b) => byFefo(a.lot, b.lot)),
    )
  }

  /** All that stands there, in thousandths. */
  stock(place: string, article: string): number {
    return this.#at(place, article).reduce((sum, { quantity }) => sum + quantity, 0)
  }

  /** What may be sold on the day: nothing while a lot that is past its day would have to leave first. */
  sellable(place: string, article: string, day: CivilDate): number {
    const first = this.#at(place, article).find(({ quantity }) => quantity > 0)
    if (first?.lot.expires && first.lot.expires < day) return 0
    return this.stock(place, article)
  }

  /** What is past its last day, or will be: it leaves first. */
  expiring(place: string, article: string, before: CivilDate): number {
    return this.#at(place, article)
      .filter(({ lot }) => lot.expires !== null && lot.expires < before)
      .reduce((sum, { quantity }) => sum + quantity, 0)
  }

  /** Takes from the lots that leave first; there must be enough. */
  take(place: string, article: string, quantity: number): Part[] {
    const parts: Part[] = []
    let wanted = quantity
    for (const held of this.#at(place, article)) {
      const taken = Math.min(wanted, held.quantity)
      if (taken <= 0) continue
      held.quantity -= taken
      wanted -= taken
      parts.push({ lot: held.lot, quantity: taken })
    }
    if (wanted > 0) throw new RangeError(`${place} lacks ${wanted} of ${article}`)
    return parts
  }

  /** A count found this much: what lacks leaves first, what is over joins the lot that leaves last. */
  count(place: string, article: string, counted: number): void {
    const over = counted - this.stock(place, article)
    if (over < 0) this.take(place, article, -over)
    const last = this.#at(place, article).at(-1)
    if (over > 0 && last) last.quantity += over
  }

  #at(place: string, article: string): Held[] {
    return this.#held.get(`${place}/${article}`) ?? []
  }
}
