/** Gathers the rows of posted documents and writes them out many at a time. */

import { insertAccounts } from '../db/queries/chain.ts'
import {
  addToMonths,
  insertDocuments,
  insertLines,
  insertLots,
  insertMoneyMoves,
  insertPrices,
  insertStockMoves,
  writeCounter,
  writeStockBalances,
} from '../db/queries/registers.ts'
import type {
  AccountMonthTable,
  DocumentLineTable,
  DocumentTable,
  LotTable,
  MoneyMoveTable,
  ProductPriceTable,
  StockMoveTable,
} from '../db/schema.ts'
import { monthOf } from '../domain/dates.ts'
import type { DocumentKind } from '../domain/documents/document.ts'
import type { AccountKey, MoneyMove, PostedLine, Posting, StockMove } from '../domain/registers.ts'
import type { DocumentRows } from './chain.ts'
import type { Work } from './ledger.ts'
import type { Shelves } from './shelves.ts'

/** A posting with the ids it got. */
export interface PlacedPosting {
  readonly document: DocumentTable
  readonly number: string
  readonly lots: readonly LotTable[]
  readonly posting: Posting
}

/** More documents than this wait in memory for no one. */
const BATCH_DOCUMENTS = 400

export class DocumentBatch {
  readonly #work: Work
  readonly #shelves: Shelves
  #documents: DocumentTable[] = []
  #lots: LotTable[] = []
  #lines: DocumentLineTable[] = []
  #stock: StockMoveTable[] = []
  #money: MoneyMoveTable[] = []
  #prices: ProductPriceTable[] = []
  /** Sums by month and figure, then by account. */
  readonly #months = new Map<string, Map<number, AccountMonthTable>>()
  readonly #counters = new Map<string, { kind: DocumentKind; year: number; last: number }>()

  constructor(work: Work, shelves: Shelves) {
    this.#work = work
    this.#shelves = shelves
  }

  /** Turns a posting into rows. New accounts get their entries first, so the document's entry follows them. */
  add({ document, lots, posting }: PlacedPosting): DocumentRows {
    if (this.#documents.length >= BATCH_DOCUMENTS) this.flush()
    const real = (reference: number): number => (reference < 0 ? (lots[-reference - 1]?.id ?? 0) : reference)
    const rows: DocumentRows = {
      document,
      lots,
      lines: posting.lines.map((line) => lineRow(document.id, line, real)),
      stock: posting.stock.map((move, index) => stockRow(document, move, index + 1, real)),
      money: posting.money.map((move, index) => this.#moneyRow(document, move, index + 1)),
    }
    this.#documents.push(document)
    this.#lots.push(...lots)
    this.#lines.push(...rows.lines)
    this.#stock.push(...rows.stock)
    this.#money.push(...rows.money)
    for (const { product_id, price_from, line, price_tyiyn } of rows.lines) {
      if (price_from !== null && price_tyiyn !== null)
        this.#prices.push({ product_id, from_date: price_from, document_id: document.id, line, price_tyiyn })
    }
    for (const row of rows.money) this.#addToMonth(row)
    return rows
  }

  count(kind: DocumentKind, year: number, last: number): void {
    this.#counters.set(`${kind}/${year}`, { kind, year, last })
  }

  /** Balances may wait longer than the documents that moved them: a question between the two writes the documents. */
  flush(): void {
    if (this.#documents.length > 0) this.#writeDocuments()
    writeStockBalances(this.#work.writer, this.#shelves.takeChanges())
  }

  #writeDocuments(): void {
    const { writer, chain } = this.#work
    chain.flush()
    insertDocuments(writer, this.#documents)
    insertLots(writer, this.#lots)
    insertLines(writer, this.#lines)
    insertStockMoves(writer, this.#stock)
    insertMoneyMoves(writer, this.#money)
    insertPrices(writer, this.#prices)
    addToMonths(
      writer,
      [...this.#months.values()].flatMap((accounts) => [...accounts.values()]),
    )
    for (const { kind, year, last } of this.#counters.values()) writeCounter(writer, kind, year, last)
    this.#documents = []
    this.#lots = []
    this.#lines = []
    this.#stock = []
    this.#money = []
    this.#prices = []
    this.#months.clear()
    this.#counters.clear()
  }

  #moneyRow(document: DocumentTable, move: MoneyMove, ordinal: number): MoneyMoveTable {
    return {
      producer_id: producerOf(move.debit) || producerOf(move.credit),
      date: document.date,
      document_id: document.id,
      ordinal,
      line: move.line,
      debit_id: this.#account(move.debit),
      credit_id: this.#account(move.credit),
      amount_tyiyn: move.amount_tyiyn,
      figure: move.figure,
    }
  }

  #account(key: AccountKey): number {
    const id = this.#work.ledger.catalogue.accountId(key)
    if (id === undefined) throw new Error(`account ${key} was not opened`)
    return id
  }

  #addToMonth({ date, debit_id, credit_id, amount_tyiyn, figure }: MoneyMoveTable): void {
    const month = monthOf(date)
    const key = `${month}/${figure}`
    let accounts = this.#months.get(key)
    if (!accounts) {
      accounts = new Map()
      this.#months.set(key, accounts)
    }
    const add = (account_id: number, change_tyiyn: number): void => {
      const row = accounts.get(account_id)
      if (row) row.amount_tyiyn += change_tyiyn
      else accounts.set(account_id, { month, account_id, figure, amount_tyiyn: change_tyiyn })
    }
    add(debit_id, -amount_tyiyn)
    add(credit_id, amount_tyiyn)
  }
}

/** Opens the accounts a posting names that are not there yet, each with its entry in the chain. */
export function openAccounts({ ledger, writer, chain }: Work, money: readonly MoneyMove[]): void {
  for (const { debit, credit } of money) {
    for (const key of [debit, credit]) {
      if (ledger.catalogue.accountId(key) !== undefined) continue
      const id = ledger.catalogue.addAccount(key)
      insertAccounts(writer, [{ id, key }])
      chain.append('account', String(id), { id, key })
    }
  }
}

const producerOf = (key: AccountKey): number => (key.startsWith('producer:') ? Number(key.slice(9)) : 0)

function lineRow(
  document_id: number,
  line: PostedLine,
  real: (reference: number) => number,
): DocumentLineTable {
  return {
    document_id,
    line: line.line,
    part: line.part,
    location_id: line.location,
    product_id: line.product,
    lot_id: line.lot === null ? null : real(line.lot),
    producer_id: line.producer,
    quantity_milli: line.quantity_milli,
    price_tyiyn: line.price_tyiyn,
    discount_tyiyn: line.discount_tyiyn,
    amount_tyiyn: line.amount_tyiyn,
    net_tyiyn: line.net_tyiyn,
    method: line.method,
    rate: line.rate,
    commission_tyiyn: line.commission_tyiyn,
    partner_id: line.partner,
    partner_tyiyn: line.partner_tyiyn,
    agreement_id: line.agreement,
    terms_id: line.terms,
    set_id: line.set,
    payment: line.payment,
    source_document_id: line.source?.document ?? null,
    source_line: line.source?.line ?? null,
    source_part: line.source?.part ?? null,
    book_milli: line.book_milli,
    price_from: line.priceFrom,
  }
}

function stockRow(
  document: DocumentTable,
  move: StockMove,
  ordinal: number,
  real: (reference: number) => number,
): StockMoveTable {
  return {
    document_id: document.id,
    ordinal,
    date: document.date,
    line: move.line,
    product_id: move.product,
    lot_id: real(move.lot),
    from_id: move.from,
    to_id: move.to,
    quantity_milli: move.quantity_milli,
  }
}
