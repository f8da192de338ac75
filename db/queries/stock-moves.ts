/** Moves of one product's goods. */
import { sql } from 'kysely'
import { query } from '../query.ts'

/** In the order they happened, up to the end of the day; of one lot, or of all with lot 0. */
export const movesOfProduct = query((db, p: { product: number; lot: number; day: string }) =>
  db
    .selectFrom('stock_move as m')
    .innerJoin('document as d', 'd.id', 'm.document_id')
    .innerJoin('lot as l', 'l.id', 'm.lot_id')
    .innerJoin('document as o', 'o.id', 'l.document_id')
    .select([
      'm.document_id',
      'm.ordinal',
      'm.date',
      'm.from_id',
      'm.to_id',
      'm.quantity_milli',
      'd.kind',
      'd.year',
      'd.number',
      'l.line as lot_line',
      'o.kind as lot_kind',
      'o.year as lot_year',
      'o.number as lot_number',
    ])
    .where('m.product_id', '=', p.product)
    .where('m.date', '<=', p.day)
    .where((eb) => eb.or([sql<boolean>`${p.lot} = 0`, eb('m.lot_id', '=', p.lot)]))
    .orderBy('m.date')
    .orderBy('m.document_id')
    .orderBy('m.ordinal'),
)

/** Thousandths sold, less what customers brought back, from one day to another; a reversed sale takes itself off. */
export const soldBetween = query((db, p: { product: number; from: string; to: string }) =>
  db
    .selectFrom('stock_move')
    .select(
      sql<number>`coalesce(sum(iif(to_id = -2, quantity_milli, 0) - iif(from_id = -2, quantity_milli, 0)), 0)`.as(
        'quantity_milli',
      ),
    )
    .where('product_id', '=', p.product)
    .where('date', '>=', p.from)
    .where('date', '<=', p.to),
)

/** On hand now of every product that is on hand, at a place, or at all with location 0. */
export const stockByProductNow = query((db, p: { location: number }) =>
  db
    .selectFrom('stock_balance')
    .select(['product_id'])
    .select((eb) => eb.fn.sum<number>('quantity_milli').as('quantity_milli'))
    .where((eb) => eb.or([sql<boolean>`${p.location} = 0`, eb('location_id', '=', p.location)]))
    .groupBy('product_id'),
)

/** Where the product stands now. */
export const stockOfProduct = query((db, p: { product: number }) =>
  db
    .selectFrom('location as l')
    .innerJoin('stock_balance as b', 'b.location_id', 'l.id')
    .select(['l.id', 'l.name'])
    .select((eb) => eb.fn.sum<number>('b.quantity_milli').as('quantity_milli'))
    .where('b.product_id', '=', p.product)
    .groupBy('l.id')
    .orderBy('l.id'),
)
