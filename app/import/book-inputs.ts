/** Turns a book's document into what the engine posts: codes become ids, words become values. */
import type { BookAccount, BookDiscount, BookRow } from '../../domain/book/sheets.ts'
import type { DocumentInput, InputFor } from '../../domain/documents/registry.ts'
import { type Notice, notice } from '../../domain/error.ts'
import { customerByName } from '../catalogues.ts'
import type { Work } from '../ledger.ts'
import type { BookCodes } from './book-codes.ts'
import type { BookDocument, BookDocumentOf, DocumentSheet } from './book-documents.ts'
import type { AnyRow, BookTrouble } from './book-trouble.ts'

/** A document of the book ready to post; a return's sales are found when its turn comes. */
export type Prepared =
  | { readonly document: BookDocument; readonly input: DocumentInput }
  | { readonly document: BookDocumentOf<'customerReturns'>; readonly input: null }

type Head = Pick<DocumentInput, 'id' | 'date' | 'paperDate' | 'paperNumber'> & { cells: string }

export class BookInputs {
  readonly #work: Work
  readonly #codes: BookCodes
  readonly #trouble: BookTrouble

  constructor(work: Work, codes: BookCodes, trouble: BookTrouble) {
    this.#work = work
    this.#codes = codes
    this.#trouble = trouble
  }

  /** Every wrong reference of the document is told; undefined where there was any. */
  prepare(document: BookDocument): Prepared | undefined {
    const before = this.#trouble.errors
    if (document.sheet === 'customerReturns') {
      for (const row of document.rows) this.#checkReturn(row)
      return this.#trouble.errors > before ? undefined : { document, input: null }
    }
    for (const row of document.rows) this.#checkPrices(document.sheet, row)
    const input = this.#input(document)
    return this.#trouble.errors > before ? undefined : { document, input }
  }

