/** The facts a posting asks for, read from the ledger and kept true as the documents of one work post (domain/facts.ts). */

import {
  lastCount,
  linesOf,
  lotById,
  lotsMovedTo,
  pricesOf,
  saleHead,
  takenBack,
} from '../db/queries/facts.ts'
import type { DocumentLineTable } from '../db/schema.ts'
import type { Reader } from '../db/sqlite/connection.ts'
import { documentNumber } from '../domain/documents/document.ts'
import { EsepError } from '../domain/error.ts'
import type {
  Agreement,
  Facts,
  LotFact,
  LotOnHand,
  ProductFact,
  SaleFact,
  SalePart,
  Terms,
} from '../domain/facts.ts'
import { byFefo } from '../domain/lots.ts'
import type { AccountKey } from '../domain/registers.ts'
import { AccountSums } from './account-sums.ts'
import type { Catalogue } from './catalogue.ts'
import { lotFact, Shelves } from './shelves.ts'

interface DatedPrice {
  readonly from_date: string
  readonly price_tyiyn: number
}

export class LedgerFacts implements Facts {
  readonly #reader: Reader
  readonly #catalogue: Catalogue
  readonly #flush: () => void
  readonly shelves: Shelves
  readonly sums: AccountSums
  readonly #prices = new Map<number, DatedPrice[]>()
  readonly #lots = new Map<number, LotFact>()
  /** Lots whose document was reversed. */
  readonly #fallen = new Set<number>()
  readonly #counts = new Map<string, { date: string; number: string } | null>()

  /** `flush` writes what was posted and not yet written, before a question that must see it. */
  constructor(reader: Reader, catalogue: Catalogue, flush: () => void) {
    this.#reader = reader
    this.#catalogue = catalogue
    this.#flush = flush
    this.shelves = new Shelves(reader, flush)
    this.sums = new AccountSums(reader, catalogue, flush)
  }

  product(id: number): ProductFact {
    return this.#catalogue.product(id)
  }

  location(id: number): { id: number; code: string; name: string } {
    return this.#catalogue.location(id)
  }

  producer(id: number): {
    id: number
    code: string
    name: string
    payoutMethod: 'cash' | 'bank' | 'wallet' | ''
  } {
    const row = this.#catalogue.producer(id)
    return { id, code: row.code, name: row.name, payoutMethod: row.payout_method }
  }

  partner(id: number): { id: number } {
    return this.#catalogue.partner(id)
  }

  customer(id: number): { id: number } {
    return this.#catalogue.customer(id)
  }

  lot(id: number): LotFact {
    const lot = this.movedLot(id)
    if (this.#fallen.has(id)) throw new EsepError('unknown_lot', { lot: lot.name })
    return lot
  }

  /** A lot whose own document may have been reversed meanwhile: what moved it once can still be undone. */
  movedLot(id: number): LotFact {
    // What this work has opened or reversed is known or written, so nothing has to be written before a look at the file.
    const known = this.#lots.get(id) ?? this.shelves.lot(id)
    if (known) return known
    const row = lotById.get(this.#reader, { id })
    if (!row) throw new EsepError('unknown_lot', { lot: String(id) })
    const lot = lotFact(row)
    this.#lots.set(id, lot)
    if (row.reversed_by !== null) this.#fallen.add(id)
    return lot
  }

  /** A lot that this work has just opened. */
  addLot(lot: LotFact): void {
    this.#lots.set(lot.id, lot)
  }

  price(product: number, day: string): number | null {
    let price = this.#catalogue.product(product).price_tyiyn
    for (const { from_date, price_tyiyn } of this.#pricesOf(product)) {
      if (from_date > day) break
      price = price_tyiyn
    }
    return price
  }

  lotsOnHand(location: number, product: number, day: string): readonly LotOnHand[] {
    return this.shelves.lotsOnHand(location, product, day)
  }

  lotsEverAt(location: number, product: number, day: string): readonly LotFact[] {
    this.#flush()
    return lotsMovedTo.all(this.#reader, { location, product, day }).map(lotFact).sort(byFefo)
  }

  stock(location: number, product: number, day: string): number {
    return this.shelves.stock(location, product, day)
  }

  terms(
    scope: { lot: number; product: number; producer: number; location: number },
    day: string,
  ): Terms | null {
    return this.#catalogue.terms(scope, day)
  }

  agreement(location: number, day: string): Agreement | null {
    return this.#catalogue.agreement(location, day)
  }

  sale(document: number): SaleFact {
    this.#flush()
    const head = saleHead.get(this.#reader, { id: document })
    if (head?.kind !== 'sale' || head.reverses_id !== null || head.reversed_by !== null) {
      throw new EsepError('unknown_document', { id: String(document) })
    }
    const taken = new Map(
      takenBack.all(this.#reader, { document }).map((row) => [`${row.source_line}/${row.source_part}`, row]),
    )
    const parts = linesOf
      .all(this.#reader, { document })
      .map((row) => salePart(row, taken.get(`${row.line}/${row.part}`)))
    const number = documentNumber(head.kind, head.year, head.number)
    return { id: document, number, date: head.date, customer: head.customer_id, parts }
  }

  balance(account: AccountKey): number {
    return this.sums.balance(account)
  }

  cashRounding(day: string): boolean {
    return this.#catalogue.setting('cash_rounding', day) === '1'
  }

  countSince(location: number, product: number, day: string): string | null {
    const key = `${location}/${product}`
    let count = this.#counts.get(key)
    if (count === undefined) {
      const row = lastCount.get(this.#reader, { location, product })
      count = row ? { date: row.date, number: documentNumber('stock_count', row.year, row.number) } : null
      this.#counts.set(key, count)
    }
    return count && count.date >= day ? count.number : null
  }

  /** Prices and counts change rarely: what was read of them is read anew. */
  forgetPrice(product: number): void {
    this.#flush()
    this.#prices.delete(product)
  }

  forgetCounts(): void {
    this.#flush()
    this.#counts.clear()
  }

  #pricesOf(product: number): DatedPrice[] {
    let prices = this.#prices.get(product)
    if (!prices) {
      prices = pricesOf.all(this.#reader, { product })
      this.#prices.set(product, prices)
    }
    return prices
  }
}

const NOTHING = {
  quantity_milli: 0,
  amount_tyiyn: 0,
  discount_tyiyn: 0,
  commission_tyiyn: 0,
  partner_tyiyn: 0,
}

function salePart(row: DocumentLineTable, taken: SalePart['taken'] | undefined): SalePart {
  const { location_id, lot_id, producer_id, price_tyiyn, method, payment } = row
  if (
    location_id === null ||
    lot_id === null ||
    producer_id === null ||
    price_tyiyn === null ||
    method === null ||
    payment === null
  ) {
    throw new Error(`sale line ${row.document_id}/${row.line}/${row.part} is not whole`)
  }
  return {
    document: row.document_id,
    line: row.line,
    part: row.part,
    location: location_id,
    product: row.product_id,
    set: row.set_id,
    lot: lot_id,
    producer: producer_id,
    quantity_milli: row.quantity_milli,
    price_tyiyn,
    discount_tyiyn: row.discount_tyiyn,
    amount_tyiyn: row.amount_tyiyn,
    net_tyiyn: row.net_tyiyn,
    method,
    rate: row.rate,
    terms: row.terms_id,
    agreement: row.agreement_id,
    commission_tyiyn: row.commission_tyiyn,
    partner: row.partner_id,
    partner_tyiyn: row.partner_tyiyn,
    payment,
    taken: taken ?? NOTHING,
  }
}
