/** The limit to measure against: tables and statements made by hand for nothing but these jobs, and their loader. */
import Database from 'better-sqlite3'
import { type Masters, TYPE, type WorkEvent } from './workload.ts'

const TABLES = `
CREATE TABLE producer (id INTEGER PRIMARY KEY, name TEXT NOT NULL, bp INTEGER NOT NULL);
CREATE TABLE product (id INTEGER PRIMARY KEY, producer INTEGER NOT NULL, name TEXT NOT NULL, price INTEGER NOT NULL);
CREATE TABLE batch (id INTEGER PRIMARY KEY, product INTEGER NOT NULL, date INTEGER NOT NULL);
CREATE TABLE doc (id INTEGER PRIMARY KEY, type INTEGER NOT NULL, date INTEGER NOT NULL, loc INTEGER NOT NULL);
CREATE TABLE doc_line (doc INTEGER NOT NULL, line INTEGER NOT NULL, product INTEGER NOT NULL, batch INTEGER NOT NULL,
  qty INTEGER NOT NULL, price INTEGER NOT NULL, amount INTEGER NOT NULL, PRIMARY KEY (doc, line)) WITHOUT ROWID;
CREATE TABLE stock_move (date INTEGER NOT NULL, doc INTEGER NOT NULL, line INTEGER NOT NULL, loc INTEGER NOT NULL,
  product INTEGER NOT NULL, batch INTEGER NOT NULL, qty INTEGER NOT NULL, PRIMARY KEY (date, doc, line)) WITHOUT ROWID;
CREATE TABLE money_move (producer INTEGER NOT NULL, date INTEGER NOT NULL, doc INTEGER NOT NULL, line INTEGER NOT NULL,
  kind INTEGER NOT NULL, product INTEGER, qty INTEGER, price INTEGER, gross INTEGER NOT NULL, commission INTEGER NOT NULL,
  net INTEGER NOT NULL, PRIMARY KEY (producer, date, doc, line)) WITHOUT ROWID;
CREATE TABLE stock_balance (loc INTEGER NOT NULL, product INTEGER NOT NULL, batch INTEGER NOT NULL, qty INTEGER NOT NULL,
  PRIMARY KEY (loc, product, batch)) WITHOUT ROWID;
CREATE TABLE producer_month (producer INTEGER NOT NULL, month INTEGER NOT NULL, qty INTEGER NOT NULL, gross INTEGER NOT NULL,
  commission INTEGER NOT NULL, net INTEGER NOT NULL, PRIMARY KEY (producer, month)) WITHOUT ROWID;
CREATE TABLE stock_snap (month INTEGER NOT NULL, loc INTEGER NOT NULL, product INTEGER NOT NULL, batch INTEGER NOT NULL,
  qty INTEGER NOT NULL, PRIMARY KEY (month, loc, product, batch)) WITHOUT ROWID;
CREATE TABLE settlement (run INTEGER NOT NULL, producer INTEGER NOT NULL, month INTEGER NOT NULL, opening INTEGER, qty INTEGER,
  gross INTEGER, commission INTEGER, deductions INTEGER, paid INTEGER, closing INTEGER, PRIMARY KEY (run, producer)) WITHOUT ROWID;
CREATE TABLE settlement_line (run INTEGER NOT NULL, producer INTEGER NOT NULL, product INTEGER NOT NULL, price INTEGER NOT NULL,
  qty INTEGER, gross INTEGER, commission INTEGER, PRIMARY KEY (run, producer, product, price)) WITHOUT ROWID;
`
const INDEXES = `
CREATE INDEX product_producer ON product (producer);
CREATE INDEX doc_date ON doc (date);
CREATE INDEX stock_move_card ON stock_move (product, loc, date);
`

