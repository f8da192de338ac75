/** What every document has, and how its number is written (rules.md section 4). */
import { z } from 'zod'
import { isCivilDate } from '../dates.ts'
import { EsepError, type NoticeCode } from '../error.ts'
import type { Facts, ProductFact } from '../facts.ts'
import { fitsUnit } from '../quantity.ts'
import type { Posting } from '../registers.ts'

export const KINDS = [
  'opening',
  'receipt',
  'transfer',
  'sale',
  'customer_return',
  'producer_return',
  'write_off',
  'stock_count',
  'repricing',
  'charge',
  'settlement',
  'payout',
  'money',
] as const
export type DocumentKind = (typeof KINDS)[number]

export const PREFIXES: Readonly<Record<DocumentKind, string>> = {
  opening: 'НО',
  receipt: 'ПР',
  transfer: 'ПМ',
  sale: 'РЛ',
  customer_return: 'ВП',
  producer_return: 'ВК',
  write_off: 'СП',
  stock_count: 'ИН',
  repricing: 'ЦН',
  charge: 'УД',
  settlement: 'ОК',
  payout: 'ВД',
  money: 'ДД',
}

/** `ПР-2026-000123` */
export function documentNumber(kind: DocumentKind, year: number, number: number): string {
  return `${PREFIXES[kind]}-${year}-${String(number).padStart(6, '0')}`
}

/** What the user may be asked before a document posts; confirming one keeps the reason. */
export const QUESTIONS = [
  'expired_lot',
  'negative_commission',
  'payout_over_balance',
] as const satisfies NoticeCode[]
export type Question = (typeof QUESTIONS)[number]

export const zDate = z.string().refine(isCivilDate, 'not a date')
export const zId = z.int().positive()
export const zMoney = z.int()
export const zQuantity = z.int()
/** As much as a cell of Excel holds. */
export const zText = z.string().max(32_767)
export const zPayment = z.enum(['cash', 'card', 'qr', 'bank', 'wallet', 'credit'])
export const zBearer = z.enum(['producer', 'association'])
export const zDiscount = z.union([
  z.strictObject({ amount_tyiyn: z.int().nonnegative() }),
  z.strictObject({ rate_bp: z.int().min(0).max(10_000) }),
])

/** Header fields of every document; kinds add their own and their lines. */
export const header = {
  /** Made by the client, a UUID: the same id posted twice posts once. */
  id: z.string().min(1).max(64),
  date: zDate,
  /** A late paper's own date: price, terms, agreement and best-before go by it. */
  paperDate: zDate.optional(),
  /** The paper's own number. */
  paperNumber: z.string().max(200).optional(),
  note: zText.optional(),
  /** What the cells of a ledger book said, digested: the same row of a later copy is known by it. */
  cells: z.string().max(64).optional(),
  /** Questions the user has answered with yes, each with a reason (empty where none is needed). */
  confirmed: z.partialRecord(z.enum(QUESTIONS), zText).optional(),
}

export const lines = <T extends z.ZodType>(line: T) => z.array(line).min(1).max(5000)

export interface Header {
  readonly id: string
  readonly date: string
  readonly paperDate?: string | undefined
  readonly paperNumber?: string | undefined
  readonly note?: string | undefined
  readonly cells?: string | undefined
  readonly confirmed?: Partial<Record<Question, string>> | undefined
}

/** The day whose price, terms, agreement and best-before count. */
export const priceDay = (document: Header): string => document.paperDate ?? document.date

/** One kind of document: what it takes, and the pure function from it and the facts to its posting. */
export interface DocumentType<Input extends Header> {
  readonly schema: z.ZodType<Input>
  post(document: Input, facts: Facts): Posting
}

/**
 * A quantity that the product can have.
 * @throws EsepError `quantity_not_positive`, `fraction_of_piece`
 */
export function checkQuantity(product: ProductFact, quantity_milli: number, zeroAllowed = false): void {
  if (quantity_milli < 0 || (quantity_milli === 0 && !zeroAllowed)) {
    throw new EsepError('quantity_not_positive', { article: product.article, quantity_milli })
  }
  if (!fitsUnit(quantity_milli, product.unit)) {
    throw new EsepError('fraction_of_piece', {
      article: product.article,
      product: product.name,
      unit: product.unit,
      quantity_milli,
    })
  }
}

/** Prices that a line gives. 0 is a price. @throws EsepError `price_negative` */
export function checkPrices({ article }: ProductFact, ...prices: readonly (number | undefined)[]): void {
  if (prices.some((price_tyiyn) => price_tyiyn !== undefined && price_tyiyn < 0))
    throw new EsepError('price_negative', { article })
}

/** @throws EsepError `no_price` */
export function requirePrice(facts: Facts, product: ProductFact, day: string): number {
  const price_tyiyn = facts.price(product.id, day)
  if (price_tyiyn === null)
    throw new EsepError('no_price', { article: product.article, product: product.name, date: day })
  return price_tyiyn
}
