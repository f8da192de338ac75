import { z } from 'zod'
import { eachLine } from '../error.ts'
import { lose } from '../loss.ts'
import { Shelf } from '../lots.ts'
import { PostingDraft } from '../registers.ts'
import {
  checkQuantity,
  type DocumentType,
  header,
  lines,
  priceDay,
  requirePrice,
  zBearer,
  zId,
  zQuantity,
  zText,
} from './document.ts'

const line = z.strictObject({
  product: zId,
  quantity_milli: zQuantity,
  lot: zId.optional(),
  bearer: zBearer,
  reason: zText.optional(),
})
const schema = z.strictObject({ ...header, kind: z.literal('write_off'), location: zId, lines: lines(line) })

/** Списание: goods leave as lost; who bears it decides whether the producer is owed a compensation. */
export const writeOff: DocumentType<z.infer<typeof schema>> = {
  schema,
  post(document, facts) {
    const draft = new PostingDraft()
    const { location } = document
    const day = priceDay(document)
    facts.location(location)
    const shelf = new Shelf(facts, document.date)
    eachLine(document.lines, (item, index) => {
      const product = facts.product(item.product)
      checkQuantity(product, item.quantity_milli)
      const price_tyiyn = item.bearer === 'association' ? requirePrice(facts, product, day) : null
      const takings = shelf.take(location, product.id, item.quantity_milli, item.lot)
      lose(draft, facts, { line: index + 1, location, product, takings, price_tyiyn, day })
    })
    return draft
  },
}
