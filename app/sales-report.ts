/** Sales report: by product, producer, category, district or day; returns are taken off. */

import { chainHead } from '../db/queries/chain.ts'
import { salesBetween } from '../db/queries/sales.ts'
import type { CivilDate } from '../domain/dates.ts'
import type { SalesReport } from '../domain/reports/month.ts'
import { sealOf } from './chain.ts'
import { type Ledger, look } from './ledger.ts'
import { compareCodes } from './months.ts'
import { type Names, named, namesNow } from './names.ts'
import { organisationOf } from './organisation.ts'

export interface SalesQuestion {
  readonly from: CivilDate
  readonly to: CivilDate
  readonly by: SalesReport['by']
}

type Sold = ReturnType<typeof salesBetween.all>[number]
type SalesRow = SalesReport['rows'][number]

export function salesReport(ledger: Ledger, { from, to, by }: SalesQuestion): Promise<SalesReport> {
  return look(ledger, () => {
    const reader = ledger.connection
    const names = namesNow(reader)
    const rows = new Map<string, SalesRow>()
    for (const sold of salesBetween.all(reader, { from, to })) addTo(rows, keyOf(names, sold, by), sold)
    const head = chainHead.get(reader, {})
    return {
      organisation: organisationOf(ledger.catalogue, to),
      from,
      to,
      by,
      seal: head ? sealOf(head.hash) : '',
      rows: [...rows.values()].sort((a, b) => compareCodes(a.key, b.key)),
    }
  })
}

/** Quantities add up only where the unit is one: by product. */
function keyOf(
  names: Names,
  { product_id, date }: Sold,
  by: SalesReport['by'],
): Pick<SalesRow, 'key' | 'name' | 'unit'> {
  const product = named(names.products, product_id)
  const producer = named(names.producers, product.producer_id)
  if (by === 'product') return { key: product.article, name: product.name, unit: product.unit }
  if (by === 'producer') return { key: producer.code, name: producer.name, unit: '' }
  if (by === 'day') return { key: date, name: date, unit: '' }
  const text = by === 'category' ? product.category : producer.district
  return { key: text, name: text, unit: '' }
}

function addTo(rows: Map<string, SalesRow>, key: Pick<SalesRow, 'key' | 'name' | 'unit'>, sold: Sold): void {
  const isReturn = sold.kind === 'customer_return'
  const sign = isReturn ? -1 : 1
  let row = rows.get(key.key)
  if (!row) {
    row = {
      ...key,
      quantity: key.unit === '' ? null : 0,
      sales: 0,
      returns: 0,
      amount: 0,
      commission: 0,
      partner: 0,
      due: 0,
    }
    rows.set(key.key, row)
  }
  if (row.quantity !== null) row.quantity += sign * sold.quantity_milli
  if (isReturn) row.returns += sold.amount_tyiyn
  else row.sales += sold.amount_tyiyn
  row.amount = row.sales - row.returns
  row.commission += sign * sold.commission_tyiyn
  row.partner += sign * sold.partner_tyiyn
  row.due = row.amount - row.commission
}
