import { z } from 'zod'
import { isMonth } from '../dates.ts'
import { PostingDraft } from '../registers.ts'
import { type DocumentType, header, zId, zMoney } from './document.ts'

const deduction = z.strictObject({
  rule: zId,
  name: z.string().min(1),
  base_tyiyn: zMoney,
  amount_tyiyn: zMoney,
})

const figures = z.strictObject({
  opening: zMoney,
  sales: zMoney,
  returns: zMoney,
  commission: zMoney,
  due: zMoney,
  compensation: zMoney,
  charges: zMoney,
  deductions: zMoney,
  payouts: zMoney,
  closing: zMoney,
  payable: zMoney,
})

const schema = z.strictObject({
  ...header,
  kind: z.literal('settlement'),
  producer: zId,
  month: z.string().refine(isMonth, 'not a month'),
  /** The last entry of the chain that the figures count. */
  lastSeq: z.int().nonnegative(),
  /** The producer's details as of the settlement. */
  details: z.record(z.string(), z.string()),
  figures,
  deductions: z.array(deduction),
})

export type Settlement = z.infer<typeof schema>

/** Отчёт комиссионера: freezes one producer's month and takes its deductions, dated its last day. */
export const settlement: DocumentType<Settlement> = {
  schema,
  post(document) {
    const draft = new PostingDraft()
    const producer = `producer:${document.producer}` as const
    document.deductions.forEach(({ name, amount_tyiyn }, index) => {
      draft.pay(index + 1, producer, `charges:${name}`, amount_tyiyn, 'deductions')
    })
    return draft
  },
}
