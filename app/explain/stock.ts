/** What stands at a place: what stood there before, and the moves since. */
import type { CivilDate } from '../../domain/dates.ts'
import type { ExplainedPart, Explanation } from '../../domain/explanation.ts'
import type { StockMoveRow } from '../../domain/views.ts'
import type { Ledger } from '../ledger.ts'
import { stockMovesOf } from '../lists/stock-moves.ts'
import { explanation, partsBy } from './parts.ts'

interface StockRef {
  readonly location: number | null
  readonly product: number
  readonly lot?: number | undefined
  readonly date: CivilDate
}

/** The newest moves are told one by one; what was before them is asked about in turn. */
const MOST_LINES = 200

/** @throws EsepError `unknown_product` */
export function explainStock(ledger: Ledger, ref: StockRef): Explanation {
  ledger.catalogue.product(ref.product)
  const rows = stockMovesOf(ledger, ref)
  const told = rows.slice(0, wholeDays(rows))
  const earlier = rows[told.length]
  const before: ExplainedPart[] = earlier
    ? [{ label: '#stock_before', amount: earlier.after, ref: { kind: 'stock', ...ref, date: earlier.date } }]
    : []
  return explanation({
    title: '#stock',
    unit: 'quantity',
    amount: rows[0]?.after ?? 0,
    parts: [
      ...before,
      ...partsBy(
        told,
        ({ kind }) => `#kind.${kind}`,
        ({ quantity }) => quantity,
      ),
    ],
    lines: told.map(({ document, number, kind, date, lot, quantity }) => ({
      document,
      number,
      kind,
      date,
      text: lot,
      quantity,
      amount: quantity,
    })),
  })
}

/** A day is told whole, so that the rest is the stock at the end of a day. */
function wholeDays(rows: readonly StockMoveRow[]): number {
  let count = Math.min(MOST_LINES, rows.length)
  while (count > 0 && count < rows.length && rows[count]?.date === rows[count - 1]?.date) count += 1
  return count
}