  #checkPrices(sheet: DocumentSheet, row: AnyRow): void {
    const values = row.values as { article?: string; price?: number; net?: number }
    for (const field of ['price', 'net'] as const) {
      const problem = notice('price_negative', { article: values.article ?? '' })
      if ((values[field] ?? 0) < 0) this.#error(sheet, row, field, problem)
    }
  }

  head(document: BookDocument): Head {
    const paperDate = this.#one(document, 'paperDate', 'Дата бумаги')
    return {
      id: document.id,
      date: document.date,
      cells: document.cells,
      ...(document.number === '' ? {} : { paperNumber: document.number }),
      ...(paperDate === undefined ? {} : { paperDate }),
    }
  }

  #input(document: Exclude<BookDocument, { sheet: 'customerReturns' }>): DocumentInput {
    switch (document.sheet) {
      case 'openingBalances':
        return this.#openingBalance(document)
      case 'openingStock':
        return this.#openingStock(document)
      case 'receipts':
        return this.#receipt(document)
      case 'transfers':
        return this.#transfer(document)
      case 'sales':
        return this.#sale(document)
      case 'producerReturns':
        return this.#producerReturn(document)
      case 'writeOffs':
        return this.#writeOff(document)
      case 'repricings':
        return this.#repricing(document)
      case 'charges':
        return this.#charge(document)
      case 'payouts':
        return this.#payout(document)
      case 'money':
        return this.#money(document)
      case 'stockCounts':
        return this.#stockCount(document)
    }
  }

  #receipt(document: BookDocumentOf<'receipts'>): InputFor<'receipt'> {
    const product = this.#codes.products.get(document.rows[0]?.values.article ?? '')
    return {
      ...this.head(document),
      kind: 'receipt',
      location: this.#location(document),
      producer: product?.producer_id ?? 0,
      lines: document.rows.map((row) => {
        const { quantity, price, net, made, expires, note } = row.values
        const given = { price_tyiyn: price, net_tyiyn: net, made, expires, note }
        return { product: this.#product('receipts', row), quantity_milli: quantity, ...present(given) }
      }),
    }
  }

  #transfer(document: BookDocumentOf<'transfers'>): InputFor<'transfer'> {
    const place = (field: 'from' | 'to') => {
      const [row] = document.rows
      return row ? this.#place('transfers', row, field, row.values[field]) : 0
    }
    const lines = document.rows.map((row) => ({
      product: this.#product('transfers', row),
      quantity_milli: row.values.quantity,
    }))
    return { ...this.head(document), kind: 'transfer', from: place('from'), to: place('to'), lines }
  }

  #sale(document: BookDocumentOf<'sales'>): InputFor<'sale'> {
    const customer = this.#one(document, 'customer', 'Покупатель')
    const id = customer === undefined ? {} : { customer: customerByName(this.#work, customer) }
    return {
      ...this.head(document),
      kind: 'sale',
      location: this.#location(document),
      ...id,
      lines: document.rows.map((row) => {
        const { quantity, price, discount, payment } = row.values
        const given = { price_tyiyn: price, discount: discount && this.#discount(row, discount), payment }
        return { product: this.#product('sales', row), quantity_milli: quantity, ...present(given) }
      }),
    }
  }

  #discount(row: BookRow<'sales'>, discount: BookDiscount): { amount_tyiyn: number } | { rate_bp: number } {
    const wrong = 'rate' in discount ? discount.rate < 0 || discount.rate > 10_000 : discount.amount < 0
    if (wrong) this.#error('sales', row, 'discount', notice('number_out_of_range', { heading: 'Скидка' }))
    return 'rate' in discount ? { rate_bp: discount.rate } : { amount_tyiyn: discount.amount }
  }

  #producerReturn(document: BookDocumentOf<'producerReturns'>): InputFor<'producer_return'> {
    const lines = document.rows.map((row) => {
      const { quantity, reason } = row.values
      return {
        product: this.#product('producerReturns', row),
        quantity_milli: quantity,
        ...present({ reason }),
      }
    })
    return { ...this.head(document), kind: 'producer_return', location: this.#location(document), lines }
  }

  #writeOff(document: BookDocumentOf<'writeOffs'>): InputFor<'write_off'> {
    const lines = document.rows.map((row) => {
      const { quantity, bearer, reason } = row.values
      return {
        product: this.#product('writeOffs', row),
        quantity_milli: quantity,
        bearer,
        ...present({ reason }),
      }
    })
    return { ...this.head(document), kind: 'write_off', location: this.#location(document), lines }
  }

  #stockCount(document: BookDocumentOf<'stockCounts'>): InputFor<'stock_count'> {
    const lines = document.rows.map((row) => {
      const { counted, bearer } = row.values
      return { product: this.#product('stockCounts', row), counted_milli: counted, bearer }
    })
    return { ...this.head(document), kind: 'stock_count', location: this.#location(document), lines }
  }

  #repricing(document: BookDocumentOf<'repricings'>): InputFor<'repricing'> {
    const lines = document.rows.map((row) => ({
      product: this.#product('repricings', row),
      price_tyiyn: row.values.price,
    }))
    return { ...this.head(document), kind: 'repricing', lines }
  }

  #charge(document: BookDocumentOf<'charges'>): InputFor<'charge'> {
    const lines = document.rows.map((row) => {
      const { kind, amount, note } = row.values
      return {
        producer: this.#producer('charges', row),
        what: kind,
        amount_tyiyn: amount,
        ...present({ note }),
      }
    })
    return { ...this.head(document), kind: 'charge', lines }
  }

  #payout(document: BookDocumentOf<'payouts'>): InputFor<'payout'> {
    const lines = document.rows.map((row) => {
      const { amount, method, note } = row.values
      return { producer: this.#producer('payouts', row), amount_tyiyn: amount, ...present({ method, note }) }
    })
    return { ...this.head(document), kind: 'payout', lines }
  }

  #money(document: BookDocumentOf<'money'>): InputFor<'money'> {
    const lines = document.rows.map((row) => {
      const { from, to, amount, note } = row.values
      return {
        from: this.#account(row, 'from', from),
        to: this.#account(row, 'to', to),
        amount_tyiyn: amount,
        ...present({ note }),
      }
    })
    return { ...this.head(document), kind: 'money', lines }
  }

  #account(
    row: BookRow<'money'>,
    field: 'from' | 'to',
    account: BookAccount,
  ): InputFor<'money'>['lines'][number]['from'] {
    if (account.account === 'charges') return { account: 'charges', what: account.who }
    if (account.account === 'customer')
      return { account: 'customer', id: customerByName(this.#work, account.who) }
    if (account.account !== 'partner') return { account: account.account }
    return { account: 'partner', id: this.#partner('money', row, field, account.who) }
  }

  #openingStock(document: BookDocumentOf<'openingStock'>): InputFor<'opening'> {
    const lots = document.rows.map((row) => {
      const { quantity, received, net, made, expires } = row.values
      const given = { received, net_tyiyn: net, made, expires }
      const location = this.#place('openingStock', row, 'location', row.values.location)
      return {
        location,
        product: this.#product('openingStock', row),
        quantity_milli: quantity,
        ...present(given),
      }
    })
    return { ...this.head(document), kind: 'opening', lots, balances: [] }
  }

  #openingBalance(document: BookDocumentOf<'openingBalances'>): InputFor<'opening'> {
    return {
      ...this.head(document),
      kind: 'opening',
      lots: [],
      balances: document.rows.map((row) => this.#balance(row)),
    }
  }

  #balance(row: BookRow<'openingBalances'>): InputFor<'opening'>['balances'][number] {
    const { account = 'producer', who, amount } = row.values
    if (account === 'cash' || account === 'bank') return { account, amount_tyiyn: amount }
    if (account === 'producer')
      return { account, id: this.#producer('openingBalances', row), amount_tyiyn: amount }
    if (who === undefined) {
      this.#error('openingBalances', row, 'who', notice('cell_missing', { heading: 'Кто' }))
      return { account, id: 1, amount_tyiyn: amount }
    }
    const id =
      account === 'partner'
        ? this.#partner('openingBalances', row, 'who', who)
        : customerByName(this.#work, who)
    return { account, id, amount_tyiyn: amount }
  }

  #checkReturn(row: BookRow<'customerReturns'>): void {
    this.#product('customerReturns', row)
    const { location } = row.values
    if (location !== undefined) this.#place('customerReturns', row, 'location', location)
  }

  #product(sheet: DocumentSheet, row: AnyRow): number {
    const article = (row.values as { article?: string }).article ?? ''
    return this.#known(
      this.#codes.products.get(article),
      sheet,
      row,
      'article',
      notice('unknown_product', { article }),
    )
  }

  #producer(sheet: DocumentSheet, row: AnyRow): number {
    const { producer: own, who } = row.values as { producer?: string; who?: string }
    const code = own ?? who
    if (code === undefined) {
      this.#error(sheet, row, 'producer', notice('cell_missing', { heading: 'Производитель' }))
      return 1
    }
    return this.#known(
      this.#codes.producers.get(code),
      sheet,
      row,
      'producer',
      notice('unknown_producer', { code }),
    )
  }

  #partner(sheet: DocumentSheet, row: AnyRow, field: string, code: string): number {
    return this.#known(this.#codes.partners.get(code), sheet, row, field, notice('unknown_partner', { code }))
  }

  /** The document's one place: its rows share it. */
  #location(document: BookDocument): number {
    const ids = document.rows.map((row) =>
      this.#place(document.sheet, row, 'location', (row.values as { location?: string }).location ?? ''),
    )
    return ids[0] ?? 0
  }

  #place(sheet: DocumentSheet, row: AnyRow, field: string, code: string): number {
    return this.#known(
      this.#codes.locations.get(code),
      sheet,
      row,
      field,
      notice('unknown_location', { code }),
    )
  }

  /** The id, or 1 beside an error: the document will not post. */
  #known(
    found: { id: number } | undefined,
    sheet: DocumentSheet,
    row: AnyRow,
    field: string,
    problem: Notice,
  ): number {
    if (!found) this.#error(sheet, row, field, problem)
    return found?.id ?? 1
  }

  #error(sheet: DocumentSheet, row: AnyRow, field: string, problem: Notice): void {
    this.#trouble.error({ sheet, row, field }, problem)
  }

  /** A value that rows of one document give once, or alike. */
  #one(document: BookDocument, field: string, heading: string): string | undefined {
    let value: string | undefined
    for (const row of document.rows) {
      const own = (row.values as Record<string, unknown>)[field]
      if (typeof own !== 'string') continue
      if (value !== undefined && own !== value) {
        this.#error(
          document.sheet,
          row,
          field,
          notice('value_differs', { heading, stored: value, way: 'Номер' }),
        )
      }
      value ??= own
    }
    return value
  }
}

/** The fields that are given: an absent cell is an absent field. */
function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
