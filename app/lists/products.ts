/** The list of products with the price and the stock of now. */
import { allProducts } from '../../db/queries/catalogues.ts'
import { stockByProductNow } from '../../db/queries/stock-moves.ts'
import { fold } from '../../domain/fold.ts'
import type { ListFilter, ListPage, ListQuery, ProductRow } from '../../domain/views.ts'
import { kept } from '../kept.ts'
import { type Ledger, look } from '../ledger.ts'
import { retailPrices } from '../month-goods.ts'
import { compareCodes } from '../months.ts'
import { namesNow } from '../names.ts'
import { type Columns, pageOf, saysPart, sortRows } from './rows.ts'

const COLUMNS: Columns<ProductRow> = {
  article: (row) => row.article,
  name: (row) => row.name,
  producer: (row) => row.producer,
  category: (row) => row.category,
  unit: (row) => row.unit,
  barcode: (row) => row.barcode,
  price: (row) => row.price,
  stock: (row) => row.stock,
}

/** With a place in the filter: what stands there, and its stock there. Units differ, so nothing is summed. */
export function listProducts(ledger: Ledger, query: ListQuery): Promise<ListPage<ProductRow>> {
  return look(ledger, () => pageOf(productRowsFor(ledger, query), query.page, {}))
}

export function productRowsFor(ledger: Ledger, { filter, sort }: Omit<ListQuery, 'page'>): ProductRow[] {
  const today = ledger.clock.today()
  return kept(ledger, `products ${JSON.stringify([today, filter, sort])}`, () => {
    const rows = productRows(ledger, today, filter.location ?? 0).filter((row) => fits(ledger, row, filter))
    return sortRows(rows, sort, COLUMNS)
  })
}

function fits(ledger: Ledger, row: ProductRow, { product, producer, location, text }: ListFilter): boolean {
  if (product !== undefined && row.id !== product) return false
  if (producer !== undefined && ledger.catalogue.product(row.id).producer !== producer) return false
  if (location !== undefined && row.stock === 0) return false
  return saysPart(fold(text ?? ''), [row.article, row.name, row.producer, row.category, row.barcode])
}

function productRows(ledger: Ledger, today: string, location: number): ProductRow[] {
  return kept(ledger, `products of ${today} at ${location}`, () => {
    const reader = ledger.connection
    const names = namesNow(reader)
    const prices = retailPrices(reader, names, today)
    const stock = new Map(
      stockByProductNow.all(reader, { location }).map((row) => [row.product_id, row.quantity_milli]),
    )
    return allProducts
      .all(reader, {})
      .sort((a, b) => compareCodes(a.article, b.article))
      .map(({ id, article, name, producer_id, category, unit, barcode }) => ({
        key: String(id),
        id,
        article,
        name,
        producer: producer_id === null ? '' : (names.producers.get(producer_id)?.name ?? ''),
        category,
        unit,
        barcode: barcode ?? '',
        price: prices.get(id) ?? null,
        stock: stock.get(id) ?? 0,
      }))
  })
}
