/** Writes of a posted document and of the balances that follow from it. */
import { command, insertRows, query, upsert } from '../query.ts'
import type {
  DocumentLineTable,
  DocumentTable,
  LotTable,
  MoneyMoveTable,
  ProductPriceTable,
  StockBalanceTable,
  StockMoveTable,
} from '../schema.ts'
import type { Writer } from '../sqlite/connection.ts'

const DOCUMENT = [
  'id',
  'uuid',
  'kind',
  'year',
  'number',
  'date',
  'paper_date',
  'paper_number',
  'location_id',
  'producer_id',
  'customer_id',
  'amount_tyiyn',
  'reverses_id',
  'import_id',
  'import_sheet',
  'import_row',
  'input',
] as const
const LINE = [
  'document_id',
  'line',
  'part',
  'location_id',
  'product_id',
  'lot_id',
  'producer_id',
  'quantity_milli',
  'price_tyiyn',
  'discount_tyiyn',
  'amount_tyiyn',
  'net_tyiyn',
  'method',
  'rate',
  'commission_tyiyn',
  'partner_id',
  'partner_tyiyn',
  'agreement_id',
  'terms_id',
  'set_id',
  'payment',
  'source_document_id',
  'source_line',
  'source_part',
  'book_milli',
  'price_from',
] as const
const LOT = [
  'id',
  'document_id',
  'line',
  'product_id',
  'producer_id',
  'received',
  'made',
  'expires',
  'net_tyiyn',
] as const
const STOCK = [
  'document_id',
  'ordinal',
  'date',
  'line',
  'product_id',
  'lot_id',
  'from_id',
  'to_id',
  'quantity_milli',
] as const
const MONEY = [
  'producer_id',
  'date',
  'document_id',
  'ordinal',
  'line',
  'debit_id',
  'credit_id',
  'amount_tyiyn',
  'figure',
] as const
const BALANCE = ['location_id', 'product_id', 'lot_id', 'quantity_milli', 'quiet_from'] as const
const MONTH_SUM = ['month', 'account_id', 'figure', 'amount_tyiyn'] as const
const PRICE = ['product_id', 'from_date', 'document_id', 'line', 'price_tyiyn'] as const

export const insertDocuments = (writer: Writer, rows: readonly DocumentTable[]): void =>
  insertRows(writer, 'document', DOCUMENT, rows)
export const insertLines = (writer: Writer, rows: readonly DocumentLineTable[]): void =>
  insertRows(writer, 'document_line', LINE, rows)
export const insertLots = (writer: Writer, rows: readonly LotTable[]): void =>
  insertRows(writer, 'lot', LOT, rows)
export const insertStockMoves = (writer: Writer, rows: readonly StockMoveTable[]): void =>
  insertRows(writer, 'stock_move', STOCK, rows)
export const insertMoneyMoves = (writer: Writer, rows: readonly MoneyMoveTable[]): void =>
  insertRows(writer, 'money_move', MONEY, rows)
export const insertPrices = (writer: Writer, rows: readonly ProductPriceTable[]): void =>
  insertRows(writer, 'product_price', PRICE, rows)

const forgetPrices = command((db, p: { document: number }) =>
  db.deleteFrom('product_price').where('document_id', '=', p.document),
)

/** A reversed repricing or receipt sets no price any more. */
export const deletePricesOf = (writer: Writer, document: number): void =>
  forgetPrices.run(writer, { document })

const setBalances = upsert('stock_balance', BALANCE, (insert) =>
  insert.onConflict((conflict) =>
    conflict.columns(['location_id', 'product_id', 'lot_id']).doUpdateSet({
      quantity_milli: (eb) => eb.ref('excluded.quantity_milli'),
      quiet_from: (eb) => eb.ref('excluded.quiet_from'),
    }),
  ),
)
const dropBalance = command((db, p: { location_id: number; product_id: number; lot_id: number }) =>
  db
    .deleteFrom('stock_balance')
    .where('location_id', '=', p.location_id)
    .where('product_id', '=', p.product_id)
    .where('lot_id', '=', p.lot_id),
)

/** Balances as they are now; a zero one is deleted. */
export function writeStockBalances(writer: Writer, rows: readonly StockBalanceTable[]): void {
  setBalances(
    writer,
    rows.filter(({ quantity_milli }) => quantity_milli > 0),
  )
  for (const row of rows) if (row.quantity_milli <= 0) dropBalance.run(writer, row)
}

/** Adds to the sums of the months. */
export const addToMonths = upsert('account_month', MONTH_SUM, (insert) =>
  insert.onConflict((conflict) =>
    conflict.columns(['month', 'account_id', 'figure']).doUpdateSet({
      amount_tyiyn: (eb) => eb('account_month.amount_tyiyn', '+', eb.ref('excluded.amount_tyiyn')),
    }),
  ),
)

const setCounter = command((db, p: { kind: DocumentTable['kind']; year: number; last: number }) =>
  db
    .insertInto('document_counter')
    .values({ kind: p.kind, year: p.year, last: p.last })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'year']).doUpdateSet({ last: (eb) => eb.ref('excluded.last') }),
    ),
)
export const writeCounter = (writer: Writer, kind: DocumentTable['kind'], year: number, last: number): void =>
  setCounter.run(writer, { kind, year, last })

export const counterOf = query((db, p: { kind: DocumentTable['kind']; year: number }) =>
  db.selectFrom('document_counter').select('last').where('kind', '=', p.kind).where('year', '=', p.year),
)

export const lastLotId = query((db, _: Record<never, never>) =>
  db.selectFrom('lot').select('id').orderBy('id', 'desc').limit(1),
)
