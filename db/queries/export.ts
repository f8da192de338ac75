/** Documents that stand: neither reversed nor reversals. */
import { query } from '../query.ts'

export const standingDocuments = query((db, _: Record<never, never>) =>
  db
    .selectFrom('document as d')
    .leftJoin('document as r', 'r.reverses_id', 'd.id')
    .selectAll('d')
    .where('d.reverses_id', 'is', null)
    .where('r.id', 'is', null)
    .where('d.kind', '<>', 'settlement')
    .orderBy('d.id'),
)

/** Products of which more than one lot was ever opened. */
export const productsOfSeveralLots = query((db, _: Record<never, never>) =>
  db
    .selectFrom('lot')
    .select('product_id')
    .groupBy('product_id')
    .having((eb) => eb.fn.countAll(), '>', 1),
)
