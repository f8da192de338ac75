/** Sales less returns between two days. */
import { query } from '../query.ts'

/** By day and product, sales and returns apart; reversals are in their originals' figures by their signs. */
export const salesBetween = query((db, p: { from: string; to: string }) =>
  db
    .selectFrom('document as d')
    .innerJoin('document_line as l', 'l.document_id', 'd.id')
    .select(['d.date', 'd.kind', 'l.product_id'])
    .select((eb) => [
      eb.fn.sum<number>('l.quantity_milli').as('quantity_milli'),
      eb.fn.sum<number>('l.amount_tyiyn').as('amount_tyiyn'),
      eb.fn.sum<number>('l.commission_tyiyn').as('commission_tyiyn'),
      eb.fn.sum<number>('l.partner_tyiyn').as('partner_tyiyn'),
    ])
    .where('d.kind', 'in', ['sale', 'customer_return'])
    .where('d.date', '>=', p.from)
    .where('d.date', '<=', p.to)
    .groupBy(['d.date', 'd.kind', 'l.product_id']),
)
