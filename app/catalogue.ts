/** Catalogue rows, terms, agreements and settings as postings need them, kept while the ledger is open. */

import {
  allAccounts,
  allAgreements,
  allSettings,
  allTerms,
  customerById,
  locationById,
  partnerById,
  producerById,
  productById,
  turnover,
} from '../db/queries/catalogues.ts'
import type {
  AgreementTable,
  CustomerTable,
  LocationTable,
  PartnerTable,
  ProducerTable,
  ProductTable,
  SettingTable,
  TermsTable,
} from '../db/schema.ts'
import type { Reader } from '../db/sqlite/connection.ts'
import { EsepError } from '../domain/error.ts'
import type { Agreement, ProductFact, Terms } from '../domain/facts.ts'
import type { AccountKey } from '../domain/registers.ts'

export interface CatalogueProduct extends ProductFact {
  readonly barcode: string
  readonly price_tyiyn: number | null
}

interface Dated {
  readonly id: number
  readonly from_date: string
}

export class Catalogue {
  readonly #reader: Reader
  readonly #products = new Map<number, CatalogueProduct>()
  readonly #producers = new Map<number, ProducerTable>()
  readonly #locations = new Map<number, LocationTable>()
  #terms: Map<string, TermsTable[]> | undefined
  #agreements: Map<number, AgreementTable[]> | undefined
  #settings: Map<string, SettingTable[]> | undefined
  #accounts: Map<string, number> | undefined
  #turnover_tyiyn: number | undefined
  readonly #derived = new Map<string, unknown>()

  constructor(reader: Reader) {
    this.#reader = reader
  }

  /** Forgets everything; the next question reads it anew. */
  reset(): void {
    this.#products.clear()
    this.#producers.clear()
    this.#locations.clear()
    this.#terms = undefined
    this.#agreements = undefined
    this.#settings = undefined
    this.#accounts = undefined
    this.#derived.clear()
    this.#turnover_tyiyn = undefined
  }

  /** What others work out of catalogue rows alone: kept as long as the rows are. */
  derived<T>(key: string, make: () => T): T {
    return remember(this.#derived, key, make) as T
  }

  /** @throws EsepError `unknown_product` */
  product(id: number): CatalogueProduct {
    return remember(this.#products, id, () => {
      const row = productById.get(this.#reader, { id })
      if (!row) throw new EsepError('unknown_product', { article: String(id) })
      return productFact(row)
    })
  }

  /** @throws EsepError `unknown_producer` */
  producer(id: number): ProducerTable {
    return remember(this.#producers, id, () => {
      const row = producerById.get(this.#reader, { id })
      if (!row) throw new EsepError('unknown_producer', { code: String(id) })
      return row
    })
  }

  /** @throws EsepError `unknown_location` */
  location(id: number): LocationTable {
    return remember(this.#locations, id, () => {
      const row = locationById.get(this.#reader, { id })
      if (!row) throw new EsepError('unknown_location', { code: String(id) })
      return row
    })
  }

  /** @throws EsepError `unknown_partner` */
  partner(id: number): PartnerTable {
    const row = partnerById.get(this.#reader, { id })
    if (!row) throw new EsepError('unknown_partner', { code: String(id) })
    return row
  }

  /** @throws EsepError `unknown_customer` */
  customer(id: number): CustomerTable {
    const row = customerById.get(this.#reader, { id })
    if (!row) throw new EsepError('unknown_customer', { customer: String(id) })
    return row
  }

  /** The most specific terms in force: lot; product at the place; product; producer at the place; producer; place; association. */
  terms(
    scope: { lot: number; product: number; producer: number; location: number },
    day: string,
  ): Terms | null {
    this.#terms ??= groupBy(allTerms.all(this.#reader, {}), termsLevel)
    const { lot, product, producer, location } = scope
    const levels = [
      `lot ${lot}`,
      `product ${product} at ${location}`,
      `product ${product}`,
      `producer ${producer} at ${location}`,
      `producer ${producer}`,
      `at ${location}`,
      '',
    ]
    for (const level of levels) {
      const found = inForce(this.#terms.get(level), day)
      if (found) return found
    }
    return null
  }

  agreement(location: number, day: string): Agreement | null {
    this.#agreements ??= groupBy(allAgreements.all(this.#reader, {}), ({ location_id }) => location_id)
    const row = inForce(this.#agreements.get(location), day)
    return row && row.share_bp > 0
      ? { id: row.id, partner: row.partner_id, share_bp: row.share_bp, base: row.base }
      : null
  }

  /** A dated setting's value in force on the day; '' where it was never set. */
  setting(key: string, day: string): string {
    this.#settings ??= groupBy(allSettings.all(this.#reader, {}), (row) => row.key)
    return inForce(this.#settings.get(key), day)?.value ?? ''
  }

  accountId(key: AccountKey): number | undefined {
    return this.#accountIds().get(key)
  }

  /** The id a new account of this key gets. */
  addAccount(key: AccountKey): number {
    const accounts = this.#accountIds()
    const id = accounts.size + 1
    accounts.set(key, id)
    return id
  }

  /** At least every sum of any account, whatever its sign. `write` brings what was posted into the file that is read. */
  turnover(write: () => void): number {
    if (this.#turnover_tyiyn === undefined) {
      write()
      this.#turnover_tyiyn = turnover.get(this.#reader, {})?.amount_tyiyn ?? 0
    }
    return this.#turnover_tyiyn
  }

  /** Takes amounts into account that have been posted. */
  addTurnover(amount_tyiyn: number): void {
    if (this.#turnover_tyiyn !== undefined) this.#turnover_tyiyn += amount_tyiyn
  }

  #accountIds(): Map<string, number> {
    this.#accounts ??= new Map(allAccounts.all(this.#reader, {}).map((row) => [row.key, row.id]))
    return this.#accounts
  }
}

function productFact(row: ProductTable): CatalogueProduct {
  const components = JSON.parse(row.components) as [number, number][]
  return {
    id: row.id,
    article: row.article,
    name: row.name,
    unit: row.unit,
    barcode: row.barcode ?? '',
    producer: row.producer_id,
    price_tyiyn: row.price_tyiyn,
    net_tyiyn: row.net_tyiyn,
    shelfLifeDays: row.shelf_life_days,
    components: components.map(([product, quantity_milli]) => ({ product, quantity_milli })),
  }
}

function termsLevel(row: TermsTable): string {
  if (row.lot_id !== null) return `lot ${row.lot_id}`
  const place = row.location_id === null ? '' : `at ${row.location_id}`
  if (row.product_id !== null) return `product ${row.product_id} ${place}`.trim()
  if (row.producer_id !== null) return `producer ${row.producer_id} ${place}`.trim()
  return place
}

/** The latest `from` not after the day; of one date the one entered last. */
export function inForce<T extends Dated>(rows: readonly T[] | undefined, day: string): T | undefined {
  let best: T | undefined
  for (const row of rows ?? []) {
    if (row.from_date > day) continue
    if (!best || row.from_date > best.from_date || (row.from_date === best.from_date && row.id > best.id))
      best = row
  }
  return best
}

function remember<K, V>(cache: Map<K, V>, key: K, make: () => V): V {
  const known = cache.get(key)
  if (known !== undefined) return known
  const made = make()
  cache.set(key, made)
  return made
}

export function groupBy<K, T>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}
