import { z } from 'zod'
import { EsepError, eachLine, notice } from '../error.ts'
import { accountOf, roundCashOf } from '../payment.ts'
import { type AccountKey, PostingDraft } from '../registers.ts'
import { type DocumentType, header, lines, zId, zMoney, zText } from './document.ts'

const line = z.strictObject({
  producer: zId,
  /** What the account falls by; with a minus, the producer pays in. */
  amount_tyiyn: zMoney,
  /** Empty: the producer's own way, else cash. */
  method: z.enum(['cash', 'bank', 'wallet']).optional(),
  note: zText.optional(),
})
const schema = z.strictObject({ ...header, kind: z.literal('payout'), lines: lines(line) })

/** Выплата: money to producers, an advance too; cash is rounded once a person. */
export const payout: DocumentType<z.infer<typeof schema>> = {
  schema,
  post(document, facts) {
    const draft = new PostingDraft()
    const paid = new Map<number, number>()
    const firstLines = new Map<AccountKey, number>()
    eachLine(document.lines, (item, index) => {
      const producer = facts.producer(item.producer)
      const account = `producer:${producer.id}` as const
      const { amount_tyiyn } = item
      if (amount_tyiyn === 0) throw new EsepError('amount_zero', { kind: document.kind })
      const balance_tyiyn = facts.balance(account) - (paid.get(producer.id) ?? 0)
      if (amount_tyiyn > 0 && amount_tyiyn > balance_tyiyn) {
        const data = { producer: producer.code, name: producer.name, balance_tyiyn, amount_tyiyn }
        draft.questions.push(notice('payout_over_balance', data))
      }
      paid.set(producer.id, (paid.get(producer.id) ?? 0) + amount_tyiyn)
      if (!firstLines.has(account)) firstLines.set(account, index + 1)
      draft.pay(
        index + 1,
        account,
        accountOf(item.method ?? (producer.payoutMethod || 'cash'), null),
        amount_tyiyn,
        'payouts',
      )
    })
    for (const [person, line] of firstLines) roundCashOf(draft, facts, document.date, line, person)
    return draft
  },
}
