/** Paying out a settled month: what is offered to whom, and the batch. */

import { figureBetween } from '../db/queries/month-view.ts'
import { monthRow } from '../db/queries/months.ts'
import type { CivilDate, Month } from '../domain/dates.ts'
import { EsepError } from '../domain/error.ts'
import type { PayoutOffer, PostedView } from '../domain/views.ts'
import { producerBalances } from './balances.ts'
import { postDocument } from './documents.ts'
import { postedView } from './form/forms.ts'
import { kept } from './kept.ts'
import { type Actor, type Ledger, look } from './ledger.ts'
import { frozenSettlements, producerAccounts } from './months.ts'

/** @throws EsepError `month_not_settled` */
export function payoutOffers(ledger: Ledger, month: Month): Promise<PayoutOffer[]> {
  return look(ledger, () => {
    checkSettled(ledger, month)
    return [...offersOf(ledger, month)]
  })
}

function checkSettled({ connection }: Ledger, month: Month): void {
  if (!monthRow.get(connection, { month })) throw new EsepError('month_not_settled', { month })
}

const END_OF_TIME = '9999-12'

/** Everybody with something payable, by code: payable less what was paid after the month, at most the balance now. */
export function offersOf(ledger: Ledger, month: Month): readonly PayoutOffer[] {
  return kept(ledger, `payout offers ${month}`, () => {
    const { connection, catalogue } = ledger
    const producers = producerAccounts(connection)
    const paid = new Map<number, number>()
    for (const row of figureBetween.all(connection, { figure: 'payouts', after: month, before: END_OF_TIME }))
      paid.set(producers.get(row.account_id) ?? 0, 0 - row.amount_tyiyn)
    const balances = producerBalances(ledger)
    return frozenSettlements(connection, month)
      .filter(({ input }) => input.figures.payable > 0)
      .map(({ input }): PayoutOffer => {
        const { id, code, name, payout_method, details } = catalogue.producer(input.producer)
        const { payable } = input.figures
        const [paidAfter, balance] = [paid.get(id) ?? 0, balances.get(id) ?? 0]
        return {
          producer: { id, code, name },
          payable,
          paidAfter,
          balance,
          offer: Math.max(0, Math.min(payable - paidAfter, balance)),
          method: payout_method || 'cash',
          details,
        }
      })
  })
}

export interface PayoutBatch {
  /** Made by the client: the same id pays once. */
  readonly id: string
  readonly month: Month
  readonly date: CivilDate
  readonly lines: readonly {
    readonly producer: number
    readonly amount: number
    readonly method: 'cash' | 'bank' | 'wallet'
  }[]
}

/**
 * One payout with a line a producer: the batch goes out whole or not at all, and is undone as one.
 * @throws EsepError `month_not_settled`, `payout_over_balance`
 */
export async function payAll(
  ledger: Ledger,
  { id, month, date, lines }: PayoutBatch,
  actor: Actor,
): Promise<PostedView> {
  await look(ledger, () => checkSettled(ledger, month))
  const payout = {
    id,
    kind: 'payout' as const,
    date,
    lines: lines.map(({ producer, amount, method }) => ({ producer, amount_tyiyn: amount, method })),
  }
  return postedView(await postDocument(ledger, payout, actor))
}
