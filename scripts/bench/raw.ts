/** The same jobs with prepared statements and nothing else: what the disk and SQLite can do at best. */
import Database from 'better-sqlite3'
import type { Participant } from './participant.ts'
import { configureRaw, STATEMENTS } from './raw-schema.ts'
import type { NewSale } from './workload.ts'

type Statements = Record<keyof typeof STATEMENTS, Database.Statement<unknown[]>>

export class RawLedger implements Participant {
  readonly #database: Database.Database
  readonly #statements: Statements
  readonly #begin: Database.Statement
  readonly #commit: Database.Statement
  #run: number

  constructor(file: string) {
    this.#database = new Database(file)
    configureRaw(this.#database)
    const prepared = Object.entries(STATEMENTS).map(([key, sql]) => [key, this.#database.prepare(sql)])
    this.#statements = Object.fromEntries(prepared) as Statements
    this.#statements.product.raw()
    this.#statements.batches.raw()
    this.#begin = this.#database.prepare('BEGIN IMMEDIATE')
    this.#commit = this.#database.prepare('COMMIT')
    this.#run = 0
  }

  postSale(sale: NewSale): void {
    this.#begin.run()
    this.#post(sale)
    this.#commit.run()
  }

  importSales(sales: readonly NewSale[]): void {
    this.#begin.run()
    for (const sale of sales) this.#post(sale)
    this.#commit.run()
  }

  settle(month: number): void {
    this.#run += 1
    const numbered = { 1: this.#run, 2: month }
    this.#begin.run()
    this.#statements.settle.run(numbered)
    this.#statements.settleMoney.run(numbered)
    this.#statements.settleLines.run(numbered)
    this.#commit.run()
  }

  stockNow(): unknown[] {
    return this.#statements.now.all()
  }

  stockAsOf(day: number): unknown[] {
    const month = Math.floor(day / 100)
    return this.#statements.asOf.all({ 1: day, 2: month % 100 === 1 ? month - 89 : month - 1 })
  }

  statement(producer: number, month: number): { rows: unknown[] } {
    this.#statements.opening.get(producer, month)
    return { rows: this.#statements.statement.all({ 1: producer, 2: month }) }
  }

  search(text: string): unknown[] {
    return this.#statements.search.all(text.toLowerCase())
  }

  close(): void {
    this.#database.close()
  }

  #post({ date, loc, lines }: NewSale): void {
    const statements = this.#statements
    const document = statements.doc.run(date, loc).lastInsertRowid
    let number = 0
    for (const { product, qty } of lines) {
      const [producer = 0, price = 0, bp = 0] = statements.product.get(product) as number[]
      let left = qty
      for (const [batch = 0, held = 0] of statements.batches.all(loc, product) as number[][]) {
        if (left === 0) break
        const part = Math.min(left, held)
        const amount = part * price
        const commission = Math.round((amount * bp) / 10_000)
        const net = amount - commission
        left -= part
        statements.line.run(document, number, product, batch, part, price, amount)
        statements.stock.run(date, document, number, loc, product, batch, -part)
        statements.money.run(producer, date, document, number, product, part, price, amount, commission, net)
        if (part === held) statements.gone.run(loc, product, batch)
        else statements.less.run(part, loc, product, batch)
        statements.month.run(producer, Math.floor(date / 100), part, amount, commission, net)
        number += 1
      }
      if (left > 0) throw new Error('no stock')
    }
  }
}
