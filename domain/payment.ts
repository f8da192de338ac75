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
 * Rounds the cash a document has moved to what changes hands, once; the difference goes to the rounding account.
 * With a person's account only what that person got counts. Does nothing on days without the setting.
 */
export function roundCashOf(
  draft: PostingDraft,
  facts: Facts,
  day: string,
  line: number,
  person?: AccountKey,
): void {
  if (!facts.cashRounding(day)) return
  let cash_tyiyn = 0
  for (const { debit, credit, amount_tyiyn } of draft.money) {
    if (person !== undefined && debit !== person && credit !== person) continue
    if (debit === 'cash') cash_tyiyn += amount_tyiyn
    if (credit === 'cash') cash_tyiyn -= amount_tyiyn
  }
  draft.pay(line, 'cash', 'rounding', roundCash(cash_tyiyn) - cash_tyiyn, '')
}
