/** The document sheets of the whole ledger as a book. */

import { accountByKey, allCustomers } from '../../db/queries/catalogues.ts'
import { lotsOf, moneyMovesOf } from '../../db/queries/documents.ts'
import { productsOfSeveralLots, standingDocuments } from '../../db/queries/export.ts'
import { linesOf } from '../../db/queries/facts.ts'
import type { DocumentTable } from '../../db/schema.ts'
import type { Reader } from '../../db/sqlite/connection.ts'
import { documentNumber, priceDay } from '../../domain/documents/document.ts'
import type { DocumentInput, InputFor } from '../../domain/documents/registry.ts'
import { type Notice, notice } from '../../domain/error.ts'
import { priceTimes, whole } from '../../domain/money.ts'
import type { LedgerFacts } from '../facts.ts'
import { type Names, named } from '../names.ts'
import type { BookRows } from './book-rows.ts'

type Money = InputFor<'money'>['lines'][number]['from']

export class DocumentExport {
  readonly #reader: Reader
  readonly #names: Names
  readonly #facts: LedgerFacts
  readonly #rows: BookRows
  readonly #customers: ReadonlyMap<number, { id: number; name: string }>
  readonly #numbers = new Map<number, string>()
  readonly #severalLots: ReadonlySet<number>
  /** Documents a book has no words for. */
  readonly left: Notice[] = []

  constructor(reader: Reader, names: Names, facts: LedgerFacts, rows: BookRows) {
    this.#reader = reader
    this.#names = names
    this.#facts = facts
    this.#rows = rows
    this.#customers = new Map(allCustomers.all(reader, {}).map((row) => [row.id, row]))
    this.#severalLots = new Set(productsOfSeveralLots.all(reader, {}).map(({ product_id }) => product_id))
  }

