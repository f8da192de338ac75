import { z } from 'zod'
import { EsepError, eachLine, notice } from '../error.ts'
import type { Facts, ProductFact } from '../facts.ts'
import { newLot } from '../new-lot.ts'
import { goodsLine, PLACE, PostingDraft } from '../registers.ts'
import {
  checkPrices,
  checkQuantity,
  type DocumentType,
  header,
  lines,
  priceDay,
  zDate,
  zId,
  zMoney,
  zQuantity,
  zText,
} from './document.ts'

const line = z.strictObject({
  product: zId,
  quantity_milli: zQuantity,
  price_tyiyn: zMoney.optional(),
  net_tyiyn: zMoney.optional(),
  made: zDate.optional(),
  expires: zDate.optional(),
  note: zText.optional(),
})

const schema = z.strictObject({
  ...header,
  kind: z.literal('receipt'),
  location: zId,
  producer: zId,
  lines: lines(line),
})

type Receipt = z.infer<typeof schema>
type ReceiptLine = z.infer<typeof line>

/** Приём на комиссию: every line opens a lot of one producer at the place. */
export const receipt: DocumentType<Receipt> = {
  schema,
  post(document, facts) {
    const draft = new PostingDraft()
    facts.location(document.location)
    const priced = new Map<number, number>()
    eachLine(document.lines, (item, index) => {
      const product = facts.product(item.product)
      checkOwner(facts, document.producer, product)
      checkQuantity(product, item.quantity_milli)
      checkPrices(product, item.price_tyiyn, item.net_tyiyn)
      const lot = newLot(index + 1, product, document.date, item)
      draft.move(
        index + 1,
        product.id,
        draft.open(lot),
        PLACE.PRODUCER,
        document.location,
        item.quantity_milli,
      )
      draft.lines.push(
        goodsLine({
          line: index + 1,
          location: document.location,
          product: product.id,
          lot: -draft.lots.length,
          producer: document.producer,
          quantity_milli: item.quantity_milli,
          price_tyiyn: item.price_tyiyn ?? null,
          net_tyiyn: lot.net_tyiyn,
          priceFrom: takePrice(draft, facts, product, item, priceDay(document), priced),
        }),
      )
    })
    return draft
  },
}

function checkOwner(facts: Facts, producer: number, product: ProductFact): void {
  if (product.producer === producer) return
  const owner = product.producer === null ? '' : facts.producer(product.producer).code
  throw new EsepError('receipt_of_several_producers', {
    article: product.article,
    producer: facts.producer(producer).code,
    other: owner,
  })
}

/**
 * The act's price becomes the product's from that day only if the product has none; another one only warns.
 * @returns the day from which the line's price is the product's, if it is.
 */
function takePrice(
  draft: PostingDraft,
  facts: Facts,
  product: ProductFact,
  item: ReceiptLine,
  day: string,
  priced: Map<number, number>,
): string | null {
  if (item.price_tyiyn === undefined) return null
  const current_tyiyn = facts.price(product.id, day) ?? priced.get(product.id) ?? null
  if (current_tyiyn === null) {
    priced.set(product.id, item.price_tyiyn)
    return day
  }
  if (current_tyiyn !== item.price_tyiyn) {
    const { article } = product
    draft.warnings.push(
      notice('receipt_price_differs', { article, price_tyiyn: item.price_tyiyn, current_tyiyn }),
    )
  }
  return null
}
