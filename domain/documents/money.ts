import { z } from 'zod'
import { EsepError, eachLine } from '../error.ts'
import type { Facts } from '../facts.ts'
import { roundCashOf } from '../payment.ts'
import { type AccountKey, PostingDraft } from '../registers.ts'
import { type DocumentType, header, lines, zId, zMoney, zText } from './document.ts'

const account = z.union([
  z.strictObject({ account: z.enum(['cash', 'bank', 'loss']) }),
  z.strictObject({ account: z.enum(['customer', 'partner']), id: zId }),
  z.strictObject({ account: z.literal('charges'), what: zText }),
])
const line = z.strictObject({ from: account, to: account, amount_tyiyn: zMoney, note: zText.optional() })
const schema = z.strictObject({ ...header, kind: z.literal('money'), lines: lines(line) })

/** Движение денег between two of cash, bank, a customer, a partner, charges of a kind, loss. */
export const money: DocumentType<z.infer<typeof schema>> = {
  schema,
  post(document, facts) {
    const draft = new PostingDraft()
    eachLine(document.lines, (item, index) => {
      const [from, to] = [keyOf(facts, item.from), keyOf(facts, item.to)]
      if (from === to) throw new EsepError('money_same_account', { account: from })
      if (item.amount_tyiyn <= 0) throw new EsepError('amount_zero', { kind: document.kind })
      draft.pay(index + 1, to, from, item.amount_tyiyn, '')
    })
    roundCashOf(draft, facts, document.date, 1)
    return draft
  },
}

/** @throws EsepError `charge_kind_empty`, `unknown_customer`, `unknown_partner` */
function keyOf(facts: Facts, ref: z.infer<typeof account>): AccountKey {
  if (ref.account === 'charges') {
    const what = ref.what.trim()
    if (what === '') throw new EsepError('charge_kind_empty', {})
    return `charges:${what}`
  }
  return 'id' in ref ? `${ref.account}:${facts[ref.account](ref.id).id}` : ref.account
}