  run(): void {
    const documents = standingDocuments.all(this.#reader, {})
    this.#nameAll(documents)
    for (const document of documents) this.#export(document, JSON.parse(document.input) as DocumentInput)
  }

  /** The paper's own number where it is the only one of its kind, else the ledger's. */
  #nameAll(documents: readonly DocumentTable[]): void {
    const uses = new Map<string, number>()
    for (const { kind, paper_number } of documents)
      uses.set(`${kind}/${paper_number}`, (uses.get(`${kind}/${paper_number}`) ?? 0) + 1)
    for (const { id, kind, year, number, paper_number } of documents) {
      const own = documentNumber(kind, year, number)
      this.#numbers.set(
        id,
        paper_number !== null && uses.get(`${kind}/${paper_number}`) === 1 ? paper_number : own,
      )
    }
  }

  /** A book has no column for a lot or for a line of a sale: where the choice mattered, it may fall otherwise. */
  #tellChoices(document: DocumentTable, input: DocumentInput): void {
    if (!('lines' in input)) return
    const chosen = input.lines.some(
      (line) =>
        ('lot' in line && line.lot !== undefined && this.#severalLots.has(line.product)) ||
        ('saleLine' in line && line.saleLine !== undefined && this.#severalLines(line.sale, line.product)),
    )
    const number = documentNumber(document.kind, document.year, document.number)
    if (chosen) this.left.push(notice('book_loses_choice', { number }))
  }

  #severalLines(sale: number, product: number): boolean {
    const { parts } = this.#facts.sale(sale)
    const own = parts.filter((part) => part.product === product || part.set === product)
    return new Set(own.map(({ line }) => line)).size > 1
  }

  #export(document: DocumentTable, input: DocumentInput): void {
    this.#tellChoices(document, input)
    if (input.kind === 'opening') this.#opening(document, input)
    else if (input.kind === 'receipt') this.#receipt(document, input)
    else if (input.kind === 'transfer') this.#transfer(document, input)
    else if (input.kind === 'sale') this.#sale(document, input)
    else if (input.kind === 'customer_return') this.#customerReturn(document, input)
    else if (input.kind === 'payout') this.#payout(document, input)
    else if (input.kind === 'charge') this.#charge(document, input)
    else if (input.kind === 'money') this.#money(document, input)
    else if (input.kind === 'repricing') this.#repricing(document, input)
    else if (input.kind !== 'settlement') this.#outflow(document, input)
  }

  /** Goods that leave without a buyer, or are found short: one place, one row a line. */
  #outflow(document: DocumentTable, input: InputFor<'producer_return' | 'write_off' | 'stock_count'>): void {
    const head = this.#head(document)
    if (input.kind === 'producer_return') {
      for (const { product, quantity_milli: quantity, reason } of input.lines) {
        this.#rows.add('producerReturns', {
          ...head,
          ...this.#goods(input.location, product),
          quantity,
          reason,
        })
      }
    } else if (input.kind === 'write_off') {
      for (const { product, quantity_milli: quantity, reason, bearer } of input.lines) {
        this.#rows.add('writeOffs', {
          ...head,
          ...this.#goods(input.location, product),
          quantity,
          reason,
          bearer,
        })
      }
    } else {
      for (const { product, counted_milli: counted, bearer } of input.lines) {
        this.#rows.add('stockCounts', { ...head, ...this.#goods(input.location, product), counted, bearer })
      }
    }
  }

  #repricing(document: DocumentTable, input: InputFor<'repricing'>): void {
    for (const { product, price_tyiyn: price } of input.lines) {
      this.#rows.add('repricings', { ...this.#dates(document), article: this.#article(product), price })
    }
  }

  #charge(document: DocumentTable, input: InputFor<'charge'>): void {
    for (const { producer, what: kind, amount_tyiyn: amount, note } of input.lines) {
      this.#rows.add('charges', {
        ...this.#dates(document),
        producer: this.#producer(producer),
        kind,
        amount,
        note,
      })
    }
  }

  #money(document: DocumentTable, input: InputFor<'money'>): void {
    for (const { from, to, amount_tyiyn: amount, note } of input.lines) {
      this.#rows.add('money', {
        ...this.#head(document),
        from: this.#account(from),
        to: this.#account(to),
        amount,
        note,
      })
    }
  }

  #opening(document: DocumentTable, input: InputFor<'opening'>): void {
    const lots = lotsOf.all(this.#reader, { document: document.id })
    input.lots.forEach(({ location, product, quantity_milli, received }, index) => {
      const lot = lots[index]
      this.#rows.add('openingStock', {
        ...this.#dates(document),
        ...this.#goods(location, product),
        quantity: quantity_milli,
        received,
        net: lot?.net_tyiyn,
        made: lot?.made,
        expires: lot?.expires,
      })
    })
    for (const balance of input.balances) {
      const { account } = balance
      const head = { ...this.#dates(document), amount: balance.amount_tyiyn }
      if (!('id' in balance)) this.#rows.add('openingBalances', { ...head, account })
      else if (account === 'partner' || account === 'customer') {
        this.#rows.add('openingBalances', { ...head, account, who: this.#who(account, balance.id) })
      } else this.#rows.add('openingBalances', { ...head, producer: this.#producer(balance.id) })
    }
  }

  #receipt(document: DocumentTable, input: InputFor<'receipt'>): void {
    const lots = lotsOf.all(this.#reader, { document: document.id })
    input.lines.forEach(({ product, quantity_milli, price_tyiyn, note }, index) => {
      const lot = lots[index]
      this.#rows.add('receipts', {
        ...this.#head(document),
        ...this.#goods(input.location, product),
        quantity: quantity_milli,
        price: price_tyiyn,
        net: lot?.net_tyiyn,
        made: lot?.made,
        expires: lot?.expires,
        note,
      })
    })
  }

  #transfer(document: DocumentTable, input: InputFor<'transfer'>): void {
    const [from, to] = [this.#place(input.from), this.#place(input.to)]
    for (const { product, quantity_milli } of input.lines) {
      this.#rows.add('transfers', {
        ...this.#head(document),
        from,
        to,
        article: this.#article(product),
        quantity: quantity_milli,
      })
    }
  }

  /** Price and sum as they were taken, so that a later change of prices cannot touch them. */
  #sale(document: DocumentTable, input: InputFor<'sale'>): void {
    const parts = linesOf.all(this.#reader, { document: document.id })
    const customer = input.customer === undefined ? null : named(this.#customers, input.customer).name
    input.lines.forEach(({ product, quantity_milli, price_tyiyn, payment }, index) => {
      const own = parts.filter(({ line }) => line === index + 1)
      const amount = own.reduce((sum, part) => sum + part.amount_tyiyn, 0)
      const price = price_tyiyn ?? this.#priceTaken(input, product, quantity_milli, own)
      const discount = priceTimes(price, quantity_milli) - amount
      this.#rows.add('sales', {
        ...this.#head(document),
        ...this.#goods(input.location, product),
        quantity: quantity_milli,
        price,
        discount: discount === 0 ? null : { amount: discount },
        payment,
        customer,
      })
    })
  }

  /** The price a line was sold at: its parts have kept it. Those of a set have kept their components' prices. */
  #priceTaken(
    input: InputFor<'sale'>,
    product: number,
    quantity_milli: number,
    parts: readonly { set_id: number | null; price_tyiyn: number | null; amount_tyiyn: number }[],
  ): number {
    const [first] = parts
    if (first?.set_id === null && first.price_tyiyn !== null) return first.price_tyiyn
    const amount = parts.reduce((sum, part) => sum + part.amount_tyiyn, 0)
    // A late repricing may have set a lower price since: then the least that gives the sum without a negative discount.
    const least = (BigInt(amount) * 1000n + BigInt(quantity_milli) - 1n) / BigInt(quantity_milli)
    return Math.max(this.#facts.price(product, priceDay(input)) ?? 0, whole(least))
  }

  #customerReturn(document: DocumentTable, input: InputFor<'customer_return'>): void {
    for (const line of input.lines) {
      if (!('sale' in line)) {
        this.left.push(
          notice('book_cannot_hold', {
            number: documentNumber(document.kind, document.year, document.number),
          }),
        )
        continue
      }
      this.#rows.add('customerReturns', {
        ...this.#head(document),
        sale: this.#numbers.get(line.sale) ?? '',
        saleDate: this.#facts.sale(line.sale).date,
        article: this.#article(line.product),
        quantity: line.quantity_milli,
        location: line.location === undefined ? null : this.#place(line.location),
        payment: line.payment,
      })
    }
  }

  #payout(document: DocumentTable, input: InputFor<'payout'>): void {
    // The producer's own way may be another one by now: the register knows which account it was.
    const cash = accountByKey.get(this.#reader, { key: 'cash' })?.id
    const moves = moneyMovesOf.all(this.#reader, { date: document.date, document: document.id })
    input.lines.forEach(({ producer, amount_tyiyn, method, note }, index) => {
      const move = moves.find(({ line, figure }) => line === index + 1 && figure === 'payouts')
      const inCash = move !== undefined && (move.debit_id === cash || move.credit_id === cash)
      this.#rows.add('payouts', {
        ...this.#head(document),
        producer: this.#producer(producer),
        amount: amount_tyiyn,
        method: method ?? (inCash ? 'cash' : 'bank'),
        note,
      })
    })
  }

  #dates(document: DocumentTable): { date: string; paperDate: string | null } {
    return { date: document.date, paperDate: document.paper_date }
  }

  #head(document: DocumentTable): { date: string; paperDate: string | null; number: string } {
    return { ...this.#dates(document), number: this.#numbers.get(document.id) ?? '' }
  }

  #goods(location: number, product: number): { location: string; article: string } {
    return { location: this.#place(location), article: this.#article(product) }
  }

  #article(product: number): string {
    return named(this.#names.products, product).article
  }

  #place(location: number): string {
    return named(this.#names.locations, location).code
  }

  #producer(producer: number): string {
    return named(this.#names.producers, producer).code
  }

  #who(account: 'partner' | 'customer', id: number): string {
    return account === 'partner' ? named(this.#names.partners, id).code : named(this.#customers, id).name
  }

  #account(
    ref: Money,
  ): { account: 'cash' | 'bank' | 'loss' } | { account: 'partner' | 'customer' | 'charges'; who: string } {
    if (ref.account === 'charges') return { account: 'charges', who: ref.what }
    if (ref.account === 'partner' || ref.account === 'customer')
      return { account: ref.account, who: this.#who(ref.account, ref.id) }
    return { account: ref.account }
  }
}
