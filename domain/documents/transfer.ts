import { z } from 'zod'
import { EsepError, eachLine } from '../error.ts'
import { Shelf } from '../lots.ts'
import { goodsLine, PostingDraft } from '../registers.ts'
import { checkQuantity, type DocumentType, header, lines, zId, zQuantity } from './document.ts'

const line = z.strictObject({ product: zId, quantity_milli: zQuantity, lot: zId.optional() })
const schema = z.strictObject({
  ...header,
  kind: z.literal('transfer'),
  from: zId,
  to: zId,
  lines: lines(line),
})

/** Перемещение: the same lots, from place to place; no money. */
export const transfer: DocumentType<z.infer<typeof schema>> = {
  schema,
  post(document, facts) {
    const draft = new PostingDraft()
    const from = facts.location(document.from)
    const to = facts.location(document.to)
    if (from.id === to.id) throw new EsepError('same_place', { location: from.name })
    const shelf = new Shelf(facts, document.date)
    eachLine(document.lines, (item, index) => {
      const product = facts.product(item.product)
      checkQuantity(product, item.quantity_milli)
      shelf
        .take(from.id, product.id, item.quantity_milli, item.lot)
        .forEach(({ lot, quantity_milli }, part) => {
          draft.move(index + 1, product.id, lot.id, from.id, to.id, quantity_milli)
          draft.lines.push(
            goodsLine({
              line: index + 1,
              part: part + 1,
              location: from.id,
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
