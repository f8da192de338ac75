/**
 * What a document may ask the ledger while it posts. The rules stay pure: the same facts give the same posting.
 * `app/facts.ts` answers from the database through a cache; tests may answer from a table.
 */
import type { AccountKey, Method, Payment, SourcePart } from './registers.ts'

export interface ProductFact {
  readonly id: number
  readonly article: string
  readonly name: string
  readonly unit: string
  /** Null for a set, which has components of several producers. */
  readonly producer: number | null
  readonly net_tyiyn: number | null
  readonly shelfLifeDays: number | null
  /** Empty unless the product is a set. */
  readonly components: readonly { readonly product: number; readonly quantity_milli: number }[]
}

export interface LotFact {
  readonly id: number
  /** How people name it: the number of the paper that opened it, and the line. */
  readonly name: string
  readonly product: number
  readonly producer: number
  readonly received: string
  readonly expires: string | null
  readonly net_tyiyn: number | null
}

/** A lot at a place with what may be taken from it: the least it holds there from the asked day on. */
export interface LotOnHand extends LotFact {
  readonly available_milli: number
}

export interface Terms {
  readonly id: number
  readonly method: Method
  /** Basis points. */
  readonly rate_bp: number
  /** Tyiyn per unit of measure, for `fixed_per_unit`. */
  readonly fixed_tyiyn: number
}

export interface Agreement {
  readonly id: number
  readonly partner: number
  readonly share_bp: number
  readonly base: 'sale' | 'commission'
}

/** One lot part of a posted sale with what its standing returns have taken back. */
export interface SalePart extends SourcePart {
  readonly location: number
  readonly product: number
  readonly set: number | null
  readonly lot: number
  readonly producer: number
  readonly quantity_milli: number
  readonly price_tyiyn: number
  readonly discount_tyiyn: number
  readonly amount_tyiyn: number
  readonly net_tyiyn: number | null
  readonly method: Method
  readonly rate: number
  readonly terms: number | null
  readonly agreement: number | null
  readonly commission_tyiyn: number
  readonly partner: number | null
  readonly partner_tyiyn: number
  readonly payment: Payment
  readonly taken: {
    quantity_milli: number
    amount_tyiyn: number
    commission_tyiyn: number
    partner_tyiyn: number
    discount_tyiyn: number
  }
}

export interface SaleFact {
  readonly id: number
  readonly number: string
  readonly date: string
  readonly customer: number | null
  readonly parts: readonly SalePart[]
}

export interface Facts {
  /** @throws EsepError `unknown_product` */
  product(id: number): ProductFact
  /** @throws EsepError `unknown_location` */
  location(id: number): { readonly id: number; readonly code: string; readonly name: string }
  /** @throws EsepError `unknown_producer` */
  producer(id: number): {
    readonly id: number
    readonly code: string
    readonly name: string
    readonly payoutMethod: 'cash' | 'bank' | 'wallet' | ''
  }
  /** @throws EsepError `unknown_partner` */
  partner(id: number): { readonly id: number }
  /** @throws EsepError `unknown_customer` */
  customer(id: number): { readonly id: number }
  /** @throws EsepError `unknown_lot`, also for a lot whose own document was reversed */
  lot(id: number): LotFact
  /** Retail price in force on the day, in tyiyn. */
  price(product: number, day: string): number | null
  /** Lots of the product at the place that hold something from the day on, in FEFO order. */
  lotsOnHand(location: number, product: number, day: string): readonly LotOnHand[]
  /** Every lot of the product that stood at the place up to the day, in FEFO order. */
  lotsEverAt(location: number, product: number, day: string): readonly LotFact[]
  /** Stock of the product at the place at the end of the day. */
  stock(location: number, product: number, day: string): number
  /** The most specific terms in force on the day (rules.md section 5). */
  terms(
    scope: { lot: number; product: number; producer: number; location: number },
    day: string,
  ): Terms | null
  agreement(location: number, day: string): Agreement | null
  /** @throws EsepError `unknown_document` unless the id is a standing sale's. */
  sale(document: number): SaleFact
  /** What the account holds now, credit positive. */
  balance(account: AccountKey): number
  cashRounding(day: string): boolean
  /** The latest count of the product at the place on or after the day: its number. */
  countSince(location: number, product: number, day: string): string | null
}
