/** What stands where at the end of a day, a row a place and lot. */
import { allLots, lotsOnHand, stockNow } from '../../db/queries/stock.ts'
import type { CivilDate } from '../../domain/dates.ts'
import { documentNumber } from '../../domain/documents/document.ts'
import { fold } from '../../domain/fold.ts'
import { byFefo } from '../../domain/lots.ts'
import { priceTimes } from '../../domain/money.ts'
import type { ListFilter, ListPage, ListQuery, StockListRow } from '../../domain/views.ts'
import { kept } from '../kept.ts'
import { type Ledger, look } from '../ledger.ts'
import { retailPrices } from '../month-goods.ts'
import { compareCodes } from '../months.ts'
import { type Names, named, namesNow } from '../names.ts'
import { holdingsAsOf } from '../stock-report.ts'
import { type Columns, pageOf, saysPart, sortRows, sumOf } from './rows.ts'

export interface StockListQuery extends ListQuery {
  readonly date: CivilDate
}

export function listStock(ledger: Ledger, query: StockListQuery): Promise<ListPage<StockListRow>> {
  return look(ledger, () => {
    const rows = stockRowsFor(ledger, query)
    const totals = kept(ledger, `stock totals ${keyOf(query)}`, () => ({
      quantity: sumOf(rows, ({ quantity }) => quantity),
      value: sumOf(rows, ({ value }) => value),
    }))
    return pageOf(rows, query.page, totals)
  })
}

const keyOf = ({ date, filter, sort }: Omit<StockListQuery, 'page'>): string =>
  JSON.stringify([date, filter, sort])

const COLUMNS: Columns<StockListRow> = {
  location: (row) => row.location,
  producer: (row) => row.producer,
  article: (row) => row.article,
  product: (row) => row.product,
  unit: (row) => row.unit,
  lot: (row) => row.lot,
  received: (row) => row.received,
  // What has no best-before goes last.
  expires: (row) => row.expires || '9999-12-31',
  quantity: (row) => row.quantity,
  price: (row) => row.price,
  value: (row) => row.value,
}

/** All rows that fit, in the order asked for. */
export function stockRowsFor(ledger: Ledger, query: Omit<StockListQuery, 'page'>): StockListRow[] {
  return kept(ledger, `stock ${keyOf(query)}`, () => {
    const rows = stockRowsOn(ledger, query.date).filter((row) => fits(ledger, row, query.filter))
    return sortRows(rows, query.sort, COLUMNS)
  })
}

function fits(ledger: Ledger, row: StockListRow, filter: ListFilter): boolean {
  const { location, product, lot, producer, text } = filter
  if (location !== undefined && row.locationId !== location) return false
  if (product !== undefined && row.productId !== product) return false
  if (lot !== undefined && row.lotId !== lot) return false
  if (producer !== undefined && ledger.catalogue.product(row.productId).producer !== producer) return false
  return saysPart(fold(text ?? ''), [row.location, row.producer, row.article, row.product, row.lot])
}

/** By place, producer and article, each in the order it would leave. */
export function stockRowsOn(ledger: Ledger, date: CivilDate): StockListRow[] {
  const now = date >= ledger.clock.today()
  return kept(ledger, `stock of ${now ? 'now' : date}`, () => {
    const reader = ledger.connection
    const holdings = now ? stockNow.all(reader, {}) : holdingsAsOf(reader, date)
    const names = namesNow(reader)
    const lots = new Map((now ? lotsOnHand : allLots).all(reader, {}).map((lot) => [lot.id, lot]))
    const prices = retailPrices(reader, names, date)
    const rows = holdings.map((holding) => {
      const lot = named(lots, holding.lot_id)
      const product = named(names.products, holding.product_id)
      const code = named(names.producers, product.producer_id).code
      return { lot, code, row: stockRow(names, holding, lot, prices.get(product.id) ?? null) }
    })
    rows.sort(
      (a, b) =>
        compareCodes(a.row.location, b.row.location) ||
        compareCodes(a.code, b.code) ||
        compareCodes(a.row.article, b.row.article) ||
        byFefo(a.lot, b.lot),
    )
    return rows.map(({ row }) => row)
  })
}

type Holding = ReturnType<typeof stockNow.all>[number]
type Lot = ReturnType<typeof allLots.all>[number]

function stockRow(names: Names, holding: Holding, lot: Lot, price: number | null): StockListRow {
  const product = named(names.products, holding.product_id)
  return {
    key: `${holding.location_id}/${holding.lot_id}`,
    location: named(names.locations, holding.location_id).name,
    locationId: holding.location_id,
    producer: named(names.producers, product.producer_id).name,
    article: product.article,
    product: product.name,
    productId: product.id,
    unit: product.unit,
    lot: `${documentNumber(lot.kind, lot.year, lot.number)}/${lot.line}`,
    lotId: lot.id,
    received: lot.received,
    expires: lot.expires ?? '',
    quantity: holding.quantity_milli,
    price,
    value: price === null ? 0 : priceTimes(price, holding.quantity_milli),
  }
}
