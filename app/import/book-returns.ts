/** Finds the sale that a return of a book names: the earliest that fits and has something left (formats.md section 1). */

import { saleOfNumber, salesOfPaper } from '../../db/queries/imports.ts'
import type { BookRow } from '../../domain/book/sheets.ts'
import { PREFIXES } from '../../domain/documents/document.ts'
import type { InputFor } from '../../domain/documents/registry.ts'
import { atLine, EsepError, notice } from '../../domain/error.ts'
import type { ProductFact, SaleFact } from '../../domain/facts.ts'
import type { Work } from '../ledger.ts'
import type { Poster } from '../post.ts'
import type { BookCodes } from './book-codes.ts'
import type { BookDocumentOf } from './book-documents.ts'
import type { BookInputs } from './book-inputs.ts'
import type { BookTrouble } from './book-trouble.ts'

type ReturnRow = BookRow<'customerReturns'>

const OWN_NUMBER = new RegExp(`^${PREFIXES.sale}-(\\d{4})-(\\d{6,})$`)

export class BookReturns {
  readonly #work: Work
  readonly #poster: Poster
  readonly #codes: BookCodes
  readonly #inputs: BookInputs
  readonly #trouble: BookTrouble

  constructor(work: Work, poster: Poster, codes: BookCodes, inputs: BookInputs, trouble: BookTrouble) {
    this.#work = work
    this.#poster = poster
    this.#codes = codes
    this.#inputs = inputs
    this.#trouble = trouble
  }

  /**
   * The return with its sales found, or `wait` where the sale may be one of the same day that has not posted yet.
   * @throws EsepError `unknown_sale`, `return_exceeds_sale`
   */
  find(
    document: BookDocumentOf<'customerReturns'>,
    salesOfDayPosted: boolean,
  ): InputFor<'customer_return'> | 'wait' {
    this.#poster.flush()
    const lines: InputFor<'customer_return'>['lines'] = []
    const claimed = new Map<string, number>()
    for (const [index, row] of document.rows.entries()) {
      const found = atLine(index + 1, () => this.#saleOf(row, claimed, salesOfDayPosted))
      if (found === 'wait') return 'wait'
      const product = this.#product(row)
      const { quantity, location, payment } = row.values
      const place = location === undefined ? undefined : this.#codes.locations.get(location)?.id
      lines.push({
        sale: found.id,
        product,
        quantity_milli: quantity,
        ...(place === undefined ? {} : { location: place }),
        ...(payment === undefined ? {} : { payment }),
      })
    }
    return { ...this.#inputs.head(document), kind: 'customer_return', lines }
  }

  #product(row: ReturnRow): number {
    return this.#codes.products.get(row.values.article)?.id ?? 0
  }

  #saleOf(row: ReturnRow, claimed: Map<string, number>, salesOfDayPosted: boolean): SaleFact | 'wait' {
    const product = this.#product(row)
    const fitting = this.#candidates(row).filter(({ parts }) =>
      parts.some((part) => part.product === product || part.set === product),
    )
    const earlier = salesOfDayPosted ? fitting : fitting.filter(({ date }) => date < row.values.date)
    const { components } = this.#poster.facts.product(product)
    const key = (sale: SaleFact) => `${sale.id}/${product}`
    const chosen =
      earlier.find((sale) => leftOf(sale, product, components) - (claimed.get(key(sale)) ?? 0) > 0) ??
      (salesOfDayPosted ? earlier[0] : undefined)
    if (!chosen) {
      if (!salesOfDayPosted) return 'wait'
      throw new EsepError('unknown_sale', { sale: row.values.sale, article: row.values.article })
    }
    if (fitting.length > 1) {
      const place = { sheet: 'customerReturns' as const, row, field: 'sale' }
      this.#trouble.warn(place, notice('sale_ambiguous', { sale: row.values.sale, date: chosen.date }))
    }
    claimed.set(key(chosen), (claimed.get(key(chosen)) ?? 0) + row.values.quantity)
    return chosen
  }

  #candidates({ values }: ReturnRow): SaleFact[] {
    const { sale, saleDate, date } = values
    const { writer } = this.#work
    const byPaper = salesOfPaper.all(writer, { paper: sale, day: date })
    const own = OWN_NUMBER.exec(sale)
    // A number on a paper goes before the ledger's own: an exported book carries the numbers of another ledger.
    const found =
      byPaper.length === 0 && own
        ? saleOfNumber.all(writer, { year: Number(own[1]), number: Number(own[2]), day: date })
        : byPaper
    return found
      .filter((row) => saleDate === undefined || row.date === saleDate)
      .map(({ id }) => this.#poster.facts.sale(id))
  }
}

/** What the customer still has of the product, or of the set as a whole, in thousandths. */
function leftOf(sale: SaleFact, product: number, components: ProductFact['components']): number {
  if (components.length === 0) return sumLeft(sale.parts.filter((part) => part.product === product))
  const ofSet = sale.parts.filter((part) => part.set === product)
  const sets = components.map((component) => {
    const left_milli = sumLeft(ofSet.filter((part) => part.product === component.product))
    return Math.floor(left_milli / component.quantity_milli) * 1000
  })
  return Math.min(...sets)
}

const sumLeft = (parts: SaleFact['parts']): number =>
  parts.reduce((left, part) => left + part.quantity_milli - part.taken.quantity_milli, 0)
