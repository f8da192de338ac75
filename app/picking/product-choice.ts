/** A product with the price of a day and what stands at a place. */
import { stockOfProduct } from '../../db/queries/stock-moves.ts'
import type { CivilDate } from '../../domain/dates.ts'
import type { ProductChoice } from '../../domain/views.ts'
import type { LedgerFacts } from '../facts.ts'
import type { Ledger } from '../ledger.ts'

/** @throws EsepError `unknown_product` */
export function productChoice(
  { catalogue, connection }: Ledger,
  facts: LedgerFacts,
  id: number,
  location: number | null,
  day: CivilDate,
): ProductChoice {
  const product = catalogue.product(id)
  const owner = product.producer === null ? null : catalogue.producer(product.producer)
  const stock =
    location === null
      ? stockOfProduct.all(connection, { product: id }).reduce((sum, row) => sum + row.quantity_milli, 0)
      : facts.stock(location, id, day)
  return {
    id,
    code: product.article,
    name: product.name,
    unit: product.unit,
    barcode: product.barcode,
    producer: owner && { id: owner.id, code: owner.code, name: owner.name },
    price: facts.price(id, day),
    stock,
    isSet: product.components.length > 0,
  }
}
