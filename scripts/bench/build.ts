/** Posts the made-up work through the engine, month by month, and settles every month but the last. */

import { addLocation, addProducer, addProduct, addTerms } from '../../app/catalogues.ts'
import {
  BOOKKEEPER,
  type Clock,
  change,
  closeLedger,
  type Ledger,
  openLedger,
  type Work,
} from '../../app/ledger.ts'
import { settleMonth } from '../../app/months.ts'
import { Poster } from '../../app/post.ts'
import type { DocumentInput } from '../../domain/documents/registry.ts'
import { type Masters, type NewSale, TYPE, type WorkEvent, type WorkLine } from './workload.ts'

/** The last day of the workload, so that its last month may be settled. */
export const CLOCK: Clock = { today: () => '2025-12-31', now: () => '2026-01-01T00:00:00.000Z' }

export interface Workload {
  readonly masters: Masters
  readonly events: Iterable<WorkEvent>
  /** Besides, a million pieces of every product at the first place, so that new sales never run short. */
  readonly topUp: boolean
}

export async function buildLedger(file: string, workload: Workload): Promise<void> {
  const ledger = await openLedger(file, CLOCK, { create: true })
  try {
    await change(ledger, BOOKKEEPER, (work) => addMasters(work, workload.masters))
    await new Builder(ledger, workload).run()
  } finally {
    await closeLedger(ledger)
  }
}

/** `20251230` → `2025-12-30` */
export function civil(date: number): string {
  const text = String(date)
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
}

const monthOf = (date: number): number => Math.floor(date / 100)

export const saleInput = (id: string, { date, loc, lines }: NewSale): DocumentInput => ({
  id,
  kind: 'sale',
  date: civil(date),
  location: loc,
  lines: lines.map(({ product, qty }) => ({ product, quantity_milli: qty * 1000 })),
})

/** Ids count from 1 in the ledger as they do in the workload. */
function addMasters(work: Work, { producers, products, locations }: Masters): void {
  for (const { id, name } of locations) addLocation(work, { code: `М${id}`, name, type: 'shop', address: '' })
  for (const { id, name, bp } of producers) {
    addProducer(work, { ...EMPTY_PRODUCER, code: String(id).padStart(3, '0'), name })
    const scope = { lot_id: null, product_id: null, producer_id: id, location_id: null }
    addTerms(work, {
      ...scope,
      from_date: '1900-01-01',
      method: 'percent_of_sale',
      rate_bp: bp,
      fixed_tyiyn: null,
    })
  }
  for (const { id, name, producer, price } of products) {
    addProduct(work, { ...EMPTY_PRODUCT, article: `Т${id}`, name, producer_id: producer, price_tyiyn: price })
  }
}

const EMPTY_PRODUCER = {
  kind: 'person',
  organisation: '',
  leader: '',
  oblast: '',
  district: '',
  aymak: '',
  village: '',
  phone: '',
  inn: '',
  passport: '',
  tax_status: 'none',
  payout_method: 'cash',
  details: '',
  joined: '',
  language: '',
  note: '',
} as const

const EMPTY_PRODUCT = {
  name_ky: '',
  name_en: '',
  category: '',
  brand_line: '',
  unit: 'шт',
  barcode: null,
  net_tyiyn: null,
  shelf_life_days: null,
  composition: '',
  storage: '',
  certificate: '',
  certificate_until: '',
  story: '',
  components: '[]',
} as const

class Builder {
  readonly #ledger: Ledger
  readonly #workload: Workload
  /** The last sale by place and product of its first line: what a return names. */
  readonly #sales = new Map<string, number>()

  constructor(ledger: Ledger, workload: Workload) {
    this.#ledger = ledger
    this.#workload = workload
  }

  async run(): Promise<void> {
    let waiting: WorkEvent[] = []
    let month = 0
    for (const event of this.#workload.events) {
      if (month !== 0 && monthOf(event.date) !== month) {
        await this.#postAll(waiting)
        await settleMonth(this.#ledger, civil(month).slice(0, 7), BOOKKEEPER)
        waiting = []
      }
      month = monthOf(event.date)
      waiting.push(event)
    }
    await this.#postAll(waiting)
    if (this.#workload.topUp) await this.#topUp()
  }

  #postAll(waiting: readonly WorkEvent[]): Promise<void> {
    return change(this.#ledger, BOOKKEEPER, (work) => {
      const poster = new Poster(work)
      for (const event of waiting) {
        const posted = poster.post(this.#input(event, poster))
        const [line] = event.lines
        if (event.type === TYPE.sale && line) this.#sales.set(`${event.loc}/${line.product}`, posted.id)
      }
      poster.flush()
    })
  }

  #input(event: WorkEvent, poster: Poster): DocumentInput {
    const head = { id: `event ${event.id}`, date: civil(event.date) }
    const { loc: location, producer, loc2, lines, money = 0 } = event
    const amount_tyiyn = 0 - money
    switch (event.type) {
      case TYPE.receipt:
        return { ...head, kind: 'receipt', location, producer, lines: lines.map(goods) }
      case TYPE.sale:
        return { ...head, kind: 'sale', location, lines: lines.map(goods) }
      case TYPE.return:
        return { ...head, kind: 'customer_return', lines: lines.map((line) => this.#back(line, location)) }
      case TYPE.transfer:
        return { ...head, kind: 'transfer', from: location, to: loc2 ?? 0, lines: lines.map(goods) }
      case TYPE.writeoff:
        return {
          ...head,
          kind: 'write_off',
          location,
          lines: lines.map((line) => ({ ...goods(line), bearer: 'producer' })),
        }
      case TYPE.count:
        return {
          ...head,
          kind: 'stock_count',
          location,
          lines: lines.map((line) => counted(line, head.date, location, poster)),
        }
      case TYPE.deduction:
        return { ...head, kind: 'charge', lines: [{ producer, what: 'взнос', amount_tyiyn }] }
      case TYPE.payment:
        return { ...head, kind: 'payout', lines: [{ producer, amount_tyiyn }] }
    }
  }

  #back(line: WorkLine, location: number) {
    const key = `${location}/${line.product}`
    const sale = this.#sales.get(key)
    // One piece of a sale comes back once; a second return of the same key finds a sale the ledger does not hold.
    this.#sales.delete(key)
    if (sale !== undefined) return { ...goods(line), sale }
    return { ...goods(line), lot: line.batch, price_tyiyn: line.price, location }
  }

  #topUp(): Promise<void> {
    return change(this.#ledger, BOOKKEEPER, (work) => {
      const poster = new Poster(work)
      for (const { id: producer } of this.#workload.masters.producers) {
        const own = this.#workload.masters.products.filter((product) => product.producer === producer)
        poster.post({
          id: `top-up ${producer}`,
          kind: 'receipt',
          date: '2025-12-30',
          location: 1,
          producer,
          lines: own.map(({ id: product }) => ({ product, quantity_milli: 1_000_000_000 })),
        })
      }
      poster.flush()
    })
  }
}

/** Lots are left to the ledger: first expired, first out is first in, first out where nothing expires. */
const goods = ({ product, qty }: WorkLine) => ({ product, quantity_milli: qty * 1000 })

/** The count that finds as much missing as the event says. */
function counted({ product, qty }: WorkLine, day: string, location: number, poster: Poster) {
  const counted_milli = poster.facts.stock(location, product, day) - qty * 1000
  return { product, counted_milli, bearer: 'producer' } as const
}
