import { z } from 'zod'
import { EsepError, eachLine } from '../error.ts'
import type { Facts, ProductFact } from '../facts.ts'
import { lose } from '../loss.ts'
import { Shelf } from '../lots.ts'
import { newLot } from '../new-lot.ts'
import { goodsLine, PLACE, PostingDraft } from '../registers.ts'
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
} from './document.ts'

const line = z.strictObject({ product: zId, counted_milli: zQuantity, bearer: zBearer })
const schema = z.strictObject({
  ...header,
  kind: z.literal('stock_count'),
  location: zId,
  lines: lines(line),
})

type StockCount = z.infer<typeof schema>

/** Инвентаризация: the shelf against the book at the end of the day; the difference becomes a shortage or a surplus. */
export const stockCount: DocumentType<StockCount> = {
  schema,
  post(document, facts) {
    const draft = new PostingDraft()
    facts.location(document.location)
    const shelf = new Shelf(facts, document.date)
    const counted = new Set<number>()
    eachLine(document.lines, (item, index) => {
      const product = facts.product(item.product)
      checkQuantity(product, item.counted_milli, true)
      if (counted.has(product.id)) throw new EsepError('count_line_repeated', { article: product.article })
      counted.add(product.id)
      const book_milli = facts.stock(document.location, product.id, document.date)
      const whole = {
        line: index + 1,
        part: 0,
        location: document.location,
        product: product.id,
        quantity_milli: item.counted_milli,
      }
      draft.lines.push(goodsLine({ ...whole, producer: product.producer, book_milli }))
      if (item.counted_milli < book_milli) {
        const price_tyiyn =
          item.bearer === 'association' ? requirePrice(facts, product, priceDay(document)) : null
        const takings = shelf.take(document.location, product.id, book_milli - item.counted_milli)
        lose(draft, facts, {
          line: index + 1,
          location: document.location,
          product,
          takings,
          price_tyiyn,
          day: priceDay(document),
        })
      } else if (item.counted_milli > book_milli) {
        find(draft, facts, document, product, index + 1, item.counted_milli - book_milli)
      }
    })
    return draft
  },
}

/** A surplus goes into the lot that would leave last of those that ever stood there, else into a new one. */
function find(
  draft: PostingDraft,
  facts: Facts,
  document: StockCount,
  product: ProductFact,
  line: number,
  quantity_milli: number,
): void {
  const last = facts.lotsEverAt(document.location, product.id, document.date).at(-1)
  const lot = last ? last.id : draft.open(newLot(line, product, document.date, {}))
  draft.move(line, product.id, lot, PLACE.SURPLUS, document.location, quantity_milli)
  draft.lines.push(
    goodsLine({
      line,
      location: document.location,
      product: product.id,
      lot,
      producer: product.producer,
      quantity_milli: 0 - quantity_milli,
      net_tyiyn: last ? last.net_tyiyn : product.net_tyiyn,
    }),
  )
}
