/** Which account a means of payment is, and the rounding of cash (rules.md sections 2 and 3). */
import { EsepError } from './error.ts'
import type { Facts } from './facts.ts'
import { roundCash } from './money.ts'
import type { AccountKey, Payment, PostingDraft } from './registers.ts'

/** @throws EsepError `credit_without_customer` */
export function accountOf(payment: Payment, customer: number | null | undefined): AccountKey {
  if (payment === 'cash') return 'cash'
  if (payment !== 'credit') return 'bank'
  if (customer === null || customer === undefined) throw new EsepError('credit_without_customer', {})
  return `customer:${customer}`
}

/**
 * Rounds the cash a document has moved so far to what changes hands, once; the difference goes to the rounding
 * account. Does nothing on days without the setting.
 */
export function roundCashOf(draft: PostingDraft, facts: Facts, day: string, line: number, since = 0): void {
  if (!facts.cashRounding(day)) return
  let cash_tyiyn = 0
  for (const move of draft.money.slice(since)) {
    if (move.debit === 'cash') cash_tyiyn += move.amount_tyiyn
    if (move.credit === 'cash') cash_tyiyn -= move.amount_tyiyn
  }
  draft.pay(line, 'cash', 'rounding', roundCash(cash_tyiyn) - cash_tyiyn, '')
}
