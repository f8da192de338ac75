/** The list of producers with what each is owed now. */
import { allProducers } from '../../db/queries/catalogues.ts'
import { fold } from '../../domain/fold.ts'
import type { ListPage, ListQuery, ProducerRow } from '../../domain/views.ts'
import { producerBalances } from '../balances.ts'
import { kept } from '../kept.ts'
import { type Ledger, look } from '../ledger.ts'
import { compareCodes } from '../months.ts'
import { type Columns, pageOf, saysPart, sortRows, sumOf } from './rows.ts'

const COLUMNS: Columns<ProducerRow> = {
  code: (row) => row.code,
  name: (row) => row.name,
  village: (row) => row.village,
  district: (row) => row.district,
  phone: (row) => row.phone,
  payoutMethod: (row) => row.payoutMethod,
  balance: (row) => row.balance,
}

/** `totals`: the balance of all, what is owed to them, and what they owe. */
export function listProducers(ledger: Ledger, query: ListQuery): Promise<ListPage<ProducerRow>> {
  return look(ledger, () => {
    const rows = producerRowsFor(ledger, query)
    return pageOf(rows, query.page, {
      balance: sumOf(rows, ({ balance }) => balance),
      owed: sumOf(rows, ({ balance }) => Math.max(balance, 0)),
      debts: sumOf(rows, ({ balance }) => Math.max(-balance, 0)),
    })
  })
}

export function producerRowsFor(ledger: Ledger, { filter, sort }: Omit<ListQuery, 'page'>): ProducerRow[] {
  return kept(ledger, `producers ${JSON.stringify([filter, sort])}`, () => {
    const part = fold(filter.text ?? '')
    const rows = producerRows(ledger).filter(
      ({ id, code, name, village, district, phone }) =>
        (filter.producer === undefined || id === filter.producer) &&
        saysPart(part, [code, name, village, district, phone]),
    )
    return sortRows(rows, sort, COLUMNS)
  })
}

function producerRows(ledger: Ledger): ProducerRow[] {
  return kept(ledger, 'producers', () => {
    const balances = producerBalances(ledger)
    return allProducers
      .all(ledger.connection, {})
      .sort((a, b) => compareCodes(a.code, b.code))
      .map(({ id, code, name, village, district, phone, payout_method }) => ({
        key: String(id),
        id,
        code,
        name,
        village,
        district,
        phone,
        payoutMethod: payout_method,
        balance: balances.get(id) ?? 0,
      }))
  })
}
