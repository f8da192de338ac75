import { z } from 'zod'
import { EsepError, eachLine } from '../error.ts'
import { PostingDraft } from '../registers.ts'
import { type DocumentType, header, lines, zId, zMoney, zText } from './document.ts'

const line = z.strictObject({
  producer: zId,
  what: zText,
  amount_tyiyn: zMoney,
  note: zText.optional(),
})
const schema = z.strictObject({ ...header, kind: z.literal('charge'), lines: lines(line) })

/** Удержание: lowers what a producer is owed; with a minus, raises it. */
export const charge: DocumentType<z.infer<typeof schema>> = {
  schema,
  post(document, facts) {
    const draft = new PostingDraft()
    eachLine(document.lines, (item, index) => {
      const { id } = facts.producer(item.producer)
      const what = item.what.trim()
      if (what === '') throw new EsepError('charge_kind_empty', {})
      if (item.amount_tyiyn === 0) throw new EsepError('amount_zero', { kind: document.kind })
      draft.pay(index + 1, `producer:${id}`, `charges:${what}`, item.amount_tyiyn, 'charges')
    })
    return draft
  },
}
