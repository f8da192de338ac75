/** A producer's account between two days, with the balance after each line. */
import { accountByKey } from '../../db/queries/catalogues.ts'
import { movesOfProducer } from '../../db/queries/statement.ts'
import type { CivilDate } from '../../domain/dates.ts'
import { documentNumber } from '../../domain/documents/document.ts'
import type { AccountRow, ListPage, ListQuery } from '../../domain/views.ts'
import { kept } from '../kept.ts'
import { type Ledger, look } from '../ledger.ts'
import { balanceBefore } from '../statement-report.ts'
import { pageOf, sumOf } from './rows.ts'

export interface AccountQuery {
  readonly producer: number
  readonly from: CivilDate
  readonly to: CivilDate
  readonly page: ListQuery['page']
}

interface Account {
  readonly opening: number
  readonly rows: readonly AccountRow[]
}

/** `totals`: opening, debit, credit and closing of the whole period. */
export function producerAccount(ledger: Ledger, query: AccountQuery): Promise<ListPage<AccountRow>> {
  return look(ledger, () => {
    const { opening, rows } = accountRows(ledger, query)
    const [debit, credit] = [sumOf(rows, (row) => row.debit), sumOf(rows, (row) => row.credit)]
    return pageOf(rows, query.page, { opening, debit, credit, closing: opening + credit - debit })
  })
}

/** @throws EsepError `unknown_producer` */
export function accountRows(ledger: Ledger, { producer, from, to }: Omit<AccountQuery, 'page'>): Account {
  const { id } = ledger.catalogue.producer(producer)
  return kept(ledger, `account ${id} ${from} ${to}`, () => {
    const reader = ledger.connection
    const account = accountByKey.get(reader, { key: `producer:${id}` })?.id ?? 0
    const opening = balanceBefore(reader, id, account, from)
    let balance = opening
    const rows = movesOfProducer
      .all(reader, { producer: id, account, from, to })
      .map((move, index): AccountRow => {
        balance += move.credit_tyiyn - move.debit_tyiyn
        return {
          key: `${move.document_id}/${index}`,
          document: move.document_id,
          number: documentNumber(move.kind, move.year, move.number),
          kind: move.kind,
          date: move.date,
          what: move.figure,
          name: move.charge_key?.slice('charges:'.length) ?? '',
          debit: move.debit_tyiyn,
          credit: move.credit_tyiyn,
          balance,
        }
      })
    return { opening, rows }
  })
}
