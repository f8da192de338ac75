import { z } from 'zod'
import { eachLine } from '../error.ts'
import { Shelf } from '../lots.ts'
import { goodsLine, PLACE, PostingDraft } from '../registers.ts'
import { checkQuantity, type DocumentType, header, lines, zId, zQuantity, zText } from './document.ts'

const line = z.strictObject({
  product: zId,
  quantity_milli: zQuantity,
  lot: zId.optional(),
  reason: zText.optional(),
})
const schema = z.strictObject({
  ...header,
  kind: z.literal('producer_return'),
  location: zId,
  lines: lines(line),
})

/** Возврат комитенту: goods go back to their owner; no money. */
export const producerReturn: DocumentType<z.infer<typeof schema>> = {
  schema,
  post(document, facts) {
    const draft = new PostingDraft()
    const { location } = document
    facts.location(location)
    const shelf = new Shelf(facts, document.date)
    eachLine(document.lines, (item, index) => {
      const product = facts.product(item.product)
      checkQuantity(product, item.quantity_milli)
      shelf
        .take(location, product.id, item.quantity_milli, item.lot)
        .forEach(({ lot, quantity_milli }, part) => {
          draft.move(index + 1, product.id, lot.id, location, PLACE.PRODUCER, quantity_milli)
          draft.lines.push(
            goodsLine({
              line: index + 1,
              part: part + 1,
              location,
              product: product.id,
              lot: lot.id,
              producer: lot.producer,
              quantity_milli,
            }),
          )
        })
    })
    return draft
  },
}
