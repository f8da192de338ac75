/** The demo association at work: what every step of its days reads and changes. */
import { addDays, type CivilDate } from '../../domain/dates.ts'
import { isDivisible } from '../../domain/quantity.ts'
import { BookRows } from '../export/book-rows.ts'
import type { Luck } from './luck.ts'
import type { DemoProduct } from './members.ts'
import { DemoShelves, type Part } from './shelves.ts'

export interface DemoSet {
  readonly article: string
  readonly price: number
  readonly components: readonly DemoProduct[]
}

/** One row sold that a customer may still bring back. */
export interface Sold {
  readonly number: string
  readonly date: CivilDate
  readonly place: string
  readonly article: string
  readonly quantity: number
  readonly amount: number
  readonly payment: 'cash' | 'card' | 'qr' | 'bank' | 'credit'
  readonly customer: string
  readonly parts: readonly Part[]
}

export class DemoTrade {
  readonly rows = new BookRows()
  readonly shelves = new DemoShelves()
  readonly luck: Luck
  products: readonly DemoProduct[] = []
  sets: readonly DemoSet[] = []
  /** Retail prices of the day, in tyiyn. */
  readonly prices = new Map<string, number>()
  /** Cash at hand and what customers owe, in tyiyn. */
  till = 0
  readonly debts = new Map<string, number>()
  /** What each producer has about earned this month, in tyiyn. */
  readonly earned = new Map<string, number>()
  sold: Sold[] = []
  readonly #papers = new Map<string, number>()

  constructor(luck: Luck) {
    this.luck = luck
  }

  /** The next paper of a kind: «П-1», «П-2». */
  paper(prefix: string): string {
    const next = (this.#papers.get(prefix) ?? 0) + 1
    this.#papers.set(prefix, next)
    return `${prefix}-${next}`
  }

  price(article: string): number {
    return this.prices.get(article) ?? 0
  }

  /** What the product's life of so many days makes of a day of making. */
  expiresAfter({ good }: DemoProduct, made: CivilDate): CivilDate | null {
    return good.keeps === undefined ? null : addDays(made, good.keeps)
  }

  /** A quantity in thousandths as the unit takes it: whole pieces, or kilograms to the hectogram. */
  amountOf({ good, price }: DemoProduct, most: number): number {
    if (isDivisible(good.unit)) return this.luck.whole(10, 40) * 100
    const dear = price > 150_000 ? 4 : price > 50_000 ? 2 : 1
    return 1000 * Math.max(1, this.luck.whole(Math.ceil(most / 3 / dear), Math.ceil(most / dear)))
  }
}

export const isWhole = ({ good }: DemoProduct): boolean => !isDivisible(good.unit)
