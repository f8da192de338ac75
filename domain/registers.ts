/**
 * The two registers of the ledger as a document sees them: what a posting adds to stock and to money, and the lines
 * that explain it. Plain data; `app/post.ts` numbers, checks and stores it (rules.md section 3).
 */
import type { Notice } from './error.ts'

/** Virtual places; a real place has a positive id. */
export const PLACE = { PRODUCER: -1, CUSTOMER: -2, LOSS: -3, SURPLUS: -4 } as const

/** Who an account belongs to; `charges` are told apart by the kind's name. */
export type AccountKey =
  | `producer:${number}`
  | `partner:${number}`
  | `customer:${number}`
  | 'cash'
  | 'bank'
  | 'commission'
  | 'loss'
  | 'rounding'
  | 'opening'
  | `charges:${string}`

export const FIGURES = [
  'opening',
  'sales',
  'returns',
  'commission',
  'compensation',
  'charges',
  'deductions',
  'payouts',
] as const

/** The figure of a producer's month that a money move counts in; '' for moves that touch no producer. */
export type Figure = (typeof FIGURES)[number] | ''

export const METHODS = ['percent_of_sale', 'difference', 'percent_of_difference', 'fixed_per_unit'] as const
export type Method = (typeof METHODS)[number]

export type Payment = 'cash' | 'card' | 'qr' | 'bank' | 'wallet' | 'credit'

export interface StockMove {
  readonly line: number
  /** The lot's id; −1, −2, … are the posting's own new lots in their order. */
  readonly lot: number
  readonly product: number
  readonly from: number
  readonly to: number
  readonly quantity_milli: number
}

export interface MoneyMove {
  readonly line: number
  readonly debit: AccountKey
  readonly credit: AccountKey
  readonly amount_tyiyn: number
  readonly figure: Figure
}

/** One receipt line becomes one lot: the unit of ownership. */
export interface NewLot {
  readonly line: number
  readonly product: number
  readonly producer: number
  readonly received: string
  readonly made: string | null
  readonly expires: string | null
  readonly net_tyiyn: number | null
}

/** One line of a posted document, or the part of it that one lot bears. Quantity and sums are signed. */
export interface PostedLine {
  readonly line: number
  /** Lot parts count from 1; 0 is a line as a whole, such as a counted one. */
  readonly part: number
  readonly location: number | null
  readonly product: number
  readonly lot: number | null
  readonly producer: number | null
  readonly quantity_milli: number
  readonly price_tyiyn: number | null
  readonly discount_tyiyn: number
  readonly amount_tyiyn: number
  readonly net_tyiyn: number | null
  readonly method: Method | null
  /** Basis points, or tyiyn per unit for `fixed_per_unit`. */
  readonly rate: number
  readonly commission_tyiyn: number
  readonly partner: number | null
  readonly partner_tyiyn: number
  readonly agreement: number | null
  readonly terms: number | null
  /** The set that the line was sold in. */
  readonly set: number | null
  readonly payment: Payment | null
  /** The sale part that a return takes back. */
  readonly source: SourcePart | null
  readonly book_milli: number | null
  /** The day from which the line's price is the product's; null for a line that sets none. */
  readonly priceFrom: string | null
}

export interface SourcePart {
  readonly document: number
  readonly line: number
  readonly part: number
}

export interface Posting {
  readonly lines: readonly PostedLine[]
  readonly lots: readonly NewLot[]
  readonly stock: readonly StockMove[]
  readonly money: readonly MoneyMove[]
  /** What a screen asks about first: refused unless confirmed, a warning when it comes from a book. */
  readonly questions: readonly Notice[]
  readonly warnings: readonly Notice[]
}

/** Gathers a posting; drops zero sums and swaps the pair of negative ones (rules.md section 3). */
export class PostingDraft implements Posting {
  readonly lines: PostedLine[] = []
  readonly lots: NewLot[] = []
  readonly stock: StockMove[] = []
  readonly money: MoneyMove[] = []
  readonly questions: Notice[] = []
  readonly warnings: Notice[] = []

  pay(line: number, debit: AccountKey, credit: AccountKey, amount_tyiyn: number, figure: Figure): void {
    if (amount_tyiyn > 0) this.money.push({ line, debit, credit, amount_tyiyn, figure })
    else if (amount_tyiyn < 0)
      this.money.push({ line, debit: credit, credit: debit, amount_tyiyn: -amount_tyiyn, figure })
  }

  move(line: number, product: number, lot: number, from: number, to: number, quantity_milli: number): void {
    this.stock.push({ line, lot, product, from, to, quantity_milli })
  }

  /** @returns the reference by which moves of this posting name the new lot. */
  open(lot: NewLot): number {
    this.lots.push(lot)
    return -this.lots.length
  }
}

const GOODS_LINE = {
  part: 1,
  location: null,
  lot: null,
  producer: null,
  price_tyiyn: null,
  discount_tyiyn: 0,
  amount_tyiyn: 0,
  net_tyiyn: null,
  method: null,
  rate: 0,
  commission_tyiyn: 0,
  partner: null,
  partner_tyiyn: 0,
  agreement: null,
  terms: null,
  set: null,
  payment: null,
  source: null,
  book_milli: null,
  priceFrom: null,
} as const

/** A posted line with nothing but what is given; the rest is empty. */
export function goodsLine(
  fields: Pick<PostedLine, 'line' | 'product' | 'quantity_milli'> & Partial<PostedLine>,
): PostedLine {
  return { ...GOODS_LINE, ...fields }
}

/** Everything a posting did, done back: the body of a reversal. New lots are named by their real ids. */
export function reversed(posting: Pick<Posting, 'lines' | 'stock' | 'money'>): Posting {
  return {
    lines: posting.lines.map((line) => ({
      ...line,
      quantity_milli: 0 - line.quantity_milli,
      discount_tyiyn: 0 - line.discount_tyiyn,
      amount_tyiyn: 0 - line.amount_tyiyn,
      commission_tyiyn: 0 - line.commission_tyiyn,
      partner_tyiyn: 0 - line.partner_tyiyn,
      priceFrom: null,
    })),
    lots: [],
    stock: posting.stock.map((move) => ({ ...move, from: move.to, to: move.from })),
    money: posting.money.map((move) => ({ ...move, debit: move.credit, credit: move.debit })),
    questions: [],
    warnings: [],
  }
}
