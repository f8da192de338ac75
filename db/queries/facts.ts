/** What a posting asks the ledger (domain/facts.ts), one query a question. */
import { sql } from 'kysely'
import { query } from '../query.ts'
import type { AccountMonthTable } from '../schema.ts'

export const lotsAtPlace = query((db, p: { location: number; product: number }) =>
  db
    .selectFrom('stock_balance as b')
    .innerJoin('lot as l', 'l.id', 'b.lot_id')
    .innerJoin('document as d', 'd.id', 'l.document_id')
    .select([
      'b.quantity_milli',
      'b.quiet_from',
      'l.id',
      'l.line',
      'l.product_id',
      'l.producer_id',
      'l.received',
      'l.expires',
      'l.net_tyiyn',
      'd.kind',
      'd.year',
      'd.number',
    ])
    .where('b.location_id', '=', p.location)
    .where('b.product_id', '=', p.product),
)

export const lotById = query((db, p: { id: number }) =>
  db
    .selectFrom('lot as l')
    .innerJoin('document as d', 'd.id', 'l.document_id')
    .leftJoin('document as r', 'r.reverses_id', 'd.id')
    .select([
      'l.id',
      'l.line',
      'l.product_id',
      'l.producer_id',
      'l.received',
      'l.expires',
      'l.net_tyiyn',
      'd.kind',
      'd.year',
      'd.number',
      'r.id as reversed_by',
    ])
    .where('l.id', '=', p.id),
)

/** Every lot of the product that a standing document moved to the place up to the day. */
export const lotsMovedTo = query((db, p: { location: number; product: number; day: string }) =>
  db
    .selectFrom('stock_move as m')
    .innerJoin('document as mover', 'mover.id', 'm.document_id')
    .leftJoin('document as r', 'r.reverses_id', 'mover.id')
    .innerJoin('lot as l', 'l.id', 'm.lot_id')
    .innerJoin('document as d', 'd.id', 'l.document_id')
    .select([
      'l.id',
      'l.line',
      'l.product_id',
      'l.producer_id',
      'l.received',
      'l.expires',
      'l.net_tyiyn',
      'd.kind',
      'd.year',
      'd.number',
    ])
    .distinct()
    .where('m.product_id', '=', p.product)
    .where('m.date', '<=', p.day)
    .where('m.to_id', '=', p.location)
    .where('mover.reverses_id', 'is', null)
    .where('r.id', 'is', null),
)

/** What came to (plus) and left (minus) the place after the day, by day and lot, in order of days. */
export const movesAfter = query((db, p: { location: number; product: number; day: string }) =>
  db
    .selectFrom('stock_move')
    .select(['date', 'lot_id'])
    .select(sql<number>`sum(iif(to_id = ${p.location}, quantity_milli, -quantity_milli))`.as('net_milli'))
    .where('product_id', '=', p.product)
    .where('date', '>', p.day)
    .where((where) => where.or([where('from_id', '=', p.location), where('to_id', '=', p.location)]))
    .groupBy(['date', 'lot_id'])
    .orderBy('date'),
)

export const pricesOf = query((db, p: { product: number }) =>
  db
    .selectFrom('product_price')
    .select(['from_date', 'price_tyiyn'])
    .where('product_id', '=', p.product)
    .orderBy('from_date')
    .orderBy('document_id')
    .orderBy('line'),
)

/**
 * The last day the product was counted at the place, by a count that stands. The cross join makes SQLite begin
 * with the few counted lines, not with every document.
 */
export const lastCount = query((db, p: { location: number; product: number }) =>
  db
    .selectFrom('document_line as l')
    .crossJoin('document as d')
    .select(['d.date', 'd.year', 'd.number'])
    .whereRef('d.id', '=', 'l.document_id')
    .where('l.location_id', '=', p.location)
    .where('l.product_id', '=', p.product)
    .where('l.book_milli', '>=', 0)
    .where('d.reverses_id', 'is', null)
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('document as r').select('r.id').whereRef('r.reverses_id', '=', 'd.id'))),
    )
    .orderBy('d.date', 'desc')
    .orderBy('d.id', 'desc')
    .limit(1),
)

export const saleHead = query((db, p: { id: number }) =>
  db
    .selectFrom('document as d')
    .leftJoin('document as r', 'r.reverses_id', 'd.id')
    .select([
      'd.id',
      'd.kind',
      'd.year',
      'd.number',
      'd.date',
      'd.customer_id',
      'd.reverses_id',
      'r.id as reversed_by',
    ])
    .where('d.id', '=', p.id),
)

export const linesOf = query((db, p: { document: number }) =>
  db
    .selectFrom('document_line')
    .selectAll()
    .where('document_id', '=', p.document)
    .orderBy('line')
    .orderBy('part'),
)

/** What standing returns have taken back of a sale, part by part; reversed returns cancel out by their signs. */
export const takenBack = query((db, p: { document: number }) =>
  db
    .selectFrom('document_line')
    .select(['source_line', 'source_part'])
    .select((eb) => [
      eb.fn.sum<number>('quantity_milli').as('quantity_milli'),
      eb.fn.sum<number>('amount_tyiyn').as('amount_tyiyn'),
      eb.fn.sum<number>('discount_tyiyn').as('discount_tyiyn'),
      eb.fn.sum<number>('commission_tyiyn').as('commission_tyiyn'),
      eb.fn.sum<number>('partner_tyiyn').as('partner_tyiyn'),
    ])
    .where('source_document_id', '=', p.document)
    .where('source_document_id', '>', 0)
    .groupBy(['source_line', 'source_part']),
)

/** The account's sum of one month in one figure. */
export const sumOfMonth = query(
  (db, p: { month: string; account: number; figure: AccountMonthTable['figure'] }) =>
    db
      .selectFrom('account_month')
      .select('amount_tyiyn')
      .where('month', '=', p.month)
      .where('account_id', '=', p.account)
      .where('figure', '=', p.figure),
)

/** The account's balance over all months since the last snapshot, and that snapshot's. */
export const balanceNow = query((db, p: { account: number }) =>
  db.selectNoFrom((eb) => [
    eb
      .selectFrom('account_month')
      .select(sql<number>`coalesce(sum(amount_tyiyn), 0)`.as('moved'))
      .where('account_id', '=', p.account)
      .where(sql<boolean>`month > coalesce((select max(month) from month), '')`)
      .as('moved_tyiyn'),
    eb
      .selectFrom('account_snapshot')
      .select('balance_tyiyn')
      .where('account_id', '=', p.account)
      .where(sql<boolean>`month = (select max(month) from month)`)
      .as('snapshot_tyiyn'),
  ]),
)
