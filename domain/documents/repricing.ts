import { z } from 'zod'
import { eachLine } from '../error.ts'
import { goodsLine, PostingDraft } from '../registers.ts'
import { checkPrices, type DocumentType, header, lines, priceDay, zId, zMoney } from './document.ts'

const line = z.strictObject({ product: zId, price_tyiyn: zMoney })
const schema = z.strictObject({ ...header, kind: z.literal('repricing'), lines: lines(line) })

/** Переоценка: sets the retail price of products from a day; moves nothing. */
export const repricing: DocumentType<z.infer<typeof schema>> = {
  schema,
  post(document, facts) {
    const draft = new PostingDraft()
    const from = priceDay(document)
    eachLine(document.lines, ({ product, price_tyiyn }, index) => {
      const fact = facts.product(product)
      checkPrices(fact, price_tyiyn)
      const { id, producer } = fact
      const priced = { line: index + 1, product: id, producer, quantity_milli: 0, price_tyiyn }
      draft.lines.push(goodsLine({ ...priced, priceFrom: from }))
    })
    return draft
  },
}
