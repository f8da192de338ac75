/** One producer's account between two days. */
import { sql } from 'kysely'
import { query } from '../query.ts'

/**
 * Sums of the producer's moves a document and figure, in the order they happened; charges and deductions a kind, whose
 * account is named. Plus raises what is owed.
 */
export const movesOfProducer = query(
  (db, p: { producer: number; account: number; from: string; to: string }) =>
    db
      .selectFrom('money_move as m')
      .innerJoin('document as d', 'd.id', 'm.document_id')
      .leftJoin('account as charge', (join) =>
        join
          .on('m.figure', 'in', ['charges', 'deductions'])
          .on(sql<boolean>`charge.id = iif(m.debit_id = ${p.account}, m.credit_id, m.debit_id)`),
      )
      .select(['m.date', 'm.document_id', 'm.figure', 'd.kind', 'd.year', 'd.number', 'charge.key as charge_key'])
      .select(sql<number>`sum(iif(m.credit_id = ${p.account}, m.amount_tyiyn, 0))`.as('credit_tyiyn'))
      .select(sql<number>`sum(iif(m.debit_id = ${p.account}, m.amount_tyiyn, 0))`.as('debit_tyiyn'))
      .where('m.producer_id', '=', p.producer)
      .where('m.date', '>=', p.from)
      .where('m.date', '<=', p.to)
      .groupBy(['m.date', 'm.document_id', 'm.figure', 'charge.key'])
      .orderBy('m.date')
      .orderBy('m.document_id')
      .orderBy(sql`min(m.ordinal)`),
)

/** What the account's whole months before a day add to its last snapshot. */
export const monthsOfAccount = query((db, p: { account: number; after: string; before: string }) =>
  db
    .selectFrom('account_month')
    .select((eb) => eb.fn.sum<number | null>('amount_tyiyn').as('amount_tyiyn'))
    .where('account_id', '=', p.account)
    .where('month', '>', p.after)
    .where('month', '<', p.before),
)
export const snapshotOfAccount = query((db, p: { account: number; month: string }) =>
  db
    .selectFrom('account_snapshot')
    .select('balance_tyiyn')
    .where('account_id', '=', p.account)
    .where('month', '=', p.month),
)
/** The producer's moves from the first of a month up to, but not on, a day: credits less debits. */
export const partOfMonth = query((db, p: { producer: number; from: string; day: string }) =>
  db
    .selectFrom('money_move')
    .select('credit_id')
    .select((eb) => eb.fn.sum<number>('amount_tyiyn').as('amount_tyiyn'))
    .where('producer_id', '=', p.producer)
    .where('date', '>=', p.from)
    .where('date', '<', p.day)
    .groupBy('credit_id'),
)
