/**
 * What a month's settlement says, as data: the one source of the workbook, of `settle --json` and later of the
 * screen and the papers. Money in tyiyn, quantity in thousandths, rates in basis points (rules.md section 7).
 */
import type { CivilDate, Month } from '../dates.ts'
import type { Figure } from '../registers.ts'

/** The figures of one producer's month: closing = opening + sales − returns − commission + compensation − charges − deductions − payouts. */
export interface Figures {
  opening: number
  sales: number
  returns: number
  commission: number
  /** sales − returns − commission */
  due: number
  compensation: number
  charges: number
  deductions: number
  payouts: number
  closing: number
  payable: number
}

/** One lot part sold or brought back; returns and reversals are negative. */
export interface SettlementLine {
  /** The figure it counts in: a reversed sale lowers the sales, a reversed return the returns. */
  figure: 'sales' | 'returns'
  date: CivilDate
  document: string
  article: string
  name: string
  unit: string
  quantity: number
  price: number
  discount: number
  amount: number
  method: 'percent_of_sale' | 'difference' | 'percent_of_difference' | 'fixed_per_unit'
  /** Basis points; 0 where the method has none. */
  rate: number
  commission: number
  partner: number
  due: number
}

/** A charge, deduction, compensation, opening or payout: what lowers or raises the balance beside sales. */
export interface AccountLine {
  date: CivilDate
  document: string
  /** Kind of charge, name of the rule, or way of payment. */
  what: string
  note: string
  amount: number
}

/** Goods of one article of the producer in the month, over all places. */
export interface GoodsRow {
  article: string
  name: string
  unit: string
  opening: number
  received: number
  sold: number
  /** Brought back by customers. */
  broughtBack: number
  returned: number
  writtenOff: number
  surplus: number
  closing: number
}

export interface ProducerDetails {
  code: string
  name: string
  kind: string
  organisation: string
  leader: string
  oblast: string
  district: string
  village: string
  phone: string
  inn: string
  passport: string
  taxStatus: string
  payoutMethod: 'cash' | 'bank' | 'wallet' | ''
  details: string
  /** The day of the agreement; empty where it is not known. */
  joined: CivilDate | ''
}

export interface OrganisationDetails {
  name: string
  inn: string
  okpo: string
  address: string
  phone: string
  bank: string
  account: string
  bik: string
  director: string
  accountant: string
}

export interface ProducerMonth extends Figures {
  producer: ProducerDetails
  /** The settlement's own number and seal; empty in a preview. */
  number: string
  seal: string
  lines: SettlementLine[]
  chargeLines: AccountLine[]
  deductionLines: AccountLine[]
  compensationLines: AccountLine[]
  openingLines: AccountLine[]
  payoutLines: AccountLine[]
  goods: GoodsRow[]
}

/** A partner's share at one location in the month. */
export interface PartnerShare {
  code: string
  name: string
  location: string
  locationName: string
  /** Basis points and base of the agreement; several in one month give several rows. */
  rate: number
  shareBase: 'sale' | 'commission'
  base: number
  share: number
}

/** A partner's account in the month: closing = opening + share − paid (+ other). */
export interface PartnerAccount {
  code: string
  name: string
  opening: number
  share: number
  paid: number
  closing: number
}

/** Two ways to one figure; the workbook shows both and their difference. */
export interface Control {
  /** Which check: a key of the paper's words. */
  key:
    | 'closing'
    | 'sales'
    | 'returns'
    | 'commission'
    | 'payouts'
    | 'split'
    | 'cash'
    | 'bank'
    | 'trial_balance'
    | 'partners'
  left: number
  right: number
}

/** Stock of one article over the whole association in the month, in quantity. */
export interface StockControlRow extends GoodsRow {
  producer: string
  /** At the end of the month by the balances, against `closing` by the moves. */
  counted: number
  /** Value of the closing stock at the day's prices. */
  value: number
}

export interface MonthReport {
  month: Month
  posted: boolean
  /** Ten hex digits of the month's entry in the chain; empty in a preview. */
  seal: string
  organisation: OrganisationDetails
  producers: ProducerMonth[]
  partners: PartnerShare[]
  partnerAccounts: PartnerAccount[]
  totals: Figures
  controls: Control[]
  stock: StockControlRow[]
}

/** Stock on hand: one row a place and lot, or grouped. */
export interface StockRow {
  location: string
  locationName: string
  producer: string
  producerName: string
  article: string
  name: string
  category: string
  unit: string
  lot: string
  received: CivilDate
  expires: CivilDate | ''
  quantity: number
  price: number | null
  value: number
}

export interface StockReport {
  organisation: OrganisationDetails
  date: CivilDate
  /** Empty: all places. */
  location: string
  by: 'lot' | 'product' | 'producer'
  seal: string
  rows: StockRow[]
}

/** A producer's account over a period with every move, for the акт сверки. */
export interface StatementReport {
  organisation: OrganisationDetails
  producer: ProducerDetails
  from: CivilDate
  to: CivilDate
  seal: string
  opening: number
  /** `debit` lowers what the association owes, `credit` raises it; `balance` after the line. */
  lines: {
    date: CivilDate
    document: string
    /** The figure of the month it counts in. */
    what: Figure
    /** The kind of a charge or the name of a rule. */
    name: string
    debit: number
    credit: number
    balance: number
  }[]
  debit: number
  credit: number
  closing: number
}

export interface SalesReport {
  organisation: OrganisationDetails
  from: CivilDate
  to: CivilDate
  by: 'product' | 'producer' | 'category' | 'district' | 'day'
  seal: string
  /** Returns are subtracted from every figure. */
  rows: {
    key: string
    name: string
    unit: string
    quantity: number | null
    sales: number
    returns: number
    amount: number
    commission: number
    partner: number
    due: number
  }[]
}
