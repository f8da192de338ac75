/** Months and what is stored when one is settled (rules.md sections 7 and 8). */
import { sql } from 'kysely'
import { KINDS } from '../../domain/documents/document.ts'
import { command, query } from '../query.ts'
import type { MonthTable } from '../schema.ts'
import type { Writer } from '../sqlite/connection.ts'

type None = Record<never, never>

export const lastSettledMonth = query((db, _: None) =>
  db.selectFrom('month').selectAll().orderBy('month', 'desc').limit(1),
)
export const monthRow = query((db, p: { month: string }) =>
  db.selectFrom('month').selectAll().where('month', '=', p.month),
)
export const allMonths = query((db, _: None) => db.selectFrom('month').selectAll().orderBy('month'))

/** The month of the first document that is not an opening: the first of each kind is found by an index. */
export const firstMonth = query((db, _: None) => {
  const firsts = KINDS.filter((kind) => kind !== 'opening').map(
    (kind) => sql`SELECT min(date) AS date FROM document WHERE kind = ${sql.lit(kind)}`,
  )
  return db
    .selectFrom(sql<{ date: string | null }>`(${sql.join(firsts, sql` UNION ALL `)})`.as('firsts'))
    .select(sql<string | null>`substr(min(firsts.date), 1, 7)`.as('month'))
})

/** Every account's sums of one month, by figure; credit positive. */
export const sumsOfMonth = query((db, p: { month: string }) =>
  db
    .selectFrom('account_month')
    .select(['account_id', 'figure', 'amount_tyiyn'])
    .where('month', '=', p.month),
)

/** Every account's balance before a month: the snapshot of the month before where there is one. */
export const balancesBefore = query((db, p: { month: string; snapshot: string }) =>
  db
    .selectFrom((eb) =>
      eb
        .selectFrom('account_snapshot')
        .select(['account_id', 'balance_tyiyn as amount_tyiyn'])
        .where('month', '=', p.snapshot)
        .unionAll(
          eb
            .selectFrom('account_month')
            .select(['account_id', 'amount_tyiyn'])
            .where('month', '>', p.snapshot)
            .where('month', '<', p.month),
        )
        .as('parts'),
    )
    .select('account_id')
    .select((eb) => eb.fn.sum<number>('amount_tyiyn').as('balance_tyiyn'))
    .groupBy('account_id'),
)

/** The last settled month before one, whose snapshot later sums start from. */
export const snapshotBefore = query((db, p: { month: string }) =>
  db.selectFrom('month').select('month').where('month', '<', p.month).orderBy('month', 'desc').limit(1),
)

const putMonth = command(
  (db, p: { month: string; status: MonthTable['status']; seq: number; last_seq: number }) =>
    db
      .insertInto('month')
      .values({ month: p.month, status: p.status, seq: p.seq, last_seq: p.last_seq })
      .onConflict((conflict) =>
        conflict.column('month').doUpdateSet({ status: (eb) => eb.ref('excluded.status') }),
      ),
)
const dropMonth = command((db, p: { month: string }) => db.deleteFrom('month').where('month', '=', p.month))
const dropStockSnapshot = command((db, p: { month: string }) =>
  db.deleteFrom('stock_snapshot').where('month', '=', p.month),
)
const dropAccountSnapshot = command((db, p: { month: string }) =>
  db.deleteFrom('account_snapshot').where('month', '=', p.month),
)

export const writeMonth = (writer: Writer, row: MonthTable): void => putMonth.run(writer, row)

const firstMoveAfter = query((db, p: { end: string }) =>
  db.selectFrom('stock_move').select('date').where('date', '>', p.end).limit(1),
)

/** Stock at the end of a month that nothing moved after: the balances as they are. */
const copyStockBalances = command((db, p: { month: string }) =>
  db
    .insertInto('stock_snapshot')
    .columns(['month', 'location_id', 'product_id', 'lot_id', 'quantity_milli'])
    .expression((eb) =>
      eb
        .selectFrom('stock_balance')
        .select([
          sql<string>`${p.month}`.as('month'),
          'location_id',
          'product_id',
          'lot_id',
          'quantity_milli',
        ]),
    ),
)

/** Stock at the end of the month: the balances now less what moved after it. */
const takeStockSnapshot = command((db, p: { month: string; end: string }) =>
  db
    .insertInto('stock_snapshot')
    .columns(['month', 'location_id', 'product_id', 'lot_id', 'quantity_milli'])
    .expression((eb) =>
      eb
        .selectFrom(
          sql<{ location_id: number; product_id: number; lot_id: number; quantity_milli: number }>`(
          SELECT location_id, product_id, lot_id, quantity_milli FROM stock_balance
          UNION ALL SELECT from_id, product_id, lot_id, quantity_milli FROM stock_move WHERE date > ${p.end} AND from_id > 0
          UNION ALL SELECT to_id, product_id, lot_id, -quantity_milli FROM stock_move WHERE date > ${p.end} AND to_id > 0
        )`.as('parts'),
        )
        .select((inner) => [
          sql<string>`${p.month}`.as('month'),
          'parts.location_id',
          'parts.product_id',
          'parts.lot_id',
          inner.fn.sum<number>('parts.quantity_milli').as('quantity_milli'),
        ])
        .groupBy(['parts.location_id', 'parts.product_id', 'parts.lot_id'])
        .having(sql<boolean>`sum(parts.quantity_milli) <> 0`),
    ),
)

/** Accounts at the end of the month: the balances before it and its own sums. */
const takeAccountSnapshot = command((db, p: { month: string; before: string }) =>
  db
    .insertInto('account_snapshot')
    .columns(['month', 'account_id', 'balance_tyiyn'])
    .expression((eb) =>
      eb
        .selectFrom(
          sql<{ account_id: number; amount_tyiyn: number }>`(
          SELECT account_id, balance_tyiyn AS amount_tyiyn FROM account_snapshot WHERE month = ${p.before}
          UNION ALL SELECT account_id, amount_tyiyn FROM account_month WHERE month > ${p.before} AND month <= ${p.month}
        )`.as('parts'),
        )
        .select((inner) => [
          sql<string>`${p.month}`.as('month'),
          'parts.account_id',
          inner.fn.sum<number>('parts.amount_tyiyn').as('balance_tyiyn'),
        ])
        .groupBy('parts.account_id')
        .having(sql<boolean>`sum(parts.amount_tyiyn) <> 0`),
    ),
)

export function writeSnapshots(writer: Writer, month: string, end: string, before: string): void {
  if (firstMoveAfter.get(writer, { end })) takeStockSnapshot.run(writer, { month, end })
  else copyStockBalances.run(writer, { month })
  takeAccountSnapshot.run(writer, { month, before })
}

export function deleteMonth(writer: Writer, month: string): void {
  dropMonth.run(writer, { month })
  dropStockSnapshot.run(writer, { month })
  dropAccountSnapshot.run(writer, { month })
}

/** Standing settlements of a month, by producer. */
export const settlementsOf = query((db, p: { date: string }) =>
  db
    .selectFrom('document as d')
    .leftJoin('document as r', 'r.reverses_id', 'd.id')
    .innerJoin('chain_entry as e', 'e.seq', 'd.id')
    .select(['d.id', 'd.year', 'd.number', 'd.producer_id', 'd.input', 'e.hash'])
    .where('d.kind', '=', 'settlement')
    .where('d.date', '=', p.date)
    .where('d.reverses_id', 'is', null)
    .where('r.id', 'is', null)
    .orderBy('d.id'),
)
