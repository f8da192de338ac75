/** What a month's report is drawn from: lines and moves dated in it, up to the last entry it counts. */
import { sql } from 'kysely'
import { query } from '../query.ts'

type Span = { from: string; to: string; lastSeq: number }

/** Lot parts sold and brought back. */
export const goodsLinesBetween = query((db, p: Span) =>
  db
    .selectFrom('document as d')
    .innerJoin('document_line as l', 'l.document_id', 'd.id')
    .select([
      'd.id',
      'd.kind',
      'd.year',
      'd.number',
      'd.date',
      'l.line',
      'l.part',
      'l.location_id',
      'l.product_id',
      'l.producer_id',
      'l.quantity_milli',
      'l.price_tyiyn',
      'l.discount_tyiyn',
      'l.amount_tyiyn',
      'l.method',
      'l.rate',
      'l.commission_tyiyn',
      'l.partner_id',
      'l.partner_tyiyn',
      'l.agreement_id',
    ])
    .where('d.kind', 'in', ['sale', 'customer_return'])
    .where('d.date', '>=', p.from)
    .where('d.date', '<=', p.to)
    .where('d.id', '<=', p.lastSeq)
    .orderBy('d.date')
    .orderBy('d.id')
    .orderBy('l.line')
    .orderBy('l.part'),
)

/** Moves of producers' accounts that are no sale, return or commission. */
export const accountMovesBetween = query((db, p: Span) =>
  db
    .selectFrom('money_move as m')
    .innerJoin('document as d', 'd.id', 'm.document_id')
    .innerJoin('account as debit', 'debit.id', 'm.debit_id')
    .innerJoin('account as credit', 'credit.id', 'm.credit_id')
    .select([
      'd.kind',
      'd.year',
      'd.number',
      'd.input',
      'd.paper_number',
      'm.document_id',
      'm.date',
      'm.line',
      'm.producer_id',
      'm.amount_tyiyn',
      'm.figure',
      'debit.key as debit_key',
      'credit.key as credit_key',
    ])
    .where('m.date', '>=', p.from)
    .where('m.date', '<=', p.to)
    .where('m.document_id', '<=', p.lastSeq)
    .where('m.figure', 'in', ['opening', 'compensation', 'charges', 'payouts'])
    .orderBy('m.date')
    .orderBy('m.document_id')
    .orderBy('m.ordinal'),
)

/** Every pair of accounts that moved between two days, with its sum: one pass over the register. */
export const pairsBetween = query((db, p: Span) =>
  db
    .selectFrom('money_move')
    .select(['debit_id', 'credit_id', 'figure'])
    .select((eb) => eb.fn.sum<number>('amount_tyiyn').as('amount_tyiyn'))
    .where('date', '>=', p.from)
    .where('date', '<=', p.to)
    .where('document_id', '<=', p.lastSeq)
    .groupBy(['debit_id', 'credit_id', 'figure']),
)

/** What each kind of document brought to (plus) or took from (minus) real places, by product and virtual place. */
export const goodsMovedBetween = query((db, p: Span) =>
  db
    .selectFrom('stock_move as m')
    .innerJoin('document as d', 'd.id', 'm.document_id')
    .select(['m.product_id', 'd.kind'])
    .select(sql<number>`min(m.from_id, m.to_id)`.as('virtual_id'))
    .select(sql<number>`sum(iif(m.to_id > 0, m.quantity_milli, -m.quantity_milli))`.as('net_milli'))
    .where('m.date', '>=', p.from)
    .where('m.date', '<=', p.to)
    .where('m.document_id', '<=', p.lastSeq)
    .where(sql<boolean>`min(m.from_id, m.to_id) < 0`)
    .groupBy(['m.product_id', 'd.kind', 'virtual_id']),
)

/** Stock by product at the end of a day: the snapshot at or before it, and the moves since. */
export const stockByProduct = query((db, p: { snapshot: string; after: string; day: string }) =>
  db
    .selectFrom(
      sql<{ product_id: number; quantity_milli: number }>`(
        SELECT product_id, quantity_milli FROM stock_snapshot WHERE month = ${p.snapshot}
        UNION ALL SELECT product_id, iif(to_id > 0, quantity_milli, 0) - iif(from_id > 0, quantity_milli, 0)
          FROM stock_move WHERE date > ${p.after} AND date <= ${p.day}
      )`.as('parts'),
    )
    .select('parts.product_id')
    .select((eb) => eb.fn.sum<number>('parts.quantity_milli').as('quantity_milli'))
    .groupBy('parts.product_id')
    .having(sql<boolean>`sum(parts.quantity_milli) <> 0`),
)

/** Stock by product by the balances of now, less what moved after a day. */
export const stockByBalances = query((db, p: { day: string }) =>
  db
    .selectFrom(
      sql<{ product_id: number; quantity_milli: number }>`(
        SELECT product_id, quantity_milli FROM stock_balance
        UNION ALL SELECT product_id, iif(from_id > 0, quantity_milli, 0) - iif(to_id > 0, quantity_milli, 0)
          FROM stock_move WHERE date > ${p.day}
      )`.as('parts'),
    )
    .select('parts.product_id')
    .select((eb) => eb.fn.sum<number>('parts.quantity_milli').as('quantity_milli'))
    .groupBy('parts.product_id'),
)
