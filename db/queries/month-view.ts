/** What the screens of a month ask: how far it is, and what looks odd before it is settled. */
import { sql } from 'kysely'
import { query } from '../query.ts'

type Span = { from: string; to: string }

/** By the few reversals there are, so that nothing but an index is read of all the others. */
const STANDS = sql<boolean>`d.id NOT IN (SELECT id FROM document WHERE reverses_id > 0)
  AND d.id NOT IN (SELECT reverses_id FROM document WHERE reverses_id > 0)`

/** Standing documents of each kind that a month begins with. */
export const countsByKind = query((db, p: Span) =>
  db
    .selectFrom('document as d')
    .select('d.kind')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('d.kind', 'in', ['receipt', 'sale'])
    .where('d.date', '>=', p.from)
    .where('d.date', '<=', p.to)
    .where(STANDS)
    .groupBy('d.kind'),
)

/** Places that something stands at now, and whether a standing count of the days was made there. */
export const countedPlaces = query((db, p: Span) =>
  db
    .selectFrom('location as l')
    .select('l.id')
    .select(
      sql<number>`EXISTS (SELECT 1 FROM document d WHERE d.kind = 'stock_count' AND d.date >= ${p.from}
        AND d.date <= ${p.to} AND d.location_id = l.id AND ${STANDS})`.as('counted'),
    )
    .where(sql<boolean>`EXISTS (SELECT 1 FROM stock_balance b WHERE b.location_id = l.id)`),
)

/** Sales less returns of each day; reversals take off what they reverse. */
export const salesByDay = query((db, p: Span) =>
  db
    .selectFrom('document')
    .select('date')
    .select(sql<number>`sum(iif(kind = 'sale', amount_tyiyn, -amount_tyiyn))`.as('amount_tyiyn'))
    .where('kind', 'in', ['sale', 'customer_return'])
    .where('date', '>=', p.from)
    .where('date', '<=', p.to)
    .groupBy('date')
    .orderBy('date'),
)

/** How each producer's goods were sold: by method and rate, with the sum. */
export const ratesBetween = query((db, p: Span) =>
  db
    .selectFrom('document as d')
    .innerJoin('document_line as l', 'l.document_id', 'd.id')
    .select(['l.producer_id', 'l.method', 'l.rate'])
    .select((eb) => eb.fn.sum<number>('l.amount_tyiyn').as('amount_tyiyn'))
    .where('d.kind', '=', 'sale')
    .where('d.date', '>=', p.from)
    .where('d.date', '<=', p.to)
    .where(STANDS)
    .groupBy(['l.producer_id', 'l.method', 'l.rate'])
    .orderBy('l.producer_id')
    .orderBy('amount_tyiyn', 'desc'),
)

/** What accounts were credited for goods, less returns and commission, over some months. */
export const dueBetween = query((db, p: { first: string; last: string }) =>
  db
    .selectFrom('account_month')
    .select('account_id')
    .select((eb) => eb.fn.sum<number>('amount_tyiyn').as('amount_tyiyn'))
    .where('month', '>=', p.first)
    .where('month', '<=', p.last)
    .where('figure', 'in', ['sales', 'returns', 'commission'])
    .groupBy('account_id'),
)

/** Sums of one figure over the months after one and up to another; credit positive. */
export const figureBetween = query((db, p: { figure: string; after: string; before: string }) =>
  db
    .selectFrom('account_month')
    .select('account_id')
    .select((eb) => eb.fn.sum<number>('amount_tyiyn').as('amount_tyiyn'))
    .where('month', '>', p.after)
    .where('month', '<', p.before)
    .where(sql<boolean>`figure = ${p.figure}`)
    .groupBy('account_id'),
)

/** Standing papers of one number, day, place and sum, that stand more than once. */
export const papersTwice = query((db, p: Span) =>
  db
    .selectFrom('document as d')
    .select(['d.kind', 'd.date', 'd.paper_number', 'd.location_id', 'd.amount_tyiyn'])
    .select(sql<string>`group_concat(d.id)`.as('ids'))
    .where('d.date', '>=', p.from)
    .where('d.date', '<=', p.to)
    .where('d.paper_number', '>', '')
    .where(STANDS)
    .groupBy(['d.kind', 'd.date', 'd.paper_number', 'd.location_id', 'd.producer_id', 'd.amount_tyiyn'])
    .having(sql<boolean>`count(*) > 1`),
)

export const producersOfDocument = query((db, p: { document: number }) =>
  db
    .selectFrom('document_line')
    .select('producer_id')
    .distinct()
    .where('document_id', '=', p.document)
    .where('producer_id', '>', 0),
)
