/** Goods in the month in quantity, by article: what came, what went, what is left (rules.md section 3). */

import { goodsMovedBetween, stockByBalances, stockByProduct } from '../db/queries/month-report.ts'
import { snapshotBefore } from '../db/queries/months.ts'
import { pricesOn } from '../db/queries/stock.ts'
import type { ProductTable } from '../db/schema.ts'
import type { Reader } from '../db/sqlite/connection.ts'
import { addDays, lastDay } from '../domain/dates.ts'
import { priceTimes } from '../domain/money.ts'
import { PLACE } from '../domain/registers.ts'
import type { GoodsRow, StockControlRow } from '../domain/reports/month.ts'
import type { Span } from './month-lines.ts'
import { compareCodes } from './months.ts'
import { type Names, named } from './names.ts'

type Flow = Omit<GoodsRow, 'article' | 'name' | 'unit' | 'closing'>

export interface MonthGoods {
  readonly byProducer: ReadonlyMap<number, GoodsRow[]>
  readonly control: StockControlRow[]
}

export function goodsOfMonth(reader: Reader, span: Span, names: Names): MonthGoods {
  const flows = flowsOf(reader, span)
  const counted = new Map(
    stockByBalances.all(reader, { day: span.to }).map((row) => [row.product_id, row.quantity_milli]),
  )
  const prices = retailPrices(reader, names, span.to, span.lastSeq)
  const byProducer = new Map<number, GoodsRow[]>()
  const control: StockControlRow[] = []
  for (const id of [...flows.keys()].sort((a, b) =>
    compareCodes(named(names.products, a).article, named(names.products, b).article),
  )) {
    const product = named(names.products, id)
    const row = goodsRow(product, flows.get(id))
    const producer = named(names.producers, product.producer_id)
    const own = byProducer.get(producer.id)
    if (own) own.push(row)
    else byProducer.set(producer.id, [row])
    const value = priceTimes(prices.get(id) ?? 0, row.closing)
    control.push({ ...row, producer: producer.code, counted: counted.get(id) ?? 0, value })
  }
  return { byProducer, control }
}

function flowsOf(reader: Reader, span: Span): Map<number, Flow> {
  const flows = new Map<number, Flow>()
  const of = (product: number): Flow => {
    let flow = flows.get(product)
    if (!flow) {
      flow = { opening: 0, received: 0, sold: 0, broughtBack: 0, returned: 0, writtenOff: 0, surplus: 0 }
      flows.set(product, flow)
    }
    return flow
  }
  const snapshot = snapshotBefore.get(reader, { month: span.month })?.month ?? ''
  const after = snapshot === '' ? '' : lastDay(snapshot)
  for (const { product_id, quantity_milli } of stockByProduct.all(reader, {
    snapshot,
    after,
    day: addDays(span.from, -1),
  })) {
    of(product_id).opening += quantity_milli
  }
  for (const { product_id, kind, virtual_id, net_milli } of goodsMovedBetween.all(reader, span)) {
    addFlow(of(product_id), kind, virtual_id, net_milli)
  }
  return flows
}

/** A reversal counts in its original's column with the opposite sign. */
function addFlow(flow: Flow, kind: string, virtual: number, net_milli: number): void {
  if (kind === 'opening') flow.opening += net_milli
  else if (kind === 'receipt') flow.received += net_milli
  else if (kind === 'sale') flow.sold -= net_milli
  else if (kind === 'customer_return') flow.broughtBack += net_milli
  else if (kind === 'producer_return') flow.returned -= net_milli
  else if (virtual === PLACE.SURPLUS) flow.surplus += net_milli
  else flow.writtenOff -= net_milli
}

function goodsRow({ article, name, unit }: ProductTable, flow: Flow | undefined): GoodsRow {
  const { opening, received, sold, broughtBack, returned, writtenOff, surplus } = flow ?? {
    opening: 0,
    received: 0,
    sold: 0,
    broughtBack: 0,
    returned: 0,
    writtenOff: 0,
    surplus: 0,
  }
  const closing = opening + received + broughtBack + surplus - sold - returned - writtenOff
  return { article, name, unit, opening, received, sold, broughtBack, returned, writtenOff, surplus, closing }
}

/** Retail price of every product on a day, where it has one; as the ledger knew it at an entry of the chain. */
export function retailPrices(
  reader: Reader,
  names: Pick<Names, 'products'>,
  day: string,
  lastSeq = Number.MAX_SAFE_INTEGER,
): Map<number, number> {
  const prices = new Map<number, number>()
  for (const { id, price_tyiyn } of names.products.values())
    if (price_tyiyn !== null) prices.set(id, price_tyiyn)
  for (const { product_id, price_tyiyn } of pricesOn.all(reader, { day, lastSeq }))
    if (price_tyiyn !== null) prices.set(product_id, price_tyiyn)
  return prices
}