/** Posting and reading, as short as they can be said. */
export const STATEMENTS = {
  product:
    'SELECT p.producer, p.price, r.bp FROM product p JOIN producer r ON r.id = p.producer WHERE p.id = ?',
  batches: 'SELECT batch, qty FROM stock_balance WHERE loc = ? AND product = ? ORDER BY batch',
  doc: 'INSERT INTO doc (type, date, loc) VALUES (2, ?, ?)',
  line: 'INSERT INTO doc_line VALUES (?, ?, ?, ?, ?, ?, ?)',
  stock: 'INSERT INTO stock_move VALUES (?, ?, ?, ?, ?, ?, ?)',
  money: 'INSERT INTO money_move VALUES (?, ?, ?, ?, 2, ?, ?, ?, ?, ?, ?)',
  less: 'UPDATE stock_balance SET qty = qty - ? WHERE loc = ? AND product = ? AND batch = ?',
  gone: 'DELETE FROM stock_balance WHERE loc = ? AND product = ? AND batch = ?',
  month: `INSERT INTO producer_month VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET qty = qty + excluded.qty,
    gross = gross + excluded.gross, commission = commission + excluded.commission, net = net + excluded.net`,
  settle: `INSERT INTO settlement SELECT ?1, producer, ?2, sum(iif(month < ?2, net, 0)), sum(iif(month = ?2, qty, 0)),
    sum(iif(month = ?2, gross, 0)), sum(iif(month = ?2, commission, 0)), 0, 0, sum(net)
    FROM producer_month WHERE month <= ?2 GROUP BY producer`,
  settleMoney: `UPDATE settlement SET deductions = d, paid = p FROM (SELECT r.id AS producer,
      (SELECT total(net) FROM money_move m WHERE m.producer = r.id AND m.date BETWEEN ?2 * 100 AND ?2 * 100 + 99 AND kind = 7) AS d,
      (SELECT total(net) FROM money_move m WHERE m.producer = r.id AND m.date BETWEEN ?2 * 100 AND ?2 * 100 + 99 AND kind = 8) AS p
    FROM producer r) x WHERE settlement.run = ?1 AND settlement.producer = x.producer`,
  settleLines: `INSERT INTO settlement_line SELECT ?1, m.producer, m.product, m.price, sum(m.qty), sum(m.gross), sum(m.commission)
    FROM producer r CROSS JOIN money_move m WHERE m.producer = r.id AND m.date BETWEEN ?2 * 100 AND ?2 * 100 + 99 AND m.kind <= 3
    GROUP BY m.producer, m.product, m.price`,
  now: `SELECT b.loc, b.product, b.batch, b.qty, p.name, p.price, r.name AS producer, t.date FROM stock_balance b
    JOIN product p ON p.id = b.product JOIN producer r ON r.id = p.producer JOIN batch t ON t.id = b.batch`,
  asOf: `SELECT loc, product, batch, sum(qty) AS qty FROM (SELECT loc, product, batch, qty FROM stock_snap WHERE month = ?2
    UNION ALL SELECT loc, product, batch, qty FROM stock_move WHERE date > ?2 * 100 + 99 AND date <= ?1)
    GROUP BY loc, product, batch HAVING sum(qty) <> 0`,
  opening: 'SELECT total(net) FROM producer_month WHERE producer = ? AND month < ?',
  statement: `SELECT m.date, m.doc, m.kind, p.name, m.qty, m.price, m.gross, m.commission, m.net FROM money_move m
    LEFT JOIN product p ON p.id = m.product WHERE m.producer = ?1 AND m.date BETWEEN ?2 * 100 AND ?2 * 100 + 99
    ORDER BY m.date, m.doc, m.line`,
  search: 'SELECT id, name FROM product WHERE instr(lower(name), ?) LIMIT 50',
} as const

export function configureRaw(database: Database.Database): void {
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('cache_size = -65536')
  database.pragma('mmap_size = 1073741824')
  database.pragma('temp_store = MEMORY')
  database.pragma('foreign_keys = OFF')
}

/** Fills a new file with the work: it counts only as a start, so it is loaded in whatever way is quickest. */
export function buildRaw(file: string, masters: Masters, events: Iterable<WorkEvent>): void {
  const database = new Database(file)
  database.pragma('journal_mode = OFF')
  database.pragma('synchronous = OFF')
  database.exec('BEGIN')
  database.exec(TABLES)
  const loader = new Loader(database, masters)
  for (const event of events) loader.add(event)
  loader.topUp()
  loader.finish()
  database.exec(INDEXES)
  database.exec('COMMIT')
  database.pragma('journal_mode = WAL')
  database.close()
}

interface Holding {
  readonly loc: number
  readonly product: number
  readonly batch: number
  qty: number
}

class Loader {
  readonly #masters: Masters
  readonly #holdings = new Map<string, Holding>()
  readonly #months = new Map<string, number[]>()
  readonly #insert: Record<
    'batch' | 'doc' | 'line' | 'stock' | 'money' | 'snap' | 'balance' | 'month',
    Inserter
  >
  #month = 0
  #doc = 0
  #batch = 0

