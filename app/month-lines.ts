/** Lot parts sold and brought back in a month, as its report, partners and controls read them. */

import type { goodsLinesBetween } from '../db/queries/month-report.ts'
import type { Month } from '../domain/dates.ts'

export type GoodsLine = ReturnType<typeof goodsLinesBetween.all>[number]

/** The days of a month and the last chain entry its figures count. */
export interface Span {
  readonly month: Month
  readonly from: string
  readonly to: string
  readonly lastSeq: number
}

/** Returns count against sales, and a reversal against what it reverses: both are stored, one is turned here. */
const signOf = ({ kind }: { kind: string }): 1 | -1 => (kind === 'customer_return' ? -1 : 1)

export function signed(
  line: GoodsLine,
): Pick<
  GoodsLine,
  'quantity_milli' | 'discount_tyiyn' | 'amount_tyiyn' | 'commission_tyiyn' | 'partner_tyiyn'
> {
  const sign = signOf(line)
  return {
    quantity_milli: sign * line.quantity_milli,
    discount_tyiyn: sign * line.discount_tyiyn || 0,
    amount_tyiyn: sign * line.amount_tyiyn || 0,
    commission_tyiyn: sign * line.commission_tyiyn || 0,
    partner_tyiyn: sign * line.partner_tyiyn || 0,
  }
}
