/** What a producer is owed now: the balance at the beginning of the month, and what the month has done to it. */
import { monthRow } from '../../db/queries/months.ts'
import { monthOf } from '../../domain/dates.ts'
import type { Explanation } from '../../domain/explanation.ts'
import { producerBalances } from '../balances.ts'
import type { Ledger } from '../ledger.ts'
import { explanation, figurePart, rowOf } from './parts.ts'

/** @throws EsepError `unknown_producer` */
export function explainBalance(ledger: Ledger, producer: number): Explanation {
  ledger.catalogue.producer(producer)
  const ref = { producer, month: monthOf(ledger.clock.today()) }
  const figures = rowOf(ledger, ref)?.figures
  // Deductions are worked out for an open month, but nothing is taken before it is settled.
  const settled = monthRow.get(ledger.connection, { month: ref.month }) !== undefined
  return explanation({
    title: '#balance',
    amount: producerBalances(ledger).get(producer) ?? 0,
    parts: [
      ...figurePart(ref, figures, 'opening'),
      ...figurePart(ref, figures, 'sales'),
      ...figurePart(ref, figures, 'returns', -1),
      ...figurePart(ref, figures, 'commission', -1),
      ...figurePart(ref, figures, 'compensation'),
      ...figurePart(ref, figures, 'charges', -1),
      ...(settled ? figurePart(ref, figures, 'deductions', -1) : []),
      ...figurePart(ref, figures, 'payouts', -1),
    ],
  })
}
