/** One producer's account over a period with a running balance: what the акт сверки says. */

import { accountByKey, allProducers } from '../db/queries/catalogues.ts'
import { chainHead } from '../db/queries/chain.ts'
import { snapshotBefore } from '../db/queries/months.ts'
import { monthsOfAccount, movesOfProducer, partOfMonth, snapshotOfAccount } from '../db/queries/statement.ts'
import type { Reader } from '../db/sqlite/connection.ts'
import { type CivilDate, firstDay, monthOf } from '../domain/dates.ts'
import { documentNumber } from '../domain/documents/document.ts'
import { EsepError } from '../domain/error.ts'
import type { StatementReport } from '../domain/reports/month.ts'
import { sealOf } from './chain.ts'
import { type Ledger, look } from './ledger.ts'
import { producerDetails } from './month-report.ts'
import { organisationOf } from './organisation.ts'

export interface StatementQuestion {
  /** The producer's code. */
  readonly producer: string
  readonly from: CivilDate
  readonly to: CivilDate
}

/** @throws EsepError `unknown_producer` */
export function statementReport(ledger: Ledger, question: StatementQuestion): Promise<StatementReport> {
  return look(ledger, () => reportOf(ledger, question))
}

function reportOf(ledger: Ledger, { producer: code, from, to }: StatementQuestion): StatementReport {
  const reader = ledger.connection
  const producer = allProducers.all(reader, {}).find((row) => row.code === code)
  if (!producer) throw new EsepError('unknown_producer', { code })
  const head = chainHead.get(reader, {})
  const account = accountOf(reader, producer.id, from, to)
  return {
    organisation: organisationOf(ledger.catalogue, to),
    producer: producerDetails(producer),
    from,
    to,
    seal: head ? sealOf(head.hash) : '',
    ...account,
  }
}

export type ProducerAccount = Pick<StatementReport, 'opening' | 'lines' | 'debit' | 'credit' | 'closing'>

/** Opening balance, every document and figure, closing balance. */
export function accountOf(reader: Reader, producer: number, from: CivilDate, to: CivilDate): ProducerAccount {
  const account = accountByKey.get(reader, { key: `producer:${producer}` })?.id ?? 0
  const opening = balanceBefore(reader, producer, account, from)
  let [balance, debit, credit] = [opening, 0, 0]
  const lines = movesOfProducer.all(reader, { producer, account, from, to }).map((move) => {
    const { date, figure, credit_tyiyn, debit_tyiyn, charge_key } = move
    balance += credit_tyiyn - debit_tyiyn
    debit += debit_tyiyn
    credit += credit_tyiyn
    return {
      date,
      document: documentNumber(move.kind, move.year, move.number),
      what: figure,
      name: charge_key?.slice('charges:'.length) ?? '',
      debit: debit_tyiyn,
      credit: credit_tyiyn,
      balance,
    }
  })
  return { opening, lines, debit, credit, closing: balance }
}

/** The last snapshot before the day's month, the whole months since, and the part of the month before the day. */
export function balanceBefore(reader: Reader, producer: number, account: number, day: CivilDate): number {
  const month = monthOf(day)
  const after = snapshotBefore.get(reader, { month })?.month ?? ''
  const snapshot = snapshotOfAccount.get(reader, { account, month: after })?.balance_tyiyn ?? 0
  const months = monthsOfAccount.get(reader, { account, after, before: month })?.amount_tyiyn ?? 0
  let part = 0
  for (const { credit_id, amount_tyiyn } of partOfMonth.all(reader, {
    producer,
    from: firstDay(month),
    day,
  })) {
    part += credit_id === account ? amount_tyiyn : -amount_tyiyn
  }
  return snapshot + months + part
}
