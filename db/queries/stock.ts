/** Stock on hand, now and at the end of any day. */
import { sql } from 'kysely'
import { query } from '../query.ts'

/** What is on hand now, with what a stock sheet says of it. */
export const stockNow = query((db, _: Record<never, never>) =>
  db
    .selectFrom('stock_balance as b')
    .select(['b.location_id', 'b.product_id', 'b.lot_id', 'b.quantity_milli'])
    .orderBy('b.location_id')
    .orderBy('b.product_id')
    .orderBy('b.lot_id'),
)

/** Stock at the end of a day: the last month snapshot not after it, and the moves since. */
export const stockAsOf = query((db, p: { snapshot: string; after: string; day: string }) =>
  db
    .selectFrom(
      sql<{ location_id: number; product_id: number; lot_id: number; quantity_milli: number }>`(
        SELECT location_id, product_id, lot_id, quantity_milli FROM stock_snapshot WHERE month = ${p.snapshot}
        UNION ALL SELECT to_id, product_id, lot_id, quantity_milli FROM stock_move
          WHERE date > ${p.after} AND date <= ${p.day} AND to_id > 0
        UNION ALL SELECT from_id, product_id, lot_id, -quantity_milli FROM stock_move
          WHERE date > ${p.after} AND date <= ${p.day} AND from_id > 0
      )`.as('parts'),
    )
    .select(['parts.location_id', 'parts.product_id', 'parts.lot_id'])
    .select((eb) => eb.fn.sum<number>('parts.quantity_milli').as('quantity_milli'))
    .groupBy(['parts.location_id', 'parts.product_id', 'parts.lot_id'])
    .having(sql<boolean>`sum(parts.quantity_milli) <> 0`),
)

/** Every lot with the document that opened it. */
export const lotsOnHand = query((db, _: Record<never, never>) =>
  db
    .selectFrom('lot as l')
    .innerJoin('document as d', 'd.id', 'l.document_id')
    .select(['l.id', 'l.line', 'l.received', 'l.expires', 'd.kind', 'd.year', 'd.number'])
    .where('l.id', 'in', (eb) => eb.selectFrom('stock_balance').select('lot_id')),
)
export const allLots = query((db, _: Record<never, never>) =>
  db
    .selectFrom('lot as l')
    .innerJoin('document as d', 'd.id', 'l.document_id')
    .select(['l.id', 'l.line', 'l.received', 'l.expires', 'd.kind', 'd.year', 'd.number']),
)

/** The last settled month whose end is not after the day. */
export const snapshotUpTo = query((db, p: { day: string }) =>
  db
    .selectFrom('month')
    .select('month')
    .where(sql<boolean>`date(month || '-01', '+1 month', '-1 day') <= ${p.day}`)
    .orderBy('month', 'desc')
    .limit(1),
)

/**
 * Prices in force up to a day that documents had set up to an entry of the chain, the newest of a product last; the rest have
 * their first price. A document that was reversed later still counts: what was frozen with its price keeps it.
 */
export const pricesOn = query((db, p: { day: string; lastSeq: number }) =>
  db
    .selectFrom('document_line as l')
    .leftJoin('document as r', 'r.reverses_id', 'l.document_id')
    .select(['l.product_id', 'l.price_tyiyn'])
    .where('l.price_from', '>', '')
    .where('l.price_from', '<=', p.day)
    .where('l.document_id', '<=', p.lastSeq)
    .where((where) => where.or([where('r.id', 'is', null), where('r.id', '>', p.lastSeq)]))
    .orderBy('l.product_id')
    .orderBy('l.price_from')
    .orderBy('l.document_id')
    .orderBy('l.line'),
)
