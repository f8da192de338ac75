/** What the window says of the ledger on every page. */
import { query } from '../query.ts'

export const draftCount = query((db, _: Record<never, never>) =>
  db.selectFrom('draft').select((eb) => eb.fn.countAll<number>().as('count')),
)

/** Lots on hand that go bad on or before the day. */
export const lotsExpiringBy = query((db, p: { day: string }) =>
  db
    .selectFrom('stock_balance as s')
    .innerJoin('lot as l', 'l.id', 's.lot_id')
    .select((eb) => eb.fn.count<number>('l.id').distinct().as('count'))
    .where('l.expires', '<=', p.day),
)
