/** One producer's account between two days. */
import { sql } from 'kysely'
import { query } from '../query.ts'
import type { Reader } from '../sqlite/connection.ts'

interface Period {
  readonly producer: number
  /** The producer's account. */
  readonly account: number
  readonly from: string
  readonly to: string
}

/** The producer's moves in the order they happened; of charges and deductions, the account of their kind is named. */
const eachMove = query((db, p: Period) =>
  db
    .selectFrom('money_move as m')
    .innerJoin('document as d', 'd.id', 'm.document_id')
    .select(['m.date', 'm.document_id', 'm.figure', 'm.debit_id', 'm.amount_tyiyn'])
    .select(['d.kind', 'd.year', 'd.number'])
    .select(
      sql<string | null>`iif(m.figure IN ('charges', 'deductions'),
        (SELECT key FROM account WHERE id = iif(m.debit_id = ${p.account}, m.credit_id, m.debit_id)), NULL)`.as(
        'charge_key',
      ),
    )
    .where('m.producer_id', '=', p.producer)
    .where('m.date', '>=', p.from)
    .where('m.date', '<=', p.to)
    .orderBy('m.date')
    .orderBy('m.document_id')
    .orderBy('m.ordinal'),
)

type Move = ReturnType<typeof eachMove.all>[number]
export type MoveSum = Omit<Move, 'debit_id' | 'amount_tyiyn'> & { credit_tyiyn: number; debit_tyiyn: number }

/**
 * Sums of the producer's moves a document and figure, in the order they happened; charges and deductions a kind, whose
 * account is named. Added up here: the moves of a document stand together already, and SQL would sort them all again.
 */
export const movesOfProducer = {
  all(reader: Reader, period: Period): MoveSum[] {
    const sums: MoveSum[] = []
    let document = 0
    let first = 0
    for (const move of eachMove.all(reader, period)) {
      if (move.document_id !== document) {
        document = move.document_id
        first = sums.length
      }
      let index = first
      while (index < sums.length && !isSame(sums[index], move)) index += 1
      const sum = sums[index] ?? emptySum(move)
      sums[index] = sum
      if (move.debit_id === period.account) sum.debit_tyiyn += move.amount_tyiyn
      else sum.credit_tyiyn += move.amount_tyiyn
    }
    return sums
  },
}

const emptySum = ({ date, document_id, figure, kind, year, number, charge_key }: Move): MoveSum => ({
  date,
  document_id,
  figure,
  kind,
  year,
  number,
  charge_key,
  credit_tyiyn: 0,
  debit_tyiyn: 0,
})

const isSame = (sum: MoveSum | undefined, { figure, charge_key }: Pick<Move, 'figure' | 'charge_key'>) =>
  sum?.figure === figure && sum.charge_key === charge_key

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
