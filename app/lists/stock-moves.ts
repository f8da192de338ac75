/** The moves behind a quantity, the newest first, each with what stood there after it. */
import { movesOfProduct } from '../../db/queries/stock-moves.ts'
import type { CivilDate } from '../../domain/dates.ts'
import { documentNumber } from '../../domain/documents/document.ts'
import { PLACE } from '../../domain/registers.ts'
import type { ListPage, ListQuery, StockMoveRow } from '../../domain/views.ts'
import { kept } from '../kept.ts'
import { type Ledger, look } from '../ledger.ts'
import { pageOf } from './rows.ts'

export interface StockMovesQuery {
  /** Null: all places together; then what goes from place to place is no move. */
  readonly location: number | null
  readonly product: number
  readonly lot?: number | undefined
  readonly date: CivilDate
  readonly page?: ListQuery['page'] | undefined
}

const FIRST_PAGE = { offset: 0, limit: 200 }

export function listStockMoves(ledger: Ledger, query: StockMovesQuery): Promise<ListPage<StockMoveRow>> {
  return look(ledger, () => {
    const rows = stockMovesOf(ledger, query)
    return pageOf(rows, query.page ?? FIRST_PAGE, { quantity: rows[0]?.after ?? 0 })
  })
}

export function stockMovesOf(ledger: Ledger, query: Omit<StockMovesQuery, 'page'>): StockMoveRow[] {
  const { location, product, lot, date } = query
  return kept(ledger, `stock moves ${JSON.stringify([location, product, lot, date])}`, () => {
    const rows: StockMoveRow[] = []
    let after = 0
    for (const move of movesOfProduct.all(ledger.connection, { product, lot: lot ?? 0, day: date })) {
      const quantity = changeAt(location, move)
      if (quantity === 0) continue
      after += quantity
      rows.push({
        key: `${move.document_id}/${move.ordinal}`,
        document: move.document_id,
        number: documentNumber(move.kind, move.year, move.number),
        kind: move.kind,
        date: move.date,
        from: placeName(ledger, move.from_id),
        to: placeName(ledger, move.to_id),
        lot: `${documentNumber(move.lot_kind, move.lot_year, move.lot_number)}/${move.lot_line}`,
        quantity,
        after,
      })
    }
    return rows.reverse()
  })
}

interface Move {
  readonly from_id: number
  readonly to_id: number
  readonly quantity_milli: number
}

function changeAt(location: number | null, { from_id, to_id, quantity_milli }: Move): number {
  const stands = (place: number): boolean => (location === null ? place > 0 : place === location)
  return (stands(to_id) ? quantity_milli : 0) - (stands(from_id) ? quantity_milli : 0)
}

const VIRTUAL: Readonly<Record<number, string>> = {
  [PLACE.PRODUCER]: '#producer',
  [PLACE.CUSTOMER]: '#customer',
  [PLACE.LOSS]: '#loss',
  [PLACE.SURPLUS]: '#surplus',
}

const placeName = (ledger: Ledger, place: number): string =>
  VIRTUAL[place] ?? ledger.catalogue.location(place).name
