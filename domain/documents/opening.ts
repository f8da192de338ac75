import { z } from 'zod'
import { EsepError, eachLine } from '../error.ts'
import type { Facts } from '../facts.ts'
import { newLot } from '../new-lot.ts'
import { type AccountKey, goodsLine, PLACE, PostingDraft } from '../registers.ts'
import {
  checkPrices,
  checkQuantity,
  type DocumentType,
  header,
  zDate,
  zId,
  zMoney,
  zQuantity,
} from './document.ts'

const lot = z.strictObject({
  location: zId,
  product: zId,
  quantity_milli: zQuantity,
  /** The lot's own receipt date; empty: the document's. */
  received: zDate.optional(),
  net_tyiyn: zMoney.optional(),
  made: zDate.optional(),
  expires: zDate.optional(),
})
const owner = z.enum(['producer', 'partner', 'customer'])
const balance = z.union([
  z.strictObject({ account: owner, id: zId, amount_tyiyn: zMoney }),
  z.strictObject({ account: z.enum(['cash', 'bank']), amount_tyiyn: zMoney }),
])
const schema = z.strictObject({
  ...header,
  kind: z.literal('opening'),
  lots: z.array(lot).max(5000).default([]),
  balances: z.array(balance).max(5000).default([]),
})

type Opening = z.infer<typeof schema>
type OpeningBalance = Opening['balances'][number]

/** Начальные остатки: lots with their own receipt dates, and balances of any account. */
export const opening: DocumentType<Opening> = {
  schema,
  post(document, facts) {
    const draft = new PostingDraft()
    if (document.lots.length + document.balances.length === 0)
      throw new EsepError('no_lines', { kind: document.kind })
    eachLine(document.lots, (item, index) => {
      const product = facts.product(item.product)
      facts.location(item.location)
      checkQuantity(product, item.quantity_milli)
      checkPrices(product, item.net_tyiyn)
      const opened = newLot(index + 1, product, item.received ?? document.date, item)
      const reference = draft.open(opened)
      draft.move(index + 1, product.id, reference, PLACE.PRODUCER, item.location, item.quantity_milli)
      draft.lines.push(
        goodsLine({
          line: index + 1,
          location: item.location,
          product: product.id,
          lot: reference,
          producer: product.producer,
          quantity_milli: item.quantity_milli,
          net_tyiyn: opened.net_tyiyn,
        }),
      )
    })
    const before = document.lots.length
    eachLine(document.balances, (item, index) => openBalance(draft, facts, before + index + 1, item), before)
    return draft
  },
}

/** Plus is owed to the producer or partner, owed by the customer, or money at hand. */
function openBalance(draft: PostingDraft, facts: Facts, line: number, item: OpeningBalance): void {
  const key: AccountKey = 'id' in item ? `${item.account}:${item.id}` : item.account
  if ('id' in item) facts[item.account](item.id)
  if (item.account === 'producer') draft.pay(line, 'opening', key, item.amount_tyiyn, 'opening')
  else if (item.account === 'partner') draft.pay(line, 'opening', key, item.amount_tyiyn, '')
  else draft.pay(line, key, 'opening', item.amount_tyiyn, '')
}