  constructor(database: Database.Database, masters: Masters) {
    this.#masters = masters
    const into = (table: string, columns: number): Inserter => {
      const statement = database.prepare(
        `INSERT INTO ${table} VALUES (${Array(columns).fill('?').join(', ')})`,
      )
      return (...values) => statement.run(values)
    }
    const [producer, product] = [into('producer', 3), into('product', 4)]
    for (const { id, name, bp } of masters.producers) producer(id, name, bp)
    for (const { id, producer: owner, name, price } of masters.products) product(id, owner, name, price)
    this.#insert = {
      batch: into('batch', 3),
      doc: into('doc', 4),
      line: into('doc_line', 7),
      stock: into('stock_move', 7),
      money: into('money_move', 11),
      snap: into('stock_snap', 5),
      balance: into('stock_balance', 4),
      month: into('producer_month', 6),
    }
  }

  add(event: WorkEvent): void {
    const month = Math.floor(event.date / 100)
    if (this.#month !== 0 && month !== this.#month) this.#snapshot()
    this.#month = month
    this.#doc = event.id
    this.#insert.doc(event.id, event.type, event.date, event.loc)
    event.lines.forEach((line, index) => {
      if (event.type === TYPE.receipt) this.#insert.batch(line.batch, line.product, event.date)
      this.#batch = Math.max(this.#batch, line.batch)
      const { product, batch, qty, price, amount } = line
      this.#insert.line(event.id, index, product, batch, qty, price, amount)
      this.#moveStock(event, index)
      this.#moveMoney(event, index)
    })
    if (event.money !== undefined)
      this.#money(event, 0, { kind: event.type, producer: event.producer, gross: event.money })
  }

  /** A million pieces of every product at the first place. */
  topUp(): void {
    this.#doc += 1
    this.#insert.doc(this.#doc, TYPE.receipt, 20_251_230, 1)
    for (const { id: product } of this.#masters.products) {
      this.#batch += 1
      this.#insert.batch(this.#batch, product, 20_251_230)
      this.#insert.stock(20_251_230, this.#doc, product, 1, product, this.#batch, 1_000_000)
      this.#hold(1, product, this.#batch, 1_000_000)
    }
  }

  finish(): void {
    for (const { loc, product, batch, qty } of this.#holdings.values())
      if (qty !== 0) this.#insert.balance(loc, product, batch, qty)
    for (const [key, [qty = 0, gross = 0, commission = 0, net = 0]] of this.#months) {
      const [producer, month] = key.split('/').map(Number)
      this.#insert.month(producer ?? 0, month ?? 0, qty, gross, commission, net)
    }
  }

  #snapshot(): void {
    for (const { loc, product, batch, qty } of this.#holdings.values())
      if (qty !== 0) this.#insert.snap(this.#month, loc, product, batch, qty)
  }

  #moveStock(event: WorkEvent, index: number): void {
    const line = event.lines[index]
    if (!line) return
    const { product, batch } = line
    const qty = event.type === TYPE.receipt || event.type === TYPE.return ? line.qty : -line.qty
    this.#insert.stock(event.date, event.id, 2 * index, event.loc, product, batch, qty)
    this.#hold(event.loc, product, batch, qty)
    if (event.loc2 === undefined) return
    this.#insert.stock(event.date, event.id, 2 * index + 1, event.loc2, product, batch, -qty)
    this.#hold(event.loc2, product, batch, -qty)
  }

  #moveMoney(event: WorkEvent, index: number): void {
    const line = event.lines[index]
    if (!line || (event.type !== TYPE.sale && event.type !== TYPE.return)) return
    const sign = event.type === TYPE.sale ? 1 : -1
    this.#money(event, index, {
      kind: event.type,
      producer: line.producer,
      product: line.product,
      qty: sign * line.qty,
      price: line.price,
      gross: sign * line.amount,
      commission: sign * line.commission,
    })
  }

  #money(event: WorkEvent, index: number, move: Money): void {
    const { kind, producer, product = null, qty = 0, price = null, gross, commission = 0 } = move
    const net = gross - commission
    this.#insert.money(
      producer,
      event.date,
      event.id,
      index,
      kind,
      product,
      qty,
      price,
      gross,
      commission,
      net,
    )
    const key = `${producer}/${Math.floor(event.date / 100)}`
    const sums = this.#months.get(key) ?? [0, 0, 0, 0]
    this.#months.set(
      key,
      kind <= TYPE.return
        ? sums.map((sum, at) => sum + ([qty, gross, commission, net][at] ?? 0))
        : [...sums.slice(0, 3), (sums[3] ?? 0) + net],
    )
  }

  #hold(loc: number, product: number, batch: number, qty: number): void {
    const key = `${loc}/${batch}`
    const holding = this.#holdings.get(key)
    if (holding) holding.qty += qty
    else this.#holdings.set(key, { loc, product, batch, qty })
  }
}

type Inserter = (...values: (number | string | null)[]) => void

interface Money {
  readonly kind: number
  readonly producer: number
  readonly product?: number
  readonly qty?: number
  readonly price?: number
  readonly gross: number
  readonly commission?: number
}
